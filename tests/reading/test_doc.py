"""Old Word files: read by way of LibreOffice, which is kept from the network."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from inspel_app.domain.document import Cell, Role
from inspel_app.errors import UnreadableError
from inspel_app.reading import libreoffice
from inspel_app.reading.doc import DocReader
from inspel_app.reading.docx import DocxReader
from tests.reading.odt_files import flat_file, p
from tests.reading.word_files import texts

SAMPLE = (Path(__file__).parent / "samples" / "yttrande.doc").read_bytes()
needs_libreoffice = pytest.mark.skipif(
    libreoffice.find() is None, reason="LibreOffice is not installed"
)


def _refusal(data: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as refused:
        DocReader().read(data)
    assert refused.value.message
    assert refused.value.advice
    return refused.value


@needs_libreoffice
def test_reads_text_lists_tables_and_notes() -> None:
    document = DocReader().read(SAMPLE)
    assert [t for t in texts(document) if t] == [
        *("Yttrande över strategin", "Vi är för få på Åsele älvstrand."),
        *("- en punkt", "- en till", "Kommun", "Åsele"),
    ]
    assert next(b.cell for b in document.blocks if b.text == "Åsele") == Cell(0, 0, 1)
    assert [t.strip() for t in texts(document, Role.NOTE)] == ["Källan till det."]


@needs_libreoffice
def test_refers_to_the_file_as_it_was_sent() -> None:
    document = DocReader().read(SAMPLE)
    assert document.file == "1bf719257f860c5456f78473a6a6cd8089b1381c562b06a9c772e9a7e3aa052c"


@needs_libreoffice
def test_refuses_what_libreoffice_cannot_open() -> None:
    assert _refusal(SAMPLE[:600]).code == "doc-skadad"


def test_says_what_to_do_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "_USUAL_FOLDERS", {})
    refusal = _refusal(SAMPLE)
    assert refusal.code == "doc-format"
    assert ".docx" in refusal.advice


def test_refuses_encrypted_files() -> None:
    data = bytearray(SAMPLE)
    data[data.index(b"\xec\xa5\x01\x01") + 11] |= 1
    assert _refusal(bytes(data)).code == "losenord"


def test_recognises_old_word_files_by_content() -> None:
    assert DocReader().score(SAMPLE, "brev.docx") == 1
    assert DocReader().score(b"PK\x03\x04", "brev.doc") == 0


def test_finds_libreoffice_in_its_usual_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "libreoffice7.4" / "program" / "soffice"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "_USUAL_FOLDERS", {"linux": (str(tmp_path),)})
    monkeypatch.setattr(sys, "platform", "linux")
    assert libreoffice.find() == program
    program.with_name("soffice.bin").touch()
    assert libreoffice.find() == program.with_name("soffice.bin")


def test_gives_up_on_a_program_that_hangs_or_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "SECONDS", 0.2)
    for script in ("sleep 9", "exit 1", "exit 81"):
        program = tmp_path / "soffice"
        program.write_text(f"#!/bin/sh\nexec 2>&1; {script}\n", "utf-8")
        program.chmod(0o700)
        with pytest.raises(libreoffice.ConversionError):
            libreoffice.to_docx(program, b"x", ".doc")


@contextmanager
def _server() -> Iterator[tuple[int, list[str]]]:
    """A web server's port, and the paths that it has been asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - named by the library

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_port, asked
        finally:
            server.shutdown()
            thread.join()


@needs_libreoffice
def test_opens_no_connection_and_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "hemligt.txt"
    secret.write_text("hemligt", "utf-8")
    section = '<text:section text:name="S"><text:section-source xlink:href="{}"/>'
    with _server() as (port, asked):
        image = f'<draw:image xlink:href="http://127.0.0.1:{port}/bild.png" xlink:type="simple"/>'
        frame = f'<draw:frame text:anchor-type="as-char">{image}</draw:frame>'
        links = section.format(secret.as_uri()) + p("förr") + "</text:section>"
        program = libreoffice.find()
        assert program is not None
        made = libreoffice.to_docx(program, flat_file(p(f"Hej{frame}") + links), ".fodt")
        assert asked == []
    text = DocxReader().read(made).text
    assert "Hej" in text
    assert "förr" in text
    assert "hemligt" not in text
