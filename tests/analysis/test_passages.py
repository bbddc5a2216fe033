import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.passages import VERSION, cut
from inspel_app.analysis.references import References
from inspel_app.domain.coding import Assignment, Code, Codebook, CodeKind, Origin, Passage, Stance
from inspel_app.domain.document import Method
from inspel_app.domain.form import Answer, SourceFile, Submission

REFERENCES = References(
    Codebook(
        "s",
        "Strategi",
        tuple(
            Code(key, title, CodeKind.DELPRIORITERING, leaf=True)
            for key, title in [("3.3", "Hållbar mobilitet"), ("5.2", "Hälsosamma levnadsvanor")]
        ),
    )
)
PLACES = {"3.3.behov": ("3.3", "behov"), "overgripande.inspel": (None, None)}

CUT = {
    5: [
        "Bussarna går för sällan, det måste bli bättre,",
        "och kiosken är stängd. Det är särskilt svårt för unga.",
        (
            "Stationen måste rustas, och avgiften ska sänkas. Lägg också till en hållplats vid "
            "skolan."
        ),
        "fler turer",
    ]
}
"""By version, how an answer is cut; a change of it asks for another version."""


def submission(*answers: tuple[str | None, str]) -> Submission:
    return Submission(
        "s1",
        (SourceFile("svar.docx", "0" * 64),),
        answers=tuple(
            Answer(f"s1/{n}", field, text, Method.TEXT, ())
            for n, (field, text) in enumerate(answers)
        ),
    )


def passages(text: str, field: str | None = "3.3.behov") -> list[Passage]:
    return cut(submission((field, text)), PLACES, REFERENCES)


def texts(text: str, field: str | None = "3.3.behov") -> list[str]:
    return [p.text for p in passages(text, field)]


def test_version_is_counted_up_when_answers_are_cut_otherwise() -> None:
    answer = (
        "Hej! Men jag svarar på några frågor ändå. Bussarna går för sällan, det måste bli bättre, "
        "och kiosken är stängd. Det är särskilt svårt för unga. Avslutningsvis några ord om tåget. "
        "Stationen måste rustas, och avgiften ska sänkas. Lägg också till en hållplats vid "
        "skolan. I övrigt: Inget att tillägga.\nOK\nVi kräver också:\n- fler turer"
    )
    assert texts(answer) == CUT[VERSION]


def test_each_list_item_is_a_point() -> None:
    assert texts("Vi vill se:\n- Fler bussar.\n• Bättre tider\n1) Billigare biljetter.") == [
        "Fler bussar.",
        "Bättre tider",
        "Billigare biljetter.",
    ]


ITEMS = ["fler bussar till byarna", "att vägen rustas"]


@pytest.mark.parametrize("field", [None, "3.3.behov"])
@pytest.mark.parametrize(
    "lead",
    [
        "Vi kräver",
        "Vi vill också framhålla:",
        "Vi har sett hur inlandet töms och vill därför framhålla följande i det fortsatta arbetet:",
        "Some smaller things:",
        "Här kommer våra synpunkter:",
    ],
)
def test_what_announces_a_list_is_no_point(lead: str, field: str | None) -> None:
    assert texts(f"{lead}\n- {ITEMS[0]}\n- {ITEMS[1]}", field) == ITEMS


def test_what_stands_before_the_announcement_is_a_point() -> None:
    reason = "Byarna har tömts i tjugo år."
    assert texts(f"{reason} Vi kräver därför:\n- {ITEMS[0]}\n- {ITEMS[1]}") == [reason, *ITEMS]


def test_a_line_with_a_colon_above_a_paragraph_is_no_point() -> None:
    assert texts("Frågan om lokal avgift:\nByn betalar gärna själv.") == [
        "Byn betalar gärna själv."
    ]


def test_a_close_with_a_colon_still_closes_the_letter() -> None:
    assert texts("Vägen måste rustas.\n\nMed vänlig hälsning:\nKim Exempel", None) == [
        "Vägen måste rustas."
    ]


@pytest.mark.parametrize(
    ("lead", "stance"),
    [
        ("Vi motsätter oss:", Stance.KRITIK),
        ("Vi föreslår:", Stance.FORSLAG),
        ("Vi välkomnar:", Stance.STOD),
        ("Övrigt:", None),
    ],
)
def test_the_items_of_a_list_have_the_stance_of_what_announces_it(
    lead: str, stance: Stance | None
) -> None:
    found = passages(f"{lead}\n- kortare köer\n- leden vid sjön\n\nKartan från i fjol.")
    assert [p.stance for p in found] == [stance, stance, None]


