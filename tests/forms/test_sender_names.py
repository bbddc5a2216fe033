"""Senders whose names hold no word that tells of an organisation, in many ways to say a name."""

import pytest

from inspel_app.forms.organisations import Organisations
from inspel_app.forms.respondent import from_letter
from inspel_app.resources import load_form
from inspel_app.resources.gazetteer import load_gazetteer

KNOWN = Organisations(load_gazetteer(), load_form("vasterbotten-2025").municipalities)
BODY = (
    "Bussarna måste gå på kvällarna också. Vägen till skolan är mörk.\n\nVi vill ha fler platser."
)

NAMED = [
    ("Vi i Byalaget Norrån vill att ni satsar på vägen.\n" + BODY, "Byalaget Norrån"),
    (BODY + "\n\n/Karin Ek, ordförande, Lövets Gille", "Lövets Gille"),
    (BODY + "\n/Åke Sten, kassör, Föreningen Bruksvallen", "Föreningen Bruksvallen"),
    ("Jag driver Fjällbagarn HB och har två anställda.\n" + BODY, "Fjällbagarn HB"),
    ("Hej,\nhär kommer tankar från Cykelfolket Sävar (vi är 12).\n" + BODY, "Cykelfolket Sävar"),
    (
        "Synpunkter på utvecklingsstrategin från Unga Röster Nordmaling\n" + BODY,
        "Unga Röster Nordmaling",
    ),
    ("Synpunkter på RUS från SPF Bjurholm\nStyrelsen har mötts.\n" + BODY, "SPF Bjurholm"),
    ("Konstkollektivet Norr\nInspel RUS\n\n" + BODY, "Konstkollektivet Norr"),
    ("FRILUFTSCENTRUM INLAND\nSvar på frågor om RUS.\n\n" + BODY, "FRILUFTSCENTRUM INLAND"),
    ("Hej!\nGiellaguovdásj Malå lämnar följande synpunkter.\n" + BODY, "Giellaguovdásj Malå"),
    (
        "Samverkande vävstugor i Lappland (Vävarna, Rosengång)\n" + BODY,
        "Samverkande vävstugor i Lappland",
    ),
    (
        "Dövas förening i Umeå, Hörselklubben och Tecken Nu lämnar ett inspel.\n" + BODY,
        "Dövas förening i Umeå",
    ),
    ("Hälsningar från Skogsfacket Norr\n" + BODY, "Skogsfacket Norr"),
    ("Vårdförbunden Norrland – yttrande RUS\n" + BODY, "Vårdförbunden Norrland"),
    ("Hej Karin,\nhär kommer lite från oss på Sjöro Upplevelser:\n" + BODY, "Sjöro Upplevelser"),
    (
        "SJÖFOLKET I MALÅ\n\nTill regionen.\n\n" + BODY + "\n\nMaj Testdotter, sekreterare",
        "SJÖFOLKET I MALÅ",
    ),
    ("FÅGELVÄNNERNA I MALÅ\n\nTill regionen.\n\n" + BODY, "FÅGELVÄNNERNA I MALÅ"),
    ("Havsvik kommune\nNordland, Norge\n\n" + BODY, "Havsvik kommune"),
    (
        "Institutionen för prov vid Västra universitetet lämnar härmed följande synpunkter.\n"
        + BODY,
        "Västra universitetet",
    ),
    ("Suomalainen yhdistys Ranta kiittää mahdollisuudesta.\n" + BODY, "Suomalainen yhdistys Ranta"),
]
WHOLE = [
    ("Norrvedens Såg AB i Åsele\n\n" + BODY + "\n\nPer Alm", "Norrvedens Såg AB"),
    (
        BODY + "\n\nHälsningar\nMaja Ek\nKvinnojouren Ljuset i Lycksele",
        "Kvinnojouren Ljuset",
    ),
    (BODY + "\n\nHälsningar\nMaja Ek\nRöda Korset i Lycksele", "Röda Korset i Lycksele"),
    (BODY + "\n\nVennlig hilsen\nKari Berg\nNæringsrådgiver, Rana kommune", "Rana kommune"),
    (BODY + "\n\nElevkåren på Tallbackagymnasiet genom Alva", "Elevkåren på Tallbackagymnasiet"),
    (BODY + "\n\nHälsningar\nMedlemmarna i Ånäsets jaktklubb", "Ånäsets jaktklubb"),
    ("Hej! Vi på Café Granen i Norsjö vill parkera.\n" + BODY, "Café Granen"),
    (BODY + "\n\nTack!\n/Ulla på Bageri Vetet", "Bageri Vetet"),
    ("Vi i styrelsen för Lillåns vägförening vill mer.\n" + BODY, "Lillåns vägförening"),
    ("Som enhetschef på Storåns hälsocentral ser jag köer.\n" + BODY, "Storåns hälsocentral"),
    ("Jag är föreståndare på Strandens äldreboende i Sävar.\n" + BODY, "Strandens äldreboende"),
    ("Undertecknad är rektor på Byskeskolan.\n" + BODY, "Byskeskolan"),
    ("Här kommer Idrottsklubben Renens synpunkter på planen.\n" + BODY, "Idrottsklubben Renen"),
    ("Hej, här kommer Byalaget Norras inspel.\n" + BODY, "Byalaget Norra"),
    ("Härmed översänds Bygdeföreningen Nordanås yttrande.\n" + BODY, "Bygdeföreningen Nordanå"),
    ("Bifogat finner ni Elevkåren Tallens remissvar.\n" + BODY, "Elevkåren Tallen"),
    ("Vi skickar härmed Funktionsrätt Sydlappens svar.\n" + BODY, "Funktionsrätt Sydlappen"),
    (
        "Här kommer Lekföreningens inspel.\n"
        + BODY
        + "\n\nMvh\nEva Ek\nordförande, Lekföreningen Tall",
        "Lekföreningen Tall",
    ),
]
NOT_NAMED = [
    "Här kommer vår förenings synpunkter.\n" + BODY,
    "Vi på Norra Ön vill ha färja.\n" + BODY,
    "Vi på Björkvägen 3 vill ha buss.\n" + BODY,
    "Som boende på Lilla Ängen ser jag bussarna.\n" + BODY,
    "Jag driver frågan om bättre vägar.\n" + BODY,
    "Sommaren i Tärnaby\n" + BODY,
    "Några tankar från Umeå\n" + BODY,
    "Tankar från en skogsägare.\n" + BODY,
    "Kollektivtrafiken i Inlandet har blivit sämre.\n" + BODY,
    "Västerbottens Natur är unik och vi lämnar den till våra barn.\n" + BODY,
    "Bättre vägar nu\nInspel till strategin\n" + BODY,
    "Synpunkter på kapitel 3 från sidan 12\n" + BODY,
    "Regional utvecklingsstrategi\nSvar på frågor\n" + BODY,
    "Umeå\nInspel RUS\n" + BODY,
    "Regional utvecklingsstrategi – yttrande\n" + BODY,
    "Regional Utvecklingsplan Norrland – yttrande\n" + BODY,
    "Handlingsprogrammet Inlandet – synpunkter\n" + BODY,
    "Kulturplan Norr: synpunkter\n" + BODY,
    "Remiss Transportsystem Norrland\nYttrande\n" + BODY,
    "VÄSTERBOTTENS FRAMTID\nSynpunkter\n" + BODY,
    "BÄTTRE VÄGAR I MALÅ\n\n" + BODY,
    "Hälsningar från oss på vägen till Storberget.\n" + BODY,
    "Bo Ek\nInspel RUS\n" + BODY,
]


