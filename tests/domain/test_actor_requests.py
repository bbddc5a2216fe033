from collections.abc import Sequence

import pytest

from inspel_app.domain.actor_requests import ACTORS, asking, concerns_actors
from inspel_app.domain.coding import Actor, Assignment, Origin, Passage

ASKING = [
    ("Lägg till Sametinget och Provbygdens riksförbund bland aktörerna.", ()),
    ("Jourerna skrivs in bland viktiga aktörer när det gäller trygghet.", ()),
    ("Vi föreslår att Provbanan AB förs in i listan över viktiga aktörer.", ()),
    ("Studieförbunden bör nämnas som viktiga aktörer.", ()),
    ("Bland aktörerna bör också Hembygdsförbundet finnas med.", ()),
    ("Stryk Provkraft från aktörslistan.", ()),
    ("Komplettera de viktiga aktörerna med byalagen.", ()),
    ("Bland de utpekade aktörerna saknas Provskogen.", ("Provskogen",)),
    ("Lägg till Provbanan AB och Provflyget.", ("Provbanan AB", "Provflyget")),
    (
        "Provskogen, Provfisket samt Provgruvan bör föras in.",
        ("Provskogen", "Provfisket", "Provgruvan"),
    ),
    ("Även Provmuseet ska tas med.", ("Provmuseet",)),
]
OTHER = [
    ("Det saknas samordning bland aktörerna i besöksnäringen.", ()),
    ("Lägg till ett mål om gods på Provbanan.", ("Provbanan",)),
    ("Ta med ungdomar i aktörernas arbete.", ()),
    ("Fler aktörer måste ta ansvar för vägarna.", ()),
    ("Provbanan bör föras in i den nationella planen.", ("Provbanan",)),
    ("Regionen ska stå för samverkan till aktörer som bygger fiber.", ()),
    ("Kommunen saknar stöd från aktörer i länet.", ()),
    ("Skriv in att vården ska finnas nära.", ()),
]


def point(text: str, actors: Sequence[str] = (), aspect: str | None = None) -> Passage:
    placed = (Assignment("3.2", aspect, Origin.FORM),)
    named = tuple(Actor(name, name) for name in actors)
    return Passage("a:0-9", "s", "a", None, 0, 9, text, placed, actors=named)


@pytest.mark.parametrize(("text", "actors"), ASKING)
def test_what_asks_for_actors_concerns_them(text: str, actors: Sequence[str]) -> None:
    assert list(asking(point(text, actors))) == [text]
    assert concerns_actors(point(text, actors))


@pytest.mark.parametrize(("text", "actors"), OTHER)
def test_what_only_speaks_of_actors_is_of_its_matter(text: str, actors: Sequence[str]) -> None:
    assert not list(asking(point(text, actors)))
    assert not concerns_actors(point(text, actors))


def test_what_answers_the_question_about_actors_concerns_them() -> None:
    assert concerns_actors(point("Åkerierna!!", aspect=ACTORS))
    assert not concerns_actors(point("Åkerierna!!", aspect="behov"))
    argued = "Elnätsbolagen, eftersom tung trafik på el blir en fråga om effekt i nätet."
    assert not concerns_actors(point(argued, aspect=ACTORS))


def test_a_point_that_says_more_is_of_its_matter() -> None:
    ask = "Provnätet borde stå bland aktörerna."
    said = f"Vårdpersonal med kunskap om kultur är bristen, inte viljan, i hela länet. {ask}"
    assert list(asking(point(said))) == [ask]
    assert not concerns_actors(point(said))
