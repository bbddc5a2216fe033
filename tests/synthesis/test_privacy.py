from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.coding import Assignment, Origin, Passage
from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import (
    ActorType,
    Answer,
    DoubtfulWord,
    Respondent,
    SourceFile,
    Submission,
)
from inspel_app.domain.synthesis import Audience
from inspel_app.synthesis.privacy import for_audience
from tests.synthesis.conftest import CONTACT, EMAIL, NAME, Round


def shown(text: str, respondent: Respondent, audience: Audience) -> str:
    """What an audience sees of the only answer of a respondent."""
    answer = Answer("a", None, text, Method.TEXT, (Location("f", 0, len(text)),))
    made = Submission("s", (SourceFile("f.docx", "f"),), respondent=respondent, answers=(answer,))
    submissions, _passages, _themes = for_audience([made], [], [], audience)
    return submissions[0].answers[0].text


OFFICIAL = Respondent("Storby kommun", "", f"{CONTACT}, kommunchef", "ture@storby.example")
PRIVATE = Respondent("", "", NAME, EMAIL, ActorType.PRIVATPERSON, "Västby")


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
def test_nobody_else_sees_which_address_a_mail_came_from(audience: Audience) -> None:
    files = (SourceFile("f.docx", "f"),)
    made = Submission("s", files, respondent=OFFICIAL, sent_from="bo@storby.example")
    ((seen,), _passages, _themes) = for_audience([made], [], [], audience)
    assert seen.sent_from == ""


@pytest.mark.parametrize("audience", list(Audience))
def test_every_passage_still_stands_in_its_answer(sample: Round, audience: Audience) -> None:
    synthesis = sample.compose(audience)
    answers = {(s.id, a.id): a.text for s in synthesis.submissions for a in s.answers}
    for p in synthesis.passages:
        assert answers[p.submission, p.answer][p.start : p.end] == p.text


@given(st.text(), st.sampled_from([OFFICIAL, PRIVATE]), st.sampled_from(list(Audience)))
def test_masking_never_moves_a_character(
    text: str, respondent: Respondent, audience: Audience
) -> None:
    after = shown(text, respondent, audience)
    assert len(after) == len(text)
    assert all(now in (before, "█") for before, now in zip(text, after, strict=True))


def test_the_secretariat_sees_everything(sample: Round) -> None:
    made = for_audience(sample.submissions, sample.passages, sample.themes, Audience.WORK)
    assert made == (tuple(sample.submissions), tuple(sample.passages), tuple(sample.themes))


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
@pytest.mark.parametrize(
    "text",
    [
        CONTACT,
        CONTACT.upper(),
        CONTACT.replace(" ", "\n"),
        CONTACT.replace(" ", "_"),
        "ture@storby.example",
        "nagon.annan+x@myndighet.example.se",
        "070-123 45 67",
        "+46 70 123 45 67",
        "090-12 34 56",
        "19850102-1234",
        "+46701234567",
        "0701234567",
        "0046701234567",
        "+46(0)70-123 45 67",
        "+358 40 123 45 67",
        "095012345",
        "08-123 456 78",
        "5001011234",
        "195001611234",
        "500101 1234",
        "580214 - 3344",
        "580214\u20113344",
        "19580214 \u2013 33 44",
        "1958-02-14-3344",
        "(090) 12 34 56",
        "(090)-12 34 56",
        "070\u2013123 45 67",
        "070.123.45.67",
        "lisa punkt by snabel-a post punkt example",
        "lisa (at) by.example",
        "lisa(at)by (punkt) example",
        "Skogsvägen 3",
        "Västra Norrlandsgatan 10 B",
        "930 70 Malå",
        "SE-931 85 SKELLEFTEÅ",
        "Nedre Rusksele 12, 921 95 Lycksele",
        "Box 123\n901 23 Umeå",
    ],
)
def test_contact_details_are_covered(text: str, audience: Audience) -> None:
    for after in (" gärna", ", gärna", ".", "\n1. Sedan"):
        seen = shown(f"Fråga {text}{after}", OFFICIAL, audience)
        assert seen == f"Fråga {'█' * len(text)}{after}"


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("Mobil: ", "0 7 0 - 1 1 1 2 2 3 3"),
        ("tfn ", "30 40 506"),
        ("Tel. ", "140 01"),
        ("TELEFON ", "(140) 01"),
        ("ring ", "nolla sjuttio, 30 40 506"),
        ("ring ", "noll sju noll, ett två tre fyrtiofem sex sju"),
        ("född ", "1948-03-12"),
        ("Född: ", "19480312"),
        ("född den ", "12 mars 1948"),
        ("född ", "12/3 -48"),
        ("Bankgiro ", "123-4567"),
        ("kontonummer ", "8327-9, 123 456 789-0"),
        ("mitt konto är ", "SE45 5000 0000 0583 9825 7466"),
    ],
)
def test_numbers_are_covered_by_what_they_are_called(before: str, number: str) -> None:
    for after in (" gärna", ", gärna", ".", "\nSedan"):
        seen = shown(f"Fråga {before}{number}{after}", OFFICIAL, Audience.PUBLIC)
        assert seen == f"Fråga {before}{'█' * len(number)}{after}"


