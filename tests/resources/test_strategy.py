"""A strategy file becomes a codebook, or tells what is wrong with it."""

import pytest

from inspel_app.domain.coding import Aspect, Code, CodeKind, Term, Topic
from inspel_app.resources import check, load_strategy
from tests.resources.conftest import Writer

SOUND = """\
titel = "Länets strategi"
kopplas_till = "prioritering"

[[aspekt]]
id = "behov"
titel = "Behov"

[[kod]]
id = "1"
slag = "malomrade"
titel = "Ett mål"

[[kod]]
id = "1.1"
slag = "prioritering"
titel = "Resor"
del_av = "1"
beskrivning = '''
Buss och
tåg.
'''
starka_ord = ["tågresa"]
ord = ["buss", "resa"]
svaga_ord = ["åka"]
exempel = ["Bussen går inte."]

[[kod.delfraga]]
namn = "Kvällsturer"
ord = ["kväll"]
exempel = ["Sista bussen går för tidigt."]
"""


def test_reads_every_part(write: Writer) -> None:
    write("strategier/lan.toml", SOUND)
    book = load_strategy("lan")
    assert (book.id, book.title) == ("lan", "Länets strategi")
    assert book.aspects == (Aspect("behov", "Behov"),)
    assert book.codes[0] == Code("1", "Ett mål", CodeKind.MALOMRADE)
    assert book.codes[1:] == book.leaves
    assert book["1.1"] == Code(
        "1.1",
        "Resor",
        CodeKind.PRIORITERING,
        parent="1",
        leaf=True,
        description="Buss och tåg.",
        terms=(Term("tågresa", 3), Term("buss", 2), Term("resa", 2), Term("åka", 1)),
        examples=("Bussen går inte.",),
        topics=(Topic("Kvällsturer", ("kväll",), ("Sista bussen går för tidigt.",)),),
    )


@pytest.mark.parametrize(
    ("before", "after", "line", "key", "word"),
    [
        ('titel = "Länets strategi"', "", 1, "titel", "saknas"),
        ('kopplas_till = "prioritering"', "", 1, "kopplas_till", "saknas"),
        ('_till = "prioritering"', '_till = "vision"', 2, "kopplas_till", "ingen kod"),
        ('titel = "Behov"', "titel = 7", 6, "aspekt.titel", "citattecken"),
        ('slag = "malomrade"', 'slag = "målområde"', 10, "kod.slag", "”malomrade”"),
        ('titel = "Ett mål"', 'rubrik = "Ett mål"', 8, "kod.titel", "saknas"),
        ('titel = "Ett mål"', 'titel = "Ett mål"\ntitle = "x"', 12, "kod.title", "”titel”"),
        ('id = "1.1"', 'id = "1"', 14, "kod.id", "finns redan"),
        ('del_av = "1"', 'del_av = "1.1"', 17, "kod.del_av", "okänt"),
        ('"buss", "resa"', '"buss", "buss"', 23, "kod.ord", "två gånger"),
        ('"buss", "resa"', '"buss", "tågresa"', 23, "kod.ord", "redan bland"),
        ('["åka"]', '"åka"', 24, "kod.svaga_ord", "lista"),
        ('["Bussen går inte."]', "[\n  4,\n]", 26, "kod.exempel", "texter"),
        ('["Bussen går inte."]', '["Bussen]', 25, "", "citattecken"),
        ('namn = "Kvällsturer"', "", 27, "kod.delfraga.namn", "saknas"),
    ],
)
def test_names_line_and_key_of_each_fault(
    write: Writer, before: str, after: str, line: int, key: str, word: str
) -> None:
    assert SOUND.count(before) == 1
    path = write("strategier/lan.toml", SOUND.replace(before, after))
    found = check(path)
    assert (str(path), line, key) in [(f.file, f.line, f.key) for f in found]
    assert any(word in fault.fault for fault in found if fault.key == key)
    with pytest.raises(type(found[0]), match=f"rad {found[0].line}"):
        load_strategy("lan")


def test_reports_all_faults_at_once(write: Writer) -> None:
    text = SOUND.replace('titel = "Behov"', "").replace('"1.1"', '"1"').replace("ord =", "odr =")
    faults = check(write("strategier/lan.toml", text))
    assert [fault.key for fault in faults] == [
        "aspekt.titel", "kod.id", "kod.starka_odr", "kod.odr", "kod.svaga_odr", "kod.delfraga.odr"
    ]  # fmt: skip
