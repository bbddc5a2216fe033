import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.themes import VERSION, ThemeMaker
from inspel_app.domain.coding import Assignment, Origin, Passage, Stance, Theme
from inspel_app.resources import load_strategy
from inspel_app.services.models import compound_splitter, lemmatizer
from inspel_app.services.theming import theme_maker

CODEBOOK = load_strategy("vasterbotten-2020-2030")
SAID = [
    ("3.4", "Bygg ut bredbandet i byarna så att fibern når alla."),
    ("3.4", "Bredbandet når inte byarna, fibern måste byggas ut."),
    ("3.4", "Byarna saknar fiber och bredband."),
    ("3.4", "Bredband och fiber till byarna är viktigast."),
    ("3.4", "Master i fjällen behöver reservkraft när strömmen går."),
    ("3.4", "Mobilmasterna i fjällen saknar reservkraft."),
    ("3.4", "Reservkraft i masterna, strömmen gick i fjällen i vintras."),
    ("3.10", "Vinterväghållning."),
    ("3.10", "12 %"),
    (None, "Strategin är för lång."),
    (None, "!"),
]

TOPICS = {topic.name for topic in CODEBOOK["3.2"].topics}

MADE = {
    6: [
        "Bygg ut bredbandet i byarna",
        "Reservkraft i masterna",
        "Synpunkter på vinterväghållning",
        "12 %",
        "Strategin är för lång.",
        "!",
    ]
}
"""By version, the names of what is made; a change of them asks for another version."""


def passage(number: int, code: str | None, text: str) -> Passage:
    given = (Assignment(code, None, Origin.FORM),) if code else ()
    return Passage(f"a{number:02}:0-9", "s", f"a{number:02}", None, 0, 9, text, given)


PASSAGES = [passage(n, code, text) for n, (code, text) in enumerate(SAID)]
BROADBAND = {p.id for p in PASSAGES[:4]}
MASTS = {p.id for p in PASSAGES[4:7]}


@pytest.fixture(scope="module")
def maker() -> ThemeMaker:
    return theme_maker(CODEBOOK, [p.text for p in PASSAGES])


def themes(
    maker: ThemeMaker, passages: list[Passage], earlier: list[Theme] | None = None
) -> list[Theme]:
    return maker.make(passages, [p.code for p in passages], earlier or [])


def test_version_is_counted_up_when_themes_get_other_names(maker: ThemeMaker) -> None:
    assert [t.label for t in themes(maker, PASSAGES)] == MADE[VERSION]


def test_every_passage_lands_in_one_theme_of_its_code(maker: ThemeMaker) -> None:
    code = {p.id: p.code for p in PASSAGES}
    found = themes(maker, PASSAGES)
    assert sorted(p for t in found for p in t.passages) == sorted(code)
    assert all(code[p] == t.code for t in found for p in t.passages)


def test_gathers_what_says_the_same(maker: ThemeMaker) -> None:
    found = themes(maker, PASSAGES)
    assert {frozenset(t.passages) for t in found[:2]} == {frozenset(BROADBAND), frozenset(MASTS)}
    assert {"bredbandet", "fibern"} & set(found[0].keywords)


def test_is_named_by_what_is_asked_and_tells_the_clearest_request(maker: ThemeMaker) -> None:
    first = themes(maker, PASSAGES)[0]
    assert first.label == "Bygg ut bredbandet i byarna"
    assert first.requests[0].passage in first.passages
    assert first.requests[0].text == SAID[int(first.requests[0].passage[1:3])][1]


def test_what_is_asked_is_of_the_matter_that_the_name_tells(maker: ThemeMaker) -> None:
    told = ["Bygg en lekpark vid torget.", "Bygg ut fibern till byarna."]
    points = [passage(90 + n, "3.4", text) for n, text in enumerate(told)]
    kept = Theme("t7", "3.4", "Fiber till byarna", (), tuple(p.id for p in points), kept=True)
    (theme,) = [t for t in themes(maker, [*PASSAGES, *points], [kept]) if t.id == "t7"]
    assert points[0].id in theme.passages
    assert all("lekpark" not in request.text for request in theme.requests)


