"""Phrases and lines that are no points, and points that look like them."""

import pytest

from inspel_app.analysis.passages import points
from inspel_app.analysis.references import References
from inspel_app.domain.coding import Codebook
from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import Answer

REFERENCES = References(Codebook("s", "Strategi", ()))
FRAME = """\
Vi har inga synpunkter på prioritering 5 och 6.
Länsstyrelsen har inga ytterligare synpunkter att lämna.
Vi har inget att säga om de andra avsnitten.
Luftfartsverket avstår från att lämna synpunkter.
Myndigheten avstår från yttrande.
Nämnden har valt att avstå från att svara på remissen.
Länsstyrelsen har beretts tillfälle att lämna inspel och anför följande.
Kommunstyrelsen har den 14 maj, § 88, beslutat att avge följande yttrande.
Undertecknad har läst strategin med stort intresse.
Styrelsen har behandlat strategin den 20 maj.
Hej och tack för ett intressant möte i Lycksele!
Härmed översänds Storumans kommuns yttrande över förslaget till regional utvecklingsstrategi.
Härmed översändes kommunens svar.
Vi översänder härmed våra synpunkter på den regionala utvecklingsstrategin.
Bifogat finner ni vårt inspel till RUS.
Bifogar kommunstyrelsens protokollsutdrag.
Vi står gärna till förfogande vid frågor.
Vi står gärna till förfogande för fortsatt dialog kring strategin.
Självklart står vi till ert förfogande om ni har frågor.
Vid frågor kontakta Per Ask på telefon 070-123 45 67.
Om ni har några frågor är ni välkomna att höra av er till undertecknad.
Har ni frågor, hör gärna av er.
Tveka inte att kontakta oss.
Vi ser fram emot fortsatt dialog.
Vi ser fram emot ett fortsatt gott samarbete kring strategin.
Tack för oss!
Sorry att det dröjde!
Vi ber om ursäkt för sent svar.
Tel: 070-123 45 67
Tel. 090-16 00 00, fax 090-16 00 01
Telefon växel: 0951-140 00
070-123 45 67
Mobil 070 123 45 67
per.ask@storuman.example
E-post: per.ask@storuman.example, www.storuman.se
Box 443, 901 09 Umeå
Storgatan 4, 923 32 Storuman
Postadress: Blå vägen 242, 923 81 Storuman
Besöksadress: Storgatan 12
Org.nr: 212000-2601
Registrator, Storumans kommun, registrator@storuman.example
Kontaktperson: Per Ask, 070-123 45 67
Kopia till: Kommunstyrelsen
Dnr: KS 2025/41
Vårt dnr KS 2025-117
Diarienummer: 531-4411-2025
Sida 1 (3)
Beslut i detta ärende har fattats av generaldirektör Anna Ek efter föredragning av utredare Bo Lund.
I den slutliga handläggningen har även enhetschef Eva Dahl deltagit.
Föredragande har varit strateg Per Ask.
Skickat från min iPhone
Våra synpunkter följer nedan.
Blanketten bifogas.
I övrigt har kommunen inget att tillägga.
Utöver detta har styrelsen ingenting att anföra.
I övrigt finns inget att tillägga.
Styrelsen antog det den 3 juni.
Nämnden antog yttrandet den 14 maj 2025.
Detta antogs av styrelsen den 3 juni.
Hoppas ni läser det här och inte bara lägger det i en pärm :)
Jag hoppas verkligen att någon läser det här.
Hoppas det här kommer fram till rätt person.
Här kommer våra synpunkter på strategin.
Här kommer kommunens svar.
Skriver mer om jag hinner!
Vi återkommer gärna när vi vet mer.
Men ni läser väl inte ens det här.
Det är väl ingen som läser det här.
Vi blir glada om ni kommer på besök någon gång.
Vi skulle bli jätteglada om någon av er kom hit och såg hur vi har det.
Gijttoe!
Ollu giitu.
Giitu eatnat!
Lykke til med arbeidet!
Lykke til videre.
Trevlig sommar!
Ha det gott!
Ha det så bra!
Allt gott!
Hoppas ni får användning av det här.
Hoppas det här var till hjälp.
Vi hoppas att våra synpunkter kommer till nytta.
Vi hoppas att ni får nytta av våra svar.
abc
testtest
bla bla bla
vet ej
Vet inte.
ingen aning
Ingen åsikt
Ingen åsikt i denna fråga.
Ej aktuellt.
Ej relevant för oss.
Inte aktuellt för vår del.
Ingenting
Nej tack
Mer än så har vi inte att säga.
Det var allt från oss.
Detta är vår gemensamma ståndpunkt.
Region Norr har den 14 april berett Luftfartsverket tillfälle att yttra sig över remissen.
Ni har gett oss möjlighet att lämna synpunkter på strategin.
Regionen har bjudit in oss att lämna inspel.
Ärendet har remitterats till oss från Region Norr den 3 maj 2025.
Ärendenummer TRV 2025/4471.
Ärendenummer: LST-2025-118
Remissen inkom till kommunen den 4 april 2025.
P.S. Tack för en fin hemsida.
Kiitos ja hyvää kesää!
All the best!
Takk for meg.
"""
POINTS = """\
Vi beklagar att tågen är försenade.
Vi beklagar att det dröjer med bussen.
Vi har inga bussar på söndagar.
Det finns inga synpunkter från unga i underlaget.
Vi avstår gärna från fler vindkraftverk.
Busshållplatser utan belysning gör att kvinnor avstår från att resa.
Många unga avstår från tandvård eftersom det är för dyrt.
Patienter avstår från läkarbesök när restiden blir för lång.
Kommunen har inga synpunkter på målet men vill se fler bussar.
Vi har läst strategin och den är alldeles för lång.
Unga har aldrig fått tillfälle att ge sin syn på bussen.
Vi har inget att invända mot att flygplatsen läggs ned.
Vi har inget att säga till om när vindkraften byggs.
Tack för ert arbete med den fria scenkonsten, det har betytt mycket.
Här finns stora brister i bredbandet.
Marken står till förfogande för nya bostäder.
Vi ser fram emot att Norrbotniabanan byggs.
Vi lämnar synpunkter på att väg 363 är dålig.
Coompanion, info@coompanion.example
Ring 112 fungerar inte i väglandet
Väg 92 mellan Åsele och Vilhelmina
Rusta väg 363, 930 mil grusväg
Vi står till förfogande med mark och pengar.
Kontakta byarna innan ni bygger.
2 500 000 kr till leder 2026
Nedan följer de tre viktigaste vägarna i kommunen: E12, E45 och väg 363.
Bilagan är för lång för att läsas av någon i byn.
Här är samarbetet mellan kommun och region bra.
Region Västerbotten skickar för många handlingar som ingen läser.
Kommunen skickar ungdomar till Umeå varje vecka.
Tel-nätet i fjällen
Mobiltäckningen i Slussfors
Vi ser ett samarbete om leder som lyckat.
Besluten i regionen fattas långt från byarna.
E-post når inte alla äldre
Länsstyrelsen, Trafikverket och Sametinget
Samverkan med Mo i Rana
Vi har översänt förslag till vindskydd, men inget har hänt.
Adressregistret är fel
Föreningen överlämnar gärna bygdegården till kommunen.
Underlag finns i rapporten Byar 2024.
Vi ser samarbete med Norge som viktigt.
Vi skickar varje år in svar som ingen läser.
Beslutet om detta har tagits över huvudet på byborna.
Rapporten är bra
Dokumentet är bra.
Underlaget finns.
Protokollen är hemliga.
Inlandsbanan, www.inlandsbanan.se
Vi hör inte av er på flera år.
Storgatan 4 i Storuman
www.rvn.se
Beteckning för leder
Referensgrupp för unga
Trafikverket sänder remissvar till fel kommun.
Kommunen skickar beslut till fel adress.
Vi skickar för många rapporter till staten.
Bästa stället att bo på.
Här finns svar på alla frågor.
Nedan följer vårt inspel om väg 363, som är dålig.
Sida 12
Här lämnas för få svar.
Bifogat underlag visar att skolan är för liten.
Enligt bifogat underlag har 40 procent flyttat.
Vi bifogar en karta där vägen är utritad.
Vid frågor om vård hänvisas byborna till Umeå.
Om ni har funderingar på att stänga skolan så protesterar vi.
Kommunen står till tjänst med lokaler
Vi lämnar inspel till EU om leder
Centrum: Storgatan 5
Ni läser inte remissvaren ordentligt.
Ingen läser strategin i byarna.
Vi blir glada om ni bygger vägen.
Vi skulle bli glada om bussen kom hit.
Vi skulle bli glada om någon kom och byggde vägen.
Förlåt, men svaret kom för sent.
Ambulansen dröjer och ursäkta sig kan ingen.
Vi återkommer om kommunen inte svarar på frågan om vägen.
Inga fler vindkraftverk.
Ingen buss.
Ej aktuellt med fler gruvor här.
Ingen åsikt borde vara för liten.
Hoppas ni bygger vägen.
Hoppas det här leder till att bussen kommer tillbaka.
Regionen har gett oss möjlighet att bygga ut fibern.
Ni har gett bort skogen.
Regionen har bjudit in fel personer.
Ärendet har tagit fyra år.
Remissen är för lång.
Allt gott i bygden kommer från föreningarna.
Trevlig centrumkärna behövs.
Nej till gruvan.
Nej tack till fler sommarstugor.
Mer stöd till byarna.
Detta är vår gemensamma framtid.
Ingenting händer i byn.
Ni har haft möjlighet att rusta vägen i tio år.
Vet inte hur vi ska klara vintern.
Ingenting om fiske.
I övrigt har vi inget att säga till om.
Kommunen har inget att sätta emot bolagen.
Styrelsen antog planen den 3 juni men inget har hänt.
Fullmäktige antog den 3 juni en plan mot buller.
Kommunen godkände det den 3 juni.
Detta antogs av fullmäktige utan debatt den 2 juni.
Hoppas ni läser det här och bygger vägen.
Hoppas ni läser om hur vi har det.
"""


