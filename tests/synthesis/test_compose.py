from dataclasses import replace

from inspel_app.domain.coding import Assignment, Mark, Origin, Request
from inspel_app.domain.form import ActorType, Respondent
from inspel_app.domain.synthesis import CodeReport, Count, Synthesis
from inspel_app.synthesis.compose import compose
from inspel_app.synthesis.front import method
from tests.synthesis.conftest import BUS, CODEBOOK, FACTS, FORM, LONG, Round, Said


def report(synthesis: Synthesis, code: str | None) -> CodeReport:
    """The first report about a code."""
    reports = (r for chapter in synthesis.chapters for r in chapter.reports)
    return next(r for r in reports if (r.code.id if r.code else None) == code)


def test_inspel_and_respondents_are_counted_apart(synthesis: Synthesis) -> None:
    assert synthesis.count == Count(submissions=6, respondents=5, passages=15)
    assert synthesis.late == 1
    assert dict(synthesis.by_type)[ActorType.KOMMUN] == Count(3, 2, 8)
    assert sum(c.submissions for _key, c in synthesis.by_type) == 6
    assert sum(c.submissions for _key, c in synthesis.by_municipality) == 6
    assert synthesis.by_municipality[-1] == (None, Count(1, 1, 2))


def test_duplicates_and_what_is_no_inspel_are_listed_but_not_counted(synthesis: Synthesis) -> None:
    numbers = {s.id: s.number for s in synthesis.submissions}
    assert [(numbers[key], reason) for key, reason in synthesis.uncounted] == [
        (7, "Dubblett av inspel 1"),
        (8, "Är inget inspel"),
    ]
    quoted = {
        q.number
        for chapter in synthesis.chapters
        for r in chapter.reports
        for a in r.aspects
        for q in (*a.single, *(q for t in a.themes for q in t.quotations))
    }
    assert quoted == {1, 2, 3, 4, 5, 6}


def test_the_strategy_s_own_order_is_kept(synthesis: Synthesis) -> None:
    assert [(c.heading, [r.heading for r in c.reports]) for c in synthesis.chapters] == [
        ("Övergripande synpunkter", ["Finns det några övergripande inspel?"]),
        ("Inriktningar", ["Sammanhållen region"]),
        (
            "Prioritering 3: Provlän – en nära tillgänglig region",
            ["Prioritering 3 som helhet", "3.2 Hållbara transportsystem", "3.3 Hållbar mobilitet"],
        ),
        ("Prioritering 4: Provlän – en region med livsmiljöer", ["4.1 Planering och byggande"]),
    ]
    aspects = [a.title for a in report(synthesis, "3.3").aspects]
    assert aspects == [
        "Sammanfattande analys",
        "Målformulering",
        "Identifierade behov",
        "Viktiga aktörer",
    ]


def test_every_counted_passage_is_told_once(synthesis: Synthesis) -> None:
    told = sum(r.count.passages for c in synthesis.chapters for r in c.reports)
    assert told == sum(c.count.passages for c in synthesis.chapters) == synthesis.count.passages


def test_a_theme_tells_who_and_how_many(synthesis: Synthesis) -> None:
    behov = report(synthesis, "3.3").aspects[2]
    (theme,) = behov.themes
    assert theme.count == Count(submissions=4, respondents=4, passages=6)
    assert dict(theme.by_type) == {
        ActorType.KOMMUN: 2,
        ActorType.NARINGSLIV: 1,
        ActorType.AKADEMI: 1,
    }
    assert theme.municipalities == ("Storby", "Västby")
    assert (theme.supporting, theme.opposing) == (2, 1)
    assert theme.respondents[0] == "Storby kommun"
    assert len({q.number for q in theme.quotations}) == len(theme.quotations) == 4
    assert synthesis.largest[0] == theme


def test_points_without_company_stand_alone_and_long_ones_are_cut(synthesis: Synthesis) -> None:
    (single,) = report(synthesis, "3.2").aspects[0].single
    assert single.text.endswith("distansarbete. […]")
    assert len(single.text) < 420 < len(LONG)


def test_misplaced_passages_are_told_where_they_belong(synthesis: Synthesis) -> None:
    assert [q.place for q in report(synthesis, "4.1").misplaced] == [
        "fråga 3.2 Identifierade behov"
    ]
    assert report(synthesis, "4.1").aspects == ()
    (bus,) = report(synthesis, "3.3").misplaced
    assert (bus.text, bus.place) == (BUS[4], "fråga 4.1 Identifierade behov")


def test_proposed_actors_are_told_apart_from_others(synthesis: Synthesis) -> None:
    mobility = report(synthesis, "3.3")
    assert mobility.proposed == (("Byarådet", 1), ("Provtrafiken", 1))
    assert mobility.struck == ()
    assert mobility.actors == (("Trafikverket", 1),)
    assert mobility.sources == (("Resvanor 2023", 1),)


