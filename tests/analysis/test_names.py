import pytest

from inspel_app.analysis.names import PatternNameFinder, register_of
from inspel_app.domain.coding import Actor, Place, Register

FINDER = PatternNameFinder(
    {
        "Trafikverket": "Trafikverket",
        "Post- och telestyrelsen": "Post- och telestyrelsen",
        "PTS": "Post- och telestyrelsen",
        "Vinnova": "Vinnova",
    },
    {"Umeå": "Umeå"},
    {"Vinnova": Register.MYNDIGHET},
)


def actors(text: str) -> list[str]:
    return [a.text for a in FINDER.names(text)[0]]


def sources(text: str) -> tuple[str, ...]:
    return FINDER.names(text)[1]


def test_finds_known_names_and_gives_the_usual_one() -> None:
    found, _sources = FINDER.names("Enligt PTS och Trafikverkets planer räcker det.")
    assert found == (
        Actor("PTS", "Post- och telestyrelsen", Register.MYNDIGHET),
        Actor("Trafikverket", "Trafikverket", Register.MYNDIGHET),
    )


@pytest.mark.parametrize(
    "name",
    [
        "Länsstyrelsen Västerbotten",
        "Region Västernorrland",
        "Länstrafiken i Västerbotten",
        "Umeå universitet",
        "Malå kommun",
        "Norrbotniabanan AB",
        "Bygdegårdarnas Riksförbund",
        "Skogsstyrelsen",
        "Malå skoterklubb",
        "Kommunförbundet",
        "Miljönämnden",
        "Lycksele lärcentrum",
    ],
)
def test_finds_names_by_how_they_are_built(name: str) -> None:
    assert actors(f"Lägg till {name} i listan.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen och regionen bör samarbeta.",
        "Ge lärcentrum en fast finansiering.",
        "Vi vill ha mer. Som lärcentrum fast för alla.",
        "Skotertrafiken stör.",
        "En yrkeshögskola behövs.",
        "Lokal förening söker medel.",
        "Nätverket behövs.",
        "Styrelsen har beslutat.",
        "Vi AB-testade.",
        "",
    ],
)
def test_takes_no_common_words_for_names(text: str) -> None:
    assert actors(text) == []


def test_an_opening_word_is_no_part_of_the_name_after_it() -> None:
    assert actors("Varje kommun och Samtliga Umeå universitet.") == ["Umeå universitet"]
    assert actors("Stärk Malå lärcentrum.") == ["Malå lärcentrum"]


