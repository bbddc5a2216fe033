"""The user's own files looked through: rounds, strategies, forms; damaged rounds made whole."""

from pathlib import Path

import pytest

from inspel_app.errors import ProjectError, UsageError
from inspel_app.services.checking import check_files, told
from inspel_app.services.rounds import new_round
from inspel_app.store.copies import keep_copy
from inspel_app.store.project import Project
from tests.store.samples import submission
from tests.store.test_copies import add, behead, spoil, spoil_an_index


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A round with an inspel, closed, of which there is a copy."""
    path = tmp_path / "omgång.inspel"
    with new_round(path) as project, project.action("Läs in", "anna"):
        project.add_submission(submission("a"), {})
    keep_copy(path)
    return path


def test_folders_are_looked_through_for_files_of_our_kinds(path: Path) -> None:
    below = path.parent / "egna"
    below.mkdir()
    strategy = below / "strategi.toml"
    strategy.write_text("titel = 3\n", "utf-8")
    (below / "brev.txt").write_text("Hej", "utf-8")
    found = {file.path: file for file in check_files([path.parent])}
    assert found.keys() >= {path, strategy}
    assert not any(one.suffix == ".txt" for one in found)
    assert not found[path].faults
    assert told(found[path]) == [f"{path}: inga fel."]
    assert found[strategy].faults
    assert all(str(strategy) in fault for fault in told(found[strategy]))


def test_a_file_of_another_kind_and_one_that_is_not_there_are_faults(path: Path) -> None:
    letter = path.with_name("brev.txt")
    letter.write_text("Hej", "utf-8")
    other, missing = check_files([letter, path.with_name("borta.inspel")])
    (fault,) = other.faults
    assert isinstance(fault, UsageError)
    assert "varken en omgång" in told(other)[0]
    (fault,) = missing.faults
    assert isinstance(fault, ProjectError)
    assert "finns inte" in told(missing)[0]


def test_a_damaged_round_is_a_fault_and_is_left_as_it_is_unless_it_is_to_be_mended(
    path: Path,
) -> None:
    spoil(path)
    before = path.read_bytes()
    (checked,) = check_files([path])
    assert len(checked.faults) == 1
    assert path.read_bytes() == before


def test_what_mending_takes_from_a_copy_tells_what_is_gone(path: Path) -> None:
    add(path, "b")
    spoil(path)
    (mended,) = check_files([path], mend=True)
    assert not mended.faults
    first, aside, copy, *gone = told(mended)
    assert first == f"{path} var skadad och är lagad."
    assert aside == "Den skadade filen finns kvar som omgång skadad.inspel."
    assert copy.endswith("har tagit dess plats.")
    count, lost = gone
    assert count == "1 åtgärd efter den är borta:"
    assert lost.endswith("  Läs in b  anna")
    with Project.open(path) as project:
        assert [one.id for one in project.submissions()] == ["a"]


def test_where_nothing_can_be_read_it_is_not_told_what_was_done_since_the_copy(path: Path) -> None:
    add(path, "b")
    behead(path)
    (mended,) = check_files([path], mend=True)
    assert told(mended)[-1] == "Vad som hade gjorts efter den går inte att se."


def test_mending_tells_that_all_is_kept_where_all_could_be_read(path: Path) -> None:
    add(path, "b")
    spoil_an_index(path)
    (mended,) = check_files([path], mend=True)
    assert told(mended)[-1] == "Allt i den gick att läsa och är kvar."
    assert told(*check_files([path], mend=True)) == [f"{path}: inga fel."]