def test_parts_that_nobody_spoke_of_are_named(synthesis: Synthesis) -> None:
    assert [c.id for c in synthesis.silent] == ["levande", "jamlik", "4.2"]


def test_it_says_who_placed_the_passages(synthesis: Synthesis) -> None:
    assert dict(synthesis.by_origin) == {
        Origin.FORM: 10,
        Origin.SUGGESTION: 2,
        Origin.PERSON: 1,
        None: 2,
    }


def test_a_code_that_a_person_adds_is_told_there_too(sample: Round) -> None:
    first = next(p for p in sample.passages if p.code == "3.3")
    more = Assignment("4.2", None, Origin.PERSON)
    guess = Assignment("3.2", None, Origin.SUGGESTION)
    both = replace(first, assignments=(*first.assignments, more, guess))
    sample.passages[sample.passages.index(first)] = both
    synthesis = sample.compose()
    assert [q.passage for q in report(synthesis, "4.2").aspects[0].single] == [both.id]
    assert report(synthesis, "3.2").count.passages == 1


def test_a_code_that_the_strategy_no_longer_has_is_told_with_the_whole(sample: Round) -> None:
    stale = Assignment("9.9", "behov", Origin.PERSON)
    sample.passages = [replace(p, assignments=(stale,)) for p in sample.passages]
    synthesis = sample.compose()
    assert [c.heading for c in synthesis.chapters] == ["Övergripande synpunkter"]
    assert synthesis.chapters[0].count.passages == synthesis.count.passages


def test_a_theme_whose_passages_went_to_another_code_is_told_there(sample: Round) -> None:
    before = sample.compose()
    sample.themes = [replace(t, code="4.2") for t in sample.themes]
    synthesis = sample.compose()
    assert synthesis.largest == before.largest
    assert report(synthesis, "3.3") == report(before, "3.3")


def test_a_round_without_inspel_or_form_is_composed_too() -> None:
    synthesis = compose(FACTS, CODEBOOK, None, [], [], [])
    assert synthesis.count == Count(0, 0, 0)
    assert synthesis.silent == CODEBOOK.leaves
    assert compose(FACTS, CODEBOOK, FORM, [], [], []).chapters == ()


def test_what_a_person_took_for_no_point_is_left_out_and_the_unsure_is_counted(
    sample: Round,
) -> None:
    before = sample.compose()
    first, second, *_others = sample.passages
    sample.passages[:2] = [replace(first, mark=Mark.NO_POINT), replace(second, mark=Mark.UNSURE)]
    after = sample.compose()
    assert (after.no_points, after.unsure) == (1, 1)
    assert after.count.passages == before.count.passages - 1
    assert first.id not in {p.id for p in after.passages}
    told = str(method(after))
    assert "1 synpunkt ingår fast en person är osäker" in told
    assert "1 synpunkt ingår inte, eftersom en person har sett att inget sägs i sak." in told


def test_a_theme_is_told_in_one_place_with_what_it_asks_for(sample: Round) -> None:
    sample.apart = ()
    theme = next(t for t in sample.themes if t.id == "t1")
    stray, source = theme.passages[1], theme.passages[0]
    before = next(t for t in sample.compose().largest if t.theme == "t1")
    sample.passages = [
        replace(p, assignments=(Assignment("4.2", None, Origin.SUGGESTION),))
        if p.id == stray
        else p
        for p in sample.passages
    ]
    asked = replace(theme, requests=(Request(source, "Kör fler bussar."), Request("x", "Borta.")))
    sample.themes = [asked if t.id == "t1" else t for t in sample.themes]
    (told,) = (t for t in sample.compose().largest if t.theme == "t1")
    assert told.count == before.count
    assert [(q.passage, q.text) for q in told.asked] == [(source, "Kör fler bussar.")]
    assert source not in {q.passage for q in told.quotations}, "it is told already"


def test_actors_that_a_letter_asks_for_are_among_the_proposed(sample: Round) -> None:
    asked = "Lägg till Provbanan bland aktörerna."
    sample.add(
        Respondent("Sena byn", type=ActorType.CIVILSAMHALLE),
        [(None, asked, [Said(asked, "3.3", origin=Origin.SUGGESTION, actors=("Provbanan",))])],
        "brev.txt",
    )
    mobility = report(sample.compose(), "3.3")
    assert ("Provbanan", 1) in mobility.proposed
    (aspect,) = (a for a in mobility.aspects if a.aspect == "aktorer")
    assert asked in {q.text for q in aspect.single}


def test_what_a_theme_quotes_is_not_quoted_again_as_misplaced(sample: Round) -> None:
    (bus,) = report(sample.compose(), "3.3").misplaced
    sample.composition = replace(sample.composition, chosen=(bus.passage,))
    mobility = report(sample.compose(), "3.3")
    assert mobility.misplaced == ()
    assert bus.passage in {
        q.passage for a in mobility.aspects for t in a.themes for q in t.quotations
    }