def test_what_holds_several_matters_asks_for_none_of_them(maker: ThemeMaker) -> None:
    kept = Theme("t7", "3.4", "Fiber med mera", (), tuple(BROADBAND), kept=True, suggested=False)
    (mixed,) = [t for t in themes(maker, PASSAGES, [kept]) if t.id == "t7"]
    assert not mixed.requests
    (whole,) = [t for t in themes(maker, PASSAGES, [replace(kept, label="Fiber")]) if t.id == "t7"]
    assert whole.requests


def test_a_point_left_alone_loses_the_name_of_the_group_but_not_a_persons(
    maker: ThemeMaker,
) -> None:
    first = themes(maker, PASSAGES)[0]
    stays = next(p for p in PASSAGES if p.id == first.passages[0])
    for before in (first, replace(first, label="Fiber och industri med mera")):
        (alone,) = themes(maker, [stays], [before])
        assert alone.id == first.id
        assert alone.label == themes(maker, [stays])[0].label
    own = replace(first, label="Vårt tema", suggested=False, kept=True)
    assert themes(maker, [stays], [own])[0].label == "Vårt tema"


def test_points_that_a_person_puts_under_one_code_meet_there(maker: ThemeMaker) -> None:
    texts = [SAID[4][1], SAID[5][1]]
    apart = [passage(40, "3.4", texts[0]), passage(41, "3.10", texts[1])]
    made = themes(maker, apart)
    assert len(made) == 2
    given = (Assignment("3.4", None, Origin.PERSON),)
    together = [apart[0], replace(apart[1], assignments=given)]
    assert [set(t.passages) for t in themes(maker, together, made)] == [{p.id for p in apart}]


def test_what_says_nothing_on_the_matter_is_in_no_theme(maker: ThemeMaker) -> None:
    found = themes(maker, [*PASSAGES, passage(20, "3.4", "Mitt namn är Kim.")])
    assert found == themes(maker, PASSAGES)


def test_orders_by_code_then_size_with_the_whole_last(maker: ThemeMaker) -> None:
    found = themes(maker, PASSAGES)
    codes = [t.code for t in found]
    assert codes == sorted(codes, key=["3.4", "3.10", None].index)
    sizes = [len(t.passages) for t in found if t.code == "3.4"]
    assert sizes == sorted(sizes, reverse=True)
    assert len({t.id for t in found}) == len(found)


def test_points_on_one_matter_meet_whatever_their_codes(maker: ThemeMaker) -> None:
    stray = passage(30, None, SAID[3][1])
    found = maker.make([*PASSAGES[:7], stray], ["3.4"] * 8)
    assert {t.code for t in found} == {"3.4"}
    assert BROADBAND | {stray.id} in [set(t.passages) for t in found]


def test_every_theme_has_a_label(maker: ThemeMaker) -> None:
    assert all(t.label for t in themes(maker, PASSAGES))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_passages_changes_nothing(maker: ThemeMaker, seed: int) -> None:
    shuffled = random.Random(seed).sample(PASSAGES, len(PASSAGES))
    assert themes(maker, shuffled) == themes(maker, PASSAGES)


def test_makes_no_themes_of_nothing(maker: ThemeMaker) -> None:
    assert themes(maker, []) == []


def test_made_again_beside_the_earlier_they_are_the_same(maker: ThemeMaker) -> None:
    before = themes(maker, PASSAGES)
    assert themes(maker, PASSAGES, before) == before


def test_a_few_new_points_leave_the_others_where_they_are(maker: ThemeMaker) -> None:
    before = themes(maker, PASSAGES)
    new = passage(40, "3.4", "Byarna behöver bredband via fiber.")
    after = themes(maker, [*PASSAGES, new], before)
    assert {t.id: set(t.passages) - {new.id} for t in after if set(t.passages) != {new.id}} == {
        t.id: set(t.passages) for t in before
    }


