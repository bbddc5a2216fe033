# ruff: noqa: E501 - letters run on as they were written
"""Invented letters that lie beside a form in a mail: the sender's own, and those of others."""

from enum import Enum, auto
from typing import NamedTuple


class Whose(Enum):
    """What shall become of the letter."""

    SAME = auto()
    """A part of the form's inspel, and nothing to say about it."""
    OTHER = auto()
    """An inspel of its own."""
    UNSURE = auto()
    """A part of the form's inspel, with a doubt, or an inspel of its own."""


class Beside(NamedTuple):
    """A form by its background fields, the letter beside it, and who sent the mail."""

    name: str
    whose: Whose
    letter: str
    organisation: str = "Storumans kommun"
    contact: str = "Åsa Nyqvist"
    email: str = "asa.nyqvist@storuman.example"
    file: str = "brev.docx"
    sender: str = ""
    """The mail's address, where it is not that of the form."""
    cover: str = "Hej! Bifogat finner ni vårt inspel."


POINTS = (
    "Leder, skyltar och vindskydd i fjällen behöver en långsiktig ägare.\n"
    "Vi vill se ett gemensamt bokningssystem för hela inlandet, och tåg som går året om."
)
LONG = "\n".join(
    f"Så är läget i bygd nummer {n}: husen står tomma fast många vill flytta hit." for n in range(8)
)
_S, _O, _U = Whose.SAME, Whose.OTHER, Whose.UNSURE

