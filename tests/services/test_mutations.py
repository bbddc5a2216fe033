"""Damaged files of every kind: a document, one with doubts, or a clear refusal; never a fault."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from inspel_app.resources import resource_dir
from inspel_app.services.tasks import read_submissions
from inspel_app.services.workers import WorkerPool
from tests.mails import mail, outlook
from tests.reading.word_files import pack
from tests.services.mutations import FORM, damaged, outcome

SAMPLES = Path(__file__).parents[1] / "reading" / "samples"
EXAMPLE = resource_dir() / "exempel" / "inspel"


def picture(kind: str) -> bytes:
    made = BytesIO()
    Image.new("L", (120, 60), 255).save(made, kind)
    return made.getvalue()


WORD = (SAMPLES / "yttrande.docx").read_bytes()
FILES = {
    **{
        f"sample{suffix}": (SAMPLES / f"yttrande{suffix}").read_bytes()
        for suffix in (".docx", ".odt", ".rtf", ".html", ".pdf")
    },
    "form.docx": (EXAMPLE / "Inspel Åsele kommun – slutversion.docx").read_bytes(),
    "letter.txt": (EXAMPLE / "Brev från Dikanäs.txt").read_bytes(),
    "mail.eml": mail("Hej!", ("svar.docx", WORD), html="<p>Hej!</p>", mails=[mail("Inuti")]),
    "mail.msg": outlook({0x0037: "Inspel", 0x1000: "Vi vill ha bussar."}),
    "archive.zip": pack({"a.docx": WORD, "b/c.txt": "Vi vill ha bussar."}),
    "picture.png": picture("PNG"),
    "picture.tif": picture("TIFF"),
    "picture.jpg": picture("JPEG"),
}
"""A file of each kind."""


@pytest.mark.parametrize("name", FILES)
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,  # a scan that takes long by chance would fail the test by chance
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32))
def test_damage_ends_in_one_of_three_outcomes(name: str, seed: int, pool: WorkerPool) -> None:
    data = damaged(FILES[name], seed)
    assert outcome(pool.submit(read_submissions, data, name, (FORM,))) not in {
        "tog-for-lang-tid",
        "for-mycket-minne",
        "lasningen-kraschade",
    }


@pytest.mark.parametrize("name", FILES)
def test_the_undamaged_file_is_read(name: str, pool: WorkerPool) -> None:
    code = outcome(pool.submit(read_submissions, FILES[name], name, (FORM,)))
    assert code == "bild-utan-text" if name.startswith("picture") else code in {"read", "doubts"}
