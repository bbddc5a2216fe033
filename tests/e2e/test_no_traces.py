"""Whatever files ask for, an import opens no connection and writes nothing under their names."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from threading import Thread
from zipfile import ZipFile

import pytest

from inspel_app.reading import libreoffice
from inspel_app.store.project import Project
from tests.e2e.watch import ROOT, run_watched
from tests.mails import mail
from tests.reading.odt_files import flat_file
from tests.reading.word_files import p, pack, relations, word_file
from tests.services.bombs import spying_word_file

SAMPLES = ROOT / "tests" / "reading" / "samples"
NAME = "AVSANDARE"
"""What stands in every name that a sender has given."""

SPELLINGS = (f"../../../{NAME}.txt", f"/{NAME}.txt", f"..\\..\\{NAME}.txt", f"C:\\{NAME}.txt")
"""How a sender may name a file so that it would land elsewhere."""

PORT_IN_SAMPLE = "47113"


class Listener:
    """A server on this machine that only counts who comes."""

    def __init__(self) -> None:
        self.visitors = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/spion"
        Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        with suppress(OSError):
            while True:
                self._socket.accept()[0].close()
                self.visitors += 1

    def close(self) -> None:
        # Closing alone would leave the thread waiting.
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


def files(address: str, port: int) -> dict[str, bytes]:
    """Files of each kind that ask for the address, and for places on the disk."""
    links = relations({"r1": ("image", address), "r2": ("attachedTemplate", address)})
    links = links.replace("Target=", 'TargetMode="External" Target=')
    shown = '<w:r><w:drawing><a:blip r:link="r1"/></w:drawing></w:r>'
    with ZipFile(BytesIO(word_file(p("Ur Word") + p(shown)))) as archive:
        word = {name: archive.read(name) for name in archive.namelist()}
    doctype = f'<!DOCTYPE x [<!ENTITY % a SYSTEM "{address}">%a;]>'
    page = f'<html><link rel="stylesheet" href="{address}"><script src="{address}"></script>'
    page += f'<meta http-equiv="refresh" content="0;url={address}"><img src="{address}">'
    page += f'<iframe src="{address}"></iframe><p>Ur en sida</p></html>'
    image = f'<draw:frame><draw:image xlink:href="{address}"/></draw:frame>'
    open_text = flat_file(
        f'<text:p>Ur ODT{image}</text:p><text:section-source xlink:href="{address}"/>'
    )
    rich = rf'{{\rtf1 Ur RTF {{\field{{\*\fldinst INCLUDEPICTURE "{address}" \\d}}}}}}'
    outside = [(name, f"Ur bilaga {n}".encode()) for n, name in enumerate(SPELLINGS)]
    sample = (SAMPLES / "lankad-bild.doc").read_bytes()
    for encoding in ("ascii", "utf-16-le"):
        sample = sample.replace(PORT_IN_SAMPLE.encode(encoding), f"{port}".encode(encoding))
    return {
        f"{NAME} 1.docx": pack({**word, "word/_rels/document.xml.rels": links}),
        f"{NAME} 2.docx": spying_word_file(address),
        f"{NAME} 3.fodt": open_text,
        f"{NAME} 4.fodt": open_text.replace(b"?>", b"?>" + doctype.encode(), 1),
        f"{NAME} 5.html": page.encode(),
        f"{NAME} 6.rtf": rich.encode(),
        f"{NAME} 7.eml": mail("Ur mejl", *outside, html=page),
        f"{NAME} 8.zip": pack({name: f"Ur arkiv {n}" for n, name in enumerate(SPELLINGS)}),
        f"{NAME} 9.doc": sample,
    }


@pytest.mark.slow
def test_an_import_connects_to_nobody_and_writes_under_no_sender_s_name(
    tmp_path: Path, listener: Listener
) -> None:
    incoming = tmp_path / "in"
    incoming.mkdir()
    for name, data in files(listener.address, listener.port).items():
        (incoming / name).write_bytes(data)
    run_watched(tmp_path, "new", "r.inspel")
    _done, seen = run_watched(tmp_path, "import", "r.inspel", incoming)

    assert listener.visitors == 0
    assert [event for event in seen if event[0] != "write"] == []
    written = {Path(place) for event in seen for place in event[1:] if not place.isdecimal()}
    assert written
    assert [place for place in written if NAME in str(place)] == []
    places = {Path(os.path.normpath(tmp_path / place)) for place in written}
    outside = [place for place in places if not place.is_relative_to(tmp_path)]
    assert outside in ([], [Path(os.devnull)])
    left = [f for f in tmp_path.rglob("*") if NAME in f.name and incoming not in f.parents]
    assert left == []
    _check_that_all_was_read(tmp_path / "r.inspel")


def _check_that_all_was_read(path: Path) -> None:
    """The files were opened all the same, or else the test shows nothing."""
    with Project.open(path) as project:
        submissions = project.submissions()
    text = " ".join(answer.text for s in submissions for answer in s.answers)
    kinds = ["Ur Word", "Ur ODT", "Ur en sida", "Ur RTF", "Ur bilaga 0", "Ur arkiv 3"]
    kinds += ["Hej hej"] if libreoffice.find() else []
    assert [kind for kind in kinds if kind not in text] == []
    codes = {problem.code for s in submissions for problem in s.problems}
    assert "xml-doctype" in codes
    assert "programfel" not in codes


def test_the_watch_notices_what_it_is_to_notice(tmp_path: Path, listener: Listener) -> None:
    watched = tmp_path / "skriver.py"
    watched.write_text(
        "import pathlib, socket\n"
        "pathlib.Path('spår').write_text('x')\n"
        f"try: socket.create_connection(('127.0.0.1', {listener.port}))\n"
        "except ConnectionRefusedError: pass\n"
    )
    code = (
        "import sys; from tests.e2e.watch import install; install(); exec(open(sys.argv[1]).read())"
    )
    subprocess.run(  # noqa: S603 - the few lines above
        [sys.executable, "-c", code, watched],
        env={**os.environ, "PYTHONPATH": str(ROOT), "INSPEL_WATCH": str(tmp_path / "log")},
        cwd=tmp_path,
        check=True,
    )
    seen = [json.loads(line)[0] for line in (tmp_path / "log").read_text().splitlines()]
    assert seen[0] == "write"
    assert set(seen[1:]) & {"socket.getaddrinfo", "socket.connect"}
    assert listener.visitors == 0
