"""What is the site's own on a saved web page is told apart from what somebody wrote."""

import time

import pytest

from inspel_app.domain.document import Document, Role
from inspel_app.reading.webpage import WebpageReader

SAID = "Vi vill att bussen till byn går också på kvällar och helger, hela året om."
MENU = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("Hem", "Om", "Nytt", "Mer"))

SOURCES = "".join(f"<li><a href='x'>https://a.example/{number}</a></li>" for number in range(5))


def _read(body: str) -> Document:
    return WebpageReader().read(f"<!DOCTYPE html><html><body>{body}</body></html>".encode())


def _body(body: str) -> list[str]:
    return [b.text for b in _read(body).blocks if b.role is Role.BODY and b.text]


def _all_text(body: str) -> set[str]:
    return {b.text for b in _read(body).blocks}


@pytest.mark.parametrize(
    "around",
    [
        f"<nav><ul>{MENU}</ul></nav>",
        f"<ul>{MENU}</ul>",
        "<header><p>Byalaget i norr</p></header>",
        "<footer>Webbplatsen sköts av Norra Kommunen</footer>",
        "<div role='contentinfo'>Adress: Storgatan 1</div>",
        "<div role='dialog' aria-label='x'>Vi använder kakor. <button>Ja</button></div>",
        "<div aria-modal='true'>We value your privacy</div>",
        "<div class='cookie-banner'>Godkänn</div>",
        "<aside>Läs också: Snö i fjällen</aside>",
        "<p>Publicerat <time datetime='2025-06-01'>1 juni</time> av Redaktionen</p>",
        "<p>Publicerad 12 juni 2025 av Redaktionen</p>",
        "<p><span itemprop='author'>Redaktionen</span></p>",
        "<div id='breadcrumbs'>Start / Nyheter</div>",
    ],
)
def test_what_is_the_sites_own_is_no_part_of_the_letter_but_kept(around: str) -> None:
    for page in (f"{around}<p>{SAID}</p>", f"<div>{around}</div><div><p>{SAID}</p></div>{around}"):
        assert _body(page) == [SAID]
        assert len(_all_text(page)) > 1


def test_all_beside_the_main_content_is_the_sites_own() -> None:
    page = f"<div><p>Logga in</p><main><h1>Inspel</h1><p>{SAID}</p></main><p>Kontakt</p></div>"
    assert _body(page) == ["Inspel", SAID]
    assert _body(page.replace("main", "article")) == ["Inspel", SAID]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{SAID}</p><p>Norra byalaget</p>",
        f"<p>{SAID}</p><ul>{SOURCES}</ul>",
        f"<section><header><h2>Svar</h2></header><p>{SAID}</p></section>",
        f"<aside>{SAID}</aside>",
        f"<form><nav><p>1. Vad saknas?</p><input value='{SAID}'></nav></form>",
        f"<div class='menuett shareholders'>{SAID}</div><p>{SAID}</p>",
    ],
)
def test_what_somebody_wrote_stays(body: str) -> None:
    assert {b.role for b in _read(body).blocks} == {Role.BODY}


def test_deep_and_wide_pages_cost_no_more_than_their_size() -> None:
    begun = time.process_time()
    _read("<div class=a><header>" * 200 + "x" + "<p><a>y</a></p>" * 20_000)
    assert time.process_time() - begun < 5