def said(text: str, field: str | None) -> list[str]:
    answer = Answer("a", field, text, Method.TEXT, (Location("f", 0, len(text)),))
    return [point.span.of(text) for point in points(answer, REFERENCES)]


@pytest.mark.parametrize("line", FRAME.splitlines())
@pytest.mark.parametrize("field", ["1.1.behov", None])
def test_what_only_sends_or_tells_how_to_reach_somebody_is_no_point(
    line: str, field: str | None
) -> None:
    assert said(line, field) == []
    assert said(f"Bygg ut ringbilen.\n{line}", field) == ["Bygg ut ringbilen."]


@pytest.mark.parametrize("line", POINTS.splitlines())
def test_what_looks_like_it_and_says_something_is_a_point(line: str) -> None:
    assert said(line, "1.1.behov") == [line]


def test_a_name_beside_an_address_is_no_point_in_a_letter() -> None:
    line = "Storumans kommun, Box 4, 923 32 Storuman."
    assert said(f"{line}\nBygg ut ringbilen.", None) == ["Bygg ut ringbilen."]
    assert said(line, "1.1.aktorer") == [line]


def test_the_number_of_the_case_before_a_point_is_no_part_of_it() -> None:
    line = "Ärendenummer LST 2025/118. Bygg ut ringbilen."
    assert said(line, "1.1.behov") == ["Bygg ut ringbilen."]
