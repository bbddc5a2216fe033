"""The command that tries an installation, and what a frozen one arranges."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from inspel_app import frozen
from tests.e2e.watch import run_watched

HAS_IPV6 = ["socket.bind", "('::1', 0)"]
"""What urllib3, which spaCy imports, asks of the machine itself when it is imported."""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )


def test_a_sound_installation_passes_every_check_and_connects_to_nobody(tmp_path: Path) -> None:
    made, seen = run_watched(tmp_path, "self-test", "--json")
    assert made.returncode == 0, made.stderr
    assert [one for one in seen if one[0] != "write" and one != HAS_IPV6] == []
    checks = json.loads(made.stdout)["checks"]
    assert list(checks) == [
        "läsning",
        "förslag och teman",
        "kodning, ångrad och gjord om",
        "export",
        "fönstret",
    ]
    assert checks["läsning"].startswith("18 filer")
    assert "Historik" in checks["fönstret"]
    assert "QWidget" not in made.stderr


def test_the_network_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = run(
            "import socket\n"
            "from inspel_app.services.self_test import refuse_network\n"
            "refuse_network()\n"
            f"socket.create_connection(('127.0.0.1', {port}))"
        )
    assert done.returncode != 0
    assert "ProjectError" in done.stderr


def test_a_bundled_tesseract_is_found_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tesseract").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setenv("PATH", "/usr/bin")
    monkeypatch.setenv("TESSDATA_PREFIX", "")
    frozen.set_up()
    assert os.environ["PATH"].split(os.pathsep)[0] == str(tmp_path / "tesseract")
    assert os.environ["TESSDATA_PREFIX"] == str(tmp_path / "tesseract" / "tessdata")


def test_programs_of_others_get_their_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/inspel")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/lib")
    environment = frozen.environment_for_others()
    assert environment["LD_LIBRARY_PATH"] == "/opt/lib"
    assert "LD_LIBRARY_PATH_ORIG" not in environment
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG")
    assert "LD_LIBRARY_PATH" not in frozen.environment_for_others()
