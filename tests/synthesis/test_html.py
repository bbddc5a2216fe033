import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from lxml import html

from inspel_app.domain.coding import Request
from inspel_app.domain.synthesis import Synthesis
from inspel_app.synthesis.html import HtmlExporter
from tests.synthesis.conftest import HOSTILE, Round


@pytest.fixture
def text(synthesis: Synthesis) -> str:
    return HtmlExporter().render(synthesis).decode("utf-8")


@pytest.fixture
def page(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def test_nothing_is_fetched_from_outside(text: str, page: html.HtmlElement) -> None:
    assert page.xpath("//link | //img | //iframe | //object | //script[@src]") == []
    assert not re.search(r"url\(|@import|https?://", text.replace("http://ond.example", ""))
    assert all(a.get("href", "").startswith("#") for a in page.xpath("//a"))


def test_the_policy_lets_in_our_style_and_script_alone(page: html.HtmlElement) -> None:
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (element,) = page.xpath(f"//{tag}")
        digest = b64encode(sha256((element.text or "").encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert page.xpath("//@style | //@onclick | //@onload") == []


def test_respondents_text_is_never_markup(text: str, page: html.HtmlElement) -> None:
    assert len(page.xpath("//script")) == 1
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in text
    assert HOSTILE in page.text_content()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)


def test_the_page_has_landmarks_and_a_way_past_the_contents(page: html.HtmlElement) -> None:
    assert page.get("lang") == "sv"
    for tag in ("header", "nav", "main", "h1", "title"):
        assert len(page.xpath(f"//{tag}")) == 1, tag
    (skip,) = page.xpath("//body/*[1][self::a]/@href")
    assert page.get_element_by_id(skip[1:]).tag == "main"
    for control in page.xpath("//input | //select"):
        assert page.xpath(f"//label[@for='{control.get('id')}']")


def test_headings_come_without_leaps_and_hold_something(page: html.HtmlElement) -> None:
    found = page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
    levels = [int(h.tag[1]) for h in found]
    assert levels[:3] == [1, 2, 2]
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert all(h.text_content().strip() for h in found)
    for section in page.xpath("//section"):
        assert len(section) > 1


def test_every_link_leads_somewhere(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//a/@href")} <= set(ids)


def test_tables_have_captions_and_header_cells(page: html.HtmlElement) -> None:
    tables = page.xpath("//table")
    assert len(tables) == 6
    for table in tables:
        assert table.xpath("caption")[0].text
        assert table.xpath("thead//th[@scope='col']")
        rows = table.xpath("tbody/tr")
        assert len(table.xpath("tbody/tr/th[@scope='row']")) == len(rows) > 0


def test_quotations_can_be_shown_by_actor_type(page: html.HtmlElement) -> None:
    choices = {option.text for option in page.xpath("//select/option")} - {"Alla"}
    assert choices == {"Kommun", "Näringsliv", "Akademi", "Privatperson"}
    assert set(page.xpath("//main//*/@data-typ")) == choices


def test_a_theme_tells_what_is_asked_and_how_much_more_there_is(sample: Round) -> None:
    sample.apart = ()
    (asking,) = (t for t in sample.themes if t.id == "t1")
    request = Request(asking.passages[0], "Kör fler bussar.")
    sample.themes = [replace(t, requests=(request,)) if t is asking else t for t in sample.themes]
    text = HtmlExporter().render(sample.compose()).decode("utf-8")
    assert text.index("Vad som begärs:") < text.index("Kör fler bussar.") < text.index("Ur svaren:")
    sample.themes = [replace(t, requests=()) for t in sample.themes]
    text = HtmlExporter().render(sample.compose()).decode("utf-8")
    assert re.search(r"Ytterligare \d synpunkter? hör till temat\.", text)
