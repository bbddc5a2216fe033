"""The strategies and the form that come with the program are whole."""

import timeit
import tomllib
from functools import partial
from itertools import chain
from pathlib import Path

import pytest

from inspel_app.domain.coding import CodeKind
from inspel_app.domain.form import LabelKind
from inspel_app.resources import catalogue, check, forms, load_form, load_strategy, strategies

_LEAVES = {1: 3, 2: 2, 3: 4, 4: 4, 5: 4, 6: 3}
"""Sub-priorities in each of Västerbotten's priorities."""
_SUPPORT = ["analys", "mal", "behov", "aktorer"]
_FORM = "vasterbotten-2025"


def _expected_fields() -> list[str]:
    before = {
        "bakgrund": ["organisation", "avdelning", "kontaktperson", "epost"],
        "overgripande": ["inspel", "anvandning", "utveckling"],
        "samhandling": ["anvandning", "utveckling"],
        "vasterbotten": ["inledning", "levande-plats", "cirkular-plats"],
        "vagen": ["utveckling"],
        "inriktning": ["sammanhallen-region", "jamlik-inkludering", "foregangare-omstallning"],
    }
    fields = [f"{group}.{name}" for group, names in before.items() for name in names]
    for number, leaves in _LEAVES.items():
        fields.append(f"{number}.inledning")
        fields += [f"{number}.{n}.{aspect}" for n in range(1, leaves + 1) for aspect in _SUPPORT]
        fields.append(f"{number}.vagen-framat")
    return fields


@pytest.mark.parametrize("path", [*strategies().values(), *forms().values()], ids=lambda p: p.stem)
def test_has_no_faults(path: Path) -> None:
    assert check(path) == []


def test_holds_the_108_fields_in_the_forms_order() -> None:
    expected = _expected_fields()
    assert len(expected) == 108
    assert [q.id for q in load_form(_FORM).questions] == expected


def test_says_what_each_field_concerns() -> None:
    for question in load_form(_FORM).questions:
        head, _, aspect = question.id.rpartition(".")
        if head[0].isdigit():
            assert (question.code, question.aspect) == (head, aspect)
        elif head == "inriktning":
            assert (question.code, question.aspect) == (question.id, None)
        elif aspect.endswith("-plats"):
            assert (question.code, question.aspect) == (f"plats.{aspect.split('-')[0]}", None)
        else:
            assert (question.code, question.aspect) == (None, None)


def test_prints_repeated_questions_as_often_as_the_form_does() -> None:
    form = load_form(_FORM)
    asked = [label.text for label in form.labels if label.kind is LabelKind.QUESTION]
    assert asked.count("I vilka sammanhang används strategin av dig/er idag?") == 2
    assert asked.count("Vad kan utvecklas i det här avsnittet?") == 8
    support = [q.text for q in form.questions if q.id.startswith("3.3.")]
    assert [asked.count(text) for text in support] == [20, 20, 20, 20]
    own = [label.text for label in form.labels if label.kind is LabelKind.OWN]
    assert [own.count(text) for text in support] == [1, 1, 1, 1]
    assert (
        own[2] == own[-1] == "Deadline för inspel är den 19 juni 2025 (dagen före midsommarafton)"
    )


def test_gives_every_question_its_heading_above() -> None:
    form = load_form(_FORM)
    for number, label in enumerate(form.labels):
        if label.question is None:
            continue
        assert label.parent is not None
        assert label.parent < number
        above = form.labels[label.parent]
        question = form.question(label.question)
        assert above.text == (question.heading or question.section)
        if above.parent is not None:
            assert form.labels[above.parent].text == question.section


def test_keys_the_six_alike_titles_on_number_and_place() -> None:
    form = load_form(_FORM)
    title = "Kapacitet för samverkan och samhandling"
    headings = [label for label in form.labels if title in label.text]
    assert [label.text for label in headings] == [
        f"Inspel på Delprioritering {n}.1 {title}" for n in range(1, 7)
    ]
    assert all(title not in label.aliases for label in headings)


def test_knows_both_wordings_of_the_table_heading() -> None:
    form = load_form(_FORM)
    headings = [label for label in form.labels if "Vägen framåt –" in label.text]
    assert len(headings) == 6
    for label in headings:
        texts = (label.text, *label.aliases)
        assert any("exempel på andra" in text for text in texts)
        assert any("exempel andra" in text for text in texts)
    assert "exempel på andra" in headings[0].text
    assert all("exempel andra" in label.text for label in headings[1:])


def test_holds_the_picture_s_text_and_the_placeholders() -> None:
    form = load_form(_FORM)
    assert "Hälsosamma arbets- och verksamhetsmiljöer" in form.picture_texts
    assert form.placeholders[0] == "Klicka för att skriva"
    assert "Click or tap here to enter text." in form.placeholders


def test_knows_the_parts_of_vasterbottens_strategy() -> None:
    book = load_strategy("vasterbotten-2020-2030")
    kinds = [code.kind for code in book.codes]
    assert [kinds.count(k) for k in (CodeKind.PLATS, CodeKind.INRIKTNING)] == [2, 3]
    assert [len(book.children(str(n))) for n in range(1, 7)] == list(_LEAVES.values())
    assert [code.id for code in book.leaves] == [
        f"{n}.{m}" for n, leaves in _LEAVES.items() for m in range(1, leaves + 1)
    ]
    assert {a.id for a in book.aspects} == {*_SUPPORT, "inledning", "vagen-framat"}


def test_knows_the_parts_of_vasternorrlands_strategy() -> None:
    book = load_strategy("vasternorrland-2030")
    kinds = [code.kind for code in book.codes]
    wanted = (CodeKind.VISION, CodeKind.MALOMRADE, CodeKind.PRIORITERING, CodeKind.PRINCIP)
    assert [kinds.count(kind) for kind in wanted] == [1, 3, 17, 6]
    assert [len(book.children(str(n))) for n in (1, 2, 3)] == [4, 6, 7]
    assert {code.kind for code in book.leaves} == {CodeKind.PRIORITERING}
    assert len(book.children("agenda2030")) == 3 + 17


@pytest.mark.parametrize("strategy", sorted(strategies()))
def test_tells_enough_of_every_code(strategy: str) -> None:
    book = load_strategy(strategy)
    for code in book.codes:
        assert code.description, code.id
        assert code.terms, code.id
    for leaf in book.leaves:
        assert {term.weight for term in leaf.terms} == {1, 2, 3}, leaf.id
        assert len(leaf.examples) >= 20, leaf.id
    for codes in (set(book.leaves), set(book.codes) - set(book.leaves)):
        examples = list(chain.from_iterable(code.examples for code in codes))
        assert len(examples) == len(set(examples))


@pytest.mark.parametrize("strategy", sorted(strategies()))
def test_loads_in_little_more_than_it_takes_to_parse(strategy: str) -> None:
    def load() -> None:
        catalogue._strategy.cache_clear()
        load_strategy(strategy)

    data = strategies()[strategy].read_text("utf-8")
    parse = partial(tomllib.loads, data)
    loading, parsing = (min(timeit.repeat(do, repeat=5, number=1)) for do in (load, parse))
    assert loading < 3 * parsing
