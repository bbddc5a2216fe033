"""Built-in files are found first, the user's come after, and none replaces another."""

import os
import sys
from pathlib import Path

import pytest

from inspel_app.errors import DataFileError, MissingComponentError, UsageError
from inspel_app.resources import (
    catalogue,
    check,
    forms,
    load_form,
    load_strategy,
    paths,
    read_ahead,
    resource_dir,
    strategies,
)
from tests.resources import test_form, test_strategy
from tests.resources.conftest import Writer


def test_lists_built_in_files_before_the_users(write: Writer) -> None:
    write("strategier/a.toml", test_strategy.SOUND)
    write("blanketter/a.toml", test_form.SOUND)
    assert list(strategies()) == ["vasterbotten-2020-2030", "vasternorrland-2030", "a"]
    assert list(forms()) == ["vasterbotten-2025", "a"]
    assert strategies()["vasternorrland-2030"].is_relative_to(resource_dir())


def test_loads_what_is_listed_once(write: Writer) -> None:
    write("strategier/lan.toml", test_strategy.SOUND)
    assert load_strategy("lan") is load_strategy("lan")
    assert load_form("vasterbotten-2025") is load_form("vasterbotten-2025")


def test_what_is_read_ahead_is_not_read_again_whatever_else_is_faulty(
    write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("strategier/a.toml", "titel =")
    write("strategier/lan.toml", test_strategy.SOUND)
    write("blanketter/b.toml", "titel =")
    read_ahead()
    monkeypatch.setattr(catalogue, "open_table", None)
    assert load_strategy("lan").title == "Länets strategi"
    assert load_form("vasterbotten-2025").strategy == "vasterbotten-2020-2030"


def test_reads_an_edited_file_anew(write: Writer) -> None:
    path = write("strategier/lan.toml", test_strategy.SOUND)
    assert load_strategy("lan").title == "Länets strategi"
    write("strategier/lan.toml", test_strategy.SOUND.replace("Länets", "Kommunens"))
    os.utime(path, ns=(0, 0))
    assert load_strategy("lan").title == "Kommunens strategi"


def test_lists_what_exists_when_an_id_is_unknown(write: Writer) -> None:
    write("strategier/lan.toml", test_strategy.SOUND)
    with pytest.raises(UsageError, match=r"”läns”.*vasternorrland-2030, lan"):
        load_strategy("läns")
    with pytest.raises(UsageError, match="vasterbotten-2025"):
        load_form("../strategier/lan")


def test_refuses_a_users_file_with_a_built_in_name(write: Writer) -> None:
    path = write("strategier/vasternorrland-2030.toml", test_strategy.SOUND)
    assert strategies()["vasternorrland-2030"] != path
    with pytest.raises(DataFileError, match="upptaget") as caught:
        load_strategy("vasternorrland-2030")
    assert caught.value.file == str(path)
    assert [fault.fault for fault in check(path)] == [caught.value.fault]
    assert load_strategy("vasterbotten-2020-2030").id == "vasterbotten-2020-2030"


def test_refuses_a_name_that_cannot_be_an_id(write: Writer) -> None:
    path = write("strategier/Min strategi.toml", test_strategy.SOUND)
    assert [(fault.line, fault.key) for fault in check(path)] == [(1, "")]
    with pytest.raises(DataFileError, match="bindestreck"):
        load_strategy("Min strategi")


def test_tells_strategy_from_form_by_content(write: Writer) -> None:
    write("strategier/lan.toml", test_strategy.SOUND)
    assert check(write("annat/form.toml", test_form.SOUND)) == []
    assert check(write("annat/strategi.toml", test_strategy.SOUND)) == []


def test_finds_the_bundle_of_a_frozen_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(MissingComponentError, match="Installera om"):
        resource_dir()
    (tmp_path / "resources/strategier").mkdir(parents=True)
    assert resource_dir() == tmp_path / "resources"


def test_finds_the_data_of_an_installed_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "site/inspel_app")
    data = tmp_path / "site/inspel_app/_data/resources"
    (data / "strategier").mkdir(parents=True)
    assert resource_dir() == data


def test_keeps_the_users_files_in_the_users_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INSPEL_DATA", raising=False)
    assert paths.user_dir().name == "inspel"
    assert paths.user_dir().is_relative_to(Path.home())