@pytest.mark.parametrize("below", ["", "\n", "\nÅsele"])
def test_a_village_and_a_number_that_end_a_letter_are_a_home(below: str) -> None:
    home = "Stortjärn 14"
    seen = shown(f"Bygg ut fibern.\nHälsningar\n{home}{below}", OFFICIAL, Audience.PUBLIC)
    assert seen == f"Bygg ut fibern.\nHälsningar\n{'█' * len(home)}{below}"


@pytest.mark.parametrize("last", ["Bilaga 2", "Delprioritering 3", "Väg 92"])
def test_what_else_ends_with_a_number_stays(last: str) -> None:
    text = f"Bygg ut fibern.\n{last}"
    assert shown(text, OFFICIAL, Audience.PUBLIC) == text


@pytest.mark.parametrize(
    "text",
    [
        "RUN 234–2025",
        "åren 2020-2030",
        "kommunchef",
        "s 7–9",
        "0,5 procent",
        "2025-06-17",
        "0-18 år",
        "180 000 kronor",
        "12 500 000",
        "+12 500 000",
        "1 200 000 000",
        "SOU 2020:8",
        "lag (2010:630)",
        "dnr 2024/001234",
        "dnr 03456-2025",
        "05-06-2025",
        "05/06 2025",
        "riksväg 45 och E12",
        "Länsvägen 363",
        "Inlandsvägen 30 mil",
        "Översiktsplan 2040",
        "120 000 Umeåbor",
        "kl 08.00–17.00",
        "2025-06-17 – 2026",
        "2025-06-17 14.30",
        "01.06.2025",
        "556677 – 2025",
        "(2024) 12 34",
        "+46 är",
        "född 1948",
        "födda 1990 och 2020",
        "telefon 2030",
        "från noll till fem, tio eller tjugo",
        "konto 2025",
        "mobil 4 och 5",
    ],
)
def test_ordinary_numbers_and_words_stay(text: str) -> None:
    assert shown(f"Se {text} här", OFFICIAL, Audience.PUBLIC) == f"Se {text} här"


def test_the_public_sees_no_part_of_a_private_person_s_name() -> None:
    first, last = NAME.split()
    text = f"{first} säger, {last}s hus, {last.upper()}. Vi i Västby."
    assert first in shown(text, PRIVATE, Audience.WRITING)
    seen = shown(text, PRIVATE, Audience.PUBLIC)
    assert not [part for part in (first, last, last.upper()) if part in seen]
    assert seen.endswith("Vi i Västby.")


def test_a_private_person_is_named_by_place_for_the_public() -> None:
    files = (SourceFile(f"{NAME}.docx", "f"), SourceFile("bilaga.pdf", "g"))
    made = Submission("s", files, number=4, respondent=PRIVATE)
    (seen,), _passages, _themes = for_audience([made], [], [], Audience.PUBLIC)
    assert seen.respondent == Respondent(
        "Privatperson, Västby", type=ActorType.PRIVATPERSON, municipality="Västby"
    )
    assert [f.name for f in seen.files] == ["Inspel 4.docx", "Inspel 4 (2).pdf"]


