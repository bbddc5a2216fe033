"""Short mails that say nothing on the matter, and those that look so but do."""

import pytest

from inspel_app.domain.parcel import MailKind
from inspel_app.reading.mail_words import kind_of_words


@pytest.mark.parametrize(
    "text",
    [
        "Hej!\nNär är sista dag att lämna inspel? Går det bra att skicka in det som pdf?",
        (
            "Hej,\nVi skulle behöva anstånd till den 20 juni då nämnden sammanträder först då."
            " Går det bra?\nHälsningar\nPer Ås"
        ),
        "Hej! Blanketten går inte att spara. Kan ni skicka den som Word-fil? Tack på förhand!",
        "Har ni fått vårt inspel?",
        "Vi önskar förlängd svarstid till den 30 juni.\n\nNämndsekreteraren, Ekby kommun",
        "Nämnden sammanträder den 26 juni. Vi begär därför anstånd med vårt inspel till den 30.",
        "Hej, finns underlaget på lättläst svenska?",
        "Länken till blanketten fungerar inte. Kan ni skicka en ny?",
        "Vi har en fråga: kan flera föreningar lämna in ett gemensamt svar?",
        "Kan ni ändra min e-postadress i er sändlista?",
    ],
)
def test_knows_questions_on_the_consultation(text: str) -> None:
    assert kind_of_words(text) is MailKind.QUESTION


@pytest.mark.parametrize(
    "text",
    [
        "Tack!\nMvh Anna",
        "Hej!\nTack för bekräftelsen och trevlig sommar!\nMed vänlig hälsning\nAnna Ek",
        (
            "Hej,\nVi bekräftar att vi har mottagit er handling. Den har fått diarienummer KS 123."
            "\nRegistrator\nÅsele kommun"
        ),
        "Ok, tack!",
        "Mottaget, tack.",
        "Din e-post har kommit fram. Vi besvarar den inom två arbetsdagar.",
        "Ditt ärende har registrerats. Detta är ett automatiskt meddelande.",
        "Your request (#48) has been received. To add comments, reply to this email.",
    ],
)
def test_knows_thanks_and_receipts(text: str) -> None:
    assert kind_of_words(text) is MailKind.COURTESY


@pytest.mark.parametrize(
    "text",
    [
        "Fler bussar!",
        "Hej! Fler bussar tack! Har ni fått vårt förra inspel?",
        "Varför finns inget mål om kollektivtrafik? När ska bussarna gå på kvällarna igen?",
        "Kan ni öppna biblioteket på kvällarna?",
        "Kan ni förlänga Inlandsbanan?",
        "Vem ska betala för vägarna i inlandet?",
        "Det är bra att strategin lyfter kulturen.",
        "Tack för en bra strategi!",
        "Vi avstår från att yttra oss.",
        "Tack!\nFler bussar",
        "Anna Ek",
        "Bra!",
        "Var finns barnen i underlaget?",
        "Kan regionen skicka in läkare till Sorsele?",
        "Har ni fått nya läkare?",
        "Vi behöver blanketter på samiska i vården.",
        "Tack för bussen till Ammarnäs, den är bra.",
        "Jag återkommer ständigt till samma sak: vägarna.",
        "Glad att ni satsar på tåg.",
        "Bekräftar härmed att Åsele kommun vill se en utbyggd E12.",
    ],
)
def test_leaves_what_may_be_an_inspel(text: str) -> None:
    assert kind_of_words(text) is MailKind.ORDINARY
