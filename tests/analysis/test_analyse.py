from dataclasses import replace

import pytest

from inspel_app.analysis.analyse import Decided, mark_misplaced, passages_of, suggestions_for
from inspel_app.analysis.language import LanguageGuesser, read_samples
from inspel_app.analysis.names import PatternNameFinder
from inspel_app.analysis.references import References
from inspel_app.analysis.suggest import CodebookSuggester
from inspel_app.domain.coding import Assignment, Origin, Passage, Stance, Suggestion
from inspel_app.domain.document import Method
from inspel_app.domain.form import Answer, Respondent, SourceFile, Submission
from tests.analysis.books import BOOK
from tests.analysis.encoders import ENCODER

SWEDISH = "vi och det är inte bra att bussen går för sällan till byn"
ENGLISH = "we and it is not good that the bus goes too seldom to the village"
REFERENCES = References(BOOK)
LINGUIST = LanguageGuesser(read_samples(f"[sv]\n{SWEDISH}\n[en]\n{ENGLISH}"))
LONG = "Den här meningen har fler än sex ord i sig."


def placed(code: str | None, text: str = LONG) -> Passage:
    given = (Assignment(code, "behov", Origin.FORM),) if code else ()
    return Passage("a:0-9", "s", "a", "f", 0, 9, text, given)


def is_misplaced(passage: Passage, *suggestions: tuple[str, int]) -> bool:
    found = {passage.id: [Suggestion(code, permille) for code, permille in suggestions]}
    return mark_misplaced([passage], found, BOOK)[0].misplaced


def test_passages_carry_stance_actors_and_sources() -> None:
    text = "Trafikverket bör se över bron. Källa: Broinventering 2024."
    answer = Answer("a", "f", text, Method.TEXT, ())
    submission = Submission("s", (SourceFile("svar.txt", "0"),), answers=(answer,))
    names = PatternNameFinder({"Trafikverket": "Trafikverket"}, {}, {})
    (passage,) = passages_of([submission], {"f": ("1.1", "behov")}, REFERENCES, names, LINGUIST)
    assert passage.code == "1.1"
    assert passage.stance is Stance.FORSLAG
    assert [a.name for a in passage.actors] == ["Trafikverket"]
    assert passage.sources == ("Broinventering 2024",)


@pytest.mark.parametrize(
    ("organisation", "named"),
    [
        ("Länsstyrelsen i Norrbottens län", ["Trafikverket"]),
        ("Trafikverket", ["Länsstyrelsen"]),
        ("", ["Länsstyrelsen", "Trafikverket"]),
    ],
)
def test_a_respondent_that_names_itself_names_no_actor(organisation: str, named: list[str]) -> None:
    answer = Answer("a", "f", "Länsstyrelsen frågar Trafikverket.", Method.TEXT, ())
    who = Respondent(organisation=organisation)
    submission = Submission("s", (SourceFile("svar.txt", "0"),), respondent=who, answers=(answer,))
    names = PatternNameFinder({"Trafikverket": "Trafikverket"}, {}, {})
    (passage,) = passages_of([submission], {}, REFERENCES, names, LINGUIST)
    assert [a.name for a in passage.actors] == named


def test_a_point_is_in_its_own_language_or_else_in_that_of_its_answer() -> None:
    text = (
        f"{ENGLISH.capitalize()}.\n\nUmeå, Malå.\n\nBussen går för sällan till byn.\n\n{ENGLISH}."
    )
    submission = Submission(
        "s",
        (SourceFile("svar.txt", "0"),),
        answers=(
            Answer("a", None, text, Method.TEXT, ()),
            Answer("b", "f", "Nja", Method.TEXT, ()),
        ),
    )
    passages = passages_of([submission], {}, REFERENCES, PatternNameFinder({}, {}, {}), LINGUIST)
    found = {p.text.rstrip("."): p.language for p in passages}
    assert found["Bussen går för sällan till byn"] == "sv"
    assert {found[text] for text in found if "bus goes" in text} == {"en"}
    assert found["Nja"] == "sv"


def test_a_point_of_a_norwegian_letter_is_norwegian_though_its_words_are_swedish_too() -> None:
    text = (
        "Samarbeidet mellom kommunene bør styrkes, og det trengs ikke flere utredninger.\n\n"
        "Strategien savner et kapittel om reindrift.\n\n"
        "Bussarna går för sällan."
    )
    submission = Submission(
        "s", (SourceFile("brev.txt", "0"),), answers=(Answer("a", None, text, Method.TEXT, ()),)
    )
    passages = passages_of([submission], {}, REFERENCES, PatternNameFinder({}, {}, {}), LINGUIST)
    found = {p.text.split()[0]: p.language for p in passages}
    assert (found["Strategien"], found["Bussarna"]) == ("no", "sv")


