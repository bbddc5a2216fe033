from inspel_app.domain.form import Respondent, SourceFile, Status, Submission
from inspel_app.services.browsing import listing, overview, tells
from inspel_app.services.triage import assign, people, set_status
from inspel_app.store.project import Project


def fill(project: Project, n: int) -> list[str]:
    ids = [f"s{number}" for number in range(1, n + 1)]
    with project.action("Läs in"):
        for one in ids:
            project.add_submission(Submission(one, (SourceFile(f"{one}.txt", "0"),)), {})
    return ids


def test_many_stand_where_a_person_says_in_one_action(project: Project) -> None:
    ids = fill(project, 8)
    set_status(project, ids[:2], Status.LAST, "anna")
    set_status(project, ids[1:], Status.KLAR, "anna")
    stages = [s.status for s in project.submissions()]
    assert stages == [Status.LAST, *[Status.KLAR] * 7]
    assert [e.name for e in project.log()[-2:]] == ["Inspel 1, 2: läst", "7 inspel: klar"]
    project.undo()
    stages = [s.status for s in project.submissions()]
    assert stages == [*[Status.LAST] * 2, *[Status.NY] * 6]


def test_rows_read_anew_are_as_if_all_were(project: Project) -> None:
    ids = fill(project, 4)
    before = listing(project)
    set_status(project, ids[1:3], Status.LAST)
    with project.action("Mer"):
        project.remove_submission(ids[0])
        project.add_submission(Submission("ny", (SourceFile("ny.txt", "0"),)), {})
        project.update_respondent(ids[3], Respondent("Malå"))
    after = listing(project, before)
    assert list(after.rows) == overview(project)
    assert [row.submission.id for row in after.rows] == [*ids[1:], "ny"]
    kept = {row.submission.id: row for row in before.rows}
    project.undo()
    again = listing(project, after)
    assert list(again.rows) == overview(project)
    assert listing(project, again) == again
    assert again.rows[0] == kept[ids[0]]


def test_many_are_given_to_a_person_in_one_action_and_taken_back(project: Project) -> None:
    ids = fill(project, 8)
    assign(project, ids, " Åsa ", "anna")
    assign(project, ids[:1], "", "anna")
    assert [s.assignee for s in project.submissions()] == ["", *["Åsa"] * 7]
    names = [entry.name for entry in project.log()[-2:]]
    assert names == ["8 inspel: ansvarig Åsa", "Inspel 1: ingen ansvarig"]
    assert people(project) == ["anna", "Åsa"]
    project.undo()
    project.undo()
    assert {s.assignee for s in project.submissions()} == {""}


def test_a_list_is_searched_by_all_that_it_tells_of_an_inspel() -> None:
    inspel = Submission(
        "s",
        (SourceFile("Yttrande.PDF", "0"),),
        respondent=Respondent("Malå kommun", "Kultur och fritid", municipality="Malå"),
        dnr="RUN 12-2025",
        own_dnr="KS 2025:7",
        assignee="Åsa",
    )
    for sought in (["malå", "kultur"], ["yttrande.pdf"], ["run", "ks", "2025:7"], ["åsa"], []):
        assert tells(inspel, sought), sought
    assert not tells(inspel, ["malå", "norsjö"])
