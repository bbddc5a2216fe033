"""The Word files of the example round: fit for all readers, and true to what was said."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from inspel_app.domain.synthesis import Audience
from tests.e2e.exported import (
    EXAMPLE,
    WORD,
    bare,
    body,
    footnotes,
    parts,
    rows_of,
    style_of,
    text_of,
    word_files,
)

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
TYPES = {
    "kommun": "Kommun",
    "region": "Region",
    "statlig-myndighet": "Statlig myndighet",
    "naringsliv": "Näringsliv",
    "akademi": "Akademi",
    "civilsamhalle": "Civilsamhälle",
    "politisk": "Politisk organisation",
    "privatperson": "Privatperson",
    None: "Typ ej angiven",
}
CITATION = re.compile(r"Inspel (?P<number>\d+), (?P<place>.+?)(?:, s\. (?P<page>\d+))?")
COUNTS = re.compile(r"(\d+) inspel från (\d+) avsändare \((\d+) synpunkt(?:er)?\)")
ALONE = "1 synpunkt"
"""What is said instead of one inspel from one respondent."""
SHORTENED = " […]"
READABLE = 40
"""Letters by which a place in a text is known."""

Counted = tuple[int, int, int]


@pytest.fixture(params=Audience)
def audience(request: pytest.FixtureRequest) -> Audience:
    return Audience(request.param)


@pytest.fixture
def told(exported: Path, audience: Audience) -> Any:
    return body(exported / f"{audience}.docx")


@pytest.fixture
def material(exported: Path, audience: Audience) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((exported / f"{audience}.json").read_text("utf-8"))
    return read


def counted(material: dict[str, Any], statements: Iterable[dict[str, Any]]) -> Counted:
    """Inspel, respondents and points; all inspel of this round count, none comes from another."""
    found = list(statements)
    inspel = {s["submission"] for s in found}
    return len(inspel), len({sender(material, key) for key in inspel}), len(found)


def sender(material: dict[str, Any], key: str) -> str:
    (who,) = (s["respondent"] for s in material["submissions"] if s["id"] == key)
    private = who["type"] in {"privatperson", None}
    return key if private else str(who["organisation"])


def table(told: Any, caption: str) -> list[list[str]]:
    """The rows of the table under a caption, without its header."""
    for found in told.iter(f"{WORD}tbl"):
        above = text_of(found.getprevious())
        if above.endswith(f". {caption}"):
            return list(rows_of(found))[1:]
    raise AssertionError(caption)


def test_headings_come_without_leaps(exported: Path) -> None:
    for file in word_files(exported):
        styles = [style_of(p) for p in body(file).iter(f"{WORD}p")]
        levels = [0, *(int(s[-1]) for s in styles if re.fullmatch(r"Heading\d", s))]
        assert all(after - before <= 1 for before, after in pairwise(levels)), file.name
        assert styles.count("Title") == 1, file.name


def test_no_paragraph_is_empty(exported: Path) -> None:
    for file in word_files(exported):
        for paragraph in body(file).iter(f"{WORD}p"):
            empty_cell = paragraph.getparent().tag == f"{WORD}tc"
            assert empty_cell or text_of(paragraph).strip(), file.name


def test_the_language_is_swedish_and_nothing_else(exported: Path) -> None:
    for file in word_files(exported):
        held = parts(file)
        assert b'<w:lang w:val="sv-SE"' in held["word/styles.xml"]
        assert b"<dc:language>sv-SE</dc:language>" in held["docProps/core.xml"]
        assert b"<w:lang" not in held["word/document.xml"]


def test_every_picture_has_an_alternative_text(exported: Path) -> None:
    for file in word_files(exported):
        for picture in body(file).iter(DRAWING):
            assert picture.get("descr", "").strip(), file.name


def test_tables_have_numbered_captions_and_marked_headers(exported: Path) -> None:
    for file in word_files(exported):
        for number, found in enumerate(body(file).iter(f"{WORD}tbl"), 1):
            above = found.getprevious()
            assert style_of(above) == "Caption", file.name
            assert text_of(above).startswith(f"Tabell {number}. ")
            first, *others = found.iter(f"{WORD}tr")
            assert first.find(f".//{WORD}tblHeader") is not None
            assert all(text_of(cell).strip() for cell in first.iter(f"{WORD}tc"))
            assert others
            widths = {len(list(row.iter(f"{WORD}tc"))) for row in (first, *others)}
            assert widths == {len(list(found.iter(f"{WORD}gridCol")))}


def test_links_and_contents_lead_to_bookmarks(exported: Path) -> None:
    for file in word_files(exported):
        held = body(file)
        names = [e.get(f"{WORD}name") for e in held.iter(f"{WORD}bookmarkStart")]
        assert len(names) == len(set(names)), file.name
        notes = footnotes(file).values()
        links = [e for one in (held, *notes) for e in one.iter(f"{WORD}hyperlink")]
        assert {e.get(f"{WORD}anchor") for e in links} <= set(names)
        marks = [e.get(f"{WORD}id") for e in held.iter(f"{WORD}footnoteReference")]
        assert sorted(marks) == sorted(footnotes(file)), file.name
        begun = [e.get(f"{WORD}fldCharType") for e in held.iter(f"{WORD}fldChar")]
        assert begun.count("begin") == begun.count("separate") == begun.count("end"), file.name


def test_tables_count_right(told: Any, material: dict[str, Any]) -> None:
    """Each row counts the inspel themselves, also those that say nothing in substance."""
    for caption, key, names in (
        ("Inspel efter aktörstyp", "type", TYPES),
        ("Inspel efter kommun", "municipality", {None: "Kommun ej angiven"}),
    ):
        groups: dict[str, list[str]] = {}
        for inspel in material["submissions"]:
            value = inspel["respondent"][key]
            groups.setdefault(names.get(value, value), []).append(inspel["id"])
        expected = {
            name: [
                str(len(ids)),
                str(len({sender(material, i) for i in ids})),
                str(sum(s["submission"] in ids for s in material["statements"])),
            ]
            for name, ids in groups.items()
        }
        assert {row[0]: row[1:] for row in table(told, caption)} == expected


def test_the_list_of_inspel_is_whole(told: Any, material: dict[str, Any]) -> None:
    listed = [(row[0], row[2], row[3]) for row in table(told, "Inspel som ingår")]
    assert listed == [
        (
            str(s["number"]),
            TYPES[s["respondent"]["type"]],
            s["respondent"]["municipality"] or "–",
        )
        for s in material["submissions"]
    ]


def test_the_largest_themes_count_right(told: Any, material: dict[str, Any]) -> None:
    by_label = themes(material)
    rows = table(told, "Teman som flest inspel delar")
    assert len(rows) > 1
    for label, _part, inspel, respondents in rows:
        assert (int(inspel), int(respondents)) == counted(material, by_label[label])[:2]


def test_each_theme_counts_right(told: Any, material: dict[str, Any]) -> None:
    """The counts, and who is for and against, in the text of each theme."""
    shared = {label: said for label, said in themes(material).items() if len(said) > 1}
    paragraphs, seen = [p for p in told.iter(f"{WORD}p") if text_of(p)], 0
    for heading, below in pairwise(paragraphs):
        found = COUNTS.match(text_of(below))
        if not style_of(heading).startswith("Heading") or text_of(heading) not in shared:
            continue
        assert found
        statements = shared[text_of(heading)]
        assert tuple(map(int, found.groups())) == counted(material, statements)
        for word, stance in (("Stöd", "stod"), ("kritik", "kritik"), ("förslag", "forslag")):
            number = len({s["submission"] for s in statements if s["stance"] == stance})
            said = re.search(rf"{word} i (\d+) inspel", text_of(below), re.IGNORECASE)
            assert int(said[1] if said else 0) == number
        seen += 1
    assert seen == len(shared)


def test_each_part_of_the_strategy_counts_right(told: Any, material: dict[str, Any]) -> None:
    """Points that share a theme are told of together, where the theme is."""
    codes = {t["id"]: t["code"] for t in material["themes"]}
    shared = Counter(s["theme"] for s in material["statements"])
    held: dict[str | None, list[dict[str, Any]]] = {}
    for said in material["statements"]:
        own = said["codes"][0]["code"] if said["codes"] else None
        code = codes[said["theme"]] if shared[said["theme"]] > 1 and said["theme"] else own
        held.setdefault(code, []).append(said)
    paragraphs = [p for p in told.iter(f"{WORD}p") if text_of(p)]
    seen = set()
    for heading, below in pairwise(paragraphs):
        part = re.match(r"(\d+\.\d+) ", text_of(heading))
        if style_of(heading) == "Heading2" and part:
            found, alone = COUNTS.fullmatch(text_of(below)), text_of(below) == ALONE
            assert found or alone
            figures = tuple(map(int, found.groups())) if found else (1, 1, 1)
            assert figures == counted(material, held[part[1]])
            seen.add(part[1])
    assert seen == {code for code in held if code and re.fullmatch(r"\d+\.\d+", code)}


def themes(material: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The points of each theme by its label; no label is given twice in this round."""
    labels = [t["label"] for t in material["themes"]]
    assert len(set(labels)) == len(labels)
    return {
        t["label"]: [s for s in material["statements"] if s["theme"] == t["id"]]
        for t in material["themes"]
    }