def test_a_number_above_a_list_gives_its_items_their_code() -> None:
    found = passages("5.2 Hälsosamma levnadsvanor\n- öppna simhallen\n- fler skidspår", None)
    assert [p.code for p in found] == ["5.2", "5.2"]


@pytest.mark.parametrize(
    "opening",
    [
        "God dag,\nmin dotter har hjälpt mig att skriva det här eftersom jag ser dåligt.",
        "Här kommer några rader från Storseles byalag.",
        "Till regionen från Tärnaby.",
        "Tjena!\n\nJag är ordförande i ridklubben och skriver å styrelsens vägnar.",
        "Hej!\n\nVi skriver från samebyns kansli. Ni får ursäkta stavningen.",
        "Kära ni!\n\nJag heter Märta. Min man och jag flyttade hit 1966.",
        "Hej!\n\nMitt namn är Kim och jag har kor utanför byn sedan 1981.",
        "Vi är ungdomsrådet och vi har haft tre träffar.",
        "Vi skriver utifrån det vi möter i vardagen.",
        "Svedje sameby bedriver renskötsel från fjällen till kusten.",
        "Som fiskevårdsområde har vi lång erfarenhet av vattenvård.",
        "I am writing on behalf of the parents' group. We are about sixty families.",
    ],
)
def test_how_a_letter_opens_is_no_point(opening: str) -> None:
    assert texts(f"{opening}\n\nVägen måste rustas.", None) == ["Vägen måste rustas."]


@pytest.mark.parametrize(
    "opening",
    [
        "Vi skriver det här för att bussen har slutat gå.",
        "Ni får ursäkta men vägen är usel.",
        "Som lärare ser jag att eleverna flyttar.",
        "Jag är rädd för älgarna på vägen.",
        "Vi skriver från bilen eftersom bussen aldrig kommer.",
        "Bolaget förvaltar skogen utan hänsyn till renarna.",
    ],
)
def test_an_opening_that_says_something_is_a_point(opening: str) -> None:
    assert texts(f"{opening}\n\nStationen ska öppnas.", None) == [
        opening,
        "Stationen ska öppnas.",
    ]


@pytest.mark.parametrize(
    "ending",
    [
        "Ja, det var väl det.",
        "Nu orkar jag inte skriva mer.",
        "Vi deltar gärna i det fortsatta arbetet.",
        "Hoppas ni läser det här!",
        "En sak till. Kartan saknar Ammarnäs.",
    ],
)
def test_how_a_letter_ends_is_no_point(ending: str) -> None:
    assert texts(f"Vägen måste rustas.\n\n{ending}", None) == [
        "Vägen måste rustas.",
        *(["Kartan saknar Ammarnäs."] if "Kartan" in ending else []),
    ]


def test_a_page_is_no_number_of_a_list() -> None:
    assert texts("s. 31: stryk ordet unik") == ["s. 31: stryk ordet unik"]


def test_keys_struck_at_random_are_no_point() -> None:
    assert texts("asdf qwer zxcv\nVägen måste rustas.") == ["Vägen måste rustas."]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("1. Rusta leden. 2. Bygg bron.", ["Rusta leden.", "Bygg bron."]),
        ("3) Rusta leden; 4) Bygg bron.", ["Rusta leden;", "Bygg bron."]),
        ("Vi vill: 1. Rusta leden. 2. Bygg bron.", ["Rusta leden.", "Bygg bron."]),
        ("Läs prioritering 2. Där står det.", ["Läs prioritering 2. Där står det."]),
        ("1. Enligt avsnitt 2. Det räcker.", ["Enligt avsnitt 2. Det räcker."]),
    ],
)
def test_splits_items_numbered_within_a_line(text: str, points: list[str]) -> None:
    assert texts(text) == points


def test_a_presentation_stays_with_a_sentence_that_leans_on_it() -> None:
    text = "Vi är 88 bofasta och 40 000 besökare. Skriv något om hur båda sorterna får plats."
    assert texts(text, "overgripande.inspel") == [text]
    alone = "Vi är 88 bofasta. Bygg ut ringbilen till byarna."
    assert texts(alone, "overgripande.inspel") == ["Bygg ut ringbilen till byarna."]


def test_a_lead_in_that_says_nothing_is_no_part_of_the_first_item() -> None:
    lead = "Här kommer våra synpunkter:"
    assert texts(f"{lead}\n\n- Bygg en cykelväg.\n- Öppna simhallen.") == [
        "Bygg en cykelväg.",
        "Öppna simhallen.",
    ]
    assert texts(f"{lead}\nFler turer på kvällen behövs.") == ["Fler turer på kvällen behövs."]


