"""What a list tells of each passage, beside what all that is said of it comes to."""

import pytest

from inspel_app.store.project import Project
from tests.store.samples import RUN, passages_of, submission


@pytest.mark.parametrize(
    ("anna", "bo", "disputed"),
    [
        (["1.1"], [], False),
        (["1.1"], ["1.1"], False),
        (["1.1"], ["1.2"], True),
        (["1.1", "1.2"], ["1.2"], True),
    ],
)
def test_a_passage_is_disputed_where_two_people_do_not_give_it_the_same_codes(
    project: Project, anna: list[str], bo: list[str], *, disputed: bool
) -> None:
    inspel = submission("a")
    first, second = passages_of(inspel)
    with project.action("Läs in"):
        project.add_submission(inspel, {})
        project.save_passages(RUN, (first, second))
    with project.action("Koppla"):
        for by, codes in (("anna", anna), ("bo", bo)):
            for code in codes:
                project.assign(first.id, code, None, by)
        project.decisions.note(second.id, "Se bilaga", "bo")
    told = {one.passage.id: one for one in project.tagged()}
    assert told[first.id].disputed is disputed
    assert told[first.id].people == {"anna", *(["bo"] if bo else [])}
    assert [a.code for a in told[first.id].decided] == [*anna, *bo]
    assert (told[second.id].noted, told[second.id].disputed) == (True, False)
