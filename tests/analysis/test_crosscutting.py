import pytest

from inspel_app.analysis.crosscutting import CrosscuttingFinder
from inspel_app.domain.coding import Code, Codebook, CodeKind, Term
from inspel_app.resources import load_strategy
from inspel_app.services.suggesters import suggester

BOOK = Codebook(
    "prov",
    "En prövostrategi",
    (
        Code("1.1", "Resor", CodeKind.DELPRIORITERING, leaf=True, terms=(Term("buss", 3),)),
        Code(
            "cross.barn",
            "Barn och unga",
            CodeKind.TVARGAENDE,
            terms=(Term("barnperspektiv", 3), Term("barn och unga", 3), Term("skola", 1)),
        ),
        Code("cross.urfolk", "Urfolk", CodeKind.TVARGAENDE, terms=(Term("samer", 3),)),
        Code("princip.lara", "Testa nytt", CodeKind.PRINCIP, terms=(Term("testa nytt", 3),)),
    ),
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Bussen ska gå för barn och unga.", ["cross.barn"]),
        ("Våga testa nytt. Utgå från barnperspektivet!", ["cross.barn", "princip.lara"]),
        ("Våga testa något nytt i skolan, för barnen och de unga.", []),
        ("Fråga samerna, samt alla andra.", ["cross.urfolk"]),
        ("Bussar och tåg samt färjor.", []),
        ("", []),
    ],
)
def test_finds_codes_by_terms_that_tell(text: str, codes: list[str]) -> None:
    assert [s.code for s in CrosscuttingFinder(BOOK).find(text, {})] == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Det civila försvaret behöver övas även i små kommuner.", "cross.beredskap-omvarld"),
        ("Skriv in totalförsvaret under varje rubrik.", "cross.beredskap-omvarld"),
        ("Beredskapslager av läkemedel bör finnas.", "cross.beredskap-omvarld"),
        ("När strömavbrottet kom fanns inget reservaggregat.", "cross.beredskap-omvarld"),
        ("Regementet växer och familjerna behöver bostad.", "cross.beredskap-omvarld"),
        ("Jämställdhetsarbetet har stannat av.", "cross.jamstalldhet"),
        ("Landsbygdsborna betalar mest för sina resor.", "cross.stad-land-inland"),
        ("Personal som talar finska och meänkieli behövs.", "cross.urfolk-minoriteter"),
        ("Finansieringen är alltid projekt, aldrig drift.", "cross.ekonomi-finansiering"),
        ("Civilsamhällets organisationer ska ha fasta bidrag.", "cross.civilsamhalle-demokrati"),
        ("Befolkningsprognosen visar färre barn.", "cross.demografi"),
    ],
)
def test_finds_what_cuts_across_in_other_forms_of_its_words(text: str, code: str) -> None:
    found = CrosscuttingFinder(load_strategy("vasterbotten-2020-2030")).find(text, {})
    assert [s.code for s in found] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Inlandsbanan behöver rustas.",
        "Krisen i butiken löstes av grannarna.",
        "Försvaret av detaljplanen tog lång tid.",
        "Lagerlokalerna vid hamnen är för få.",
        "Elpriset är för högt för små verkstäder.",
    ],
)
def test_leaves_words_that_only_look_alike(text: str) -> None:
    assert CrosscuttingFinder(load_strategy("vasterbotten-2020-2030")).find(text, {}) == []


def test_names_the_terms_as_they_stand() -> None:
    (found,) = CrosscuttingFinder(BOOK).find(
        "Barnperspektivet ... barnperspektivet, barn och unga", {}
    )
    assert found.reason == "ord: barnperspektivet, barn och unga"


@pytest.mark.parametrize(
    ("text", "permille"),
    [
        ("Ta barnperspektivet.", 500),
        ("Ta barnperspektivet i varje skola.", 574),
        ("Ta barnperspektivet, för barn och unga.", 731),
    ],
)
def test_the_more_terms_speak_for_it_the_surer(text: str, permille: int) -> None:
    assert [s.permille for s in CrosscuttingFinder(BOOK).find(text, {})] == [permille]


@pytest.mark.parametrize(
    ("text", "alike", "codes"),
    [
        ("Ingen frågar dem som går i nian vad de vill.", 0.3, ["cross.barn"]),
        ("Ingen frågar dem som går i nian vad de vill.", 0.1, []),
        ("Elever i en skola vill ha en skola till.", 0.215, ["cross.barn"]),
        ("Ordet barnperspektiv stavas med ett enda k.", 0.0, []),
        ("Ordet barnperspektiv stavas med ett enda k.", 0.1, ["cross.barn"]),
        ("Fråga oss i nian.", 0.9, []),
        ("Fråga i en skola.", 0.9, []),
        ("Ta barnperspektivet nu.", 0.9, ["cross.barn"]),
        ("Ta barnperspektivet nu.", 0.0, []),
    ],
)
def test_what_examples_taught_counts_beside_the_terms(
    text: str, alike: float, codes: list[str]
) -> None:
    found = CrosscuttingFinder(BOOK).find(text, {"cross.barn": alike})
    assert [s.code for s in found] == codes


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Ingen frågar dem som går i nian.", 700, 900),
        ("Ingen frågar dem som går i nian vad de vill ha på rasten.", 950, 1000),
        ("Barnperspektiv saknas när man frågar i nian.", 950, 1000),
    ],
)
def test_what_a_short_text_is_like_alone_makes_it_less_sure(
    text: str, least: int, most: int
) -> None:
    (found,) = CrosscuttingFinder(BOOK).find(text, {"cross.barn": 0.37})
    assert least < found.permille <= most


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Barn till föräldrar som dricker måste få hjälp direkt.", "cross.barn-unga"),
        ("Macken stängde i våras, nu är det sju mil till bensin.", "cross.stad-land-inland"),
        ("Fibern dras i centrum men inte till oss uppåt byarna.", "cross.stad-land-inland"),
        ("När tandläkaren flyttade blev det nio mil till närmaste.", "cross.stad-land-inland"),
    ],
)
def test_facts_tell_of_what_cuts_across(text: str, code: str) -> None:
    told = suggester(load_strategy("vasterbotten-2020-2030"))
    assert code in [s.code for s in told.across(told.prepare([text]))[0]]
