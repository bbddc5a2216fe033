"""Languages told apart on sentences that are not in the samples."""

import pytest

from inspel_app.analysis.language import LanguageGuesser, read_samples
from inspel_app.resources import resource_dir

SAMPLES = (resource_dir() / "namn" / "sprakprov.txt").read_text("utf-8")
GUESSER = LanguageGuesser(read_samples(SAMPLES))
HELD_OUT = {
    "sv": [
        "Vägen till skidanläggningen är smal och borde breddas innan nästa säsong.",
        "Ta bort stycket om vindkraft.",
        "Strandskyddet gör det krångligt att bygga vid sjöar där ingen annan bor.",
        "Äldre som lever ensamma saknar ofta någon att prata med.",
        "Sameskolan i Tärnaby och kyrkan i Åsele bör nämnas bland aktörerna.",
        "Fler lärlingsplatser, gärna inom trä och bygg!",
        "Vi ser positivt på att näringslivsavsnittet kortats.",
        "Umeå, Skellefteå och Lycksele har olika behov av pendlingsparkeringar.",
        "Ja, absolut.\nDet tycker styrelsen.",
        "Svenska språket räcker inte när patienten pratar finska.",
        "Byns affär stängde förra året.",
        "Det är långt till läkaren.",
        "Gruvor förstör vattnet.",
        "Tågen till kusten är inställda var och varannan dag.",
    ],
    "en": [
        "Wind turbines on grazing land are a threat to reindeer herding.",
        "The airport should stay open during weekends.",
        "Please describe the role of the university hospital.",
        "Start-ups lack capital in their first years.",
        "I moved here from Germany and could not find a flat.",
        "Teachers with experience leave because salaries are low.",
        "The village shop closed last year.",
        "It is far to the doctor.",
        "Mines pollute the water.",
    ],
    "fi": [
        "Lentokentän pitäisi olla auki myös viikonloppuisin.",
        "Opettajat lähtevät, koska palkat ovat pieniä.",
        "Vanhusten hoivakodissa pitäisi puhua asukkaiden äidinkieltä.",
        "Muutin tänne Oulusta enkä löytänyt asuntoa.",
        "Tiet ovat huonossa kunnossa talvella.",
        "Ehdotamme uutta kirjastoa ja kulttuuritaloa.",
        "Kylän kauppa suljettiin viime vuonna.",
        "Lääkärin vastaanotolle on matkaa sata kilometriä.",
        "Nuorisotyöhön tarvitaan lisää rahaa.",
        "Meiltä puuttuu suomenkielisiä hoitajia.",
        "Kaivokset pilaavat vesistöjä.",
    ],
    "fit": [
        "Lentokenttä pitäs olla auki kans viikonloppuna.",
        "Met praatama meänkieltä kotona ja tet saatatta kuula sen.",
        "Opettajat lähtevät pois ko palkat oon pienet.",
        "Net oon rakentanheet uuen kirjaston Pajahlaan.",
        "Mie muutin tänne Oulusta mutta en löytäny asuntoa.",
        "Vanhusten kotona häätyy puhua heän ommaa kieltä.",
        "Kylän kauppa panthiin kiini viime vuona.",
        "Tohturille oon matkaa sata kilomeetteriä.",
        "Nuoriso tarttee enämpi rahhaa.",
        "Poronhoito ja turismi sopivat yhtheen jos plaanathaan hyvin.",
        "Kruuvat pilhaavat vesistöjä.",
    ],
    "se": [
        "Girdigieddi galgá leat rabas maiddái vahkkoloahpaid.",
        "Oahpaheaddjit heitet go bálkkát leat unnit.",
        "Luossa ja rievssat leat dehálaš resurssat min guovllus.",
        "Mun fárrejin deike Guovdageainnus muhto in gávdnan ásodaga.",
        "Geainnut leat heittohat dálvit.",
        "Sámediggi galgá searvat dán bargui.",
        "Gili gávpi giddejuvvui diibmá.",
        "Doaktára lusa lea guhkes mátki.",
        "Nuoraidbargui dárbbašuvvo eanet ruhta.",
        "Ruvkkit nuoskkidit čáziid.",
    ],
    "smj": [
        "Girdásaljo galggá rabás liehket aj vahkkoloahpajt.",
        "Åhpadiddje hiejtti gå bálká li binná.",
        "Mån jåhtiv diehki Jåhkåmåhkes valla ittjiv viesov gávna.",
        "Luossa ja rievsak li ájnas mijá guovlon.",
        "Gejno li nievre dálven.",
        "Sámedigge galggá oassálasstet dán barggoj.",
        "Gile oasestahka dahppujuvvij dijmmá.",
        "Dåktåra lusi la guhkes mannam.",
        "Nuorajda dárbaj ienep biednik.",
        "Ruvka nuoskodi tjátjijt.",
    ],
    "sma": [
        "Girtiegaavnoe byöroe rihpestovvedh aaj hïeljen.",
        "Lohkehtæjjah orrijieh gosse baalhkah leah vuelehks.",
        "Manne deekie juhtim Snåaseste mohte im gåetiem gaavneme.",
        "Loese jïh krievvie leah vihkele mijjen dajvesne.",
        "Geajnoeh leah nåake daelvege.",
        "Saemiedigkie edtja meatan årrodh daennie barkosne.",
        "Voenen åesiestahke steegnesovvi mænnan jaepien.",
        "Dåakterasse guhkie geajnoe.",
        "Noeride jienebh vierhtieh daarpesjibie.",
        "Gruvvah tjaetside miskeldieh.",
    ],
}


