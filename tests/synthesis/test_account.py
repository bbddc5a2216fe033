"""The account of a consultation and the letters: what was said, by whom, and what became of it."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import docx
import pytest

from inspel_app.domain.composition import AS_MADE, Composition
from inspel_app.domain.handling import (
    Disposition,
    Handling,
    Handlings,
    Section,
    Source,
    State,
    Target,
    Wording,
)
from inspel_app.domain.synthesis import UNSIGNED, Audience, Signature, Work
from inspel_app.synthesis import outline
from inspel_app.synthesis.account import account, account_by_respondent
from inspel_app.synthesis.answering import Answering, answering
from inspel_app.synthesis.letter import letter
from inspel_app.synthesis.outline import Facts, Names, Quote, Report, Signed, Table, Text
from inspel_app.synthesis.word import written
from inspel_app.synthesis.words import clean
from tests.synthesis.conftest import BUS, CODEBOOK, CONTACT, EMAIL, FACTS, FORM, NAME, Round
from tests.synthesis.word_reading import paragraphs, tables

SENTENCE = "Kvällsturer ska finnas i alla byar."
REASON = "Taxan bestäms av Provtrafiken."


def passage_with(sample: Round, text: str) -> str:
    return next(p.id for p in sample.passages if p.text == text)


def handlings_of(sample: Round) -> Handlings:
    """The buses are met but for one point; another point has no answer, the third is decided."""
    one, other = passage_with(sample, BUS[2]), passage_with(sample, "Glöm inte byarna.")
    theme = Handling(
        Target.theme("t1"),
        Disposition.MET,
        f"Strategin säger det nu. Tack {NAME}.",
        responsible="Eva Strateg",
    )
    said = Handling(Target.passage(one), Disposition.NOT_MET, REASON, state=State.DECIDED)
    later = Handling(Target.passage(other), Disposition.LATER, state=State.DECIDED)
    section = Section("s1", "3.3", "3.3 Hållbar mobilitet", "Bussar går.")
    wording = Wording("s1", SENTENCE, (Source(Target.theme("t1"), SENTENCE),))
    return Handlings(
        {one: said, other: later},
        {"t1": theme},
        {p: "t1" for t in sample.themes if t.id == "t1" for p in t.passages},
        (section,),
        {"s1": wording},
    )


def told_of(
    sample: Round,
    audience: Audience,
    handlings: Handlings | None = None,
    composition: Composition = AS_MADE,
) -> Answering:
    return answering(
        replace(FACTS, audience=audience),
        CODEBOOK,
        FORM,
        sample.submissions,
        sample.passages,
        sample.themes,
        Work(handlings_of(sample) if handlings is None else handlings, composition),
    )


@pytest.fixture
def told(sample: Round) -> Answering:
    return told_of(sample, Audience.WRITING)


def sections(report: Report | outline.Section) -> Iterator[outline.Section]:
    for section in report.sections:
        yield section
        yield from sections(section)


def texts(report: Report) -> list[str]:
    """All that a report says, cell by cell."""
    found = [report.kicker, report.title]
    blocks = [report.facts, *(block for s in sections(report) for block in s.blocks)]
    found += [section.title for section in sections(report)]
    for block in blocks:
        match block:
            case Text():
                found.append(block.text)
            case Facts():
                found += [cell for row in block.rows for cell in row]
            case Quote():
                found += [block.text, block.respondent, block.citation]
            case Names():
                found += [block.label, *block.items]
            case Signed():
                found += [block.where, *block.who]
            case Table():
                found += [str(cell) for row in block.rows for cell in row]
    return found


def section(report: Report, title: str) -> outline.Section:
    return next(s for s in sections(report) if s.title == title)


def table(section: outline.Section) -> Table:
    return next(block for block in section.blocks if isinstance(block, Table))


def test_every_point_that_counts_is_told_once_with_what_became_of_it(told: Answering) -> None:
    rows = table(section(account(told), "Statistik")).rows
    points = {str(row[0]): row[1] for row in rows}
    assert points == {
        "Beaktas": 5,
        "Beaktas inte": 1,
        "Restlista": 1,
        "Inte hanterad": len(told.board.passages) - 7,
    }


def test_a_theme_tells_who_said_it_the_answer_the_reason_and_the_change(told: Answering) -> None:
    theme = section(account(told), "Fler bussturer på kvällar och i byar")
    who, *_rest = [block.text for block in theme.blocks if isinstance(block, Text)]
    assert "Storby kommun" in who
    assert "Provläns universitet" in who
    (facts,) = [block for block in theme.blocks if isinstance(block, Facts)]
    assert dict(facts.rows)["Ställningstagande"] == "Beaktas"
    assert dict(facts.rows)["Ändring i strategin"] == f"3.3 Hållbar mobilitet: ”{SENTENCE}”"
    assert dict(facts.rows)["Läge"] == "Utkast"
    exception = table(theme)
    assert [row[0] for row in exception.rows] == [BUS[2]]
    assert exception.rows[0][2] == "Beaktas inte"
    assert exception.rows[0][3].startswith(REASON)  # type: ignore[union-attr]


def test_what_was_not_met_is_gathered_with_its_reason(told: Answering) -> None:
    report = account(told)
    gathered = table(section(report, "Beaktas inte"))
    assert [row[0] for row in gathered.rows] == [BUS[2]]
    assert REASON in str(gathered.rows[0][3])
    left = table(section(report, "Ännu inte besvarade synpunkter"))
    assert "Forskningsplanen saknas." in [row[0] for row in left.rows]


def test_nothing_is_left_when_all_is_met(sample: Round) -> None:
    everything = {p.id: Handling(Target.passage(p.id), Disposition.MET) for p in sample.passages}
    report = account(told_of(sample, Audience.WRITING, Handlings(everything)))
    assert "Ännu inte besvarade synpunkter" not in [s.title for s in report.sections]
    assert "Alla besvarade synpunkter har beaktats." in texts(report)


def test_nothing_is_said_to_be_met_before_anything_is_answered(sample: Round) -> None:
    said = texts(account(told_of(sample, Audience.WRITING, Handlings())))
    assert "Synpunkter som inte har beaktats, och varför" not in said
    assert "Alla besvarade synpunkter har beaktats." not in said


def test_respondents_are_told_by_kind_with_every_point(told: Answering) -> None:
    report = account_by_respondent(told)
    rows = table(section(report, "Inspel 1 – Storby kommun")).rows
    assert [(row[0], row[2]) for row in rows][1:3] == [
        ("3.3 Identifierade behov", "Beaktas (utkast)"),
        ("3.3 Identifierade behov", "Beaktas inte"),
    ]
    kinds = [s.title for s in report.sections]
    assert kinds.index("Akademi") < kinds.index("Kommun") < kinds.index("Näringsliv")
    assert not any("Frånvarande" in s.title for s in sections(report))


def test_a_letter_tells_its_own_points_and_nobody_else(told: Answering) -> None:
    mine = told.counted[0]
    report = letter(told, mine)
    said = " ".join(texts(report))
    own = [p.text for p in told.board.passages.values() if p.submission == mine.id]
    assert [row[-3] for row in table(section(report, "Era synpunkter och våra svar")).rows] == own
    assert not report.contents
    for other in told.counted:
        name = other.respondent.organisation
        assert other is mine or not name or name.casefold() == "storby  kommun" or name not in said


def test_a_letter_tells_no_draft_but_that_it_is_one(sample: Round) -> None:
    def said_to_one(handlings: Handlings) -> str:
        told = told_of(sample, Audience.WRITING, handlings.decided(sample.passages, sample.themes))
        mine = next(s for s in told.counted if s.respondent.organisation == "Västby kommun")
        return " ".join(texts(letter(told, mine)))

    said = handlings_of(sample)
    before = said_to_one(said)
    assert "Svaret på 2 synpunkter är inte beslutat än." in before
    assert "Ännu inte beslutat" in before
    assert all(text not in before for text in ("utkast", "Strategin säger det nu", SENTENCE))
    decided = {key: replace(one, state=State.DECIDED) for key, one in said.themes.items()}
    after = said_to_one(replace(said, themes=decided))
    assert all(text in after for text in ("Strategin säger det nu", SENTENCE))
    assert "nnu inte beslutat" not in after


@pytest.mark.parametrize("make", [account, account_by_respondent])
def test_the_public_is_told_what_is_decided_and_how_much_is_not(
    sample: Round, make: Callable[[Answering], Report]
) -> None:
    told = told_of(sample, Audience.PUBLIC)
    said = " ".join(texts(make(told)))
    assert REASON in said
    assert all(text not in said for text in ("Strategin säger det nu", SENTENCE, "utkast"))
    assert "Svaren på 5 synpunkter är ännu inte beslutade." in said
    rows = table(section(make(told), "Statistik")).rows
    points = {str(row[0]): row[1] for row in rows}
    assert points == {
        "Beaktas inte": 1,
        "Restlista": 1,
        "Ännu inte beslutat": 5,
        "Inte hanterad": len(told.board.passages) - 7,
    }
    decided = {
        key: replace(h, state=State.DECIDED) for key, h in handlings_of(sample).themes.items()
    }
    whole = told_of(sample, Audience.PUBLIC, replace(handlings_of(sample), themes=decided))
    said = " ".join(texts(make(whole)))
    assert SENTENCE in said
    assert "inte beslutade" not in said


@pytest.mark.parametrize("audience", [Audience.WORK, Audience.WRITING])
def test_the_authority_reads_drafts_with_their_state(sample: Round, audience: Audience) -> None:
    said = " ".join(texts(account(told_of(sample, audience))))
    assert "Strategin säger det nu" in said
    assert "Alla svar är inte beslutade: 5 synpunkter har läget utkast." in said


def test_quotations_follow_what_people_have_chosen(sample: Round) -> None:
    theme = sample.themes[0]
    chosen = told_of(sample, Audience.WRITING, None, Composition(chosen=theme.passages[4:5]))
    item = next(i for i in chosen.board.items if i.target == Target.theme(theme.id))
    last = next(p.text for p in sample.passages if p.id == theme.passages[4])
    assert [quote.text for quote in chosen.said(item)] == [last]
    never = Composition(never=frozenset(theme.passages))
    silent = told_of(sample, Audience.WRITING, None, never)
    assert silent.said(item) == ()
    assert silent.told(item) == f"{theme.label} ({len(item.passages)} synpunkter)."


def test_a_letter_tells_what_has_no_answer(told: Answering) -> None:
    said = texts(letter(told, told.counted[0]))
    assert "2 synpunkter har ännu inte fått något svar." in said


SIGNATURE = Signature(
    "Region Provlän", "Regional utveckling", "Storby", "Eva Strateg, utvecklare", "eva@prov.example"
)


def test_a_letter_says_who_it_is_from_and_who_signs_it(told: Answering) -> None:
    signed = replace(told, facts=replace(told.facts, signature=SIGNATURE))
    report = letter(signed, told.counted[0])
    rows = dict(report.facts.rows)
    assert rows["Från"] == "Region Provlän, Regional utveckling"
    assert list(rows)[:4] == ["Från", "Till", "Datum", "Diarienummer"]
    asked, name = section(report, "Frågor om svaren").blocks
    assert isinstance(asked, Text)
    assert "kontakta Eva Strateg, eva@prov.example." in asked.text
    assert isinstance(name, Signed)
    assert name.where == f"Storby den {rows['Datum']}"
    assert name.who == ("Eva Strateg", "utvecklare", "Regional utveckling", "Region Provlän")


def test_whoever_is_responsible_for_all_answers_signs_where_nobody_else_is_named(
    sample: Round,
) -> None:
    told = told_of(sample, Audience.WRITING)
    assert told.facts.signature == UNSIGNED
    ends = [section(letter(told, one), "Frågor om svaren").blocks[-1] for one in told.counted]
    names = [end.who for end in ends if isinstance(end, Signed)]
    assert set(names) == {("Eva Strateg",)}
    assert len(names) < len(ends)


def test_a_table_names_questions_where_any_were_answered(told: Answering) -> None:
    for one in told.counted:
        points = [p for p in told.board.passages.values() if p.submission == one.id]
        for block in section(letter(told, one), "Era synpunkter och våra svar").blocks:
            if isinstance(block, Table):
                assert ("Fråga" in block.header) == any(p.field for p in points)
                assert {len(row) for row in block.rows} == {len(block.header)}


def test_a_letter_to_a_person_names_nobody_but_the_person(sample: Round) -> None:
    told = told_of(sample, Audience.WORK)
    mine = next(s for s in told.counted if s.respondent.contact == NAME)
    assert dict(letter(told, mine).facts.rows)["Till"] == NAME


def test_a_letter_explains_only_the_words_that_it_uses(told: Answering) -> None:
    for one in told.counted:
        blocks = section(letter(told, one), "Era synpunkter och våra svar").blocks
        words = {row[0] for block in blocks if isinstance(block, Facts) for row in block.rows}
        tables = [block for block in blocks if isinstance(block, Table)]
        said = {row[t.header.index("Ställningstagande")] for t in tables for row in t.rows}
        assert words == {str(s).partition(" (")[0] for s in said} - {"Ännu inget svar"}


def test_an_inspel_without_points_gets_a_letter_too(sample: Round) -> None:
    mine = sample.submissions[0]
    sample.passages = [p for p in sample.passages if p.submission != mine.id]
    told = told_of(sample, Audience.WRITING, Handlings())
    said = texts(letter(told, told.counted[0]))
    assert "Inspelet innehåller inga synpunkter i sak." in said


@pytest.mark.parametrize("audience", Audience)
def test_an_audience_sees_no_more_than_it_may(sample: Round, audience: Audience) -> None:
    told = told_of(sample, audience)
    everything = [account(told), account_by_respondent(told)]
    everything += [letter(told, submission) for submission in told.counted]
    said = "\n".join(text for report in everything for text in texts(report))
    hidden = {
        Audience.WORK: [],
        Audience.WRITING: [CONTACT, EMAIL],
        Audience.PUBLIC: [CONTACT, EMAIL, "Siv", "Exempelqvist", "Eva Strateg"],
    }[audience]
    assert [text for text in hidden if text in said] == []
    assert ("Eva Strateg" in said) == (audience is not Audience.PUBLIC)


@pytest.mark.parametrize("make", [account, account_by_respondent])
def test_a_word_file_says_all_of_it_under_headings_without_leaps(
    told: Answering, make: object
) -> None:
    report = make(told)  # type: ignore[operator]
    document = docx.Document(io.BytesIO(written(report, told.facts)))
    shown = [p.text for p in paragraphs(document)]
    shown += [c.text for t in tables(document) for row in t.rows for c in row.cells]
    whole = " ".join("\n".join(shown).split())
    for text in texts(report):
        assert " ".join(clean(text).split()) in whole
    levels = [0] + [
        int(p.style.name[-1])
        for p in paragraphs(document)
        if p.style is not None and p.style.name.startswith("Heading")
    ]
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_a_letter_in_word_has_no_contents(told: Answering) -> None:
    document = docx.Document(io.BytesIO(written(letter(told, told.counted[0]), told.facts)))
    assert "Innehåll" not in [p.text for p in paragraphs(document)]
    assert document.core_properties.title == "Så har ert inspel hanterats"


@pytest.mark.parametrize("make", [account, account_by_respondent])
def test_that_nothing_is_handled_yet_is_said_once(
    sample: Round, make: Callable[[Answering], Report]
) -> None:
    report = make(told_of(sample, Audience.WRITING, Handlings()))
    said = texts(report)
    assert "Inte hanterad" not in said
    assert sum(text.startswith("Ingen synpunkt har fått något svar än") for text in said) == 1
    assert "Ännu inte besvarade synpunkter" not in said
    headers = [b.header for s in sections(report) for b in s.blocks if isinstance(b, Table)]
    assert headers
    assert not {"Motivering", "Ställningstagande", "Beaktas"} & {c for h in headers for c in h}
    assert {p.text for p in sample.passages if p.theme is None and p.code == "3.3"} <= set(said)


def test_a_table_has_no_column_of_empty_cells(sample: Round) -> None:
    one = passage_with(sample, BUS[2])
    decided = Handling(Target.passage(one), Disposition.MET, state=State.DECIDED)
    report = account(told_of(sample, Audience.WRITING, Handlings({one: decided})))
    exception = table(section(report, "Fler bussturer på kvällar och i byar"))
    assert exception.header == ("Synpunkt", "Från", "Ställningstagande")
    assert all(any(column) for column in zip(*exception.rows, strict=True))