def test_names_each_actor_once_in_the_texts_order() -> None:
    assert actors("Vinnova, Trafikverket och åter Vinnova.") == ["Vinnova", "Trafikverket"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Fiber når 81 %. Källa: kommunens kartläggning.", "kommunens kartläggning"),
        (
            "Andelen är 24 % (källa: Resvaneundersökning Norr 2023).",
            "Resvaneundersökning Norr 2023",
        ),
        ("Restiden halveras (Banrapport 2024:11) enligt oss.", "Banrapport 2024:11"),
        ("Källa: Näringslivsanalys 2024, s. 12–15. Nästa.", "Näringslivsanalys 2024, s. 12–15"),
        ("Se SOU 2020:8 om saken.", "SOU 2020:8"),
        ("Ansvaret följer av lag (2022:66) om konsultation.", "lag (2022:66) om konsultation"),
        ("Läs mer på https://norr.example/rapport, tack.", "https://norr.example/rapport"),
        ("Använd Riksskogstaxeringen 2024 i stället.", "Riksskogstaxeringen 2024"),
        ("Enligt SGU grund- och jordartskartering 2023.", "SGU grund- och jordartskartering 2023"),
        ("Den regionala avfallsplanen (2021) nämns inte.", "Den regionala avfallsplanen (2021)"),
        ("Ta med Boverkets rapport om bostadsbristen.", "Boverkets rapport om bostadsbristen"),
        ("Skollagen (2010:800) kräver skolskjuts.", "Skollagen (2010:800)"),
        ("Se Trafikanalys rapport 2022:8 om flyget.", "Trafikanalys rapport 2022:8"),
        ("Läs Tillväxtanalys PM 2021:04.", "Tillväxtanalys PM 2021:04"),
        ("Enligt SCB:s statistik från 2023 flyttar unga.", "SCB:s statistik från 2023"),
        (
            "Länsstyrelsens rapport om våtmarker 2021 visar det.",
            "Länsstyrelsens rapport om våtmarker 2021",
        ),
        (
            "Skolverkets statistik för läsåret 2022/23 visar ett tapp.",
            "Skolverkets statistik för läsåret 2022/23",
        ),
        (
            "Naturvårdsverkets åtgärdsprogram för fjällräv från 2019 bör nämnas.",
            "Naturvårdsverkets åtgärdsprogram för fjällräv från 2019",
        ),
        ("I åtgärdsprogrammet för hotade arter nämns den.", "åtgärdsprogrammet för hotade arter"),
        (
            "Se 3 § lagen (2022:66) om konsultation i frågor som rör det samiska folket.",
            "3 § lagen (2022:66) om konsultation i frågor som rör det samiska folket",
        ),
        ("Lagen (2022:66) om konsultation gäller här.", "Lagen (2022:66) om konsultation"),
        (
            "Enligt lagen om stöd och service till vissa funktionshindrade (LSS) ska det gå.",
            "lagen om stöd och service till vissa funktionshindrade",
        ),
        ("Det strider mot 5 kap. 3 § miljöbalken.", "5 kap. 3 § miljöbalken"),
        ("Förordning (EU) 2018/1999 styr planeringen.", "Förordning (EU) 2018/1999"),
        ("Vattnet skyddas av direktiv 2000/60/EG.", "direktiv 2000/60/EG"),
        ("Se prop. 2021/22:219.", "prop. 2021/22:219"),
        ("I regeringens skrivelse 2020/21:133 står det.", "skrivelse 2020/21:133"),
        (
            "Folkhälsomyndighetens enkät Hälsa på lika villkor 2022 visar det.",
            "Folkhälsomyndighetens enkät Hälsa på lika villkor 2022",
        ),
    ],
)
def test_finds_sources(text: str, source: str) -> None:
    assert sources(text) == (source,)


@pytest.mark.parametrize(
    "text",
    [
        "Sedan 2020 (före kriget 2022) är det så.",
        "Enligt oss är det fel.",
        "Regionens rapport om detta är dålig.",
        "Föreningen bildades 1987 (ombildad 2001).",
        "Bygg vägen; Region Norr betalar.",
        "Gör en utvärdering 2026.",
        "Ta fram ett åtgärdsprogram för bussarna.",
        "Regionen kan inte ändra lagen om det.",
        "Anslagen och förslagen räcker inte.",
        "Ta fram översiktsplan 2040 och en ny plan 2027.",
        "I Umeå (2023) byggdes mest.",
        "EU:s direktiv styr för mycket.",
        "En nationell enkät vore bra.",
        "Enligt förslagen, bolagen och underlagen räcker det.",
        "Barnkonventionen är lag sedan 2020.",
        "Regionala utvecklingsstrategin 2020–2030 saknar mål, den nya planen 2026 också.",
    ],
)
def test_takes_no_remark_for_a_source(text: str) -> None:
    assert sources(text) == ()


def test_places_before_a_year_are_no_authors() -> None:
    towns = dict.fromkeys(("Umeå", "Skellefteå", "Lund", "Berg"), "")
    finder = PatternNameFinder({}, towns, {})
    assert finder.names("I Umeå och Skellefteå (2023) byggdes mest.")[1] == ()
    assert finder.names("Enligt Lund och Berg (2023) byggdes mest.")[1] == ("Lund och Berg (2023)",)
    assert finder.names("Ek och Skellefteå (2023) visar det.")[1] == ("Ek och Skellefteå (2023)",)


