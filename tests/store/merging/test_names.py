"""Things of copies under ids that hold here: the same thing is one, others get ids of their own."""

from pathlib import Path

from inspel_app.domain.coding import Theme
from inspel_app.domain.composition import SectionEdit
from inspel_app.store.project import Project, Run
from tests.store.merging import copies as do
from tests.store.merging.copies import SETTINGS, Deed, act, copy_of, make_round, take_in
from tests.store.samples import RUN, passages_of, submission


def own_section(key: str, title: str, text: str) -> Deed:
    edit = SectionEdit(key, title, "", own=True, text=text)

    def add(p: Project, by: str) -> None:
        p.composition_edits.put(edit, by)
        before = p.composition().orders.get("", ("metod",))
        p.composition_edits.put_order("", [*before, key], by)

    return add


def sections(path: Path) -> dict[str, tuple[str, str]]:
    with Project.open(path) as project:
        found = project.composition()
        placed = [key for keys in found.orders.values() for key in keys]
        assert {*found.sections} <= {*placed}
        return {key: (one.title, one.text) for key, one in found.sections.items()}


def test_own_sections_with_the_same_key_in_two_copies_are_two(tmp_path: Path) -> None:
    a = make_round(tmp_path / "a.inspel")
    b = copy_of(a, "b")
    act(a, "anna", [own_section("eget_1", "Läget", "Det går bra.")])
    act(b, "bo", [own_section("eget_1", "Slutsats", "Mer buss.")])
    take_in(a, b)
    found = sections(a)
    assert found.pop("eget_1") == ("Läget", "Det går bra.")
    assert list(found.values()) == [("Slutsats", "Mer buss.")]
    assert list(found) == ["eget_2"]


def test_own_sections_with_the_same_title_are_one(tmp_path: Path) -> None:
    a = make_round(tmp_path / "a.inspel")
    b = copy_of(a, "b")
    act(a, "anna", [own_section("eget_1", "Läget", ""), own_section("eget_2", "Slutsats", "")])
    act(b, "bo", [own_section("eget_1", "Slutsats", "")])
    take_in(a, b)
    assert sections(a) == {"eget_1": ("Läget", ""), "eget_2": ("Slutsats", "")}


def test_a_theme_that_one_has_kept_is_the_machines_with_its_points_whatever_its_id(
    tmp_path: Path,
) -> None:
    a = tmp_path / "a.inspel"
    points = passages_of(submission("a", 4))
    with Project.create(a, SETTINGS) as project:
        with project.action("Läs in"):
            project.add_submission(submission("a", 4), {})
        project.save_passages(RUN, points)
    b = copy_of(a, "b")
    parts = [[p.id for p in points[:2]], [p.id for p in points[2:]]]
    for path, made in ((a, parts), (b, parts[::-1])):
        with Project.open(path) as project:
            themes = [Theme(f"t{n}", None, f"T{n}", (), tuple(p)) for n, p in enumerate(made, 1)]
            project.save_themes(Run("themes", path.stem, "", ""), themes)
    act(b, "bo", [do.theme("t1", "Vägar", parts[1])])
    assert take_in(a, b) == 0
    with Project.open(a) as project:
        found = {theme.id: (theme.label, [*theme.passages]) for theme in project.themes()}
    assert found == {"t1": ("T1", parts[0]), "t2": ("Vägar", parts[1])}
