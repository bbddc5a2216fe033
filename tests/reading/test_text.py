"""Plain text: encodings, paragraphs, lists, wrapped lines."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.document import BlockKind, Document, Role
from inspel_app.errors import UnreadableError
from inspel_app.reading import text as text_reader
from inspel_app.reading.text import TextReader
from inspel_app.reading.text_paragraphs import paragraphs
from tests.reading.word_files import codes, texts

SWEDISH = "Vi är för få på Åsele älvstrand – och vi når ändå över."


def _read(text: str) -> Document:
    return TextReader().read(text.encode())


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_reads_every_usual_encoding(encoding: str) -> None:
    document = TextReader().read(SWEDISH.encode(encoding))
    assert texts(document) == [SWEDISH]
    assert document.problems == ()


@pytest.mark.parametrize("encoding", ["mac-roman", "cp850", "cp1252"])
def test_tells_eight_bit_encodings_apart_by_their_swedish_letters(encoding: str) -> None:
    text = "Ärade mottagare! Övre Åsele behöver fler årsverken än så."
    assert texts(TextReader().read(text.encode(encoding))) == [text]


def test_tells_of_characters_that_cannot_be_read() -> None:
    document = TextReader().read("En rad på svenska med åäö. ".encode() + b"\xff" + b" Slut.")
    assert texts(document) == ["En rad på svenska med åäö. \ufffd Slut."]
    assert codes(document) == ["osaker-teckenkodning"]


@pytest.mark.parametrize("data", [bytes(range(256)), b"\x00\x01\x02\x03", b"text\x00\x01\x02" * 9])
def test_refuses_bytes_that_are_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        TextReader().read(data)
    assert refused.value.code == "ingen-text"
    assert TextReader().score(data, "brev.txt") == 0


def test_leaves_out_a_few_control_characters() -> None:
    assert texts(_read("x" * 300 + "\x1a")) == ["x" * 300]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_divides_paragraphs_at_blank_lines_and_keeps_other_line_breaks(line_end: str) -> None:
    lines = ["Region Västerbotten", "Box 443", "", "   ", "Brödtext", ""]
    assert texts(_read(line_end.join(lines))) == ["Region Västerbotten\nBox 443", "Brödtext"]


def test_makes_a_block_of_each_list_item() -> None:
    document = _read(
        "Vi vill:\n- ett\n  fortsatt\n• två\n1. tre\nb) fyra\n\n2025. var ett år\n-5 grader"
    )
    assert [(b.text, b.kind is BlockKind.ITEM) for b in document.blocks] == [
        ("Vi vill:", False),
        ("- ett\nfortsatt", True),
        ("- två", True),
        ("1. tre", True),
        ("b) fyra", True),
        ("2025. var ett år\n-5 grader", False),
    ]


WRAPPED = (
    "Kommunen anser att strategin behöver bli tydligare om vad som ska göras\n"
    "och av vem, så att den som läser den förstår vilka uppdrag som ligger på\n"
    "regionen och vilka som är kommunernas egna."
)


def test_joins_lines_that_were_wrapped_for_want_of_room() -> None:
    assert texts(_read(WRAPPED)) == [WRAPPED.replace("\n", " ")]


@pytest.mark.parametrize(
    "text",
    [
        "Vi vill ha:\nmjölk\nbröd",
        "Kommunen anser att strategin behöver bli mycket tydligare än så.\nDet gäller även målen.",
        "Med vänlig hälsning\nAnna Exempel\nkommunalråd",
        f"{'Lång rad ' * 12}slut.\n{'Lång rad ' * 12}slut.",
    ],
    ids=["list", "sentences", "signature", "unwrapped"],
)
def test_keeps_line_breaks_that_the_writer_made(text: str) -> None:
    assert texts(_read(text)) == [text]


COPIED = """\
RUBRIK
Kommunen anser att strategin behöver bli tydligare
om vad som ska göras. Det gäller i synnerhet sam-
verkan i Västerbotten. Kommuner och föreningar i
Norrlands inland har andra behov, och kultur- och
fritidsfrågor hör dit.

Målen behöver följas upp varje år, och kommunerna

7

behöver få veta hur det går.

• Punkten som fortsätter utan punkt till

nästa rad
• Fortsätter till Skellefteå och
Umeå

