"""What a mailbox becomes does not depend on the order in which its mails are read."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.resources import load_form
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import finish
from inspel_app.services.rounds import new_round
from inspel_app.services.workers import WorkerPool
from inspel_app.store.project import Project
from tests.mails import mail
from tests.services.letters import word_letter

VILLAGE = "Vi vill ha fler bussar på kvällarna till byn, och de ska gå även på helgerna."
CAMPAIGN = "Vi kräver att tågen åter stannar i alla byar längs banan, varje dag året om."


def form_text(template: FormTemplate, **answers: str) -> bytes:
    """The form as a text file, with these answers; underscores stand for points."""
    written = {field.replace("_", "."): text for field, text in answers.items()}
    lines = []
    for label in template.labels:
        lines.append(label.text)
        if label.question:
            lines.append(written.get(label.question, template.placeholders[0]))
    return "\n\n".join(lines).encode()


FORM = load_form("vasterbotten-2025")
FIRST_HALF = form_text(
    FORM,
    bakgrund_organisation="Malå kommun",
    bakgrund_epost="chef@mala.example",
    **{"1.1.mal": "A"},
)
SECOND_HALF = form_text(FORM, bakgrund_organisation="Malå kommun", **{"3.2.behov": "Fler hus."})


def sent(sender: str, day: int, text: str, *files: tuple[str, bytes]) -> bytes:
    return mail(text, *files, From=sender, Date=f"Tue, {day} Jun 2025 08:00:00 +0200")


MAILBOX = (
    sent("a@byn.example", 3, VILLAGE),
    sent(
        "a@byn.example",
        4,
        "Här kommer rapporten som inte kom med i går.",
        ("rapport.docx", word_letter("Malå")),
    ),
    sent("b@mala.example", 3, "Hej! Bifogat finner ni vårt inspel."),
    sent("b@mala.example", 4, "Hoppsan, bilagan kom inte med.", ("svar.txt", FIRST_HALF)),
    sent("b@mala.example", 5, "Här är del 2 av 2 av vårt inspel.", ("mer.txt", SECOND_HALF)),
    sent("c@c.example", 3, f"{CAMPAIGN} Hälsningar Cia"),
    sent("d@d.example", 3, CAMPAIGN),
    sent("d@d.example", 6, f"Rättad version:\n\n{CAMPAIGN} Och på natten."),
    sent("e@e.example", 7, "Tack för bekräftelsen!"),
)


def imported(mails: Sequence[bytes], pool: WorkerPool) -> tuple[Submission, ...]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{n}.eml") for n in range(len(mails))]
        for path, data in zip(paths, mails, strict=True):
            path.write_bytes(data)
        with new_round(Path(folder, "omgang.inspel")) as project:
            finish(import_files(project, paths, pool), lambda _progress: None)
            return project.submissions()


def view(submissions: Iterable[Submission]) -> set[object]:
    """The inspel without what tells in which order they came in: numbers and the mails' names."""
    return {
        (
            s.id,
            s.status,
            tuple(f.sha256 for f in s.files),
            tuple((a.id, a.text) for a in s.answers),
            tuple(u.text for u in s.unplaced),
            tuple(p.code for p in s.problems),
            (s.respondent, s.sent_from, s.received, s.late, s.dnr, s.own_dnr),
            (s.duplicate_of, s.replaces, s.campaign, s.additions),
        )
        for s in submissions
    }


@pytest.fixture(scope="module")
def in_order(pool: WorkerPool) -> tuple[Submission, ...]:
    return imported(MAILBOX, pool)


def test_pieces_from_one_address_are_one_inspel(in_order: tuple[Submission, ...]) -> None:
    village, municipality, _c, _d, corrected, _thanks = in_order
    assert len(village.files) == len(("mail", "mail", "report"))
    assert [f.name for f in municipality.files] == [
        "3.eml",
        "svar.txt",
        "2.eml",
        "4.eml",
        "mer.txt",
    ]
    assert {a.field: a.text for a in municipality.answers} == {
        "1.1.mal": "A",
        "3.2.behov": "Fler hus.",
    }
    assert municipality.respondent.email == "chef@mala.example"
    assert not municipality.problems
    assert corrected.replaces is not None


@settings(max_examples=8, deadline=None)
@given(mails=st.permutations(MAILBOX))
def test_any_order_gives_the_same_inspel(
    pool: WorkerPool, in_order: tuple[Submission, ...], mails: list[bytes]
) -> None:
    assert view(imported(mails, pool)) == view(in_order)


def test_the_history_tells_why_numbers_are_missing(project: Project, pool: WorkerPool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for n, data in enumerate(MAILBOX[:2]):
            Path(folder, f"{n}.eml").write_bytes(data)
        finish(import_files(project, [Path(folder)], pool), lambda _progress: None)
    assert [s.number for s in project.submissions()] == [1]
    assert project.log()[-1].name.endswith("(nummer 2 hör till ett annat inspel och utgår)")
