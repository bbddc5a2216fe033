"""Bytes that are no text are refused or doubted; what people write in any language is not."""

import base64
from random import Random

import pytest

from inspel_app.errors import UnreadableError
from inspel_app.reading.readers import read
from inspel_app.reading.text_likeness import likeness
from tests.reading.word_files import codes, texts

SAID = (
    "Vi anser att kommunen behöver bredband, t.ex. i inlandet (ca 40 % saknar fiber).\n"
    "Se https://www.example.se/x_1 och kontakta anna@x.example. EU-medel 2025–2030.\n"
)
NOISE = Random(1).randbytes(3_000)


@pytest.mark.parametrize(
    "data",
    [
        SAID.encode("cp500", "replace") * 3,
        base64.encodebytes(SAID.encode() * 3),
        base64.encodebytes(NOISE)[3:].replace(b"A", b"?"),
        SAID.encode().hex().encode(),
        bytes(32 + byte % 64 for byte in NOISE),
        bytes(0xC0 + byte % 64 for byte in NOISE),
        b"%!PS-Adobe-3.0\n/Times findfont 12 scalefont setfont (Vi vill ha bussar) show",
        b"MZ\x90\x00" + NOISE,
    ],
)
def test_refuses_bytes_that_are_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(data, "inspel.txt")
    assert refused.value.code in {"ingen-text", "okand-filtyp", "program"}
    assert refused.value.advice


def test_doubts_text_in_the_midst_of_other_bytes() -> None:
    document = read(SAID.encode() * 3 + base64.encodebytes(NOISE), "inspel.txt")
    assert codes(document) == ["liknar-inte-text"]
    assert "kommunen behöver bredband" in document.text


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        SAID.upper(),
        "Mii oaivvildit ahte suohkan dárbbaša investeret govdabáddái siseatnamis, ja sámi giella.",
        "Kunnan pitäisi panostaa laajakaistaan sisämaassa, eikä vain rannikolla, sanomme me.",
        "نحن نعتقد أن البلدية بحاجة إلى الاستثمار في النطاق العريض في المناطق الداخلية",
        "हम मानते हैं कि नगरपालिका को ब्रॉडबैंड में निवेश करने की आवश्यकता है और बसें चाहिए",
        "我们认为市政府需要在内陆地区投资宽带" * 5,
        "namn;svar;belopp\n" + "Åsele;Ja;3 000,50 kr\n" * 20,
        "\n".join(f"{n}\t{n * 3},5\t{n} %" for n in range(100)),
        "- Ja\n- Nej\n" + "_" * 60 + "\n" + "=" * 60,
        "Ja",
    ],
)
def test_takes_writing_for_writing(text: str) -> None:
    assert likeness(text).share > 0.7
    assert codes(read(text.encode(), "inspel.txt")) == []


def test_reads_utf_7() -> None:
    text = "Vi behöver fler bussar på kvällarna i Åsele."
    assert texts(read(text.encode("utf-7"), "inspel.txt")) == [text]
