"""Every text that the user sees is in the English catalogue, translated and compiled."""

import io
import re
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from inspel_app.i18n import _, use_language

ROOT = Path(__file__).parents[1]
LANGUAGES = ROOT / "resources" / "sprak"
ENGLISH = LANGUAGES / "en" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)\w|%[srd]")


def texts_of_the_source() -> set[str]:
    """The texts, of plural ones the singular, by the rules of `babel.cfg`."""
    extracted = [
        *extract_from_dir(ROOT / "inspel_app", [("**.py", "python")]),
        *extract_from_dir(ROOT / "resources" / "rapport", [("**.j2", "jinja2")]),
    ]
    ids = (text for _file, _line, text, _comments, _context in extracted)
    return {text if isinstance(text, str) else text[0] for text in ids}


def translated() -> Catalog:
    with (ENGLISH / "inspel.po").open("rb") as file:
        return read_po(file)


def singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> list[str]:
    """The translations: one, or one for each plural form."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def test_the_catalogue_holds_the_texts_of_the_source_and_no_others() -> None:
    held = {singular(message) for message in translated() if message.id}
    assert texts_of_the_source() == held


def test_every_text_is_translated() -> None:
    lacking = [
        m.id for m in translated() if m.id and (m.fuzzy or not forms(m) or not all(forms(m)))
    ]
    assert not lacking


def test_translations_fill_in_the_same_values() -> None:
    for message in translated():
        if message.id:
            asked = set(PLACEHOLDER.findall(singular(message)))
            for form in forms(message):
                assert asked - {"{n}"} <= set(PLACEHOLDER.findall(form)) <= asked | {"{n}"}


def test_the_compiled_catalogue_is_that_of_the_translations() -> None:
    compiled = read_mo(io.BytesIO((ENGLISH / "inspel.mo").read_bytes()))
    assert {singular(m): forms(m) for m in compiled if m.id} == {
        singular(m): forms(m) for m in translated() if m.id
    }


@pytest.mark.parametrize(
    ("language", "word"), [("sv", "Inspel"), ("en", "Submissions"), ("xx", "Inspel")]
)
def test_the_language_can_be_chosen(language: str, word: str) -> None:
    use_language(language, LANGUAGES)
    try:
        assert _("Inspel") == word
    finally:
        use_language("sv", LANGUAGES)
