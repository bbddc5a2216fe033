import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inspel_app.errors import DataFileError, DiskError
from inspel_app.resources.settings import (
    Settings,
    Theme,
    change_settings,
    load_settings,
    settings_file,
    user,
)

TEXTS = st.text(st.characters(exclude_categories=["C", "Z"]))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INSPEL_DATA", str(tmp_path))
    return tmp_path


def test_the_programs_own_models_are_used_unless_others_are_named() -> None:
    assert load_settings() == Settings()


def test_reads_which_models_to_use(folder: Path) -> None:
    (folder / "min-kodare").mkdir()
    settings_file().write_text('kodare = "min-kodare"\nsprakmodell = "sv_core_news_lg"\n')
    assert load_settings() == Settings(
        encoder=str(folder / "min-kodare"), pipeline="sv_core_news_lg"
    )


def test_tells_of_a_misspelt_key(folder: Path) -> None:
    settings_file().write_text('kodaren = "/modeller/min"\n')
    with pytest.raises(DataFileError, match=r"rad 1, kodaren: .*Menade du ”kodare”"):
        load_settings()
    assert settings_file().parent == folder


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("textstorlek = 500", "textstorlek: ska vara ett heltal från 100 till 200"),
        ("textstorlek = true", "textstorlek: ska vara ett heltal från 100 till 200"),
        ('lar = "ja"', "lar: ska vara true eller false"),
        ('tema = "rosa"', "”rosa” är okänt"),
        ("namn = 3", "namn: ska vara en text"),
    ],
)
def test_tells_what_is_wrong_with_a_value_and_leaves_the_file(line: str, told: str) -> None:
    settings_file().write_text(f"{line}\n")
    with pytest.raises(DataFileError, match=told):
        change_settings(name="Ada")
    assert settings_file().read_text() == f"{line}\n"


def test_keeps_what_was_chosen_before() -> None:
    change_settings(theme=Theme.DARK, ocr=("swe", "fin"))
    changes: dict[str, object] = {"name": "Ada", "learns": False, "template": "mall.dotx"}
    assert change_settings(**changes) == load_settings()
    told = Settings("Ada", Theme.DARK, ocr=("swe", "fin"), learns=False, template="mall.dotx")
    assert load_settings() == told


@example(name="", encoder=".", size=100, learns=True)
@given(name=TEXTS, encoder=TEXTS, size=st.integers(100, 200), learns=st.booleans())
def test_reads_what_it_wrote(*, name: str, encoder: str, size: int, learns: bool) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("INSPEL_DATA", folder)
        change_settings(name=name, pipeline=encoder, text_size=size, learns=learns)
        assert load_settings() == Settings(
            name, text_size=size, pipeline=load_settings().pipeline, learns=learns
        )
        beside = str(settings_file().parent / encoder)  # as of ".", which is there
        assert load_settings().pipeline in {encoder, beside}


def test_says_that_nothing_can_be_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    monkeypatch.setenv("INSPEL_DATA", str(tmp_path / "fil" / "mapp"))
    with pytest.raises(DiskError, match="går inte att spara"):
        change_settings(name="Ada")


def test_the_history_calls_the_user_by_the_chosen_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("USERNAME", raising=False)
    monkeypatch.setenv("USER", "alov")
    assert user() == "alov"
    change_settings(name="Ada Lövgren")
    assert user() == "Ada Lövgren"
