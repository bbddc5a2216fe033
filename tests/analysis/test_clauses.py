import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.clauses import clauses
from inspel_app.analysis.sentences import Span


def parts(text: str) -> list[str]:
    return [span.of(text) for span in clauses(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "wanted",
    [
        ["Vi vill ha dels en badplats i varje by,", "dels ledare som kan ta emot barnen,",
         "dels bussar som går dit."],
        ["För det första måste vägen rustas i år,",
         "för det andra behövs en mötesplats för unga."],
        ["Plogningen är sen här ute på landet", "och sen är det mobilen som aldrig fungerar."],
        ["Masterna ska ha reservkraft i två dygn,",
         "och kopparnätet får inte släckas innan det finns annat."],
        ["Bussarna går för sällan, det måste bli bättre,", "och kiosken är stängd."],
        ["Bussen går för sällan,", "biblioteket i byn är stängt,", "vägen hit upp är trasig."],
        ["Vattentäkter ska skyddas i alla kommuner,", "men vi säger nej till gruvor i fjällen."],
    ],
)  # fmt: skip
def test_parts_what_a_sentence_counts_up_or_joins(wanted: list[str]) -> None:
    assert parts(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Det behövs dels bussar, dels tåg.",
        "Orsaken är dels att unga flyttar från länet, dels att skolorna inte lär ut rätt saker.",
        "Bussen bör gå oftare på kvällen, och den bör vara gratis för unga.",
        "Samebyarna ska kallas i tid, och vi ska få betalt för att samebyarna svarar.",
        "Skolan i byn är stängd, och vi vill ha den tillbaka.",
        "Skolan är stängd i år, och vägen till den fungerar inte.",
        "Vi vill se fler bussar på landet, och det är bråttom med dem.",
        "Skolmaten ska lagas av råvaror från länet, och svinnet ska halveras.",
        "Skydda fler myrar och vattendrag i länet, och redovisa dem varje år.",
        "Sätt mål för buller i tätorterna, och följ upp dem öppet varje vår.",
        "Kortet måste gälla i hela länet, och ska vara gratis för alla elever.",
    ],
)
def test_keeps_what_is_too_short_or_belongs_together(text: str) -> None:
    assert parts(text) == [text]


@given(
    st.lists(
        st.sampled_from(["dels", "bör", "vi vill", ", och ", ", men ", "buss", "sno", " ", "."])
    ).map(" ".join)
)
def test_parts_stand_in_order_and_lose_no_word(text: str) -> None:
    assert " ".join(parts(text)).split() == text.split()
