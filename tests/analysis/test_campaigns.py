import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.campaigns import campaign_of

COMMON = (
    "Vi i {place} kräver att tågen åter stannar i alla byar längs banan mot kusten.",
    "I dag tar bussen tre timmar, och den går bara på vardagar.",
    "Regionen behöver också ta ansvar för vården, så att ambulansen hinner fram i tid.",
)
OWN = "Min dotter missar skolan varje vecka."


def letter(place: str, name: str, *own: str, greeting: str = "Hej!") -> list[str]:
    lines = [greeting, *COMMON, *own, "Med vänlig hälsning", name, place]
    return ["\n\n".join(lines).format(place=place)]


PLAIN = [letter("Malå", "Annika Provberg"), letter("Övre Exempelträsk", "Bo Testman")]


def additions(*members: list[str]) -> list[tuple[str, ...]]:
    return list(campaign_of(members).additions)


def test_names_places_and_greetings_add_nothing() -> None:
    other = letter("Norsjö", "Cia Påhitt", greeting="Bästa region,")
    assert additions(*PLAIN, other) == [(), (), ()]


def test_what_one_adds_stands_as_written() -> None:
    own = letter("Norsjö", "Cia Påhitt", f"{OWN} Jag är 83 år,  och kör inte bil!")
    assert additions(*PLAIN, own)[-1] == (OWN, "Jag är 83 år,  och kör inte bil!")


def test_a_sentence_after_the_signature_is_an_addition() -> None:
    (text,) = letter("Norsjö", "Cia Påhitt")
    assert additions(*PLAIN, [f"{text}\n\nPS. {OWN}"])[-1] == (OWN,)


def test_another_order_and_a_shorter_text_add_nothing() -> None:
    turned = ["\n".join(reversed(COMMON)).format(place="Åsele")]
    short = [COMMON[2]]
    assert additions(*PLAIN, turned, short) == [(), (), (), ()]


def test_a_clause_of_its_own_in_a_common_sentence_is_an_addition() -> None:
    longer = COMMON[1].replace(".", ", vilket gör att jag aldrig kan besöka min mor på hemmet.")
    (text,) = letter("Norsjö", "Cia Påhitt")
    assert additions(*PLAIN, [text.replace(COMMON[1], longer)])[-1] == (longer,)


def test_what_two_of_many_add_alike_is_the_addition_of_both() -> None:
    plain = [letter("Malå", f"Namn Namnsson{n}") for n in range(10)]
    two = [letter("Norsjö", "Cia Påhitt", OWN), letter("Åsele", "Dan Påhitt", OWN)]
    assert additions(*plain, *two)[-2:] == [(OWN,), (OWN,)]


@given(st.permutations([*PLAIN, letter("Norsjö", "Cia Påhitt", OWN), letter("Åsele", "Dan")]))
def test_the_id_is_the_same_in_any_order(members: list[list[str]]) -> None:
    assert campaign_of(members).id == campaign_of(sorted(members)).id


@pytest.mark.parametrize("more", [1, 5, 40])
def test_the_id_stays_when_more_arrive(more: int) -> None:
    members = [letter(f"By{n}", f"Namn{n}", f"Rad{n} hör inte till de andra.") for n in range(4)]
    later = [letter(f"Ort{n}", f"Person{n}", OWN) for n in range(more)]
    assert campaign_of(members).id == campaign_of([*members, *later]).id


def test_campaigns_that_share_a_phrase_have_ids_of_their_own() -> None:
    phrase = "Vi tackar för möjligheten att lämna inspel till strategin."
    one = [[f"{phrase} {COMMON[1]}"]] * 2
    other = [[f"{phrase} {COMMON[2]}"]] * 2
    assert campaign_of(one).id != campaign_of(other).id