def test_sources_in_a_list_are_told_apart() -> None:
    text = "Källor: SCB Folkmängd 2024; SLU Riksskogstaxeringen. Sedan mer."
    assert sources(text) == ("SCB Folkmängd 2024", "SLU Riksskogstaxeringen")


def test_sources_joined_by_and_are_two() -> None:
    for text, both in (
        (
            "Lagen (2010:1065) om kollektivtrafik och plan- och bygglagen bör nämnas.",
            ("Lagen (2010:1065) om kollektivtrafik", "plan- och bygglagen"),
        ),
        (
            "Kommunallagen (2017:725), bibliotekslagen",
            ("Kommunallagen (2017:725)", "bibliotekslagen"),
        ),
        (
            "Energiplanen 2030 och klimatprogrammet 2021–2030 krockar.",
            ("Energiplanen 2030", "klimatprogrammet 2021–2030"),
        ),
    ):
        assert sources(text) == both


def test_an_actor_within_a_source_is_no_actor() -> None:
    found = FINDER.names("Källa: Malå kommun, Lägesbild 2024.")
    assert found == ((), ("Malå kommun, Lägesbild 2024",))


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "A-",
        "A ",
        "3 § ",
        "lagen om ",
        "lagen (2022:66) om a ",
        "Ds rapport om a ",
        "(A",
        "(A 2020 ",
        "(A 2020) ",
        "källa: ",
        "Region A",
        "Arapport ",
        "www.a",
        "As rapport ",
        "As rapport a a ",
        "Vår rapport a (",
        "A:s a a rapport ",
        "AB a- och ",
        "As ",
        "As Vänner ",
        "Källa: A;",
        "aplan (",
        "Lagen (2022:66), ",
        "FN:s direktiv om as ",
        "A I ",
        "a aplanen för a ",
        "enligt a- och ",
        "a; ",
    ],
)
def test_reads_hostile_text_in_reasonable_time(piece: str) -> None:
    found_actors, found_sources = FINDER.names(piece * 20_000)
    assert len(found_actors) + len(found_sources) <= 20_000


def test_the_word_kalla_inside_a_sentence_names_no_source() -> None:
    text = "Vi rekommenderar indikatorer med baslinje, källa och ansvarig för varje del."
    assert PatternNameFinder({}, {}, {}).names(text) == ((), ())


def test_a_register_that_is_known_goes_before_what_the_name_looks_like() -> None:
    names = {"UKÄ": "Universitetskanslersämbetet"}
    finder = PatternNameFinder(names, {}, {"Universitetskanslersämbetet": Register.MYNDIGHET})
    assert finder.names("UKÄ har sagt det.")[0][0].register is Register.MYNDIGHET


@pytest.mark.parametrize(
    ("name", "register"),
    [
        ("Storumans kommun", Register.KOMMUN),
        ("Region Västerbotten", Register.REGION),
        ("Trafikverket", Register.MYNDIGHET),
        ("Länsstyrelsen i Västerbottens län", Register.MYNDIGHET),
        ("Umeå universitet", Register.LAROSATE),
        ("Inlandsbanan AB", Register.FORETAG),
        ("Vännäs kommuns företagarförening", Register.FORENING),
        ("Norrlandsfonden", None),
    ],
)
def test_tells_the_register_of_an_organisation(name: str, register: Register | None) -> None:
    assert register_of(name) is register


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Bilen är borta (ambulanssjukvårdens egen statistik).",
            "ambulanssjukvårdens egen statistik",
        ),
        ("Fler pendlar (SCB, registerbaserad statistik).", "SCB, registerbaserad statistik"),
        ("Länsstyrelsens inventering 2024 visar det.", "Länsstyrelsens inventering 2024"),
    ],
)
def test_finds_statistics_and_reports_that_somebody_has_made(text: str, source: str) -> None:
    assert PatternNameFinder({}, {}, {}).names(text)[1] == (source,)


