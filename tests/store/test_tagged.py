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


def test_a_text_is_kept_once_however_often_it_is_read(project: Project) -> None:
    inspel = submission("a")
    (first, second) = passages_of(inspel)
    with project.action("Läs in"):
        project.add_submission(inspel, {})
        project.save_passages(RUN, (first, second))
    told, again, listed = project.passages(), project.passages(), project.tagged()
    for one, other, tagged in zip(told, again, listed, strict=True):
        assert one.text is other.text is tagged.passage.text
        assert one.id is other.id is tagged.passage.id
    (read,), (reread,) = project.submissions(), project.submissions()
    assert all(a.text is b.text for a, b in zip(read.answers, reread.answers, strict=True))