def test_what_a_person_made_stands_and_grows(maker: ThemeMaker) -> None:
    mixed = (PASSAGES[0].id, PASSAGES[4].id)
    kept = Theme("t7", "3.4", "Min egen", (), mixed, kept=True)
    found = {t.id: t for t in themes(maker, PASSAGES, [kept])}
    assert found["t7"].label == "Min egen"
    assert set(mixed) <= set(found["t7"].passages)
    whole = replace(kept, passages=tuple(sorted(MASTS)[:2]))
    grown = {t.id: t for t in themes(maker, PASSAGES, [whole])}
    assert set(grown["t7"].passages) == MASTS


def test_a_pinned_theme_gets_no_more_points(maker: ThemeMaker) -> None:
    few = tuple(sorted(MASTS)[:2])
    kept = Theme("t7", "3.4", "Master", (), few, kept=True, pinned=True)
    found = {t.id: t for t in themes(maker, PASSAGES, [kept])}
    assert set(found["t7"].passages) == set(few)
    assert found["t7"].pinned


def test_a_name_goes_when_what_it_rests_on_is_gone_but_not_a_persons(maker: ThemeMaker) -> None:
    (first, *_rest) = themes(maker, PASSAGES)
    for gone in ("Nej till fler bredband i byarna", "Behåll flygplatsen", "Fiber: för och emot"):
        before = replace(first, label=gone)
        assert themes(maker, PASSAGES, [before])[0].label == first.label
        kept = replace(before, kept=True, suggested=False)
        assert themes(maker, PASSAGES, [kept])[0].label == gone
    assert themes(maker, PASSAGES, [replace(first, label="Fiber i byarna")])[0].label != first.label


AIRPORTS = [
    "Flygplatsen i Hemavan måste drivas vidare.",
    "Behåll flygplatsen, den är en livlina för företagen.",
    "Lägg ned flygplatsen och lägg pengarna på tåget.",
    "Flygplatsen går med förlust varje år.",
    "Bussen till flygplatsen går för sällan.",
    "Nej till fler avgångar från flygplatsen.",
    "Tjälsäkra vägen till sågen.",
    "Vägen till sågen är sönderkörd av timmerbilar.",
]


@settings(max_examples=12, deadline=None)
@given(st.sets(st.sampled_from(AIRPORTS), min_size=2))
def test_what_a_name_asks_is_said_by_half_and_refused_by_few(
    maker: ThemeMaker, said: set[str]
) -> None:
    points = [
        replace(passage(60 + n, "3.2", text), submission=f"s{n}")
        for n, text in enumerate(sorted(said))
    ]
    contents = ContentWords(lemmatizer(), compound_splitter())
    for theme in themes(maker, points):
        texts = [p.text for p in points if p.id in theme.passages]
        asks_to_keep = {"Behåll", "måste"} & {*theme.label.split()}
        if asks_to_keep and len(texts) > 1:
            assert not {AIRPORTS[2], AIRPORTS[5]} & {*texts}
        if not theme.label.endswith(" med mera"):
            spoken = {word for word, whole in contents.of(theme.label).items() if whole == 1}
            telling = [text for text in texts if not spoken.isdisjoint(contents.of(text))]
            assert len(telling) * 2 > len(texts) or theme.label in TOPICS


def test_no_name_of_a_person_or_address_is_a_keyword_or_in_the_name(maker: ThemeMaker) -> None:
    told = [
        "Hedman lovade bredband i byn, se www.bredband.example/hedman eller fraga@hedman.example.",
        "Byn behöver det bredband som Karin Hedman lovade förra fredagen.",
        "Karin Hedman borde ordna bredbandet, byn har väntat i sju år.",
    ]
    points = [passage(50 + n, "3.4", text) for n, text in enumerate(told)]
    for theme in themes(maker, [*PASSAGES, *points]):
        said = {word.lower() for word in (*theme.keywords, *theme.label.split())}
        assert said.isdisjoint({"hedman", "hedmans", "karin", "www", "example", "fraga", "sju"})


