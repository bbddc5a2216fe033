from pathlib import Path

import pytest

from inspel_app.errors import DataFileError
from inspel_app.resources.settings import Settings, load_settings, settings_file


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INSPEL_DATA", str(tmp_path))
    return tmp_path


def test_the_programs_own_models_are_used_unless_others_are_named() -> None:
    assert load_settings() == Settings("", "")


def test_reads_which_models_to_use(folder: Path) -> None:
    (folder / "min-kodare").mkdir()
    settings_file().write_text('kodare = "min-kodare"\nsprakmodell = "sv_core_news_lg"\n')
    assert load_settings() == Settings(str(folder / "min-kodare"), "sv_core_news_lg")


def test_tells_of_a_misspelt_key(folder: Path) -> None:
    settings_file().write_text('kodaren = "/modeller/min"\n')
    with pytest.raises(DataFileError, match=r"rad 1, kodaren: .*Menade du ”kodare”"):
        load_settings()
    assert settings_file().parent == folder