def _wrong(language: str) -> list[str]:
    return [text for text in HELD_OUT[language] if GUESSER.language_of(text) != language]


@pytest.mark.parametrize("language", sorted(HELD_OUT.keys() - {"fit"}))
def test_tells_languages_apart(language: str) -> None:
    assert _wrong(language) == []


def test_tells_meankieli_from_finnish_where_a_sentence_differs_at_all() -> None:
    assert len(_wrong("fit")) <= 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "Nej",
        "2025–2030",
        "AB Volvo",
        "RUN 234–2025",
        "Ja.",
        "Umeå kommun",
        "x y z",
        "文書の言語",
    ],
)
def test_says_nothing_about_what_is_no_sentence(text: str) -> None:
    assert GUESSER.language_of(text) is None


def test_a_swedish_text_with_names_and_loans_is_swedish() -> None:
    texts = [
        "Sápmi, Sametinget och Várdduo bör nämnas.",
        "RISE Processum, Umeå Biotech Incubator samt Arctic Centre vid Umeå universitet.",
        "Projektet Smart Region och Green Flyway är goda exempel på testbäddar.",
        "Gaaltije, Samiskt kulturcentrum i Östersund, kan vara med.",
    ]
    assert [GUESSER.language_of(text) for text in texts] == ["sv"] * len(texts)


@pytest.mark.parametrize(
    "text",
    [
        "Jokkmokk, Kiruna, Pajala, Haparanda, Övertorneå",
        "Lannavaara, Kuttainen, Naimakka, Karesuando och Idivuoma",
        "Saxnäs, Klimpfjäll, Kittelfjäll, Dikanäs",
        "Matti Niemi, Aila Kuoljok, Tony Andersson, Timrå",
        "Giron, Váhtjer, Jåhkåmåhkke",
        "Se https://www.arctic.example/news/the-report-of-the-region",
        "Jobbar gör Liquid Wind, Industrial Park, High Coast Invest",
        "Våra byar Nattavaara, Hakkas och Ullatti saknar buss.",
        "Väg 99 över Muonionalusta, Kitkiöjoki och Kihlanki är dålig.",
    ],
)
def test_names_of_places_and_people_make_no_text_foreign(text: str) -> None:
    assert GUESSER.language_of(text) in (None, "sv")


@pytest.mark.parametrize(
    "text",
    [
        "Vi ønsker flere busser og bedre veier over grensen.",
        "Det er ikke lett å finne en lege som snakker norsk og samisk.",
        "Kommunen mener at samarbeidet mellom skolene må styrkes, og bør nevnes.",
        "Eg trur ikkje dette gjelder oss, og kva med vegen?",
    ],
)
def test_norwegian_is_told_by_its_words(text: str) -> None:
    assert GUESSER.language_of(text) == "no"


@pytest.mark.parametrize(
    "text",
    [
        "Vi mener, at det er vigtigt, at toget kører hver time, og at det ikke bliver dyrt.",
        "Hvad gør regionen for at skabe flere arbejdspladser?",
        "Uddannelse og arbejde hænger sammen.",
        "Der mangler en plan for, hvordan de unge bliver i området.",
    ],
)
def test_danish_is_told_from_norwegian_by_words_of_its_own(text: str) -> None:
    assert GUESSER.language_of(text) == "da"


def test_what_is_both_danish_and_norwegian_is_what_its_whole_is() -> None:
    text = "Der bør være flere færger, og ikke kun i juli."
    assert [GUESSER.language_of(text, whole) for whole in ("da", "no", None)] == ["da", "no", "no"]


@pytest.mark.parametrize(
    "text",
    [
        "Samverkan med Rana kommune og Hemnes kommune är viktig för vår by.",
        "Vi vill att organisationen Natur og Ungdom bjuds in.",
        "Bodø och Mo i Rana bör nämnas, även Nordland fylke.",
        "Må de som kommer efter oss få det bättre.",
    ],
)
def test_norwegian_names_and_words_that_are_swedish_too_are_not(text: str) -> None:
    assert GUESSER.language_of(text) == "sv"


def test_a_part_of_a_norwegian_text_is_norwegian_unless_it_is_marked_as_swedish() -> None:
    parts = {
        "Elevene tar videregående i Umeå.": "no",
        "Godstransport går i dag på veg.": "no",
        "Strategin är god.": "sv",
        "Sök bidrag till turism.": "sv",
        "Please mention the airport as well.": "en",
    }
    assert {part: GUESSER.language_of(part, "no") for part in parts} == parts
    assert GUESSER.language_of("Godstransport går i dag på veg.", "en") == "sv"


def test_capitals_all_through_are_read_as_any_letters() -> None:
    assert GUESSER.language_of("THE BUSES RUN TOO SELDOM IN THE INLAND.") == "en"
    assert GUESSER.language_of("BUSSEN GÅR FÖR SÄLLAN TILL VÅR BY.") == "sv"


def test_reads_samples_by_section() -> None:
    assert read_samples("# om\n[aa]\nett\ntvå\n[bbb]\n# nej\ntre") == {
        "aa": "\nett\ntvå\n",
        "bbb": "\ntre",
    }


def test_the_samples_are_small() -> None:
    assert len(SAMPLES.encode()) < 200_000
    assert set(read_samples(SAMPLES)) == set(HELD_OUT)


def test_reads_long_text_without_spaces() -> None:
    unbroken = "<div>" * 60_000
    assert GUESSER.language_of(unbroken + " Vi behöver fler bussar till byn.") is not None
