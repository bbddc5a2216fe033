"""Copies of a round in which people do different things, for the tests of putting them together."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from inspel_app.domain.coding import Mark, Theme
from inspel_app.domain.cutting import part_of
from inspel_app.domain.form import Status
from inspel_app.domain.handling import Disposition, Handling, Reason, Section, Target, Wording
from inspel_app.domain.revision import Revision
from inspel_app.domain.secrecy import Secrecy
from inspel_app.store.merging.kinds import KINDS
from inspel_app.store.merging.texts import homes
from inspel_app.store.project import Project, ProjectSettings
from tests.store.samples import RUN, passages_of, sha256_of, submission

SETTINGS = ProjectSettings("RUS 2030", "en-strategi", "en-blankett", "RUN 1–2025", "2025-09-30")
NAMES = ("a", "b")
PASSAGES = tuple(f"{name}/{n}:0-4" for name in NAMES for n in range(3))

_IDS = {"id", "theme", "reason"}
"""The columns with ids that are counted in each copy by itself."""

Deed = Callable[[Project, str], None]
"""What a person, by name, does in a round within an action."""


def make_round(path: Path) -> Path:
    """A round with two inspel of three answers, each one passage, and a theme that is kept."""
    with Project.create(path, SETTINGS) as project:
        sent = [submission(name, 3) for name in NAMES]
        with project.action("Läs in", "eva"):
            for one in sent:
                project.add_original(one.id.encode(), sha256_of(one.id.encode()))
                project.add_submission(one, {})
        project.save_passages(RUN, [p for one in sent for p in passages_of(one)])
        with project.action("Tema", "eva"):
            project.theme_edits.keep(Theme("t1", "3.1", "Vägar", (), PASSAGES[:2]), "eva")
    return path


def copy_of(path: Path, name: str) -> Path:
    """Another file with the round as it is."""
    made = path.with_name(f"{name}.inspel")
    shutil.copyfile(path, made)
    return made


def act(path: Path, by: str, deeds: Iterable[Deed]) -> Path:
    """Let a person do things, each as an action."""
    with Project.open(path) as project:
        for n, deed in enumerate(deeds):
            with project.action(f"Gör {n}", by):
                deed(project, by)
    return path


def take_in(path: Path, *others: Path) -> int:
    """Take copies in; how many conflicts there are then."""
    with Project.open(path) as project:
        with project.action("Ta in", "eva"):
            for other in others:
                with Project.open(other) as copy:
                    project.take_in(copy, other.stem)
        project.check()
        return len(project.conflicts())


def state(path: Path) -> dict[str, set[str]]:
    """All that is sent in and said, but in which order it stands and by which numbers it goes."""
    with Project.open(path) as project:
        label = {t.id: t.label for t in project.kept_themes()}
        label |= {r.id: r.title for r in project.reasons()}
        found = {}
        for kind in KINDS:
            aside = {*kind.place, "position"}
            rows = project._db.table(kind.table).rows
            found[kind.table] = {
                repr(sorted((c, _plain(c, v, label)) for c, v in row.items() if c not in aside))
                for row in rows
            }
        return found


def _plain(column: str, value: object, label: dict[str, str]) -> object:
    return label.get(value, value) if column in _IDS and isinstance(value, str) else value


# What people do


def _said_of(do: Callable[[Project, str, str], None], passage: str) -> Deed:
    """Do something with a passage, or with what it has become."""

    def deed(p: Project, by: str) -> None:
        for alive in _alive(p, passage):
            do(p, alive, by)

    return deed


def _alive(p: Project, passage: str) -> list[str]:
    return homes(p._db, passage) if not p.decisions.dead(homes(p._db, passage)) else []


def code(passage: str, code: str) -> Deed:
    return _said_of(lambda p, one, by: p.assign(one, code, None, by), passage)


def uncode(passage: str, code: str) -> Deed:
    return _said_of(lambda p, one, _by: p.decisions.drop_code(one, code), passage)


def reject(passage: str, code: str) -> Deed:
    return _said_of(lambda p, one, by: p.decisions.reject(one, code, by), passage)


def mark(passage: str, what: Mark | None) -> Deed:
    return _said_of(lambda p, one, by: p.decisions.mark(one, what, by), passage)


def note(passage: str, text: str) -> Deed:
    return _said_of(lambda p, one, by: p.decisions.note(one, text, by), passage)


def split(passage: str, offset: int) -> Deed:
    def cut(p: Project, by: str) -> None:
        found = next((x for x in p.passages() if x.id == passage), None)
        if found is not None:
            whole = " " * found.start + found.text
            middle = found.start + offset
            halves = [(found.start, middle), (middle, found.end)]
            parts = [part_of(found, *half, whole) for half in halves]
            p.decisions.recut([found], parts, by)

    return cut


def stand(name: str, status: Status) -> Deed:
    return lambda p, _by: p.update_submission(name, status=status)


def give(name: str, assignee: str) -> Deed:
    return lambda p, _by: p.update_submission(name, assignee=assignee)


def sender(name: str, **facts: str) -> Deed:
    def correct(p: Project, _by: str) -> None:
        before = p.submission(name).respondent
        p.update_respondent(name, replace(before, **facts))  # type: ignore[arg-type]

    return correct


def settings(**facts: str) -> Deed:
    return lambda p, _by: p.change_settings(replace(p.settings, **facts))


def correct(name: str, position: int, text: str) -> Deed:
    def put(p: Project, _by: str) -> None:
        answer = p.submission(name).answers[position]
        moved = Revision.between(answer.text, text).moved
        p.decisions.move(answer.id, text, moved)
        p.correct(name, position, replace(answer, text=text, reading=answer.as_read))

    return put


def theme(key: str, label: str, passages: Iterable[str]) -> Deed:
    def keep(p: Project, by: str) -> None:
        points = tuple(one for passage in passages for one in _alive(p, passage))
        p.theme_edits.keep(Theme(key, "3.1", label, (), points), by)

    return keep


def new_theme(label: str, passages: Iterable[str]) -> Deed:
    return lambda p, by: theme(p.theme_edits.free_id(), label, passages)(p, by)


def release(key: str) -> Deed:
    return lambda p, _by: p.theme_edits.release(key)


def handle(passage: str, disposition: Disposition, text: str = "") -> Deed:
    def put(p: Project, one: str, by: str) -> None:
        p.handling_edits.put(Handling(Target.passage(one), disposition, text, person=by))

    return _said_of(put, passage)


def reason(title: str, text: str, passage: str) -> Deed:
    def put(p: Project, one: str, by: str) -> None:
        made = Reason(p.handling_edits.free_reason(), title, text)
        p.handling_edits.put_reason(made, by)
        used = Handling(Target.passage(one), Disposition.MET, reason=made.id, person=by)
        p.handling_edits.put(used)

    return _said_of(put, passage)


def write(text: str) -> Deed:
    def put(p: Project, by: str) -> None:
        p.text_edits.put_sections([Section("s1", "3.1", "Vägar", "Nu")], by)
        p.text_edits.put_wording(Wording("s1", text), by)

    return put


def quote(passage: str) -> Deed:
    return _said_of(lambda p, one, by: p.composition_edits.quote([one], by), passage)


def never_quote(passage: str) -> Deed:
    return _said_of(lambda p, one, by: p.composition_edits.never_quote(one, by), passage)


def hide(name: str) -> Deed:
    mark = Secrecy(name, name, provision="OSL", authority="RUN", decided="2025-01-01")
    return lambda p, by: p.secrecy_edits.put(replace(mark, person=by))


def receive(name: str) -> Deed:
    def add(p: Project, _by: str) -> None:
        if p.find_submission(name) is None:
            p.add_original(name.encode(), sha256_of(name.encode()))
            p.add_submission(submission(name), {})

    return add


def weed_out(name: str) -> Deed:
    return lambda p, _by: p.remove_submission(name)


_READINGS = ("Svaret 0", "Sva 1", "Ett svar", "Svar 9", "Svar 1 nu")
_passages = st.sampled_from(PASSAGES)
_codes = st.sampled_from(("3.1", "3.2", "5.1"))
_words = st.sampled_from(("ett", "två", "tre"))
_names = st.sampled_from(NAMES)

deeds = st.one_of(
    st.builds(code, _passages, _codes),
    st.builds(uncode, _passages, _codes),
    st.builds(reject, _passages, _codes),
    st.builds(mark, _passages, st.sampled_from((*Mark, None))),
    st.builds(note, _passages, _words),
    st.builds(split, _passages, st.integers(1, 3)),
    st.builds(stand, _names, st.sampled_from((Status.LAST, Status.KLAR))),
    st.builds(give, _names, _words),
    st.builds(lambda n, w: sender(n, unit=w), _names, _words),
    st.builds(lambda n, w: sender(n, contact=w), _names, _words),
    st.builds(lambda w: settings(title=w), _words),
    st.builds(correct, _names, st.integers(0, 2), st.sampled_from(_READINGS)),
    st.builds(new_theme, _words, st.sets(_passages, min_size=1, max_size=2)),
    st.builds(theme, st.just("t1"), _words, st.just(PASSAGES[:2])),
    st.builds(handle, _passages, st.sampled_from(Disposition)),
    st.builds(lambda w, p: reason(w, w, p), _words, _passages),
    st.builds(write, _words),
    st.builds(hide, _names),
    st.builds(quote, _passages),
    st.builds(never_quote, _passages),
    st.builds(receive, st.sampled_from(("c", "d"))),
)
"""Anything that a person may do."""
