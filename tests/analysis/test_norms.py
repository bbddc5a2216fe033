"""What shall be is a demand; what is going to happen, or is said in passing, is none."""

import pytest

from inspel_app.analysis.norms import demands, forbids


@pytest.mark.parametrize(
    "sentence",
    [
        "Simhallen ska hålla öppet på lov.",
        "Beslut om skolor ska fattas nära dem som berörs.",
        "Alla som vill ska få plats i kören.",
        "Senast 2030 ska alla byar ha fiber.",
        "Vi ska inte behöva åka tolv mil.",
        "Ingen ska lämnas utanför.",
        "Hamnen ska inte läggas ned.",
    ],
)
def test_demands_what_shall_be_or_shall_not_end(sentence: str) -> None:
    assert demands(sentence)
    assert not forbids(sentence)


@pytest.mark.parametrize(
    "sentence", ["Parkeringsavgiften ska inte höjas.", "Inga fler kalhyggen ska tillåtas."]
)
def test_forbids_what_shall_not_be(sentence: str) -> None:
    assert forbids(sentence)
    assert not demands(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Vägen ska byggas om 2027 enligt beslut.",
        "Simhallen ska öppna i mars.",
        "Kommunen har beslutat att simhallen ska rivas.",
        "Simhallen ska rivas.",
        "Bussen som ska gå på lördagar är inställd.",
        "Frågan är om vägen ska byggas.",
        "Ska hamnen säljas får vi veta det sist.",
        "Ska hamnen byggas ut?",
        "Vi ska ha möte om hamnen.",
        "Personalen är snäll, det ska erkännas.",
    ],
)
def test_what_is_told_or_wondered_is_neither(sentence: str) -> None:
    assert not demands(sentence)
    assert not forbids(sentence)
