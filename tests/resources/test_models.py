"""A model is used only when it is whole."""

import hashlib
import sys
from pathlib import Path

import pytest

from inspel_app.errors import ExitCode, MissingComponentError
from inspel_app.resources import model_dir, resource_dir


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The model `liten` of a frozen program."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "resources/strategier").mkdir(parents=True)
    made = tmp_path / "models/liten"
    made.mkdir(parents=True)
    (made / "tabell.bin").write_bytes(b"1234")
    checksum = hashlib.sha256(b"1234").hexdigest()
    (made / "SHA256SUMS").write_text(f"{checksum}  tabell.bin\n")
    model_dir.cache_clear()
    return made


def test_finds_a_whole_model(folder: Path) -> None:
    assert model_dir("liten") == folder


def test_refuses_a_damaged_model(folder: Path) -> None:
    (folder / "tabell.bin").write_bytes(b"1235")
    with pytest.raises(
        MissingComponentError, match=r"tabell\.bin är skadad\. Installera om"
    ) as found:
        model_dir("liten")
    assert found.value.exit_code == ExitCode.MISSING_COMPONENT


@pytest.mark.parametrize("lost", ["tabell.bin", "SHA256SUMS"])
def test_tells_what_is_missing(folder: Path, lost: str) -> None:
    (folder / lost).unlink()
    with pytest.raises(MissingComponentError, match=rf"{lost} går inte att läsa\. Installera om"):
        model_dir("liten")


def test_the_models_that_ship_are_whole() -> None:
    models = resource_dir().parent / "models"
    for card in models.glob("*/KORT.md"):
        assert model_dir(card.parent.name) == card.parent
    assert list(models.glob("*/KORT.md"))
    assert sum(file.stat().st_size for file in models.rglob("*")) < 60_000_000
