import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspel_app.domain.coding import Passage
from inspel_app.domain.document import Box, Location, Method
from inspel_app.domain.form import (
    Answer,
    DoubtfulWord,
    Respondent,
    SourceFile,
    Status,
    Submission,
    Unplaced,
)
from inspel_app.errors import UsageError
from inspel_app.services.coding import suggest
from inspel_app.services.correcting import (
    confirm_word,
    correct_everywhere,
    correct_text,
    correct_word,
)
from inspel_app.services.doubts import Doubt, Spot, queue, spots
from inspel_app.services.jobs import finish
from inspel_app.services.register import Register
from inspel_app.store.project import Project, Run

BUSES = "Vi vill ha fler bussar till Umca på kvällarna, så att fler kan resa.\nOch till Umcas byar."


def doubtful(text: str, file: str, page: int, *unsure: str) -> tuple[DoubtfulWord, ...]:
    return tuple(
        DoubtfulWord(
            m.start(), m.end(), m[0], 0.4, Location(file, m.start(), m.end(), page, Box(1, 2, 3, 4))
        )
        for m in re.finditer(r"\S+", text)
        if m[0] in unsure
    )


def scanned(
    name: str, *texts: str, status: Status = Status.NY, method: Method = Method.OCR
) -> Submission:
    """A letter with one page for each text; the last text could not be placed."""
    file = hashlib.sha256(name.encode()).hexdigest()
    parts = [Location(file, 1000 * n, 1000 * n + len(t), n) for n, t in enumerate(texts, 1)]
    words = [doubtful(t, file, n, "Umca", "fler", "Umca,") for n, t in enumerate(texts, 1)]
    *answers, last = (
        Answer(f"{name}.{n}", None, t, method, (part,), doubtful=found)
        for n, (t, part, found) in enumerate(zip(texts, parts, words, strict=True))
    )
    return Submission(
        name,
        (SourceFile(f"{name}.pdf", file),),
        status=status,
        answers=tuple(answers),
        unplaced=(Unplaced(last.text, last.parts[0], last.doubtful),),
    )


def add(project: Project, *inspel: Submission) -> None:
    with project.action("Läs in"):
        for submission in inspel:
            project.add_submission(submission, {})


def told(doubts: tuple[Doubt, ...]) -> list[tuple[int, int, str]]:
    return [(d.number, d.word.place.page, d.text) for d in doubts]


def spot(project: Project, submission: str, number: int = 0) -> Spot:
    return list(spots(project.submission(submission)))[number]


def test_queue_goes_by_number_and_page(project: Project) -> None:
    first = scanned("b", BUSES, "Umca är här", "fler")
    add(project, replace(first, answers=first.answers[::-1]), scanned("a", "Umca", "-"))
    assert told(queue(project).left) == [
        (1, 1, "fler"),
        (1, 1, "Umca"),
        (1, 1, "fler"),
        (1, 2, "Umca"),
        (1, 3, "fler"),
        (2, 1, "Umca"),
    ]
    assert queue(project).settled == ()


def test_queue_leaves_out_what_is_no_inspel(project: Project) -> None:
    add(
        project,
        scanned("a", "Umca", "-", status=Status.EJ_INSPEL),
        scanned("b", "Umca", "-", status=Status.RAKNAS_INTE),
    )
    assert queue(project).left == ()


def test_corrected_word_is_settled_and_its_reading_kept(project: Project) -> None:
    add(project, scanned("a", BUSES, "-"))
    before = project.submission("a")
    doubt = queue(project).left[1]
    correct_word(project, doubt, "Umeå", "anna")
    (answer,) = project.submission("a").answers
    assert answer.text == BUSES.replace("Umca på", "Umeå på")
    assert answer.reading == BUSES
    assert answer.method is Method.OCR
    assert answer.parts == before.answers[0].parts
    assert told(queue(project).left) == [(1, 1, "fler"), (1, 1, "fler")]
    (settled,) = queue(project).settled
    assert (settled.word.text, settled.text) == ("Umca", "Umeå")
    assert settled.word.place == doubt.word.place
    assert [(e.name, e.by) for e in project.log()][-1] == ("Rätta ”Umca” till ”Umeå”", "anna")
    project.undo()
    assert project.submission("a") == before


