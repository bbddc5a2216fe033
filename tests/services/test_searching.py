"""What is found is shown in its surroundings, with the words marked."""

import time

import pytest

from inspel_app.services.searching import Hit, Kind, marks, search, terms
from inspel_app.store.project import Project
from tests.benchmarks.searching import MANY, compared
from tests.services.tagged_round import BUS, add_answer, make

LONG = "Vi bor långt ut. " * 30 + "Bussen går för sällan. " + "Vägen är dålig. " * 30


def said(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.marks]


def test_hits_tell_where_they_are(project: Project) -> None:
    ids = add_answer(project, "a", field="3.3.behov")
    make(project, ids, {})
    answer, passage = search(project, "buss", 5)
    assert (answer.kind, answer.id, answer.heading) == (
        Kind.ANSWER,
        "a.0",
        "1 Malå kommun · 3.3 Identifierade behov",
    )
    assert (passage.kind, passage.id, passage.text) == (Kind.PASSAGE, ids[0], BUS)
    assert said(answer) == said(passage) == ["Bussarna"]


def test_note_tells_whose_it_is_and_letter_that_it_is_whole(project: Project) -> None:
    ids = add_answer(project, "a")
    make(project, ids, {})
    with project.action("Anteckna"):
        project.decisions.note(ids[0], "Ring dem", "anna")
    (note,) = search(project, "ring", 5)
    assert (note.heading, note.passage) == ("1 Malå kommun · Hela brevet · anna", ids[0])


def test_theme_is_found(themed: Project) -> None:
    theme = themed.themes()[0]
    hits = [hit for hit in search(themed, theme.label, 5) if hit.kind is Kind.THEME]
    assert (hits[0].id, hits[0].heading, hits[0].text) == (theme.id, "Tema om 3.4", theme.label)


def test_long_text_is_shown_around_what_was_found(project: Project) -> None:
    add_answer(project, "a", LONG, ())
    (hit,) = search(project, "bussen dålig", 5)
    assert hit.text.startswith("… ")
    assert hit.text.endswith(" …")
    assert len(hit.text) < 200
    assert said(hit)[0] == "Bussen"
    assert set(said(hit)) == {"Bussen", "dålig"}


def test_text_without_a_space_is_cut(project: Project) -> None:
    add_answer(project, "a", "buss" * 500, ())
    (hit,) = search(project, "buss", 5)
    assert len(hit.text) < 200


@pytest.mark.parametrize(
    ("asked", "marked"),
    [
        ("e-häl", ["E-hälsa"]),
        ('"fiber i"', ["fiber i"]),
        ("i", ["i"]),
        ("234/2025", ["234–2025"]),
        ("FIBER k", ["fiber"]),
        ("halsa", []),
    ],
)
def test_marks_whole_words_and_phrases(asked: str, marked: list[str]) -> None:
    text = "E-hälsa kräver fiber i byn, se RUN 234–2025"
    assert [text[start:end] for start, end in marks(text, terms(asked))] == marked


def test_each_kind_has_its_share(project: Project) -> None:
    for name in "abcd":
        make(project, add_answer(project, name), {})
    kinds = [hit.kind for hit in search(project, "malå", 2)]
    assert kinds == [Kind.RESPONDENT, Kind.RESPONDENT]


@pytest.mark.slow
def test_search_is_quicker_than_to_read_all_texts(project: Project) -> None:
    for asked, ours, theirs in compared(project, MANY // 10):
        assert ours < max(theirs, 0.1), asked
    begun = time.process_time()
    search(project, "och", 8)
    assert time.process_time() - begun < 0.1