def test_an_aside_that_ends_with_a_survey_is_no_source() -> None:
    assert PatternNameFinder({}, {}, {}).names("Vi frågade (vi gjorde en enkät).")[1] == ()


def test_places_are_no_part_of_actors() -> None:
    for text, places in (
        ("Region Umeå och folk i Umeå vill mer.", (Place("Umeå", "Umeå"),)),
        ("Region Umeå vill mer.", ()),
    ):
        actors, _sources = FINDER.names(text)
        assert FINDER.places(text, actors) == places


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Länsstyrelsens rapport Våtmarker i fjällen (2021) visar att dikena läcker.",
            "Länsstyrelsens rapport Våtmarker i fjällen (2021)",
        ),
        (
            "Enligt SCB:s befolkningsprognos 2023–2040 minskar länet.",
            "SCB:s befolkningsprognos 2023–2040",
        ),
        ("Följ miljöbalken 7 kap. när strandskyddet prövas.", "miljöbalken 7 kap."),
        (
            "Hälsan framgår av Folkhälsomyndighetens rapport Psykisk hälsa i Sverige (2023).",
            "Folkhälsomyndighetens rapport Psykisk hälsa i Sverige (2023)",
        ),
        ("Se plan- och bygglagen 3 kap. 5 §.", "plan- och bygglagen 3 kap. 5 §"),
        (
            "Arbetsförmedlingens prognos våren 2024 är för ljus.",
            "Arbetsförmedlingens prognos våren 2024",
        ),
        ("Brå:s trygghetsundersökning 2022 tas inte upp.", "Brå:s trygghetsundersökning 2022"),
        (
            "Enligt SGU:s berggrundskarta och SMHI:s mätningar 2010-2020 är det torrt.",
            "SMHI:s mätningar 2010-2020",
        ),
        ("Statistiken (SCB 2023, tabell 4) stämmer inte.", "SCB 2023, tabell 4"),
        (
            "Boverkets bostadsmarknadsenkät 2024 visar underskott i 12 kommuner.",
            "Boverkets bostadsmarknadsenkät 2024",
        ),
        ("Lyft in diskrimineringslagen 3 kap. där.", "diskrimineringslagen 3 kap."),
        ("Lyft in FN:s barnkonvention.", "FN:s barnkonvention"),
        (
            "FN:s konvention om rättigheter för personer med funktionsnedsättning nämns inte.",
            "FN:s konvention om rättigheter för personer med funktionsnedsättning",
        ),
        ("EU:s nya naturvårdsförordning gäller redan.", "EU:s nya naturvårdsförordning"),
        (
            "Banan står inte i Trafikverkets nationella plan 2026–2037.",
            "Trafikverkets nationella plan 2026–2037",
        ),
        ("OECD:s territoriella översyn 2017 sade det.", "OECD:s territoriella översyn 2017"),
        ("Den regionala idrottsplanen 2024–2027 är otydlig.", "regionala idrottsplanen 2024–2027"),
        ("Följ den nationella vattenenkäten.", "nationella vattenenkäten"),
        ("Enligt Ek och Alm (2023) flyttar kvinnor oftare.", "Ek och Alm (2023)"),
        ("Alm (2021) visar motsatsen.", "Alm (2021)"),
        ("As the Alm report points out, firms move.", "the Alm report"),
        (
            "Av lagen (2022:66) om konsultation i frågor följer att vi ska tillfrågas.",
            "lagen (2022:66) om konsultation i frågor",
        ),
        (
            "Trafikanalys rapport Resvanor i norr (2022) saknas.",
            "Trafikanalys rapport Resvanor i norr (2022)",
        ),
        (
            "Skolinspektionens granskning av rektorer 2021–2022 bör läsas.",
            "Skolinspektionens granskning av rektorer 2021–2022",
        ),
        ("Enligt 2 kap. 3 § kommunallagen ska alla behandlas lika.", "2 kap. 3 § kommunallagen"),
        ("MUCF:s Lupp-enkät 2023 finns att hämta.", "MUCF:s Lupp-enkät 2023"),
        (
            "Socialstyrelsens öppna jämförelser 2023 visar på långa köer.",
            "Socialstyrelsens öppna jämförelser 2023",
        ),
        ("Vår egen enkät 2024 visar att fyra av tio vill flytta.", "Vår egen enkät 2024"),
        ("Det framgår av vår rapport Levande byar (2022).", "vår rapport Levande byar (2022)"),
        (
            "Energimyndighetens långsiktiga scenarier 2023–2050 bör användas.",
            "Energimyndighetens långsiktiga scenarier 2023–2050",
        ),
        ("SFS 2018:1197 gör barnkonventionen till lag.", "SFS 2018:1197"),
        (
            "Läs Riksrevisionens granskningsrapport RiR 2021:27.",
            "Riksrevisionens granskningsrapport RiR 2021:27",
        ),
        ("I skollagen kap. 10 står om skolskjuts.", "skollagen kap. 10"),
        ("Skollagen (2010:800) 1 kap. 9 § talar om det.", "Skollagen (2010:800) 1 kap. 9 §"),
        (
            "Lagen (2006:412) om allmänna vattentjänster och den lokala taxan styr.",
            "Lagen (2006:412) om allmänna vattentjänster",
        ),
        (
            "Se lagen om stöd till vissa byar i norr (2022:66).",
            "lagen om stöd till vissa byar i norr (2022:66)",
        ),
        ("Enligt språklagen ska det gå.", "språklagen"),
        ("Barnkonventionen ska prägla besluten.", "Barnkonventionen"),
        (
            "FN:s konvention om barnets rättigheter ska följas.",
            "FN:s konvention om barnets rättigheter",
        ),
        (
            "FN:s deklaration om de mänskliga rättigheterna gäller.",
            "FN:s deklaration om de mänskliga rättigheterna",
        ),
        ("EU:s direktiv om vatten gäller älven.", "EU:s direktiv om vatten"),
        ("EU:s vattenförordning (2024/11) gäller.", "EU:s vattenförordning (2024/11)"),
        (
            "Trafikverkets rapport Vägar i norr (publikation 2024:11) saknas.",
            "Trafikverkets rapport Vägar i norr (publikation 2024:11)",
        ),
        ("Naturvårdsverkets publikation 7033 är klar.", "Naturvårdsverkets publikation 7033"),
        ("Ungdomsbarometern 2023 talar emot.", "Ungdomsbarometern 2023"),
        ("Av Regional Skills Index 2023 framgår det.", "Regional Skills Index 2023"),
        ("Cykelplanen 2024–2030 följs inte.", "Cykelplanen 2024–2030"),
        (
            "Den nationella planen för transporter 2022–2033 är snål.",
            "nationella planen för transporter 2022–2033",
        ),
        ("Barn- och ungdomsplanen 2025 är tydlig.", "Barn- och ungdomsplanen 2025"),
        ("Vår egen skogsplan antagen 2021 räcker.", "Vår egen skogsplan antagen 2021"),
    ],
)
def test_sources_keep_their_title_and_their_years(text: str, source: str) -> None:
    assert sources(text) == (source,)


def test_a_known_organisation_that_owns_something_is_named_without_the_genitive() -> None:
    finder = PatternNameFinder({"Region Norr": "Region Norr"}, {}, {})
    assert [a.text for a in finder.names("Region Norrs plan för vägen.")[0]] == ["Region Norr"]


def test_a_company_at_which_somebody_is_is_a_place_and_no_actor() -> None:
    finder = PatternNameFinder({"ICA": "ICA"}, {}, {"ICA": Register.FORETAG})
    told = [
        text
        for text in (
            "Ställ er på ICA en lördag.",
            "Hon jobbar på ICA i byn.",
            "Ställ krav på ICA och andra.",
            "ICA bör vara med.",
        )
        if finder.names(text)[0]
    ]
    assert told == ["Ställ krav på ICA och andra.", "ICA bör vara med."]
