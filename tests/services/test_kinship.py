import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.document import Location, Method, Problem
from inspel_app.domain.form import ActorType, Answer, Respondent, SourceFile, Submission
from inspel_app.domain.kinship import Kinship
from inspel_app.services.kinship import with_kin

TRAINS = (
    "Vi kräver att tågen åter stannar i alla byar längs banan mot kusten. I dag tar bussen tre "
    "timmar, och den går bara på vardagar. Regionen behöver också ta ansvar för vården."
)
CARE = (
    "Ambulansen måste hinna fram i tid också i inlandet. Sjukstugorna behöver fler platser, och "
    "de som arbetar där behöver få stanna. Unga flyttar annars härifrån för gott."
)
ROADS = (
    "Vägarna i fjälltrakterna är i dåligt skick efter varje vinter. Ett underhåll i tid kostar "
    "mindre än en ny väg, det har vi sett prov på mellan våra byar i många år nu."
)
NONE: frozenset[tuple[str, str, Kinship]] = frozenset()


def inspel(
    name: str, who: str, *texts: str, method: Method = Method.TEXT, form: str | None = "blankett"
) -> Submission:
    sha256 = hashlib.sha256(f"{name}{who}{texts}".encode()).hexdigest()
    answers = tuple(
        Answer(f"{n}", f"{n}.behov" if form else None, t, method, (Location(sha256, 0, len(t)),))
        for n, t in enumerate(texts)
    )
    return Submission(
        name, (SourceFile(name, sha256),), form=form, respondent=Respondent(who), answers=answers
    )


def kin(*submissions: Submission) -> dict[str, Submission]:
    return {s.id: s for s in with_kin(submissions, NONE)}


def test_a_form_in_three_formats_is_a_duplicate_of_the_one_read_most_safely() -> None:
    scanned = TRAINS.replace("tågen", "tägen").replace("banan", "bauan")
    found = kin(
        inspel("a.pdf", "Malå kommun", TRAINS, CARE, method=Method.PDF),
        inspel("b.docx", "Malå kommun", TRAINS, CARE, method=Method.CONTROL),
        inspel("c.pdf", "Mala kornmun", scanned, CARE, method=Method.OCR),
    )
    assert found["a.pdf"].duplicate_of == found["c.pdf"].duplicate_of == "b.docx"
    assert found["b.docx"].duplicate_of is None
    assert {s.campaign for s in found.values()} == {None}


@pytest.mark.parametrize("code", ["docx-skadad-del", "odt-skadad-del", "bild-olast"])
def test_a_damaged_file_is_a_duplicate_of_a_whole_one_though_it_says_more(code: str) -> None:
    damaged = inspel("b.docx", "Malå kommun", TRAINS, CARE, "Rest.")
    whole = inspel("a.docx", "Malå kommun", TRAINS, CARE)
    assert kin(damaged, whole)["a.docx"].duplicate_of == "b.docx"
    found = kin(replace(damaged, problems=(Problem(code, "Skadad."),)), whole)
    assert [found[name].duplicate_of for name in ("a.docx", "b.docx")] == [None, "a.docx"]


def test_lost_parts_weigh_more_than_safe_reading_and_unread_pictures_less() -> None:
    word = inspel("b.docx", "Malå kommun", TRAINS, CARE, method=Method.CONTROL)
    scan = inspel("a.pdf", "Malå kommun", TRAINS, CARE, method=Method.OCR)
    lost = replace(word, problems=(Problem("docx-skadad-del", "Skadad."),))
    unread = replace(word, problems=(Problem("bild-olast", "Oläst."),))
    assert kin(lost, scan)["b.docx"].duplicate_of == "a.pdf"
    assert kin(unread, scan)["a.pdf"].duplicate_of == "b.docx"


def test_a_file_name_tells_which_version_is_the_later() -> None:
    found = kin(
        inspel("inspel.docx", "Malå kommun", TRAINS, CARE),
        inspel("inspel_v2.docx", "Malå kommun", TRAINS, ROADS, CARE),
        inspel("inspel_v3 slutlig.docx", "Malå kommun", TRAINS, ROADS, CARE + " Nu genast."),
    )
    assert found["inspel_v2.docx"].replaces == "inspel.docx"
    assert found["inspel_v3 slutlig.docx"].replaces == "inspel_v2.docx"
    assert {s.duplicate_of for s in found.values()} == {None}