def test_the_whole_counts_right(told: Any, material: dict[str, Any]) -> None:
    inspel = [s["id"] for s in material["submissions"]]
    expected = (
        len(inspel),
        len({sender(material, key) for key in inspel}),
        len(material["statements"]),
    )
    facts = [text_of(p) for p in told.iter(f"{WORD}p") if style_of(p) == "Uppgift"]
    (found,) = (COUNTS.search(text) for text in facts if text.startswith("Underlag"))
    assert found
    assert tuple(map(int, found.groups())) == expected


def test_quotations_are_literal_parts_of_the_answers_that_they_lead_to(
    exported: Path, audience: Audience, told: Any, material: dict[str, Any]
) -> None:
    by_number = {s["number"]: s for s in material["submissions"]}
    whole = appendix(told)
    seen: Counter[int] = Counter()
    for said, number, _page, target in quotations(exported / f"{audience}.docx"):
        answers = [a["text"] for a in by_number[number]["answers"]]
        assert any(said in text for text in answers), said
        assert bare(said) in bare(whole[target])
        seen[number] += 1
    assert set(seen) == set(by_number)


def quotations(file: Path) -> Iterable[tuple[str, int, int | None, str]]:
    """The words, the number of the inspel, the page and the bookmark of each quotation."""
    notes = footnotes(file)
    for paragraph in body(file).iter(f"{WORD}p"):
        if style_of(paragraph) not in {"Quote", "ListBullet"}:
            continue
        said, _line, who = text_of(paragraph).rpartition("\n")
        (mark,) = paragraph.iter(f"{WORD}footnoteReference")
        (link,) = notes[mark.get(f"{WORD}id")].iter(f"{WORD}hyperlink")
        found = CITATION.fullmatch(text_of(link).split(". Sekretess")[0])
        assert said[0] + said[-1] == "””"
        assert found
        assert who
        page = int(found["page"]) if found["page"] else None
        words = said[1:-1].removesuffix(SHORTENED)
        yield words, int(found["number"]), page, link.get(f"{WORD}anchor")


