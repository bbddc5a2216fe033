"""A form file becomes a template, or tells what is wrong with it."""

import pytest

from inspel_app.domain.form import Label, LabelKind, Question
from inspel_app.errors import DataFileError
from inspel_app.resources import check, load_form
from tests.resources import test_strategy
from tests.resources.conftest import Writer

SOUND = """\
titel = "Länets blankett"
strategi = "lan"
platshallare = ["Skriv här"]
bildtext = "En bild"
egen_text = '''
Välkommen!

Svara före midsommar.
'''
avslutande_text = "Tack!"

[[frageset.stod]]
aspekt = "behov"
fraga = "Vilka behov finns?"
alias = ["Behov?"]

[[avsnitt]]
titel = "Om er"
alias = ["Om dig"]
fragor = [
  { falt = "om.namn", fraga = "Namn" },
  { falt = "om.ort", fraga = "Ort", alias = ["Postort"], kod = "1", aspekt = "behov" },
]

[[avsnitt]]
titel = "Frågor"
egen_text = "Läs detta."

[[avsnitt.rubrik]]
titel = "Resor"
kod = "1.1"
frageset = "stod"
fragor = [{ falt = "resor.ovrigt", fraga = "Övrigt" }]
"""


@pytest.fixture(autouse=True)
def _strategy(write: Writer) -> None:
    write("strategier/lan.toml", test_strategy.SOUND)


def test_reads_labels_in_printed_order(write: Writer) -> None:
    write("blanketter/ett.toml", SOUND)
    form = load_form("ett")
    assert form.labels == (
        Label(LabelKind.OWN, "Välkommen!"),
        Label(LabelKind.OWN, "Svara före midsommar."),
        Label(LabelKind.SECTION, "Om er", ("Om dig",)),
        Label(LabelKind.QUESTION, "Namn", (), "om.namn", 2),
        Label(LabelKind.QUESTION, "Ort", ("Postort",), "om.ort", 2),
        Label(LabelKind.SECTION, "Frågor"),
        Label(LabelKind.OWN, "Läs detta.", parent=5),
        Label(LabelKind.HEADING, "Resor", parent=5),
        Label(LabelKind.QUESTION, "Övrigt", (), "resor.ovrigt", 7),
        Label(LabelKind.QUESTION, "Vilka behov finns?", ("Behov?",), "1.1.behov", 7),
        Label(LabelKind.OWN, "Tack!"),
    )


def test_reads_what_each_question_concerns(write: Writer) -> None:
    write("blanketter/ett.toml", SOUND)
    form = load_form("ett")
    assert form.questions == (
        Question("om.namn", "Om er", None, "Namn"),
        Question("om.ort", "Om er", None, "Ort", "1", "behov"),
        Question("resor.ovrigt", "Frågor", "Resor", "Övrigt", "1.1"),
        Question("1.1.behov", "Frågor", "Resor", "Vilka behov finns?", "1.1", "behov"),
    )
    assert (form.id, form.title, form.strategy) == ("ett", "Länets blankett", "lan")
    assert (form.placeholders, form.picture_texts) == (("Skriv här",), ("En bild",))


@pytest.mark.parametrize(
    ("before", "after", "line", "key", "word"),
    [
        ('strategi = "lan"', "", 1, "strategi", "saknas"),
        ('strategi = "lan"', 'strategi = "land"', 2, "strategi", "Menade du ”lan”?"),
        ('["Skriv här"]', '"Skriv här"', 3, "platshallare", "lista"),
        ('aspekt = "behov"\nfraga', 'aspekt = "mal"\nfraga', 13, "frageset.stod.aspekt", "okänt"),
        ('aspekt = "behov"\nfraga', "fraga", 12, "frageset.stod.aspekt", "saknas"),
        ('falt = "om.namn", ', "", 21, "avsnitt.fragor.falt", "saknas"),
        ('falt = "om.ort"', 'falt = "om.namn"', 22, "avsnitt.fragor.falt", "finns redan"),
        ('kod = "1", aspekt', 'kod = "9", aspekt', 22, "avsnitt.fragor.kod", "okänt"),
        ('alias = ["Postort"]', 'alis = ["Postort"]', 22, "avsnitt.fragor.alis", "”alias”"),
        ('kod = "1.1"', 'kod = "1.2"', 31, "avsnitt.rubrik.kod", "”1.1”"),
        ('kod = "1.1"\n', "", 29, "avsnitt.rubrik.kod", "behövs"),
        ('frageset = "stod"', 'frageset = "stöd"', 32, "avsnitt.rubrik.frageset", "”stod”"),
        ('"resor.ovrigt"', '"1.1.behov"', 32, "avsnitt.rubrik.frageset", "en gång till"),
        ('[[avsnitt]]\ntitel = "Om er"', '[[avsnitt]]\ntite = "x"', 17, "avsnitt.titel", "saknas"),
    ],
)
def test_names_line_and_key_of_each_fault(
    write: Writer, before: str, after: str, line: int, key: str, word: str
) -> None:
    assert SOUND.count(before) == 1
    path = write("blanketter/ett.toml", SOUND.replace(before, after))
    found = check(path)
    assert (str(path), line, key) in [(f.file, f.line, f.key) for f in found]
    assert any(word in fault.fault for fault in found if fault.key == key)
    with pytest.raises(DataFileError, match=f"rad {found[0].line}"):
        load_form("ett")


def test_refuses_a_form_without_questions(write: Writer) -> None:
    path = write("blanketter/ett.toml", 'titel = "x"\nstrategi = "lan"\n')
    assert [(fault.line, fault.key) for fault in check(path)] == [(1, "avsnitt")]


def test_passes_on_the_fault_of_a_form_s_strategy(write: Writer) -> None:
    strategy = write("strategier/lan.toml", "titel = 3\n")
    form = write("blanketter/ett.toml", SOUND)
    assert {fault.file for fault in check(form)} == {str(strategy)}