@pytest.mark.parametrize(
    ("label", "keywords", "audience", "seen"),
    [
        (f"{NAME.lower()}, buss", ("exempelqvist", "buss", "taxa"), "public", "Buss och taxa"),
        (f"Kontakta {CONTACT}", ("buss",), "writing", "Buss"),
        ("Påhittad", ("Påhittad",), "writing", "Tema utan namn"),
        ("Familjen Påhittad", ("buss", "Påhittads"), "public", "Buss"),
        ("Buss och Ture", ("buss", "Ture"), "work", "Buss och Ture"),
        ("Bussen till Storby", ("buss", "Storby", "ture"), "public", "Bussen till Storby"),
    ],
)
def test_themes_are_named_by_words_that_name_nobody(
    sample: Round, label: str, keywords: tuple[str, ...], audience: str, seen: str
) -> None:
    theme = replace(sample.themes[0], label=label, keywords=keywords)
    _submissions, _passages, (made,) = for_audience(
        sample.submissions, [], [theme], Audience(audience)
    )
    assert made.label == seen
    kept = [k for k in keywords if not k.startswith(("Ture", "Påhittad", "exempel"))]
    assert list(made.keywords) == (list(keywords) if audience == "work" else kept)


def test_no_theme_is_named_by_a_word_of_an_address(sample: Round) -> None:
    passage = replace(sample.passages[0], text="E-post kim punkt ek snabel-a by punkt example")
    theme = replace(sample.themes[0], label="Kim", keywords=("kim", "buss"), passages=(passage.id,))
    _submissions, _passages, (made,) = for_audience(
        sample.submissions, [passage], [theme], Audience.PUBLIC
    )
    assert (made.label, made.keywords) == ("Buss", ("buss",))


@pytest.mark.parametrize(
    "letter",
    [
        "Bussen går för sällan.\nMvh\nNils Påhittsson\nVästby",
        "Bussen går för sällan.\nMed vänliga hälsningar,\n\nNils Påhittsson, Västby",
        "Vänlig hälsning Nils Påhittsson",
        "Hälsningar Nils Påhittsson nils@by.example",
        "Mvh Nils Påhittsson 070-174 06 05",
        "Hej, jag heter Nils Påhittsson och bor i Västby.",
        "Hälsningar från Nils och Karin Påhittsson",
        "Bussen går för sällan. /Nils",
        "M.v.h.\nNILS PÅHITTSSON",
    ],
)
def test_the_public_does_not_see_who_signed_a_letter_from_nobody_known(letter: str) -> None:
    text = f"{letter}\nDet gäller Västby."
    if letter.endswith("/Nils"):
        text = letter
    seen = shown(text, Respondent(), Audience.PUBLIC)
    assert not [name for name in ("Nils", "NILS", "Karin", "Påhitts", "PÅHITTS") if name in seen]
    assert seen.count("Västby") == text.count("Västby")
    for who, audience in (
        (Respondent(), Audience.WRITING),
        (Respondent("Storby kommun"), Audience.WRITING),
        (Respondent("Storby kommun"), Audience.PUBLIC),
    ):
        seen = shown(text, who, audience)
        assert "påhittsson" not in seen.casefold() or "Nils och" in text
        assert seen.count("Västby") == text.count("Västby")


@pytest.mark.parametrize(
    "signed",
    ["Umeå kommun", "Vita Vidden", "Norra Byarnas Förbund", "Kommunstyrelsen i Storby"],
)
def test_an_organisation_that_signs_its_letter_stays(signed: str) -> None:
    text = f"Bussen går för sällan.\nMed vänlig hälsning\n{signed}"
    who = Respondent("Skoterklubben Vita Vidden")
    assert shown(text, who, Audience.PUBLIC) == text