def suggested(
    passages: list[Passage],
    decided: dict[str, list[str]] | None,
    rejected: dict[str, list[str]] | None = None,
) -> dict[str, list[Suggestion]]:
    said = None if decided is None else Decided(decided, rejected or {})
    parts = suggestions_for(passages, CodebookSuggester(BOOK, ENCODER), said)
    return {passage: found for part in parts for passage, found in part.items()}


def test_suggestions_are_kept_by_passage_without_the_hopeless() -> None:
    passage = placed("2.1", "Fibern och bredbandet måste nå byarna.")
    found = suggested([passage], {})[passage.id]
    assert found[0].code == "1.2"
    assert all(s.permille >= 10 or s.code == "2.1" for s in found)
    assert "2.1" in {s.code for s in found}
    assert suggested([], {}) == {}


def test_what_cuts_across_comes_after_the_leaves() -> None:
    passage = placed("2.1", "Fibern når inte byarna, och avsnittets läsbarhet är dålig.")
    codes = [s.code for s in suggested([passage], {})[passage.id]]
    assert codes[0] == "1.2"
    assert codes[-1] == "tvargaende.form"


SNOW = "Snöröjningen på torget sköts illa om vintrarna."


def in_inspel(number: int, code: str | None) -> Passage:
    return replace(placed(code, SNOW), id=f"{number}", submission=f"{number}")


def permille(found: list[Suggestion], code: str) -> int:
    return {s.code: s.permille for s in found}.get(code, 0)


def test_fields_of_other_inspel_teach_what_a_letter_concerns() -> None:
    letter = in_inspel(0, None)
    passages = [letter, *(in_inspel(n, "2.1") for n in range(1, 5))]
    without, taught = suggested(passages, None)[letter.id], suggested(passages, {})[letter.id]
    assert permille(taught, "2.1") > permille(without, "2.1")
    assert taught[0].code == "2.1"


def test_decisions_go_before_fields() -> None:
    passages = [in_inspel(n, "2.1") for n in range(5)]
    decided = {p.id: ["1.1"] for p in passages[1:]}
    assert suggested(passages, decided)[passages[0].id][0].code == "1.1"


def test_rejections_teach_what_others_do_not_concern() -> None:
    letters = [in_inspel(n, None) for n in range(5)]
    before = suggested(letters, {})
    first = before["0"][0].code
    after = suggested(letters, {}, {p.id: [first] for p in letters[1:]})
    assert permille(after["0"], first) < permille(before["0"], first)


def test_a_rejected_field_teaches_nothing() -> None:
    passages = [in_inspel(0, None), *(in_inspel(n, "2.1") for n in range(1, 5))]
    rejected = {p.id: ["2.1"] for p in passages[1:]}
    without = suggested(passages, None)["0"]
    assert permille(suggested(passages, {}, rejected)["0"], "2.1") <= permille(without, "2.1")


def test_no_passage_is_told_what_it_says_itself() -> None:
    alone = in_inspel(0, "2.1")
    assert suggested([alone], {alone.id: ["1.1"]}) == suggested([alone], None)


def test_a_passage_that_clearly_concerns_another_leaf_is_misplaced() -> None:
    assert is_misplaced(placed("2.1"), ("1.2", 900), ("2.1", 4))
    assert is_misplaced(placed("2.1"), ("1.2", 900))


def test_the_forms_place_stands_when_there_is_doubt() -> None:
    assert not is_misplaced(placed("2.1"), ("2.1", 900))
    assert not is_misplaced(placed("2.1"), ("1.2", 900), ("2.1", 50))
    assert not is_misplaced(placed("2.1"), ("1.2", 300))
    assert not is_misplaced(placed("2.1"))
    assert not is_misplaced(placed("2.1"), ("tvargaende.form", 900))
    assert not is_misplaced(placed("2.1", "Fiber nu"), ("1.2", 900))


def test_only_a_leaf_can_be_the_wrong_place() -> None:
    assert not is_misplaced(placed(None), ("1.2", 900))
    assert not is_misplaced(placed("1"), ("1.2", 900))
    assert not is_misplaced(placed("tvargaende.form"), ("1.2", 900))
