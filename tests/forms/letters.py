# ruff: noqa: E501 - letters run on as they were written
"""Invented letters as people write them, and what each says of its sender."""

from typing import NamedTuple

from inspel_app.domain.form import ActorType as Kind


class Letter(NamedTuple):
    """A letter, and who sent it; "" and None for what it does not say."""

    text: str
    organisation: str = ""
    kind: Kind | None = None
    municipality: str | None = None
    unit: str = ""
    contact: str = ""
    email: str = ""


RECEIVER = (
    "Region Västerbotten\nRegional utveckling\nBox 443\n901 09 Umeå\nrus@regionvasterbotten.example"
)
BODY = (
    "Strategin behöver bli tydligare när det gäller vägar och bredband i inlandet.\nVi saknar mål."
)

LETTERS = (
    Letter(
        f"Till {RECEIVER}\n\nYttrande över RUS\n{BODY}\nMed vänliga hälsningar\nKarin Almlid\n"
        "utvecklingsstrateg\nLycksele kommun\n070-123 45 67\nkarin.almlid@lycksele.example",
        "Lycksele kommun", Kind.KOMMUN, "Lycksele", "", "Karin Almlid",
        "karin.almlid@lycksele.example",
    ),
    Letter(
        f"Organisation: Granvågs bygdeförening\nKontakt: Ulla Tjärnström\nE-post: ulla@granvag.example"
        f"\nKommun: Vindeln\n\n{BODY}",
        "Granvågs bygdeförening", Kind.CIVILSAMHALLE, "Vindeln", "", "Ulla Tjärnström",
        "ulla@granvag.example",
    ),
    Letter(
        f"Avsändare: Fjällrutt Åkeri AB\nKontaktperson: Bo Sandlund, vd\n{RECEIVER}\n{BODY}",
        "Fjällrutt Åkeri AB", Kind.NARINGSLIV, None, "", "Bo Sandlund",
    ),
    Letter(
        f"VINDELNS KOMMUN\nKommunstyrelsen\n2025-06-10\nDnr KS 2025/41\n{RECEIVER}\nInspel till RUS\n"
        f"{BODY}\nFör kommunstyrelsen\nEva Holmlund\nordförande",
        "VINDELNS KOMMUN", Kind.KOMMUN, "Vindeln", "Kommunstyrelsen", "Eva Holmlund",
    ),
    Letter(
        f"Sammanträdesprotokoll\nKommunstyrelsens arbetsutskott\nSorsele kommun\n2025-05-20\n§ 44\n{BODY}",
        "Sorsele kommun", Kind.KOMMUN, "Sorsele", "Kommunstyrelsens arbetsutskott",
    ),
    Letter(
        f"Hej!\nJag är en privatperson som bor i Åsele och vill säga en sak.\n{BODY}\nHälsningar\n"
        "Pelle Grönmyr",
        "", Kind.PRIVATPERSON, "Åsele", "", "Pelle Grönmyr",
    ),
    Letter(
        f"Till Region Västerbotten\nJag åker buss varje dag till jobbet i stan.\n{BODY}\nMvh Siv Näslind\n"
        "siv.n@gmail.example",
        "", Kind.PRIVATPERSON, None, "", "Siv Näslind", "siv.n@gmail.example",
    ),
    Letter(
        f"Yttrande från Naturskyddsföreningen i Bjurholm över förslaget till strategi\n{BODY}\n"
        "Bästa hälsningar\nLars-Erik Bäckman, ordförande",
        "Naturskyddsföreningen i Bjurholm", Kind.CIVILSAMHALLE, "Bjurholm", "",
        "Lars-Erik Bäckman",
    ),
    Letter(
        f"{RECEIVER}\n\nRemissvar\n{BODY}\nFör Skogsstyrelsen\n\nAnna-Maria Hedberg\nregionchef\n"
        "Skogsstyrelsen, Box 284, 901 06 Umeå",
        "Skogsstyrelsen", Kind.STATLIG_MYNDIGHET, None, "", "Anna-Maria Hedberg",
    ),
    Letter(
        f"Länsstyrelsen Västerbotten\nEnheten för samhällsutveckling\n{RECEIVER}\n{BODY}\n"
        "Beslut i detta ärende har fattats av landshövdingen.",
        "Länsstyrelsen Västerbotten", Kind.STATLIG_MYNDIGHET, None,
        "Enheten för samhällsutveckling",
    ),
    Letter(
        f"Umeå den 3 juni 2025\nTill Region Västerbotten\n{BODY}\nMed vänlig hälsning\nTore Lindahl\n"
        "Lindahls Mekaniska AB",
        "Lindahls Mekaniska AB", Kind.NARINGSLIV, "Umeå", "", "Tore Lindahl",
    ),
    Letter(
        f"Synpunkter på RUS\n{BODY}\nVänliga hälsningar,\nJokksvattnets sameby\ngenom ordförande "
        "Aslak Påhl\nStorgatan 4, 923 32 Storuman",
        "Jokksvattnets sameby", Kind.CIVILSAMHALLE, "Storuman", "", "Aslak Påhl",
    ),
    Letter(
        f"{RECEIVER}\n{BODY}\nVänligen\nGöran Edlund\nSLU, Institutionen för skogens ekologi\n"
        "goran.edlund@slu.example",
        "SLU", Kind.AKADEMI, None, "Institutionen för skogens ekologi", "Göran Edlund",
        "goran.edlund@slu.example",
    ),
    Letter(
        f"Hej,\nhär kommer våra synpunkter.\n{BODY}\nMvh\nMia Renström\nNäringslivsutvecklare\n"
        "mia.renstrom@vannas.example",
        "Vännäs kommun", Kind.KOMMUN, "Vännäs", "", "Mia Renström",
        "mia.renstrom@vannas.example",
    ),
    Letter(
        f"Vi i Hembygdsföreningen Kvarnen vill lämna följande inspel.\n{BODY}\nHälsningar styrelsen",
        "Hembygdsföreningen Kvarnen", Kind.CIVILSAMHALLE, None,
    ),
    Letter(
        f"Centerpartiet i Nordmaling\n\n{RECEIVER}\n{BODY}\nFör Centerpartiet i Nordmaling\n"
        "Ingela Forsmark\ngruppledare",
        "Centerpartiet i Nordmaling", Kind.POLITISK, "Nordmaling", "", "Ingela Forsmark",
    ),
    Letter(
        f"Till: Region Västerbotten\nFrån: Region Norrbotten\n{BODY}\nMed vänlig hälsning\nJan Ökvist\n"
        "Regional utvecklingsdirektör",
        "Region Norrbotten", Kind.REGION, None, "", "Jan Ökvist",
    ),
    Letter(
        f"{RECEIVER}\n{BODY}\nMed vänlig hälsning\nRegion Västernorrland\nStina Hellgren\n"
        "stina.hellgren@rvn.example",
        "Region Västernorrland", Kind.REGION, None, "", "Stina Hellgren",
        "stina.hellgren@rvn.example",
    ),
    Letter(
        f"PRO Robertsfors\n\nSynpunkter\n{BODY}\nEnligt uppdrag\nBirgit Sjölund, sekr.",
        "PRO Robertsfors", Kind.CIVILSAMHALLE, "Robertsfors", "", "Birgit Sjölund",
    ),
    Letter(
        f"Kommunstyrelsen, Norsjö\n{RECEIVER}\n{BODY}",
        "Kommunstyrelsen, Norsjö", Kind.KOMMUN, "Norsjö",
    ),
    Letter(
        f"{RECEIVER}\nMejla frågor till rus@regionvasterbotten.example\n{BODY}\nHälsningar\nElsa",
        "", None, None, "", "Elsa",
    ),
    Letter(
        f"Dorotea 2025-06-01\n{BODY}\nMvh\nSnöbergets Fiskecamp HB\nGunnar Tegman\n"
        "gunnar@snoberget.example",
        "Snöbergets Fiskecamp HB", Kind.NARINGSLIV, "Dorotea", "", "Gunnar Tegman",
        "gunnar@snoberget.example",
    ),
    Letter(
        f"Umeå universitet\nRektors kansli\n{RECEIVER}\n{BODY}\nMed vänlig hälsning\nUrban Lööv\nRektor",
        "Umeå universitet", Kind.AKADEMI, "Umeå", "Rektors kansli", "Urban Lööv",
    ),
    Letter(
        f"Trafikverket Region Nord tackar för möjligheten att lämna synpunkter.\n{BODY}\n"
        "Med vänliga hälsningar\nPer Isaksson, samhällsplanerare",
        "Trafikverket Region Nord", Kind.STATLIG_MYNDIGHET, None, "", "Per Isaksson",
    ),
    Letter(
        f"Myndigheten för yrkeshögskolan\nBox 145\n721 05 Västerås\n{RECEIVER}\n{BODY}",
        "Myndigheten för yrkeshögskolan", Kind.STATLIG_MYNDIGHET, None,
    ),
    Letter(
        f"{BODY}\nVarma hälsningar\nFöretagarna i Malå\nRut Boman\n930 70 Malå",
        "Företagarna i Malå", Kind.NARINGSLIV, "Malå", "", "Rut Boman",
    ),
    Letter(
        f"Till {RECEIVER}\n{BODY}\nOrt och datum: Vilhelmina 2025-06-12\nUnderskrift\nKerstin Vallmark\n"
        "Vilhelmina kommun",
        "Vilhelmina kommun", Kind.KOMMUN, "Vilhelmina", "", "Kerstin Vallmark",
    ),
    Letter(
        f"Örnsköldsviks kommun\nKonsult- och servicekontoret\n{RECEIVER}\n{BODY}\nHögaktningsfullt\n"
        "Leif Mårdh",
        "Örnsköldsviks kommun", Kind.KOMMUN, "Örnsköldsvik", "Konsult- och servicekontoret",
        "Leif Mårdh",
    ),
    Letter(
        f"Skellefteå Kraft\n{RECEIVER}\n{BODY}\nVänliga hälsningar\nMarie Falkberg\nHållbarhetschef\n"
        "Skellefteå Kraft, 931 80 Skellefteå",
        "Skellefteå Kraft", Kind.NARINGSLIV, "Skellefteå", "", "Marie Falkberg",
    ),
    Letter(
        f"Svenska kyrkan Luleå stift\n{RECEIVER}\n{BODY}\nFrid\nOlof Stenlund",
        "Svenska kyrkan Luleå stift", Kind.CIVILSAMHALLE, "Luleå", "", "Olof Stenlund",
    ),
    Letter(
        f"Norrlands Elkraft AB, org.nr 556000-0000\n{RECEIVER}\n{BODY}\nVänlig hälsning\nIda Wiklöf",
        "Norrlands Elkraft AB", Kind.NARINGSLIV, None, "", "Ida Wiklöf",
    ),
    Letter(
        f"Unga i Storuman genom Ungdomsrådet\n{BODY}\nHälsningar från Storumans ungdomsförening genom "
        "Tilde Öberg",
        "Storumans ungdomsförening", Kind.CIVILSAMHALLE, "Storuman", "", "Tilde Öberg",
    ),
    Letter(
        f"RFSL Umeå\n\nRegion Västerbotten\n{BODY}\nUmeå 2025-06-14\nKim Hedlund\nOrdförande, RFSL Umeå\n"
        "umea@rfsl.example",
        "RFSL Umeå", Kind.CIVILSAMHALLE, "Umeå", "", "Kim Hedlund", "umea@rfsl.example",
    ),
    Letter(
        f"YTTRANDE\nVinteråns Företagarförening ek. för.\n{BODY}\nStyrelsen genom\nEva Lundmark",
        "Vinteråns Företagarförening ek. för.", Kind.CIVILSAMHALLE, None, "", "Eva Lundmark",
    ),
    Letter(
        f"Bästa mottagare,\njag representerar Forsby IK och vill säga en sak.\n{BODY}\n"
        "Med vänlig hälsning / Anders Kvist",
        "Forsby IK", Kind.CIVILSAMHALLE, None, "", "Anders Kvist",
    ),
    Letter(
        f"Organisationens namn: Umeå kommun, Fritidsnämnden\nKontaktperson: Per Ask, 090-16 00 00, "
        f"per.ask@umea.example\n{BODY}",
        "Umeå kommun", Kind.KOMMUN, "Umeå", "Fritidsnämnden", "Per Ask", "per.ask@umea.example",
    ),
    Letter(
        f"Hej på er!\nJag skriver direkt i mejlet, för vi är flera företag här.\n{BODY}\n"
        "Ha en fin sommar!\nMy Tallberg, ordf.",
        "", None, None, "", "My Tallberg",
    ),
    Letter(
        f"{BODY}\n\nAnna Granberg, Tallnäs byaförening\n070-000 00 00",
        "Tallnäs byaförening", Kind.CIVILSAMHALLE,
    ),
    Letter(
        f"{BODY}\n\nMvh\nRusktjärns ridklubb genom Anna Granberg",
        "Rusktjärns ridklubb", Kind.CIVILSAMHALLE, None, "", "Anna Granberg",
    ),
    Letter(
        f"Jag vill säga en sak om bussarna.\n{BODY}\nHälsningar\nStina Gård",
        "", Kind.PRIVATPERSON, None, "", "Stina Gård",
    ),
    Letter(
        f"{BODY}\nKind regards,\nNorrliden gård\nEve Hart",
        "Norrliden gård", Kind.NARINGSLIV, None, "", "Eve Hart",
    ),
    Letter(
        f"{BODY}\n\nAnna Granberg\nIT-strateg, Dorotea kommun",
        "Dorotea kommun", Kind.KOMMUN, "Dorotea", "", "Anna Granberg",
    ),
    Letter(
        f"Norrlands Lökodlare\nUmeå 2025-06-18\n{BODY}\nMvh\nAnna Granberg\nvd, Norrlands Lökodlare",
        "Norrlands Lökodlare", None, "Umeå", "", "Anna Granberg",
    ),
    Letter(
        f"Inspel till ny RUS från Företagarna Malå-Norsjö\n{BODY}",
        "Företagarna Malå-Norsjö", Kind.NARINGSLIV, "Malå",
    ),
    Letter(
        f"{BODY}\n\nBest regards,\nEve Hart\nDepartment of Ecology\nBorås University",
        "Borås University", Kind.AKADEMI, "Borås", "", "Eve Hart",
    ),
    Letter(
        f"{BODY}\n\nEva Holm, administratör, Vännäs kommun",
        "Vännäs kommun", Kind.KOMMUN, "Vännäs", "", "",
    ),
    Letter(
        f"Här är synpunkter från oss och en från ett företag.\n{BODY}\nMvh\nEva Holm\nVännäs kommun",
        "Vännäs kommun", Kind.KOMMUN, "Vännäs", "", "Eva Holm",
    ),
    Letter(f"{BODY}\nDearvvuođaiguin\nÁnne Sárá", "", None, None, "", "Ánne Sárá"),
    Letter(
        f"{BODY}\nYstävällisin terveisin\nAune Ranta\nKvarnby Oy",
        "Kvarnby Oy", Kind.NARINGSLIV, None, "", "Aune Ranta",
    ),
)  # fmt: skip