def test_who_signs_a_cover_letter_beside_a_form_is_not_seen() -> None:
    text = "Här kommer vårt inspel.\nMed vänlig hälsning\nKarin Testsson\nregistrator"
    for audience in (Audience.WRITING, Audience.PUBLIC):
        seen = shown(text, Respondent("Storby kommun", contact="Bo Ek"), audience)
        assert "Testsson" not in seen
        assert "registrator" in seen


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
@pytest.mark.parametrize(
    "letter",
    [
        "Bussen går för sällan.\nKarin Testsson",
        "Bussen går för sällan.\nStorby kommun\nEnligt delegation\nKarin Testsson\nstrateg",
        "Bussen går för sällan.\n👵🏽🚌\nKarin Testsson\nkommunstrateg",
        "Kontakta vår kassör Karin Testsson om bussen.",
        "Ordföranden Karin Testsson nås på jobbet.",
    ],
)
def test_a_person_who_ends_a_letter_or_is_to_be_asked_is_not_seen(
    letter: str, audience: Audience
) -> None:
    assert "Testsson" not in shown(letter, Respondent("Storby kommun"), audience)


@pytest.mark.parametrize(
    "letter",
    [
        "Fler bör vara med:\nSkellefteå Kraft\nNorra Skog",
        "Bussen går för sällan.\nNorra Byarnas Förbund",
        "Kontakta Region Provlän om bussen.",
    ],
)
def test_organisations_that_a_letter_ends_with_or_speaks_of_stay(letter: str) -> None:
    assert shown(letter, Respondent("Storby kommun"), Audience.PUBLIC) == letter


def test_a_contact_person_who_signs_with_the_first_name_is_not_seen() -> None:
    who = Respondent("Norrvind AB", contact="Karin Testsson")
    assert "Karin" not in shown("Bygg ut.\nMvh\nKarin", who, Audience.WRITING)
    town = Respondent("Norrvind AB", contact="Storby kommun")
    assert "Storby" in shown("Bygg ut i Storby.\nMvh\nStorby", town, Audience.PUBLIC)


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
def test_a_contact_person_s_last_or_only_name_is_not_seen(audience: Audience) -> None:
    letter = "Bygg ut. Testssons förslag är bra.\nTestsson nås på kvällen."
    letter += "\nkarin.testsson@norrvind.example"
    full = Respondent("Norrvind AB", contact="Karin Testsson")
    assert "Testsson" not in shown(letter, full, audience)
    assert "Tove" not in shown(
        "Bygg ut.\nKontakt: Tove", Respondent("IF", contact="Tove"), audience
    )


@pytest.mark.parametrize(
    ("contact", "text"),
    [
        ("Per Fjäll", "Fjällen ska skyddas. Fjäll och skog hör ihop. Vi bor nära fjäll."),
        ("Eva Norrvind", "Norrvind bygger mer."),
        ("Styrelsen", "Styrelsen har beslutat om detta."),
    ],
)
def test_words_that_a_contact_person_s_name_shares_with_others_stay(
    contact: str, text: str
) -> None:
    assert shown(text, Respondent("Norrvind AB", contact=contact), Audience.PUBLIC) == text


@pytest.mark.parametrize(
    "ending",
    [
        "För Storby kommun\nArne Testmark\nKommunstyrelsens ordförande",
        "Arne Testmark, ordförande",
        "Arne Testmark, vd för bolaget",
        "Arne Testmark\nRektor\nHandläggare: Mona Provdotter",
    ],
)
def test_who_stands_above_an_office_is_not_seen(ending: str) -> None:
    who = Respondent("Storby kommun", type=ActorType.KOMMUN)
    seen = shown(f"Bygg ut fibern.\n{ending}\nStorby", who, Audience.PUBLIC)
    assert "Testmark" not in seen
    assert "Storby" in seen


@pytest.mark.parametrize(
    "text",
    [
        "Storby kommun\nKommunstyrelsens ordförande",
        "Region Provlän, projektledare",
        "Svensk Energi, vd Jan sa det",
        "Vi vill ha\nen ordförande",
    ],
)
def test_what_else_stands_above_an_office_stays(text: str) -> None:
    who = Respondent("Storby kommun", type=ActorType.KOMMUN)
    assert shown(text, who, Audience.PUBLIC) == text