Personal\t100 000\t200 000
Resor 10 000 20 000
"""


def test_puts_text_that_was_copied_out_of_columns_back_into_paragraphs() -> None:
    document = _read(COPIED)
    assert texts(document) == [
        "RUBRIK",
        (
            "Kommunen anser att strategin behöver bli tydligare om vad som ska göras. Det gäller i "
            "synnerhet samverkan i Västerbotten. Kommuner och föreningar i Norrlands inland har "
            "andra behov, och kultur- och fritidsfrågor hör dit."
        ),
        "Målen behöver följas upp varje år, och kommunerna behöver få veta hur det går.",
        "- Punkten som fortsätter utan punkt till nästa rad",
        "- Fortsätter till Skellefteå och Umeå",
        "Personal\t100 000\t200 000\nResor 10 000 20 000",
    ]
    assert texts(document, Role.FOOTER) == ["7"]


def test_keeps_blank_lines_in_text_that_was_not_copied() -> None:
    text = "Vi vill ha en bättre kollektivtrafik i\n\ninlandet"
    assert texts(_read(text)) == ["Vi vill ha en bättre kollektivtrafik i", "inlandet"]


def test_sets_apart_what_stands_on_every_page() -> None:
    pages = [f"Remissvar\nstycke {n}\n\nmer {n}\nSida {n} (3)" for n in (1, 2, 3)]
    document = _read("\f".join(pages))
    assert texts(document, Role.HEADER) == ["Remissvar"] * 3
    assert texts(document, Role.FOOTER) == ["Sida 1 (3)", "Sida 2 (3)", "Sida 3 (3)"]
    assert texts(document) == ["stycke 1", "mer 1", "stycke 2", "mer 2", "stycke 3", "mer 3"]
    assert [b.page for b in document.blocks if b.role is Role.BODY] == [1, 1, 2, 2, 3, 3]


@given(
    st.lists(st.sampled_from(["ord ord ord ord ord ord", "ord", "Ord.", "- ord", "", "\f", "7"]))
)
def test_loses_no_word(lines: list[str]) -> None:
    text = "\n".join(lines)
    document = _read(text)
    assert document.text.lower().count("ord") == text.lower().count("ord")
    assert document.text.count("7") == text.count("7")


def test_counts_pages_by_form_feeds() -> None:
    assert [(b.text, b.page) for b in _read("ett\n\ftvå").blocks] == [("ett", 1), ("två", 2)]


@pytest.mark.parametrize("data", [b" ", b"\n\n\f\n", b"\xef\xbb\xbf"])
def test_tells_of_a_file_without_text(data: bytes) -> None:
    document = TextReader().read(data)
    assert (document.blocks, codes(document)) == ((), ["utan-text"])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        rb"{\rtf1 hej}",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"\xef\xbb\xbf<?xml version='1.0'?><a/>",
        b" <!DOCTYPE html><p>x",
        b"X-Mailer: x\nSubject: y\n folded\nMIME-Version: 1.0\n\ntext",
    ],
)
def test_leaves_other_formats_to_others(data: bytes) -> None:
    assert TextReader().score(data, "brev.txt") == 0


def test_refuses_more_text_than_anybody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_reader, "MAX_CHARACTERS", 10)
    for data in (b"elva tecken", b"x" * 41):
        with pytest.raises(UnreadableError) as refused:
            TextReader().read(data)
        assert refused.value.code == "for-stor"
    monkeypatch.setattr(text_reader, "MAX_BLOCKS", 1)
    with pytest.raises(UnreadableError):
        TextReader().read(b"a\n\nb")


def test_takes_a_letter_that_begins_like_a_mail() -> None:
    assert TextReader().score(b"Till: Regionen\nFrom: Kommunen\n\nHej!", "brev.txt") > 0.5


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_loses_no_visible_character(text: str) -> None:
    said = "Vi vill ha fler bussar till byn. " * 12  # so much that the rest may be no words
    assert _read(said + text).text == said + normalize("NFC", text)


def test_composes_letters_and_drops_unseen_signs() -> None:
    assert _read("Va\u0308gen a\u0300 la\u00adnga").text == "Vägen à langa"


def test_takes_the_marks_from_a_text_that_is_mostly_quoted() -> None:
    assert _read("Hej!\n\n> Fråga?\n>\n> > Svar är > 5.").text == "Hej!\nFråga?\nSvar är > 5."
    assert _read("Hej!\n\n> Fråga?\n\nSvar.").text == "Hej!\n> Fråga?\nSvar."


SENTENCES = (
    "Vi som bor vid älven vill att regionen tar\nställning för lax och öring och att det\n"
    "byggs vandringsvägar förbi kraftverken.\n"
)
CARD = (
    "Disa Margareta Marklund-Söderström\nordförande i kyrkstadens stugägare\n0913-100 00\n"
    "disa.marklund@kyrkstaden.example"
)


@pytest.mark.parametrize("between", ["", "\n"])
def test_the_lines_of_a_contact_card_stay_lines(between: str) -> None:
    text = "\n".join(block.text for block in paragraphs(f"{SENTENCES}{between}{CARD}"))
    assert text.endswith(CARD)
    assert SENTENCES.replace("\n", " ").strip() in text


def test_an_address_within_a_wrapped_sentence_leaves_the_rest_joined() -> None:
    wrapped = "Skriv till oss på adressen\nanna@byn.example\nså svarar vi inom kort tid."
    assert SENTENCES.replace("\n", " ").strip() in "\n".join(
        block.text for block in paragraphs(SENTENCES + wrapped)
    )