@pytest.mark.parametrize(
    "answer",
    [
        "I övrigt: Inget att tillägga.",
        "No further comments.",
        "Nothing to add.",
        "Ei muuta lisättävää.",
        "Ingen flere kommentarer.",
        "Mis ii leat lasáhus.",
        "Thank you for the opportunity to comment.",
        "Kiitos mahdollisuudesta kommentoida.",
        "Suomalainen yhdistys Ranta kiittää mahdollisuudesta antaa lausunto.",
        "Havsvik kommune takker for muligheten til å gi innspill.",
        "The museum thanks the region for the opportunity to comment.",
    ],
)
def test_a_courtesy_in_another_language_or_under_a_label_is_no_point(answer: str) -> None:
    assert texts(answer) == []


@pytest.mark.parametrize(
    "wanted",
    [
        ["The bus must run on weekends too.", "International students need housing here."],
        ["Bussivuoroja pitää lisätä kyliin.", "Vanhustenhoitoa tarvitaan Haaparannalla."],
        ["Vi mener at veien må utbedres.", "Dessuten mangler et avsnitt om reindrift."],
        ["Boazodoallu ferte leat mielde.", "Maiddái oahpahus dárbbaša eanet ruđa."],
    ],
)
def test_requests_in_other_languages_are_parted(wanted: list[str]) -> None:
    assert texts(" ".join(wanted)) == wanted


def test_keeps_a_long_lead_in_as_a_point() -> None:
    lead = "Vi ser att kollektivtrafiken har försämrats kraftigt i inlandet sedan år 2020, så att:"
    assert texts(f"{lead}\n- byarna töms")[0] == lead


def test_a_paragraph_is_a_point() -> None:
    assert texts("Bussen går inte. Byn töms.\n\nTåget står still. Det kostar.") == [
        "Bussen går inte. Byn töms.",
        "Tåget står still. Det kostar.",
    ]


def test_joins_lines_wrapped_within_a_sentence() -> None:
    assert texts("Bussen går inte\npå kvällen.") == ["Bussen går inte\npå kvällen."]


@pytest.mark.parametrize(
    "opening", ["Dessutom", "Vidare", "Däremot", "När det gäller tåg", "Slutligen", "Men"]
)
def test_splits_where_a_new_matter_is_opened(opening: str) -> None:
    first, second = "Bussen måste gå oftare.", f"{opening} behöver cykelvägen byggas ut."
    assert texts(f"{first} {second}") == [first, second]


def test_attaches_fragments_to_their_neighbour() -> None:
    assert texts("Laga bron. Men snart.") == ["Laga bron. Men snart."]


DENSE = [
    "Hälsocentralen har haft hyrläkare i sju år. Regionen bör därför erbjuda en fast läkare.",
    "Flygplatsen är en livlina för företagen i inlandet. Staten måste ta ansvar för driften.",
    "Kulturskolan saknas helt i avsnittet, trots att den når 6 400 barn varje vecka.",
]


def test_parts_a_dense_paragraph_claim_by_claim_and_keeps_reasons() -> None:
    assert texts(" ".join(DENSE)) == DENSE


def test_cuts_things_counted_up() -> None:
    assert texts(
        "Det behövs dels en bokbuss över gränserna, dels pengar till trygghetspunkter."
    ) == [
        "Det behövs dels en bokbuss över gränserna,",
        "dels pengar till trygghetspunkter.",
    ]


def test_courtesies_are_no_points() -> None:
    text = "Kommunen tackar för möjligheten att lämna inspel. Bygg ut ringbilen."
    assert texts(text) == ["Bygg ut ringbilen."]


def test_what_announces_the_next_matter_parts_it_from_the_one_before() -> None:
    text = "Texten är svår att läsa. Övriga synpunkter. Kartan har fel skala."
    assert texts(text) == ["Texten är svår att läsa.", "Kartan har fel skala."]


def test_keeps_a_courtesy_that_asks_for_something() -> None:
    text = "Vi tackar för möjligheten och anser att bussen måste gå på söndagar."
    assert texts(text) == [text]


def test_takes_only_the_matter_of_a_letter() -> None:
    letter = (
        "Till Region Norr\nDnr RUN 234–2025\n\nInspel från byn\n\nHej!\n\n"
        "Jag heter Kim och bor i byn.\n\nBussen går för sällan. Den behövs.\n\n"
        "När det gäller tåg: spåret måste rustas.\n\n"
        "Med vänlig hälsning\n\nKim Exempel\nordförande i byalaget."
    )
    assert texts(letter, None) == ["Bussen går för sällan. Den behövs.", "spåret måste rustas."]