def test_a_name_that_ends_a_sentence_takes_no_word_of_the_next() -> None:
    seen = shown("Jag heter Ulf Provlund. Jag bor i byn.", Respondent(), Audience.PUBLIC)
    assert seen == f"Jag heter {'█' * len('Ulf Provlund')}. Jag bor i byn."


def test_all_who_sign_with_first_names_are_hidden_from_the_public() -> None:
    seen = shown(
        "Bussen går för sällan.\nHälsningar Elsa, Bo, Omar & Li", Respondent(), Audience.PUBLIC
    )
    assert not [
        name for name in ("Elsa", "Bo", "Omar", "Li") if name in seen.split("Hälsningar")[1]
    ]


def test_ordinary_words_of_a_letter_stay() -> None:
    text = "Vi hälsar Region Provlän. Hälsningar från oss i byn.\nBussen och/eller tåget går /dag."
    assert shown(text, Respondent(type=ActorType.KOMMUN), Audience.PUBLIC) == text
    text = "Med hälsningar till er alla.\nVi bor i Västby."
    assert shown(text, Respondent(), Audience.PUBLIC) == text


def test_the_unit_of_a_respondent_without_organisation_is_hidden() -> None:
    made = Submission("s", (SourceFile("Nils.txt", "f"),), 7, respondent=Respondent(unit="Nils"))
    (seen,), _passages, _themes = for_audience([made], [], [], Audience.PUBLIC)
    assert seen.respondent == Respondent()
    assert seen.files[0].name == "Inspel 7.txt"


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
def test_how_words_were_misread_is_for_the_secretariat_alone(audience: Audience) -> None:
    text, reading = f"Hälsar {CONTACT}. Vi bor i Umeå.", "Hälsar Turc Tnst. Vi bor i Umca."
    place = Location("f", 0, len(reading))
    answer = Answer(
        "a",
        None,
        text,
        Method.OCR,
        (place,),
        doubtful=(DoubtfulWord(7, 11, "Turc", 0.4, place),),
        reading=reading,
    )
    made = Submission("s", (SourceFile("f.pdf", "f"),), respondent=OFFICIAL, answers=(answer,))
    ((shown,), _passages, _themes) = for_audience([made], [], [], audience)
    (covered,) = shown.answers
    assert covered.doubtful == ()
    assert covered.reading is not None
    assert len(covered.reading) == len(reading)
    assert covered.reading.startswith("Hälsar █")
    assert covered.reading.endswith(" Vi bor i █████")
    assert not {"Turc", "Tnst", "Umca"} & set(covered.reading.replace(".", " ").split())


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
def test_reasons_name_no_word_that_is_covered_in_the_text(audience: Audience) -> None:
    text = f"Bygg ett häfte, hälsar {CONTACT}."
    place = Location("f", 0, len(text))
    answer = Answer("a", None, text, Method.TEXT, (place,))
    made = Submission("s", (SourceFile("f.txt", "f"),), respondent=OFFICIAL, answers=(answer,))
    reason = f"ord: häfte, {CONTACT.split()[-1]}"
    assigned = (Assignment("1.1", None, Origin.SUGGESTION, 0.5, reason),)
    passage = Passage("a:0", "s", "a", None, 0, len(text), text, assigned)
    _submissions, (seen,), _themes = for_audience([made], [passage], [], audience)
    assert seen.assignments[0].reason.startswith("ord: häfte, █")
    assert CONTACT.split()[-1] not in seen.assignments[0].reason


def test_who_sees_to_an_inspel_is_for_the_authority_alone() -> None:
    one = Submission("s", (SourceFile("a.txt", "0"),), assignee="Åsa")
    seen = {a: for_audience([one], [], [], a)[0][0].assignee for a in Audience}
    assert seen == {Audience.WORK: "Åsa", Audience.WRITING: "Åsa", Audience.PUBLIC: ""}
