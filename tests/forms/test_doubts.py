import re

from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.document import Block, Box, Document, Line, Method, Word
from inspel_app.domain.form import FormTemplate
from inspel_app.forms.doubts import SURE, doubtful_words
from inspel_app.forms.interpret import interpret


def _box(page: int, number: int) -> Box:
    return Box(10.0 * number, 100.0 * page, 10.0 * number + 8, 100.0 * page + 12)


def _read(text: str, *unsure: str, page: int = 1) -> Block:
    """A block read from a picture, some of whose words are unsure."""
    found = list(re.finditer(r"\S+", text))
    words = tuple(
        Word(m.start(), m.end(), 0.4 if m[0] in unsure else 0.96, page, _box(page, n))
        for n, m in enumerate(found)
    )
    return Block(text, page=page, lines=(Line(0, len(text), page, _box(page, 0)),), words=words)


def _document(*blocks: Block) -> Document:
    return Document.of("f" * 64, Method.OCR, blocks)


def test_answer_tells_which_words_are_doubtful_and_where_they_stand(
    template: FormTemplate,
) -> None:
    letter = _document(
        _read("Vi bor i Umca och trivs.", "Umca"), _read("Fler bussar, tack!", "Fler", page=2)
    )
    (answer,) = interpret(letter, "brev.pdf", [template]).answers
    first, second = answer.doubtful
    assert [answer.text[w.start : w.end] for w in (first, second)] == ["Umca", "Fler"]
    assert [w.text for w in (first, second)] == ["Umca", "Fler"]
    assert [w.confidence for w in (first, second)] == [0.4, 0.4]
    assert (first.place.page, first.place.box) == (1, _box(1, 3))
    assert (second.place.page, second.place.box) == (2, _box(2, 0))
    assert [letter.at(w.place) for w in (first, second)] == ["Umca", "Fler"]
    assert not first.settled


def test_unplaced_text_has_doubtful_words_too(template: FormTemplate) -> None:
    form = [label.text for label in template.labels]
    blocks = [Block(text) for text in ("Strökommentar", *form)]
    blocks[0] = _read("Fel Umca stämpel", "Umca")
    submission = interpret(_document(*blocks), "blankett.pdf", [template])
    assert submission.form == template.id
    (line,) = submission.unplaced
    assert [line.text[w.start : w.end] for w in line.doubtful] == ["Umca"]


def test_text_that_was_no_picture_is_never_doubtful() -> None:
    assert doubtful_words(_document(Block("Vi bor i Umca")), [(0, 13)]) == ()


def test_word_read_in_pieces_is_one_and_as_sure_as_the_least_sure() -> None:
    pieces = tuple(
        Word(start, end, confidence, page, _box(page, start))
        for start, end, confidence, page in ((0, 2, 0.9, 1), (3, 10, 0.9, 1), (10, 16, 0.3, 2))
    )
    document = _document(Block("Om kollektivtrafik", words=pieces))
    (word,) = doubtful_words(document, [(0, 18)])
    assert (word.text, word.confidence) == ("kollektivtrafik", 0.3)
    assert (word.place.page, word.place.box) == (2, _box(2, 10))


@given(
    st.lists(st.lists(st.sampled_from(["ett", "Umca", "tre"]), min_size=1).map(" ".join)),
    st.data(),
)
def test_doubtful_words_stand_where_they_say(texts: list[str], data: st.DataObject) -> None:
    document = _document(*(_read(text, "Umca") for text in texts))
    cuts = [
        data.draw(st.tuples(st.just(b.start), st.integers(b.start, b.end))) for b in document.blocks
    ]
    text = "\n".join(document.text[start:end] for start, end in cuts)
    found = doubtful_words(document, cuts)
    for word in found:
        assert text[word.start : word.end] == word.text == document.at(word.place)
        assert word.confidence < SURE
    assert len(found) == len(re.findall(r"U(?:mca|mc|m|)(?!\w)", text))
