import json
from typing import Any

import pytest

from inspel_app.domain.coding import Passage
from inspel_app.resources import load_strategy, resource_dir
from tests.benchmarks.labelled import Statement, likeness, pair, statements

FOLDER = resource_dir() / "exempel"
CORPUS = json.loads((FOLDER / "korpus.json").read_text("utf-8"))
FACIT = {inspel["id"]: inspel for inspel in json.loads((FOLDER / "facit.json").read_text("utf-8"))}
STRATEGY = load_strategy("vasterbotten-2020-2030")
STANCES = {"stod", "kritik", "forslag", "fraga", "fakta"}


@pytest.mark.parametrize("inspel", CORPUS, ids=lambda i: str(i["id"]))
def test_labels_are_of_what_was_written_in_the_order_in_which_it_was(
    inspel: dict[str, Any],
) -> None:
    facit = FACIT[inspel["id"]]
    for answer in inspel["answers"]:
        text, field = answer["text"], answer["field"]
        assert text == (facit["text"] if field is None else facit["answers"][field])
        at = 0
        for statement in answer["statements"]:
            assert text.find(statement["text"], at) >= 0
            at = text.index(statement["text"], at) + len(statement["text"])
            assert all(n in statement["text"] for n in statement["actors"] + statement["sources"])


def test_labels_are_codes_aspects_and_stances_that_there_are() -> None:
    found = [s for inspel in CORPUS for a in inspel["answers"] for s in a["statements"]]
    leaves = {code.id for code in STRATEGY.leaves}
    assert {s["code"] for s in found} - {None} <= leaves
    assert {s["aspect"] for s in found} - {None} <= {aspect.id for aspect in STRATEGY.aspects}
    assert {s["stance"] for s in found} == STANCES
    assert len(found) > 200


def test_theme_is_of_one_code() -> None:
    codes: dict[str, set[str | None]] = {}
    for statement in statements(FOLDER / "korpus.json"):
        if statement.theme:
            codes.setdefault(statement.theme, set()).add(statement.code)
    assert {theme for theme, found in codes.items() if len(found) > 1} == set()


def test_statement_is_paired_with_the_passage_of_its_field_that_is_most_alike() -> None:
    passages = [
        _passage("3.3.behov", "Fler bussar behövs. Bygg master."),
        _passage("3.3.behov", "Fler bussar behövs!"),
        _passage("3.4.behov", "Fler bussar behövs."),
    ]
    assert pair(_statement("3.3.behov", "fler bussar behövs"), passages) is passages[1]
    assert pair(_statement("3.3.behov", "Bygg master"), passages) is passages[0]
    assert pair(_statement("3.3.behov", "Lägg ned flyget"), passages) is None
    assert pair(_statement(None, "Fler bussar behövs"), passages) is None


def test_likeness_is_one_for_the_same_words_and_none_where_the_shorter_is_not_in_the_longer() -> (
    None
):
    assert likeness("Fler bussar – nu!", "fler bussar nu") == 1
    assert likeness("Fler bussar nu", "Fler tåg nu") == 0
    assert likeness("", "Fler") == 0


def _statement(field: str | None, text: str) -> Statement:
    return Statement("a", field, text, None, None, (), ())


def _passage(field: str, text: str) -> Passage:
    return Passage(text, "a", "a.0", field, 0, len(text), text)
