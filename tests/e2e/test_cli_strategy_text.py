"""The strategy's text, reasons kept for use again, and what became of an inspel, by commands."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from inspel_app.cli.main import main
from inspel_app.domain.handling import Source, Target
from inspel_app.errors import ExitCode
from inspel_app.services.rounds import Project, new_round
from inspel_app.services.strategy_text import keep_wording, write_section
from tests.services.tagged_round import BUS, add_answer, make

Json = Callable[..., Any]


@pytest.fixture
def ids(folder: Path) -> list[str]:
    """The points of a letter, in `omgang.inspel`."""
    with new_round(folder / "omgang.inspel") as project:
        found = add_answer(project, "a")
        make(project, found, {found[0]: {"3.3": 910}})
    return found


def test_from_the_strategy_s_text_to_what_became_of_an_inspel(
    folder: Path, ids: list[str], json_of: Json, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    document.add_heading("3.3 Hållbar mobilitet", 1)
    document.add_paragraph("Bussar går.")
    document.save(str(folder / "rus.docx"))
    (section,) = json_of("text", "omgang.inspel", "rus.docx")["sections"]
    assert (section["code"], section["text"], section["changed_sentences"]) == (
        "3.3",
        "Bussar går.",
        0,
    )
    with Project.open(folder / "omgang.inspel") as project:
        source = Source(Target.passage(ids[0]), "Bussar går ofta.")
        keep_wording(project, section["id"], "Bussar går ofta.", "anna", [source])
    assert json_of("text", "omgang.inspel")["sections"][0]["changed_sentences"] == 1
    json_of("handle", "omgang.inspel", ids[0], "--set", "beaktas", "--reason", "Ja.")
    first, second, _third = json_of("outcome", "omgang.inspel", "1")["points"]
    assert (first["text"], first["handling"]["disposition"]) == (BUS, "beaktas")
    assert first["changes"] == [{"section": section["id"], "sentences": ["Bussar går ofta."]}]
    assert (second["handling"], second["changes"]) == (None, [])
    capsys.readouterr()
    assert main(["outcome", "omgang.inspel", "1"]) == ExitCode.OK
    assert "1 av 3 synpunkter har fått ett svar." in capsys.readouterr().out


def test_reasons_are_kept_changed_and_dropped(ids: list[str], json_of: Json) -> None:
    json_of("reasons", "omgang.inspel", "--title", "Utanför", "--text", "Ej vårt.")
    json_of("handle", "omgang.inspel", *ids, "--set", "beaktas-inte", "--use", "Utanför")
    json_of("reasons", "omgang.inspel", "--title", "Utanför", "--rename", "Andras ansvar")
    (reason,) = json_of("reasons", "omgang.inspel")["reasons"]
    assert (reason["title"], reason["text"], len(reason["uses"])) == (
        "Andras ansvar",
        "Ej vårt.",
        3,
    )
    assert json_of("reasons", "omgang.inspel", "--drop", "Andras ansvar") == {"reasons": []}
    listed = json_of("handle", "omgang.inspel")["items"]
    assert {item["handling"]["text"] for item in listed} == {"Ej vårt."}


@pytest.mark.parametrize(
    "arguments",
    [
        ["reasons", "omgang.inspel", "--title", "Utanför"],
        ["reasons", "omgang.inspel", "--text", "Ej vårt."],
        ["reasons", "omgang.inspel", "--drop", "Okänd"],
        ["outcome", "omgang.inspel", "9"],
    ],
)
def test_what_makes_no_sense_is_refused(ids: list[str], arguments: list[str]) -> None:
    assert ids
    assert main(arguments) == ExitCode.USAGE


def test_a_section_is_reworded_with_what_led_to_it(
    folder: Path, ids: list[str], json_of: Json, capsys: pytest.CaptureFixture[str]
) -> None:
    with Project.open(folder / "omgang.inspel") as project:
        key = write_section(project, "3.3 Hållbar mobilitet", "Bussar går.", "anna")
    reword = ("text", "omgang.inspel", "--section", key, "--wording")
    (section,) = json_of(*reword, "Bussar går ofta.", "--from", *ids[:2])["sections"]
    assert section["changed_sentences"] == 1
    with Project.open(folder / "omgang.inspel") as project:
        wording = project.wordings()[key]
    assert [source.target.id for source in wording.sources] == ids[:2]
    (section,) = json_of(*reword, "")["sections"]
    assert section["changed_sentences"] == 0
    for wrong, why in (
        ((*reword, "Ny.", "--from", "t99"), "inget tema och ingen synpunkt med t99"),
        (reword[:-1], "Ange både --section och --wording"),
        ((*reword[:2], "--from", ids[0]), "Ange både --section och --wording"),
    ):
        assert main([*wrong]) == ExitCode.USAGE
        assert why in capsys.readouterr().err