@pytest.mark.parametrize(
    ("first", "last", "asks"),
    [
        ("Gruvan i Kalvberget måste öppnas.", "Sluta subventionera gruvan.", {"s0", "s2"}),
        ("Säg ja till gruvan i Kalvberget.", "Gruvplanerna hotar renbetet.", set()),
    ],
)
def test_a_theme_with_two_sides_says_so_and_takes_none(
    maker: ThemeMaker, first: str, last: str, asks: set[str]
) -> None:
    told = [first, "En gruva behöver statligt stöd till driften.", last]
    points = [
        replace(passage(60 + n, "3.2", text), submission=f"s{n}") for n, text in enumerate(told)
    ]
    (theme,) = [t for t in themes(maker, points) if len(t.passages) > 1]
    assert theme.label.endswith(": delade meningar")
    assert "luta" not in theme.label
    said = {p.id: p.submission for p in points}
    assert {said[request.passage] for request in theme.requests} == asks
    stances = [Stance.STOD, None, Stance.KRITIK]
    counted = [replace(p, stance=stance) for p, stance in zip(points, stances, strict=True)]
    (theme,) = [t for t in themes(maker, counted) if len(t.passages) > 1]
    assert theme.label.endswith(": för och emot")
    (again,) = [t for t in themes(maker, points, [theme]) if len(t.passages) > 1]
    assert again.label.endswith(": delade meningar")


FOREIGN = [
    ("fi", "Laajakaistaa pitää rakentaa kyliin, jotta kuitu tavoittaa kaikki."),
    ("fi", "Vanhukset tarvitsevat palveluja suomen kielellä myös kylissä."),
    ("en", "Please build the broadband out to the villages before the winter."),
    ("sv", "Xqvert zwxcv aszdfg hjklmp plokmn qzwert."),
]


def test_what_is_in_another_language_is_gathered_by_it_and_named_so(maker: ThemeMaker) -> None:
    points = [
        replace(passage(70 + n, "3.4", text), language=language)
        for n, (language, text) in enumerate(FOREIGN)
    ]
    found = themes(maker, [*PASSAGES, *points])
    finnish, english, unknown = (
        next(t for t in found if points[n].id in t.passages) for n in (0, 2, 3)
    )
    assert (finnish.label, finnish.passages) == (
        "Synpunkter på finska",
        (points[0].id, points[1].id),
    )
    assert (english.label, english.passages) == ("Synpunkter på engelska", (points[2].id,))
    assert unknown.passages == (points[3].id,)
    everything = [*PASSAGES, *points]
    assert themes(maker, everything, found) == found
    mixed = [replace(found[0], passages=(*found[0].passages, points[0].id)), *found[1:]]
    again = {t.id: set(t.passages) for t in themes(maker, everything, mixed)}
    assert again[found[0].id] == set(found[0].passages)
    kept = themes(maker, everything, [replace(mixed[0], kept=True)])
    assert points[0].id in next(t for t in kept if t.kept).passages


def test_a_foreign_point_that_names_what_others_speak_of_is_with_them(maker: ThemeMaker) -> None:
    told = [
        "Inlandsbanan måste rustas så att Inlandstrafiken kan köra hela året.",
        "Rusta Inlandsbanan, då får Inlandstrafiken fler resenärer.",
        "Inlandsbanan pitää kunnostaa, jotta Inlandstrafiken voi kulkea ympäri vuoden.",
    ]
    points = [passage(80 + n, "3.2", text) for n, text in enumerate(told)]
    (theme,) = made = themes(maker, points)
    assert len(theme.passages) == len(points)
    assert themes(maker, points, made) == made


def test_only_foreign_points_make_themes_too(maker: ThemeMaker) -> None:
    (theme,) = themes(maker, [passage(90, "3.4", FOREIGN[0][1])])
    assert theme.label == "Synpunkter på finska"


def test_what_asks_for_actors_is_in_no_theme(maker: ThemeMaker) -> None:
    asked = replace(PASSAGES[0], id="z:0-9", text="Lägg till Byanätsforum bland aktörerna.")
    found = themes(maker, [*PASSAGES, asked])
    assert not [t for t in found if asked.id in t.passages]
    assert [t.passages for t in found] == [t.passages for t in themes(maker, PASSAGES)]
