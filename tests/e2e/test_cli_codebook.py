"""A code system of another program is taken in from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from tests.services.test_codebooks import QDC


@pytest.fixture
def source(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INSPEL_DATA", str(folder / "eget"))
    (folder / "eget" / "strategier").mkdir(parents=True)
    (folder / "kodbok.qdc").write_text(QDC, "utf-8")
    return folder / "kodbok.qdc"


def test_tells_what_was_made_and_how_to_use_it(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["codebook", str(source), "-o", "resor.toml"]) == ExitCode.OK
    made, use = capsys.readouterr().out.splitlines()
    assert made == "Skapade resor.toml med 2 koder, varav 1 att koppla synpunkter till."
    assert use.startswith(f"Lägg filen i {source.parent / 'eget' / 'strategier'}.")
    assert use.endswith("inspel new omgang.inspel --strategy resor")
    assert main(["check", "resor.toml"]) == ExitCode.OK


def test_what_is_made_in_the_users_folder_is_used_at_once(
    source: Path, json_of: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    target = source.parent / "eget" / "strategier" / "resor.toml"
    assert json_of("codebook", source, "-o", target) == {
        "made": [str(target)],
        "strategy": "resor",
        "codes": 2,
        "leaves": 1,
    }
    assert main(["new", "omgang.inspel", "--strategy", "resor"]) == ExitCode.OK
    target.unlink()
    main(["codebook", str(source), "-o", str(target)])
    assert "Lägg filen" not in capsys.readouterr().out


def test_wrong_use_ends_with_its_code(source: Path) -> None:
    assert main(["codebook", str(source), "-o", "resor.txt"]) == ExitCode.USAGE
    assert main(["codebook", "saknas.qdc", "-o", "resor.toml"]) == ExitCode.USAGE
    (source.parent / "annat.qdc").write_text("<html/>", "utf-8")
    assert main(["codebook", "annat.qdc", "-o", "resor.toml"]) == ExitCode.UNREADABLE