@pytest.mark.parametrize(("text", "name"), [*NAMED, *WHOLE], ids=[n for _text, n in NAMED + WHOLE])
def test_a_sender_is_named_as_the_letter_names_it(text: str, name: str) -> None:
    assert from_letter(text, KNOWN).organisation == name


@pytest.mark.parametrize("text", NOT_NAMED, ids=[text.partition("\n")[0] for text in NOT_NAMED])
def test_what_only_looks_like_a_name_is_no_sender(text: str) -> None:
    assert from_letter(text, KNOWN).organisation == ""


@pytest.mark.parametrize(
    ("said", "municipality"),
    [
        ("Jag bor i Malå sedan länge.", "Malå"),
        ("Jag är en pensionär som bor i Malå.", "Malå"),
        ("Vi är tre syskon, uppvuxna här, och bor i Malå.", "Malå"),
        ("Bor i Malå med min familj.", "Malå"),
        ("- Den som bor i Malå kan inte åka till simhallen.", None),
        ("Vi tycker att de som bor i Malå får för lite.", None),
        ("Folk som lever i Malå har långt till vården.", None),
    ],
)
def test_a_sender_is_where_she_says_she_lives_and_not_where_others_do(
    said: str, municipality: str | None
) -> None:
    assert from_letter(f"Till regionen\n{BODY}\n{said}\n{BODY}", KNOWN).municipality == municipality
