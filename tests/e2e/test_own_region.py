"""Another region's strategy and form are two text files, and no code."""

import io
import json
import re
from contextlib import closing
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.document import Document
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from inspel_app.cli.main import main
from inspel_app.domain.form import LabelKind
from inspel_app.errors import ExitCode
from inspel_app.resources import load_form

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "lagg-till-blankett-eller-strategi.md").read_text("utf-8")
REGION = Path(__file__).parent / "egen_region"
ANSWERS = {
    "bakgrund.organisation": "Väderö byaråd",
    "bakgrund.kontaktperson": "Svea Skärberg",
    "bakgrund.epost": "byaradet@vadero.example",
    "A1.nulage": "Sista färjan går halv sju. Den som arbetar kväll på fastlandet får sova kvar.",
    "A1.forslag": "Låt färjan gå en tur till klockan tio alla vardagar.",
    "A2.nulage": "Brunnarna på södra Väderö blir salta i juli.",
    "A2.forslag": "Bygg en ledning för dricksvatten från Lerviken.",
    "B1.nulage": "Gymnasiet ligger två timmar bort.",
    "B1.forslag": "Öppna ett lärcentrum i gamla skolan.",
    "B2.nulage": "Det finns ingen mottagning för fisk kvar på öarna.",
    "B2.forslag": "Stöd ett rörligt slakteri och en gemensam fiskmottagning.",
    "ovrigt.glomt": "Vintern. Strategin talar bara om sommaren.",
}


@pytest.fixture
def region(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of data files with the region's two, made the way the guide says."""
    for kind, name in (("strategier", "havsmark-2040"), ("blanketter", "havsmark-remiss")):
        (folder / "data" / kind).mkdir(parents=True)
        file = REGION / f"{name}.toml"
        (folder / "data" / kind / file.name).write_bytes(file.read_bytes())
    monkeypatch.setenv("INSPEL_DATA", str(folder / "data"))
    return folder


def filled() -> list[tuple[LabelKind, str, str]]:
    """The form from the top: each printed text, and what was answered to it."""
    labels = load_form("havsmark-remiss").labels
    return [(label.kind, label.text, ANSWERS.get(label.question or "", "")) for label in labels]


def as_paragraphs() -> bytes:
    document = docx.Document()
    for kind, text, answer in filled():
        document.add_paragraph(text, "Heading 1" if kind is LabelKind.SECTION else None)
        if answer:
            document.add_paragraph(answer)
    return saved(document)


def as_table() -> bytes:
    document = docx.Document()
    table = document.add_table(0, 2, "Table Grid")
    for _kind, text, answer in filled():
        for cell, said in zip(table.add_row().cells, (text, answer), strict=True):
            cell.text = said
    return saved(document)


def saved(document: Document) -> bytes:
    document.save(file := io.BytesIO())
    return file.getvalue()


def as_pdf() -> bytes:
    looks = getSampleStyleSheet()
    look = {LabelKind.SECTION: looks["Heading1"], LabelKind.HEADING: looks["Heading2"]}
    story: list[Flowable] = []
    for kind, text, answer in filled():
        story.append(Paragraph(f"<b>{text}</b>", look.get(kind, looks["Normal"])))
        story.append(Paragraph(answer, looks["Normal"]))
    SimpleDocTemplate(file := io.BytesIO()).build(story)
    return file.getvalue()


def as_scan() -> bytes:
    with closing(pypdfium2.PdfDocument(as_pdf())) as document:
        pages = [page.render(scale=200 / 72).to_pil() for page in document]
    pages[0].save(file := io.BytesIO(), "PDF", append_images=pages[1:], resolution=200)
    return file.getvalue()


SHAPES = {
    "stycken.docx": as_paragraphs,
    "tabell.docx": as_table,
    "svar.pdf": as_pdf,
    "skannad.pdf": as_scan,
}


@pytest.mark.parametrize("name", SHAPES)
def test_finds_every_answer_of_a_form_made_of_text_files_alone(region: Path, name: str) -> None:
    (region / name).write_bytes(SHAPES[name]())
    main(["new", "r.inspel", "--strategy", "havsmark-2040", "--form", "havsmark-remiss"])
    main(["import", "r.inspel", name])
    main(["export", "r.inspel", "--format", "json", "-o", "ut.json"])
    (submission,) = json.loads((region / "ut.json").read_text("utf-8"))["submissions"]
    found = {a["field"]: a["text"] for a in submission["answers"]}
    asked = {f: t for f, t in ANSWERS.items() if not f.startswith("bakgrund.")}
    assert found == asked
    assert submission["respondent"]["organisation"] == ANSWERS["bakgrund.organisation"]


def test_suggests_the_parts_of_the_regions_own_strategy(region: Path) -> None:
    points = {code: ANSWERS[f"{code}.forslag"] for code in ("A1", "A2", "B1", "B2")}
    (region / "brev.txt").write_text("\n\n".join(points.values()), "utf-8")
    options = ("--strategy", "havsmark-2040", "--form", "havsmark-remiss", "-o", "ut")
    assert main(["run", "brev.txt", *options]) == ExitCode.OK
    told = json.loads((region / "ut" / "syntes.json").read_text("utf-8"))["statements"]
    assert {s["codes"][0]["code"]: s["text"] for s in told} == points


def test_the_guides_own_example_is_sound(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSPEL_DATA", str(folder))
    named = re.findall(
        r"`((?:strategier|blanketter)/[a-z0-9-]+\.toml)`:\n\n```toml\n(.*?)```", GUIDE, re.DOTALL
    )
    assert [name.split("/")[0] for name, _text in named] == ["strategier", "blanketter"]
    for name, text in named:
        (folder / name).parent.mkdir()
        (folder / name).write_text(text, "utf-8")
    assert main(["check", *(name for name, _text in named)]) == ExitCode.OK
    ids = [Path(name).stem for name, _text in named]
    assert main(["new", "r.inspel", "--strategy", ids[0], "--form", ids[1]]) == ExitCode.OK