def appendix(told: Any) -> dict[str, str]:
    """The answers in full by the bookmarks of their questions."""
    answers: dict[str, str] = {}
    at = ""
    for paragraph in told.iter(f"{WORD}p"):
        if style_of(paragraph) == "Fraga":
            (mark,) = paragraph.iter(f"{WORD}bookmarkStart")
            at = mark.get(f"{WORD}name")
            answers[at] = ""
        elif style_of(paragraph) == "Svar":
            answers[at] += text_of(paragraph) + "\n"
    return answers


def test_the_page_of_a_quotation_is_right(exported: Path) -> None:
    """As the file itself says, of which only PDF has pages that stay."""
    material = json.loads((exported / "work.json").read_text("utf-8"))
    files = {s["number"]: s["file"] for s in material["submissions"]}
    paged = 0
    for said, number, page, _target in quotations(exported / "work.docx"):
        assert (page is not None) == files[number].endswith(".pdf")
        if page:
            assert bare(said)[:READABLE] in page_text(files[number], page), said
            paged += 1
    assert paged


@cache
def page_text(file: str, page: int) -> str:
    """What stands on a page of a PDF file, as PDFium reads it."""
    pages = pypdfium2.PdfDocument(EXAMPLE / "inspel" / file)
    return bare(pages[page - 1].get_textpage().get_text_bounded())
