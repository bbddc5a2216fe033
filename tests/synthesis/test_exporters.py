"""What every format must do."""

import io
import re
import zipfile

import pytest

from inspel_app.domain.synthesis import Audience
from inspel_app.synthesis.compose import compose
from inspel_app.synthesis.exporters import EXPORTERS, Exporter
from tests.synthesis.conftest import CODEBOOK, CONTACT, EMAIL, FACTS, NAME, Round

every_format = pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.format)
every_material = pytest.mark.parametrize(
    "exporter", [e for e in EXPORTERS if e.format != "qdc"], ids=lambda e: e.format
)
"""The strategy's codes alone hold nothing that was said."""


def contents(data: bytes) -> str:
    """All text in a file, and in the files within it if it is a zip."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "\n".join(f"{n}\n{package.read(n).decode('utf-8')}" for n in package.namelist())


def test_formats_have_names_and_suffixes_of_their_own() -> None:
    assert [e.format for e in EXPORTERS] == [
        "docx",
        "xlsx",
        "html",
        "json",
        "csv",
        "qdpx",
        "qdc",
    ]
    assert all(e.suffix == f".{e.format}" for e in EXPORTERS)


@every_format
def test_a_round_without_inspel_is_written(exporter: Exporter) -> None:
    assert exporter.render(compose(FACTS, CODEBOOK, None, [], [], []))


@every_material
def test_the_answers_reach_every_format(exporter: Exporter, sample: Round) -> None:
    text = contents(exporter.render(sample.compose()))
    assert "Anropsstyrd trafik bör prövas i fler byar" in text


@every_material
def test_nothing_for_the_public_names_a_private_person(exporter: Exporter, sample: Round) -> None:
    text = contents(exporter.render(sample.compose(Audience.PUBLIC))).casefold()
    first, last = NAME.casefold().split()
    secrets = [last, f"{first} ", f"{first}_", EMAIL, "hemma.example", CONTACT.casefold()]
    assert [secret for secret in secrets if secret in text] == []
    assert "ture@storby.example" not in text
    assert "privatperson, västby" in text


@every_format
def test_nothing_for_the_writers_holds_contact_details(exporter: Exporter, sample: Round) -> None:
    text = contents(exporter.render(sample.compose(Audience.WRITING)))
    assert [x for x in (CONTACT, NAME, EMAIL, "ture@storby.example", "070-123") if x in text] == []


@every_format
def test_the_same_synthesis_is_written_the_same(exporter: Exporter, sample: Round) -> None:
    synthesis = sample.compose()
    assert contents(exporter.render(synthesis)) == contents(exporter.render(synthesis))


@every_format
def test_nobody_is_named_as_author(exporter: Exporter, sample: Round) -> None:
    text = contents(exporter.render(sample.compose()))
    assert "python-docx" not in text
    assert re.findall("<(?:dc:creator|cp:lastModifiedBy)>([^<]+)<", text) == []