@pytest.mark.parametrize(
    ("letter", "points"),
    [
        ("Bussen till byn\nVi vill ha fler bussar i byn", ["Vi vill ha fler bussar i byn"]),
        ("Det är bra.\n\nLåt älven vara ifred", ["Det är bra.", "Låt älven vara ifred"]),
        ("Till regionen\nVägen måste rustas\n\nMed vänlig hälsning\nKim", ["Vägen måste rustas"]),
        ("Vägen måste rustas\nDen är full av hål, här.", ["Den är full av hål, här."]),
        ("Till regionen\nYttrande\nKim Exempel", []),
    ],
)
def test_a_line_without_full_stop_is_a_point_if_it_says_something_and_heads_nothing(
    letter: str, points: list[str]
) -> None:
    assert texts(letter, None) == points


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Flytta eller stanna?", []),
        ("Mer vindkraft till vilket pris?", []),
        ("Varför ingen buss?", ["Varför ingen buss?"]),
        ("Går det att stanna?", ["Går det att stanna?"]),
        ("- Flytta eller stanna?", ["Flytta eller stanna?"]),
    ],
)
def test_a_question_without_verb_above_a_paragraph_is_its_heading(
    line: str, asked: list[str]
) -> None:
    matter = "De flesta av oss tror att vi kommer att flytta söderut när skolan är slut i vår."
    assert texts(f"{line}\n{matter}", None) == [*asked, matter]
    assert texts(f"{matter}\n{line}", None) == [matter, line.removeprefix("- ")]


def test_keeps_short_lines_of_a_form() -> None:
    assert texts("Trafikverket och Norrtåg") == ["Trafikverket och Norrtåg"]


def test_gives_the_code_of_the_forms_place() -> None:
    (passage,) = passages("Bygg ut ringbilen.")
    assert passage.assignments == (Assignment("3.3", "behov", Origin.FORM, 1.0),)
    assert passage.field == "3.3.behov"


def test_gives_no_code_without_one_in_the_forms_place() -> None:
    assert passages("Strategin är för lång.", "overgripande.inspel")[0].assignments == ()
    assert passages("Strategin är för lång.", None)[0].assignments == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("5.2 Hälsosamma levnadsvanor\nSimhallen bör öppna.\n\nÖvrigt\nBra text.", ["5.2", None]),
        ("Simhallen bör öppna. Dessutom hör skidspåren hemma i 5.2.", [None, "5.2"]),
        ("Enligt prioritering 9.9 är allt bra.", [None]),
    ],
)
def test_gives_the_code_that_a_letter_names(text: str, codes: list[str | None]) -> None:
    assert [p.code for p in passages(text, None)] == codes


def test_a_number_above_an_answer_goes_before_the_field() -> None:
    (passage,) = passages("(5.2)\nSimhallen bör öppna på söndagar.")
    assert (passage.text, passage.code) == ("Simhallen bör öppna på söndagar.", "5.2")
    assert passage.assignments[0].aspect == "behov"
    assert passages("Simhallen bör öppna, se avsnitt 5.2.")[0].code == "3.3"


def test_leaves_out_answers_without_content() -> None:
    answer = Answer("s1/0", "3.3.behov", "Inget att tillägga.", Method.TEXT, (), content=False)
    files = (SourceFile("svar.docx", "0" * 64),)
    assert cut(Submission("s1", files, answers=(answer,)), PLACES, REFERENCES) == []


PIECES = st.sampled_from(
    ["Bussen går inte.", "Dessutom regnar det.", "- ", "1. ", "\n", "\n\n", " ", "Hej!", "t.ex.",
     "Med vänlig hälsning", "Vi är en by.", "Om tåg: ", "kaffe", "?", "(", "\v", "å" * 40, "\u2028"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from([None, "3.3.behov", "x"]))
def test_a_passage_is_its_stretch_of_the_answer(text: str, field: str | None) -> None:
    found = passages(text, field)
    end = 0
    for p in found:
        assert p.text == text[p.start : p.end]
        assert p.text == p.text.strip() != ""
        assert p.id == f"s1/0:{p.start}-{p.end}"
        assert p.start >= end
        end = p.end


@pytest.mark.parametrize(
    "piece", ["a", ".", " ", "a\n", "Aa. ", "(", "- ", "A-", '"', "Om ", "tack för ", "å å, "]
)
def test_cuts_hostile_text_in_reasonable_time(piece: str) -> None:
    text = piece * 100_000
    assert sum(len(p.text) for p in passages(text, None)) <= len(text)


def test_lines_of_a_table_of_contents_are_no_points() -> None:
    text = (
        "1. Inledning ........ 3\n2. Läget . . . . . . – 12 –\nVi vill se fler bostäder i inlandet."
    )
    assert texts(text, None) == ["Vi vill se fler bostäder i inlandet."]
