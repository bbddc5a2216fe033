"""Files that stand in a mail's text as uuencoded lines."""

from binascii import b2a_uu

from hypothesis import given
from hypothesis import strategies as st

from inspel_app.reading.mail_uuencoded import without_files


def encoded(data: bytes, name: str) -> str:
    lines = [b2a_uu(data[i : i + 45]).decode("ascii") for i in range(0, len(data), 45)]
    return f"begin 644 {name}\n{''.join(lines)}`\nend"


@given(st.binary(min_size=1, max_size=500), st.sampled_from(["svar.docx", "vårt svar.pdf"]))
def test_takes_files_out_of_the_text(data: bytes, name: str) -> None:
    text, files = without_files(f"Hej!\n{encoded(data, name)}\nHälsningar")
    assert text == "Hej!\nHälsningar"
    assert [(file.name, file.data) for file in files] == [(name, data)]


@given(st.lists(st.sampled_from(["begin 644 a", "begin 644 b c", "end", "`", "Vi vill", ""])))
def test_text_that_is_no_file_stays(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert without_files(text) == (text, [])
