import pytest

from inspel_app.analysis.joints import first_sentences

MATTER = "Busslinjen till de yttersta byarna måste gå på kvällar och helger, året om."
OTHER = "Elevhälsan på gymnasiet behöver fler kuratorer och psykologer än i dag."
FILLER = "Det har vi sagt i många år och vid varje möte som regionen har kallat oss till."


def test_the_first_sentence_begins_a_point() -> None:
    assert first_sentences([]) == []
    assert first_sentences([MATTER]) == [0]


def test_a_claim_after_a_claim_begins_a_point_in_a_long_paragraph() -> None:
    assert first_sentences([MATTER, FILLER, OTHER]) == [0, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kulturskolan måste bli avgiftsfri.", "Regionen bör mäta luftkvaliteten i tätorterna."),
        ("Inför en ringlinje mellan byarna.", "Sänk priset på årskortet för pensionärer."),
        ("Sluta slösa pengar på konsulter.", "Anställ undersköterskor på äldreboendet."),
        ("Stoppa gruvan.", "Skydda kontinuitetsskogarna."),
        ("Färjorna är för dyra.", "Språkundervisningen i samiska måste byggas ut."),
        ("Trottoarerna sandas för sällan.", "Vindkraften ska begränsas."),
    ],
)
def test_requests_with_nothing_in_common_are_points_of_their_own(one: str, other: str) -> None:
    assert first_sentences([one, other]) == [0, 1]


@pytest.mark.parametrize(
    "reason", ["Lärare tackar nej till jobb här.", "Hyresbristen drabbar alla som vill flytta in."]
)
def test_a_reason_for_a_command_of_two_words_stays_with_it(reason: str) -> None:
    assert first_sentences(["Bygg hyresrätter.", reason]) == [0]


@pytest.mark.parametrize("added", ["Och fråga oss på riktigt!", "Och lyssna på dem."])
def test_a_command_about_who_was_named_stays_with_what_was_said(added: str) -> None:
    assert first_sentences(["Vi vill ha fler lokaler för unga i inlandet.", added]) == [0]


@pytest.mark.parametrize("asked", ["Och bygg ut fibern i Sorsele!", "Och ge oss fler bussar!"])
def test_a_command_about_another_matter_begins_a_point(asked: str) -> None:
    assert first_sentences(["Vi vill ha fler lokaler för unga i inlandet.", asked]) == [0, 1]


@pytest.mark.parametrize(
    "opening", ["Dessutom", "Vidare", "Däremot", "En annan fråga är att", "För det andra", "Men"]
)
def test_what_opens_or_turns_begins_a_point(opening: str) -> None:
    assert first_sentences(["Bussen är sen.", f"{opening} är vägen mot fjällen full av hål."]) == [
        0,
        1,
    ]


@pytest.mark.parametrize(
    "reason",
    ["Vi sköter den om regionen står för driften.", "Sedan macken stängde är det tyst i byn.",
     "Kör dem på beställning när ingen väntar.", "Det drabbar unga utan körkort.",
     "Därför stannar ingen kvar i byn.", "I dag går två turer.",
     "Hälften av byborna har ingen bil.", "Så är det inte på kusten."],
)  # fmt: skip
def test_reasons_and_consequences_stay_with_their_claim(reason: str) -> None:
    assert first_sentences([MATTER, reason]) == [0]


def test_a_request_that_follows_from_what_was_said_stays_with_its_cause() -> None:
    cause = ["Biljettpriset är inte problemet, visar undersökningen.", "Turtätheten är för låg."]
    request = "Kommunen hemställer därför att stomlinjerna ges halvtimmestrafik."
    assert first_sentences([*cause, request]) == [0]


def test_facts_after_a_request_go_with_the_next_request() -> None:
    texts = [
        "Regionen måste rusta bron vid kvarnen.",
        "Skotertrafiken på nätterna är ett elände för alla som bor här.",
        "Kommunen borde sätta upp bommar.",
    ]
    assert first_sentences(texts) == [0, 1]


def test_facts_stay_with_the_command_that_they_lead_to() -> None:
    assert first_sentences(["Turismen är störst i fjällen.", "Skriv in den som basnäring."]) == [0]


@pytest.mark.parametrize("texts", [["Laga bron.", "Men snart."], ["Hej.", "Men laga bron nu."]])
def test_fragments_do_not_stand_apart(texts: list[str]) -> None:
    assert first_sentences(texts) == [0]


def test_a_fragment_that_turns_goes_with_what_follows() -> None:
    assert first_sentences([MATTER, "Och rovdjuren!", "Björnen tar kalvarna, skriv om det."]) == [
        0,
        1,
    ]