def test_word_found_right_leaves_the_text_as_it_was_read(project: Project) -> None:
    add(project, scanned("a", BUSES, "Umca"))
    for _word in range(4):
        confirm_word(project, queue(project).left[0])
    assert queue(project).left == ()
    after = project.submission("a")
    assert (after.answers[0].text, after.answers[0].reading) == (BUSES, None)
    assert (after.unplaced[0].text, after.unplaced[0].reading) == ("Umca", None)
    assert len(queue(project).settled) == 4
    project.undo()
    assert told(queue(project).left) == [(1, 2, "Umca")]


def test_correction_tells_anew_whether_the_answer_says_anything(project: Project) -> None:
    add(project, scanned("a", "lnget att tillägga", "-"))
    correct_text(project, spot(project, "a"), "Inget att tillägga")
    assert not project.submission("a").answers[0].content
    correct_text(project, spot(project, "a"), BUSES)
    assert project.submission("a").answers[0].content
    assert project.submission("a").answers[0].reading == "lnget att tillägga"


def test_correction_tells_anew_what_the_answer_refers_to(project: Project) -> None:
    inspel = scanned("a", "Fler bussar.", "Se svar 3,l", "-")
    fields = ("3.1.behov", "3.3.behov")
    answers = tuple(replace(a, field=f) for a, f in zip(inspel.answers, fields, strict=True))
    add(project, replace(inspel, form="vasterbotten-2025", answers=answers))
    correct_text(project, spot(project, "a", 1), "Se svar 3.1")
    corrected = project.submission("a").answers[1]
    assert (corrected.content, corrected.refers_to) == (False, ("3.1.behov",))


def test_word_is_corrected_everywhere_in_one_action(project: Project) -> None:
    add(
        project,
        scanned("a", BUSES, "Umca, igen: Umca"),
        scanned("b", "Det är Umca-andan som gäller.", "-"),
        scanned("c", "Umca heter vi.", "-", method=Method.TEXT),
    )
    before = project.submissions()
    assert correct_everywhere(project, "Umca", "Umeå", "anna") == 4
    first, second, third = project.submissions()
    assert first.answers[0].text == BUSES.replace("Umca på", "Umeå på")
    assert first.unplaced[0].text == "Umeå, igen: Umeå"
    assert second.answers[0].text == "Det är Umeå-andan som gäller."
    assert third == before[2]
    assert told(queue(project).left) == [(1, 1, "fler"), (1, 1, "fler"), (3, 1, "Umca")]
    assert project.log()[-1].name == "Rätta 4 ”Umca” till ”Umeå”"
    project.undo()
    assert project.submissions() == before


def test_word_that_stands_nowhere_is_told_of(project: Project) -> None:
    add(project, scanned("a", BUSES, "-"))
    for word in ("umca", "ussa", ""):
        with pytest.raises(UsageError, match="står inte"):
            correct_everywhere(project, word, "Umeå")
    for nothing in ("", "  "):
        with pytest.raises(UsageError, match="ingenting"):
            correct_everywhere(project, "Umca", nothing)
    assert [e.name for e in project.log()] == ["Läs in"]


def test_text_that_has_changed_meanwhile_is_not_corrected(project: Project) -> None:
    add(project, scanned("a", BUSES, "-"))
    first, second, _third = queue(project).left
    correct_word(project, first, "många")
    with pytest.raises(UsageError, match="ändrats"):
        correct_word(project, second, "Umeå")
    assert project.submission("a").answers[0].text == BUSES.replace("fler", "många", 1)


