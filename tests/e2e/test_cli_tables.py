"""The tables show every figure, however narrow the terminal or long the names."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from rich.console import Console

from inspel_app.cli import output, reports
from inspel_app.cli.main import main
from inspel_app.cli.output import Answer, show, table
from inspel_app.cli.themes import of_themes
from inspel_app.domain.coding import Assignment, Origin, Passage, Stance, Theme
from inspel_app.errors import ExitCode
from inspel_app.resources import load_strategy
from inspel_app.services.past import Event
from inspel_app.services.rounds import LogEntry
from tests.services.letters import write_letters

HEADINGS = ("nr", "avsändare", "fil", "läst som", "svar")
LONG = "Ammarnäsbygdens_framtid_granskad_av_styrelsen_den_tolfte_juni_slutlig.docx"


@pytest.mark.parametrize("width", [20, 80, 120, 300])
def test_fixed_columns_never_give_way_and_no_text_is_cut(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(output, "WIDTH", width)
    rows = [(n, f"{LONG} {LONG}", LONG, "blankett, fält i Word", 1234) for n in (7, 812)]
    show(Answer({}, (table(HEADINGS, rows, wrapped=(1, 2)),)), as_json=False)
    lines = capsys.readouterr().out.splitlines()
    for heading in HEADINGS:
        assert heading in lines[0]
    for number in ("  7", "812"):
        (line,) = (line for line in lines if line.startswith(number))
        assert line.rstrip().endswith("blankett, fält i Word  1234")
    letters = "".join("".join(lines[1:]).split())
    assert letters.count("_") == 6 * LONG.count("_")
    assert max(map(len, lines)) <= max(width, 70)


def test_no_word_is_broken_that_is_no_longer_than_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "WIDTH", 40)
    key, word = "i2ce97e8f6e.overgripande.inspel:389-491", "kompetensförsörjning"
    rows = [(n, f"Om {word} i länet\n{key}", "Beaktas inte") for n in (7, 812)]
    show(Answer({}, (table(("nr", "vad", "svar"), rows, {1}, len(key)),)), as_json=False)
    shown = capsys.readouterr().out
    assert shown.count(key) == shown.count(word) == 2
    show(Answer({}, (table(("nr", "vad", "svar"), rows, {1}),)), as_json=False)
    shown = capsys.readouterr().out
    assert (shown.count(key), shown.count(word)) == (0, 2)


def test_table_of_run_shows_figures_at_80_columns(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "WIDTH", 80)
    (path,) = write_letters(folder / "in", "Malå")
    path.rename(path.with_name(f"{LONG}.txt"))
    assert main(["run", "in", "-o", "ut"]) == ExitCode.OK
    heading, first, *_more = capsys.readouterr().out.splitlines()
    assert heading.split() == ["nr", "avsändare", "fil", "läst", "som", *heading.split()[-3:]]
    assert heading.split()[-3:] == ["svar", "synpunkter", "tvivel"]
    assert [cell.isdigit() for cell in first.split()[-3:]] == [True] * 3
    assert len(heading) <= 80


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-11-21T03:19:08+00:00", "2026-11-21 04.19"),
        ("2026-07-01T23:59:00+00:00", "2026-07-02 01.59"),
        ("2026-07-01T09:05:59+02:00", "2026-07-01 09.05"),
    ],
)
def test_log_shows_the_time_in_sweden_and_keeps_it_whole_in_json(at: str, shown: str) -> None:
    event = Event(at, "anna", "Läs in", 1, 1)
    answer = reports.of_log([LogEntry(1, "Läs in", "anna", at)], [], [], [event])
    console = Console(width=100)
    with console.capture() as printed:
        console.print(*answer.parts)
    assert shown in printed.get()
    assert answer.data["log"] == [
        {
            "number": 1,
            "name": "Läs in",
            "by": "anna",
            "at": at,
            "undoes": None,
            "redoes": None,
            "undone": False,
        }
    ]
    assert datetime.fromisoformat(at).tzinfo


def test_themes_are_listed_as_the_synthesis_means_them(capsys: pytest.CaptureFixture[str]) -> None:
    stances = (Stance.STOD, Stance.KRITIK, Stance.KRITIK, None, None)
    points = [
        Passage(str(n), f"inspel{n // 2}", "a", None, 0, 1, "-", stance=stance)
        for n, stance in enumerate(stances)
    ]
    codes = (None, None, "3.3", "cross.barn-unga")
    themes = [
        Theme(f"t{n}", code, f"Tema {n}", (), tuple(p.id for p in points[:size]))
        for n, (code, size) in enumerate(zip(codes, (1, 1, 2, 5), strict=True))
    ]
    answer = of_themes(themes, points, load_strategy("vasterbotten-2020-2030"))
    show(answer, as_json=False)
    _headings, *rows, count = capsys.readouterr().out.splitlines()
    assert [row.split() for row in rows] == [
        ["Tema", "3", "Barn", "och", "unga", "5", "3", "1", "2", "t3"],
        ["Tema", "2", "3.3", "2", "1", "1", "1", "t2"],
    ]
    assert count == "2 teman med minst två synpunkter."
    assert answer.data["themes"] == 4
    show(answer, as_json=True)
    listed = json.loads(capsys.readouterr().out)["shared"]
    assert [(one["id"], one["size"], one["submissions"]) for one in listed] == [
        ("t3", 5, 3),
        ("t2", 2, 1),
    ]


def test_a_round_without_themes_has_no_list_of_them() -> None:
    answer = of_themes([], [], load_strategy("vasterbotten-2020-2030"))
    assert answer.parts == ("0 teman med minst två synpunkter.",)


def test_suggesting_again_tells_how_many_points_concern_another_part() -> None:
    def points(*codes: str) -> list[Passage]:
        made = [(Assignment(code, None, Origin.SUGGESTION, 0.5),) for code in codes]
        return [
            Passage(str(n), "s", "a", None, 0, 1, "-", assignments=said)
            for n, said in enumerate(made)
        ]

    first = reports.of_passages(points("3.3", "3.2"), [])
    assert (first.data["changed"], len(first.parts)) == (0, 1)
    again = reports.of_passages(points("3.3", "4.1", "5.1"), points("3.3", "3.2"))
    assert again.data["changed"] == 1
    assert again.parts[1] == "1 synpunkt rör nu främst en annan del än förut."