def test_a_scan_of_the_earlier_version_is_its_duplicate_and_not_the_laters() -> None:
    earlier = inspel("inspel.docx", "Malå kommun", TRAINS, CARE, ROADS)
    later = inspel("inspel_v2.docx", "Malå kommun", TRAINS, CARE, ROADS + " Nu genast, i byn.")
    scan = inspel("skannat.pdf", "Malå kommun", TRAINS, CARE, ROADS, method=Method.OCR)
    found = kin(earlier, later, scan)
    assert found["skannat.pdf"].duplicate_of == "inspel.docx"
    assert found["inspel_v2.docx"].replaces == "inspel.docx"


def test_two_inspel_of_one_organisation_on_different_matters_are_not_kin() -> None:
    one, other = kin(inspel("a", "Malå kommun", TRAINS), inspel("b", "Malå kommun", CARE)).values()
    assert (one.duplicate_of, one.replaces, other.duplicate_of, other.replaces) == (None,) * 4


def test_a_joint_answer_of_two_municipalities_is_a_campaign() -> None:
    found = kin(
        inspel("a", "Malå kommun", TRAINS, CARE), inspel("b", "Norsjö kommun", TRAINS, CARE, ROADS)
    )
    assert found["a"].campaign == found["b"].campaign is not None
    assert found["a"].additions == ()
    assert " ".join(found["b"].additions) == ROADS
    assert {s.duplicate_of for s in found.values()} == {None}


def test_municipalities_whose_names_are_nearly_the_same_are_two() -> None:
    found = kin(inspel("a", "Habo kommun", TRAINS), inspel("b", "Håbo kommun", TRAINS))
    assert found["a"].campaign == found["b"].campaign is not None


def test_private_persons_go_by_their_own_names() -> None:
    def person(name: str, file: str) -> Submission:
        who = Respondent("Privatperson", contact=name, type=ActorType.PRIVATPERSON)
        return replace(inspel(file, "", TRAINS), respondent=who)

    anna, again, bo = person("Anna Prov", "a"), person("Anna Prov", "b"), person("Bo Prov", "c")
    found = kin(anna, again, bo)
    assert [found[key].duplicate_of for key in "abc"] in ([None, "a", None], ["b", None, None])
    assert len({s.campaign for s in found.values()}) == 1


def test_what_a_person_rejects_as_duplicate_may_share_a_campaigns_text() -> None:
    one, other = inspel("a", "", TRAINS, form=None), inspel("b", "", TRAINS, form=None)
    assert kin(one, other)["a"].duplicate_of == "b"
    found = with_kin((one, other), frozenset({("a", "b", Kinship.DUPLICATE)}))
    assert [(s.duplicate_of, s.campaign is None) for s in found] == [(None, False)] * 2
    both = frozenset({("a", "b", Kinship.DUPLICATE), ("a", "b", Kinship.CAMPAIGN)})
    assert {(s.duplicate_of, s.campaign) for s in with_kin((one, other), both)} == {(None, None)}


def test_what_a_person_takes_out_of_a_campaign_is_not_drawn_in_by_a_new_member() -> None:
    members = [inspel(name, f"Ort {name} kommun", TRAINS, CARE) for name in "abcd"]
    out = frozenset(("a", name, Kinship.CAMPAIGN) for name in "bc")
    campaigns = {s.id: s.campaign for s in with_kin(members, out)}
    assert campaigns["a"] is None
    assert campaigns["b"] == campaigns["c"] == campaigns["d"] is not None


def test_without_answers_nothing_is_alike() -> None:
    assert kin(inspel("a", "Malå kommun"), inspel("b", "Malå kommun")) == {}


ALL = [
    inspel("1.docx", "Malå kommun", TRAINS, CARE),
    inspel("2.pdf", "Malå kommun", TRAINS, CARE, method=Method.PDF),
    inspel("3 v2.docx", "Malå kommun", TRAINS, CARE, ROADS),
    inspel("4.docx", "Norsjö kommun", TRAINS, CARE),
    inspel("5.docx", "Åsele kommun", TRAINS, CARE + " Och nu genast, innan fler flyttar härifrån."),
    inspel("6.txt", "", ROADS, form=None),
    inspel("7.txt", "", ROADS + "\nHälsningar", form=None),
]


@given(st.permutations(ALL))
def test_the_order_of_arrival_makes_no_difference(arrived: list[Submission]) -> None:
    assert kin(*arrived) == kin(*ALL)


@given(st.sets(st.sampled_from(ALL), min_size=1))
def test_links_lead_to_inspel_that_are_there_and_never_in_a_circle(some: set[Submission]) -> None:
    found = kin(*some)
    for submission in found.values():
        onward: str | None = submission.id
        for _step in found:
            onward = found[onward].duplicate_of or found[onward].replaces if onward else None
        assert onward is None