def test_passages_are_made_of_the_corrected_text(project: Project) -> None:
    add(project, scanned("a", BUSES, "-"))
    finish(suggest(project), lambda _progress: None)
    assert any("Umca " in p.text for p in project.passages())
    correct_word(project, queue(project).left[1], "Umeå stad")
    assert not any("Umca " in p.text for p in project.passages())
    finish(suggest(project), lambda _progress: None)
    (answer,) = project.submission("a").answers
    passages = project.passages()
    assert any("Umeå stad på kvällarna" in p.text for p in passages)
    assert all(answer.text[p.start : p.end] == p.text for p in passages)


def test_settling_a_doubt_alone_leaves_the_passages_as_they_are(project: Project) -> None:
    add(project, scanned("a", BUSES, "-"))
    finish(suggest(project), lambda _progress: None)
    before = project.passages()
    confirm_word(project, queue(project).left[0])
    assert project.passages() == before
    steps: list[str] = []
    finish(suggest(project), lambda progress: steps.append(progress.text))
    assert steps == ["Synpunkterna är desamma som sist"]


def test_what_people_have_said_follows_its_passage(project: Project) -> None:
    add(project, scanned("a", BUSES, "-"))
    (answer,) = project.submission("a").answers
    line = BUSES.index("\n")
    cut = [(0, line), (line + 1, len(BUSES))]

    def passages(text: str, ranges: list[tuple[int, int]]) -> list[Passage]:
        return [
            Passage(f"{answer.id}:{s}-{e}", "a", answer.id, None, s, e, text[s:e])
            for s, e in ranges
        ]

    with project.action("Dela upp"):
        project.save_passages(Run("passages", "1", "", ""), passages(BUSES, cut))
        project.assign(f"{answer.id}:{line + 1}-{len(BUSES)}", "3.3", None, "anna")
    correct_word(project, queue(project).left[0], "många fler")
    text = project.submission("a").answers[0].text
    line = text.index("\n")
    project.save_passages(
        Run("passages", "2", "", ""), passages(text, [(0, line), (line + 1, len(text))])
    )
    first, second = project.passages()
    assert (first.code, second.code) == (None, "3.3")


words = st.sampled_from(["Umca", "fler", "vi", "Umca,", "bussar", "\n", "—"])
texts = st.lists(words, min_size=1, max_size=10).map(" ".join)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=texts, second=texts, new=texts, choice=st.integers(0, 50))
def test_undo_of_any_correction_leaves_nothing_of_it(
    project: Project, first: str, second: str, new: str, choice: int
) -> None:
    add(project, scanned("a", first, second))
    before, left = project.submissions(), queue(project).left
    actions = [lambda: correct_text(project, spot(project, "a", choice % 2), new)]
    if left:
        actions += [
            lambda: correct_word(project, left[choice % len(left)], new),
            lambda: confirm_word(project, left[choice % len(left)]),
        ]
    log = len(project.log())
    actions[choice % len(actions)]()
    for doubt in queue(project).left:
        assert doubt.text == doubt.word.text
    if len(project.log()) > log:
        project.undo()
    assert project.submissions() == before
    project.undo()


def test_inspel_that_comes_again_does_not_bring_back_what_was_corrected(project: Project) -> None:
    first = replace(
        scanned("a", BUSES, "Umca stämpel"), respondent=Respondent("Storby", email="a@b.example")
    )
    again = replace(first, id="b", files=(*first.files, SourceFile("igen.eml", "annan")))
    with project.action("Läs in"):
        Register(project).keep(first, {})
    correct_text(project, spot(project, "a", 0), BUSES.replace("Umca", "Umeå"))
    correct_text(project, spot(project, "a", 1), "Umeå stämpel")
    with project.action("Läs in"):
        _kept, new = Register(project).keep(again, {})
    assert not new
    assert [u.text for u in project.submission("a").unplaced] == ["Umeå stämpel"]
    assert len(project.submission("a").answers) == 1
