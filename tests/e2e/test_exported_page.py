"""The HTML report of the example round, by what WCAG 2.1 asks and a file can show."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from inspel_app.domain.synthesis import Audience
from inspel_app.resources import resource_dir

STYLE = (resource_dir() / "rapport" / "rapport.css").read_text("utf-8")
TEXT, PART = 4.5, 3.0
"""The least contrast of text, and of parts that tell something (WCAG 1.4.3, 1.4.11)."""
PAIRS = (
    ("text", "bakgrund", TEXT),
    ("text", "yta", TEXT),
    ("diskret", "bakgrund", TEXT),
    ("diskret", "yta", TEXT),
    ("rubrik", "bakgrund", TEXT),
    ("rubrik", "yta", TEXT),
    ("accent", "bakgrund", TEXT),
    ("accent", "yta", TEXT),
    ("lank", "bakgrund", TEXT),
    ("lank", "yta", TEXT),
    ("diskret", "yta", PART),
    ("accent", "bakgrund", PART),
)
"""What is set on what: words on the page, on marked ground, edges of fields, the ring of focus."""
ALLOWED = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div"},
    "select": {"option"},
    "table": {"caption", "thead", "tbody"},
    "tr": {"th", "td"},
}
"""What may stand right in an element, lest its meaning be lost to a screen reader."""


@pytest.fixture(params=Audience)
def page(request: pytest.FixtureRequest, exported: Path) -> Any:
    text = (exported / f"{request.param}.html").read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>")
    return html.document_fromstring(text)


def test_language_and_title_are_told(page: Any) -> None:
    assert page.get("lang") == "sv"
    (title,) = page.xpath("/html/head/title")
    (heading,) = page.xpath("//h1")
    assert heading.text_content().strip() in title.text_content()


def test_headings_come_without_leaps(page: Any) -> None:
    found = page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
    levels = [int(h.tag[1]) for h in found]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(h.text_content().strip() for h in found)


def test_everything_stands_in_a_landmark(page: Any) -> None:
    assert len(page.xpath("//main")) == len(page.xpath("//body/header")) == 1
    apart = page.xpath("//body/*[not(self::header or self::script or .//main or .//nav)]")
    assert [e.get("class") for e in apart] == ["hoppa"]
    (past,) = page.xpath("//body/*[1]/@href")
    assert page.xpath(f"//main[@id='{past[1:]}' and @tabindex='-1']")
    assert all(e.get("aria-label") for e in page.xpath("//nav | //*[@role='region']"))
    labels = page.xpath("//*[@role='region']/@aria-label")
    assert len(labels) == len(set(labels))


def test_tables_tell_of_their_cells(page: Any) -> None:
    tables = page.xpath("//table")
    assert tables
    for table in tables:
        assert table.xpath("caption")[0].text_content().strip()
        assert all(h.text_content().strip() for h in table.xpath("thead//th[@scope='col']"))
        rows = table.xpath("tbody/tr")
        width = len(table.xpath("thead/tr/th[@scope='col']"))
        assert rows
        assert all(len(row) == width for row in rows)
        assert all(row[0].tag == "th" and row[0].get("scope") == "row" for row in rows)


def test_links_say_where_they_lead_and_lead_there(page: Any) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in page.xpath("//a"):
        assert link.text_content().strip()
        assert link.get("href").removeprefix("#") in ids
    assert page.xpath("//main//cite//a")


def test_elements_hold_what_they_may(page: Any) -> None:
    for tag, allowed in ALLOWED.items():
        for element in page.iter(tag):
            assert {child.tag for child in element} <= allowed, tag
    assert all([c.tag for c in row] == ["dt", "dd"] for row in page.xpath("//dl/div"))


def test_nothing_is_empty_or_out_of_order(page: Any) -> None:
    for element in page.xpath("//main//p | //li | //dt | //dd | //blockquote | //main//section"):
        assert element.text_content().strip(), element.tag
    assert {int(n) for n in page.xpath("//@tabindex")} <= {0, -1}
    assert page.xpath("//*[@accesskey] | //marquee | //blink | //font") == []


def test_fields_and_pictures_have_names(page: Any) -> None:
    fields = page.xpath("//input | //select")
    assert fields
    for control in fields:
        (label,) = page.xpath(f"//label[@for='{control.get('id')}']")
        assert label.text_content().strip()
    assert page.xpath("//img[not(@alt)] | //svg[not(@aria-hidden or @aria-label)]") == []


def test_no_script_or_style_comes_from_elsewhere(page: Any) -> None:
    assert page.xpath("//link | //iframe | //object | //embed | //base | //*[@src]") == []
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    handlers = [a for e in page.iter() for a in e.attrib if a.startswith("on") or a == "style"]
    assert handlers == []
    assert not re.search(r"url\(|@import", STYLE)


def test_the_page_can_be_enlarged(page: Any) -> None:
    (view,) = page.xpath("//meta[@name='viewport']/@content")
    assert "user-scalable" not in view
    assert "maximum-scale" not in view
    sizes = re.findall(r"font(?:-size)?:[^;]*?\d(px|pt)\b", STYLE)
    assert sizes == []


@pytest.mark.parametrize(("over", "ground", "least"), PAIRS)
def test_colours_have_contrast_in_light_and_dark(over: str, ground: str, least: float) -> None:
    looks = list(palettes())
    assert len(looks) == 2
    for look in looks:
        assert contrast(look[over], look[ground]) >= least


def test_every_colour_of_the_style_is_looked_at() -> None:
    """But lines that only adorn: under rows, and beside quotations, which have marks too."""
    used = set(re.findall(r"var\(--(\w+)\)", STYLE))
    assert used == {name for pair in PAIRS for name in pair[:2]} | {"linje", "citat"}
    outside = re.sub(r":root \{[^}]*\}", "", STYLE)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", outside)) == {"#fff", "#000"}


def palettes() -> Iterator[dict[str, str]]:
    """The colours by name, of each look."""
    for block in re.findall(r":root \{([^}]*)\}", STYLE):
        yield dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG reckons it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