CASES = (
    # others
    Beside("tourism group", _O, f"Till Region Västerbotten\n\nInspel till den regionala utvecklingsstrategin\n{POINTS}\n\nMed vänlig hälsning\nLars Holmbom\nOrdförande, Fjällvägens turismgrupp\nlars@fjallvagen.example"),
    Beside("tourism firms, name under the person", _O, f"{POINTS}\n{LONG}\n\nHälsningar\nInger Stråle\nTurism i Tärnadalen ekonomisk förening"),
    Beside("a letterhead and no signature", _O, f"Vilhelmina Norra Turistföretagare ek. för.\nStorgatan 1, 912 32 Vilhelmina\n\n{POINTS}\n{LONG}"),
    Beside("for several firms", _O, f"Skrivelse från besöksnäringen i Ammarnäs\n\nVi är elva företag som skriver tillsammans.\n{POINTS}\n\nFör företagen\nAmmarnäs Värdshus AB, Britta Rehn\nVindelfors Camping HB, Jon Stål\nLillfjällets Hundspann, Eva Grå"),
    Beside("labelled", _O, f"Avsändare: Tallbergets Åkeri AB\nKontaktperson: Nils Tallberg\n\n{POINTS}"),
    Beside("pupil council", _O, f"Hej politiker!\nVi går på gymnasiet och vill säga hur vi har det.\n{POINTS}\n\nHälsningar\nElevrådet vid Luspengymnasiet\ngenom Tilde Forsman, ordförande"),
    Beside("student union beside the university", _O, f"Umeå naturvetar- och teknologkår\n\nYttrande\n{POINTS}\n\nFör kåren\nAlva Bergkvist, kårordförande", "Umeå universitet", "Rolf Sand", "rolf.sand@umu.example"),
    Beside("a member's trade union", _U, f"Yttrande från Kommunal Västerbotten över strategin\n{POINTS}\n\nVänliga hälsningar\nMonika Dahl\nfackförbundet Kommunal"),
    Beside("private letter", _O, f"Hej!\nJag är privatperson och bor i Slussfors sedan trettio år.\n{POINTS}\nJag vill att bussen går på helgerna också.\n\nHälsningar\nGun Persdotter", cover="Hej! Här är vårt svar. Skickar också med ett brev som kom till oss från en invånare."),
    Beside("private letter, hand over", _O, f"Jag har tänkt mycket på vägarna.\n{POINTS}\nJag kör den varje dag till jobbet.\n\nMvh\nOve Grundström\nByvägen 3, 923 97 Slussfors\nove.grundstrom@gmail.example"),
    Beside("sami village", _O, f"Till Region Västerbotten\n{POINTS}\nVänliga hälsningar,\nJokksvattnets sameby\ngenom ordförande Aslak Påhl"),
    Beside("party beside the municipality", _O, f"Centerpartiet i Storuman\n\n{POINTS}\nFör Centerpartiet i Storuman\nIngela Fors\ngruppledare"),
    Beside("another municipality", _O, f"Sorsele kommun\nKommunstyrelsen\n\nYttrande\n{POINTS}\n\nFör kommunstyrelsen\nKjell Öman\nordförande"),
    Beside("two firms", _O, f"{POINTS}\n\nMvh\nMia Ring\nVD, Rings Maskin AB\nmia@rings.example", "Norrlands Elkraft AB", "Ida Wiklöf", "ida@elkraft.example"),
    Beside("quotes the form's organisation", _O, f"Storumans kommun har i sitt svar skrivit att leder är viktiga. Vi delar Storumans kommuns syn.\n{POINTS}\n\nMed vänlig hälsning\nLars Holmbom\nordförande i Fjällvägens företagarförening"),
    Beside("presented in the first words", _O, f"Vi i Hemavans skidklubb vill lämna egna synpunkter.\n{POINTS}\n\nHälsningar styrelsen"),
    Beside("two private persons", _O, f"Jag vill säga en sak om bussarna.\n{POINTS}\n\nHälsningar\nKarl Ström", "", "Eva Lind", "eva.lind@gmail.example", cover="Hej! Här är mitt svar, och ett från min granne."),
    Beside("attached and signed by another", _U, f"Bilaga 2\nSkrivelse från Lärarförbundet i Storuman\n{POINTS}\n\nFör Lärarförbundet i Storuman\nPia Löv", file="bilaga2.pdf"),
    Beside("a name without such words", _O, f"{POINTS}\n\nMed vänlig hälsning\nLena Dahl\nVisit Hemavan Tärnaby\nlena@visithemavan.example"),
    Beside("a municipality's letter to the municipality's form", _O, f"Storumans kommun\n923 81 Storuman\n\nSkrivelse om leder\n{POINTS}\n\nHälsningar\nLars Holmbom\nFjällvägens turismförening"),
    Beside("in capitals", _O, f"FJÄLLVÄGENS TURISMFÖRENING\n{POINTS}\n\nMED VÄNLIG HÄLSNING\nLARS HOLMBOM"),
    Beside("in English", _O, f"{POINTS}\n\nKind regards,\nJohn Smith\nCEO, Arctic Lodge AB"),
    Beside("a name without closing phrase", _O, f"{POINTS}\n\nLars Holmbom, Fjällvägens turismförening\n070-123 45 67"),
    Beside("a board", _O, f"{POINTS}\n\nStyrelsen för Fjällvägens turismförening\ngenom Lars Holmbom"),
    Beside("signed for a party", _O, f"{POINTS}\n\nFör Vänsterpartiet Storuman\nKim Ek"),
    Beside("Malå jaktvårdskrets", _O, f"Malå jaktvårdskrets\n\nYttrande över strategin\n\n{POINTS}\n\nFör Malå jaktvårdskrets\nOrdförande Rune Skarpsjö", "Malå kommun"),
    Beside("Malå hembygdsförening", _O, f"Malå hembygdsförening\n\nYttrande över strategin\n\n{POINTS}\n\nFör Malå hembygdsförening\nOrdförande Rune Skarpsjö", "Malå kommun"),
    Beside("Storumans brukshundring", _O, f"Storumans brukshundring\n\nYttrande över strategin\n\n{POINTS}\n\nFör Storumans brukshundring\nOrdförande Rune Skarpsjö", "Storumans kommun"),
    Beside("Storumans jaktlag", _O, f"Storumans jaktlag\n\nYttrande över strategin\n\n{POINTS}\n\nFör Storumans jaktlag\nOrdförande Rune Skarpsjö", "Storumans kommun"),
    Beside("Malå bygderåd", _O, f"Malå bygderåd\n\nYttrande över strategin\n\n{POINTS}\n\nFör Malå bygderåd\nOrdförande Rune Skarpsjö", "Malå kommun"),
    Beside("Storumans scoutkår", _O, f"Storumans scoutkår\n\nYttrande över strategin\n\n{POINTS}\n\nFör Storumans scoutkår\nOrdförande Rune Skarpsjö", "Storumans kommun"),
    Beside("Storumans fiskevårdsområde", _O, f"Storumans fiskevårdsområde\n\nYttrande över strategin\n\n{POINTS}\n\nFör Storumans fiskevårdsområde\nOrdförande Rune Skarpsjö", "Storumans kommun"),
    Beside("Storuman skogsallmänning", _O, f"Storuman skogsallmänning\n\nYttrande över strategin\n\n{POINTS}\n\nFör Storuman skogsallmänning\nOrdförande Rune Skarpsjö", "Storumans kommun"),
    Beside("Ume Norra sameby", _O, f"Ume Norra sameby\n\nYttrande över strategin\n\n{POINTS}\n\nFör Ume Norra sameby\nOrdförande Rune Skarpsjö", "Storumans kommun"),
    Beside("Storumans röda korskrets", _O, f"Storumans röda korskrets\n\nYttrande över strategin\n\n{POINTS}\n\nFör Storumans röda korskrets\nOrdförande Rune Skarpsjö", "Storumans kommun"),
    Beside("Blaiken Åkeri AB", _O, f"Blaiken Åkeri AB\n\nYttrande över strategin\n\n{POINTS}\n\nFör Blaiken Åkeri AB\nOrdförande Rune Skarpsjö", "Storumans kommun"),
    Beside("a kind that nobody knows", _O, f"Storumans Bastuvänner\n\n{POINTS}\n\nFör Storumans Bastuvänner\nRune Skarp"),
    # unsure
    Beside("one from a group without a name", _U, f"Vi är några företagare i Tärnaby som vill ha mer samarbete.\n{POINTS}"),
    Beside("a first name", _U, f"Jag bor i Slussfors och åker buss.\n{POINTS}\n\nMvh\nGun"),
    Beside("an unsigned letter of one who lives there", _U, f"Jag flyttade hit till Slussfors förra året.\n{POINTS}"),
    Beside("told, with no such word", _U, f"Yttrande från Vision Västerbotten över strategin\n{POINTS}"),
    Beside("municipal company", _U, f"Storumans Bostads AB\n\nSynpunkter\n{POINTS}\n\nMed vänlig hälsning\nLeif Mård\nVD, Storumans Bostads AB\nleif.mard@storuman.example"),
    Beside("another's report", _U, f"Tillväxtverket\nRapport 0441\n\nBesöksnäringens villkor i glesbygd\n{LONG}\n{POINTS}", file="rapport.pdf"),
    Beside("a person who signs for nobody", _U, f"{POINTS}\nJag tycker att ni ska tänka mer på oss unga, och jag flyttar nog annars.\n\nHälsningar\nMoa Sandin"),
    Beside("the same person for another", _U, f"{POINTS}\n\nHälsningar\nÅsa Nyqvist\nordförande, Tärna hembygdsförening"),
    Beside("a council of the municipality", _U, f"Kommunala pensionärsrådet i Storuman\n{POINTS}\nFör pensionärsrådet\nBo Lund"),
    Beside("a board of the municipality that signs", _S, f"Miljönämnden i Storuman\n{POINTS}\n\nFör Miljönämnden i Storuman\nRune Skarp"),
    # the same
    Beside("the municipality's executive", _U, f"Storumans kommunstyrelse\n{POINTS}\n\nFör Storumans kommunstyrelse\nRune Skarp"),
    Beside("cover letter", _S, "Hej!\nHärmed översänds Storumans kommuns inspel. Vi står gärna till förfogande vid frågor.\nMed vänlig hälsning\nPer Ask\nregistrator\nStorumans kommun"),
    Beside("cover letter by a colleague", _S, "Hej!\nJag skickar kommunens svar, se bifogad blankett. Hör av er om något är oklart.\nMvh\nPer Ask"),
    Beside("longer paper", _S, f"Storumans kommun\nKommunledningskontoret\n\nFördjupning till vårt inspel\n{LONG}\n{POINTS}"),
    Beside("longer paper without a name", _S, f"Fördjupning\n\nBakgrund\n{LONG}\n\nFörslag\n{POINTS}"),
    Beside("protocol extract", _S, f"Sammanträdesprotokoll\nKommunstyrelsens arbetsutskott\n2025-05-20\n§ 44\n{POINTS}\nBeslutsgång\nOrdföranden finner att arbetsutskottet beslutar enligt förslaget.\nJusterande\nKarin Bohlin", file="protokollsutdrag.pdf"),
    Beside("protocol extract with name", _S, f"STORUMANS KOMMUN\nKommunstyrelsen\n§ 51 Yttrande över RUS\n{POINTS}\nUtdragsbestyrkande\nKarin Bohlin", file="§ 51.pdf"),
    Beside("protocol that names those who spoke", _S, f"Storumans kommun\nSammanträdesprotokoll 2025-06-01\nNärvarande: Karin Bohlin (S), Jan Ring (C)\nFöretagarna i Storuman har lämnat synpunkter under beredningen.\n{POINTS}\nJusteras\nJan Ring"),
    Beside("bilaga without name", _S, f"Bilaga 1. Statistik\n{LONG}", file="bilaga1.docx"),
    Beside("bilaga that tells of others", _S, f"Bilaga 1\nTrafikverket har i sin plan lovat ny väg.\nLänsstyrelsen är positiv.\n{LONG}", file="bilaga 1.docx"),
    Beside("a text that begins with another", _S, f"Trafikverket är ansvarigt för E12.\nLänsstyrelsen har påpekat bristerna.\n{POINTS}\n{LONG}"),
    Beside("own letter by another official", _S, f"{POINTS}\n\nMed vänlig hälsning\nPer Ask\nnäringslivschef\nStorumans kommun"),
    Beside("own letter, only title", _S, f"{POINTS}\n\nMed vänlig hälsning\nPer Ask\nnäringslivschef"),
    Beside("own letter, own host", _S, f"{POINTS}\n\nMvh\nPer Ask\nper.ask@storuman.example"),
    Beside("unit of the municipality", _S, f"Samhällsbyggnadsnämnden\n{POINTS}\n\nFör nämnden\nPer Ask\nordförande"),
    Beside("institution", _S, f"Institutionen för geografi vid Umeå universitet\n{POINTS}\n\nVänligen\nLena Falk\nprofessor", "Umeå universitet", "Rolf Sand", "rolf.sand@umu.example"),
    Beside("name written otherwise", _S, f"{POINTS}\n\nHälsningar\nKarin Mo\nLRF Västerbotten", "Lantbrukarnas riksförbund Västerbotten", "Karin Mo", "karin.mo@lrf.example"),
    Beside("short name", _S, f"SLU\nInstitutionen för skogens ekologi\n{POINTS}\n\nVänligen\nGöran Edlund", "Sveriges lantbruksuniversitet", "Rolf Sand", "rolf.sand@slu.example"),
    Beside("one's own letter forwarded", _S, f"Från: Åsa Nyqvist\nSkickat: den 3 maj 2025 10:12\nTill: Karin Bohlin\nÄmne: Tankar om strategin\n\n{POINTS}\n\nÅsa", file="tankar.txt"),
    Beside("association for several, of which one's own", _S, f"Gemensam skrivelse från Storumans kommun, Sorsele kommun och Malå kommun\n{POINTS}\n\nFör kommunerna\nÅsa Nyqvist, Storumans kommun\nKjell Öman, Sorsele kommun\nEva Lund, Malå kommun"),
    Beside("private person's own letter", _S, f"Jag vill säga mer än det fick plats i blanketten.\n{POINTS}\n\nHälsningar\nEva Lind", "", "Eva Lind", "eva.lind@gmail.example"),
    Beside("private person, first name", _S, f"{POINTS}\nJag bor i byn.\n\nHälsningar\nEva", "", "Eva Lind", "eva.lind@gmail.example"),
    Beside("form without sender", _S, f"{POINTS}\n\nHälsningar\nKarin Mo\nTallnäs byaförening", "", "", "", sender="karin.mo@tallnas.example"),
    Beside("addressed to the region", _S, f"Till\nRegion Västerbotten\nRegional utveckling\nBox 443\n901 09 Umeå\n\n{POINTS}\n{LONG}\n\nStoruman 2025-06-01\nÅsa Nyqvist"),
    Beside("a list of sources", _S, f"{LONG}\n\nKällor\nTillväxtverket\nSkogsstyrelsen\nSCB"),
    Beside("unit before its organisation", _S, f"Arcum, Umeå universitet\n{POINTS}\n\nVänligen\nLena Falk", "Umeå universitet", "Rolf Sand", "rolf.sand@umu.example"),
    Beside("form from a unit without name", _S, f"Storumans kommun\n{POINTS}\n\nMed vänlig hälsning\nPer Ask\nNäringslivschef\nStorumans kommun", "Kommunledningskontoret"),
    Beside("joint letter, another first", _S, f"Gemensam skrivelse från Malå kommun, Sorsele kommun och Storumans kommun\n{POINTS}\n\nFör kommunerna\nEva Lund, Malå kommun\nKjell Öman, Sorsele kommun\nÅsa Nyqvist, Storumans kommun"),
    Beside("unit as a line in the signature", _S, f"{POINTS}\n\nMed vänlig hälsning\nPer Ask\nSamhällsutveckling och näringsliv\nStorumans kommun\n0951-140 00"),
    Beside("titles as headings", _S, f"Näringsliv och företagande\nIdrott, kultur och föreningsliv\n{POINTS}\nVår kommun\n{LONG}"),
    Beside("firm's own longer paper", _S, f"Norrlands Elkraft\n\n{LONG}\n{POINTS}\n\nMed vänlig hälsning\nBo Ek\nHållbarhetschef\nNorrlands Elkraft AB", "Norrlands Elkraft AB", "Ida Wiklöf", "ida@elkraft.example"),
    Beside("association's branch", _S, f"{POINTS}\n\nFör styrelsen\nKarin Mo\nordförande", "Tallnäs byaförening", "Bo Lund", "bo.lund@gmail.example"),
    Beside("a word of the name misspelt", _S, f"{POINTS}\n\nMvh\nBo Ek\nNorrlands Ellkraft AB (publ)", "Norrlands Elkraft", "Ida Wiklöf", "ida@elkraft.example"),
    Beside("genitive and misspelt", _S, f"Storuman kommuns synpunkter\n{POINTS}\n\nPer Ask\nStoruman kommun"),
    Beside("nothing but signs", _S, "***\n---\n???"),
    Beside("minutes of a meeting with others", _S, f"Minnesanteckningar från dialogmöte\nDeltagare: Företagarna, LRF, Hemavans skidklubb, Storumans kommun\n{POINTS}\n{LONG}"),
)  # fmt: skip
