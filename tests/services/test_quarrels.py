"""What copies say against each other, in words: what it is about, and what each side says."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspel_app.domain.coding import Mark
from inspel_app.domain.form import ActorType, Respondent, Status
from inspel_app.domain.handling import Disposition
from inspel_app.services.merging import merge
from inspel_app.services.quarrels import Quarrel, quarrels
from inspel_app.store.project import Project
from tests.store.merging import copies as do
from tests.store.merging.copies import Deed, act

P = "a/0:0-4"
INSPEL = "inspel 1, a kommun"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return do.make_round(tmp_path_factory.mktemp("omgång") / "bas.inspel")


def quarrel(base: Path, folder: Path, anna: Deed, bo: Deed) -> Iterator[Quarrel]:
    """What is open when Anna takes in Bo's copy."""
    ours, theirs = (Path(shutil.copyfile(base, folder / f"{n}.inspel")) for n in ("anna", "bo"))
    act(ours, "anna", [anna])
    act(theirs, "bo", [bo])
    with Project.open(ours) as project:
        merge(project, [theirs], "anna")
        yield from quarrels(project)


def sent_by(kind: ActorType) -> Deed:
    return lambda p, _by: p.update_respondent("a", Respondent("a kommun", type=kind))


@pytest.mark.parametrize(
    ("anna", "bo", "about", "ours", "theirs"),
    [
        (
            do.mark(P, Mark.UNSURE),
            do.mark(P, Mark.NO_POINT),
            f"{INSPEL} · markering · ”Svar”",
            "osäker",
            "ingen synpunkt",
        ),
        (
            do.code(P, "3.1"),
            do.reject(P, "3.1"),
            f"{INSPEL} · koder · ”Svar”",
            "hör till 3.1 (anna)",
            "hör inte till 3.1 (bo)",
        ),
        (
            do.handle(P, Disposition.MET, "Ja."),
            do.handle(P, Disposition.NOT_MET, "Nej."),
            f"{INSPEL} · hantering · ”Svar”",
            "Beaktas, Ja., Utkast",
            "Beaktas inte, Nej., Utkast",
        ),
        (
            sent_by(ActorType.REGION),
            sent_by(ActorType.KOMMUN),
            f"{INSPEL} · aktörstyp",
            "Region",
            "Kommun",
        ),
        (
            do.stand("a", Status.LAST),
            do.stand("a", Status.KLAR),
            f"{INSPEL} · status",
            "Läst",
            "Klar",
        ),
        (do.give("a", "Eva"), do.give("a", "Bo"), f"{INSPEL} · ansvarig", "Eva", "Bo"),
        (
            do.quote(P),
            do.never_quote(P),
            f"{INSPEL} · citat · ”Svar”",
            "citeras",
            "citeras aldrig",
        ),
        (
            do.split(P, 1),
            do.split(P, 2),
            f"{INSPEL} · hur svaret är delat i synpunkter",
            "[S]; [var]",
            "[Sv]; [ar]",
        ),
        (
            do.settings(deadline="2025-10-01"),
            do.settings(deadline="2025-11-01"),
            "omgången · sista dag",
            "2025-10-01",
            "2025-11-01",
        ),
        (
            do.theme("t1", "Ny väg", [P]),
            do.theme("t1", "Gammal väg", [P]),
            "tema · namn",
            "Ny väg",
            "Gammal väg",
        ),
    ],
)
def test_each_side_is_told_in_words(
    base: Path, tmp_path: Path, anna: Deed, bo: Deed, about: str, ours: str, theirs: str
) -> None:
    told = {
        (one.about, one.ours.text, one.theirs.text) for one in quarrel(base, tmp_path, anna, bo)
    }
    assert (about, ours, theirs) in told


def test_it_is_told_who_says_what_and_that_one_has_taken_it_away(
    base: Path, tmp_path: Path
) -> None:
    (found,) = quarrel(base, tmp_path, do.theme("t1", "Ny väg", [P]), do.release("t1"))
    assert (found.number, found.copy) == (1, "bo")
    assert (found.ours.by, found.theirs.by) == ("anna", "bo")
    assert found.theirs.text == "borttaget, eller ingenting"
    assert "Ny väg" in found.ours.text
    assert found.ours.at <= found.theirs.at
