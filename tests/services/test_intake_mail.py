"""Mails and archives taken in: what becomes an inspel, what is joined, what is set aside."""

from pathlib import Path

import pytest

from inspel_app.domain.form import Status, Submission
from inspel_app.reading import pulse
from inspel_app.resources.catalogue import load_form
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import Outcome, Progress, Result, finish
from inspel_app.services.tasks import read_submissions
from inspel_app.services.workers import WorkerPool
from inspel_app.store.project import Project
from tests.mails import mail
from tests.services.letters import word_letter


def ignore(_progress: Progress) -> None:
    pass


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    folder = tmp_path / "post"
    folder.mkdir()
    return folder


def take_in(project: Project, pool: WorkerPool, *paths: Path) -> list[Outcome]:
    return finish(import_files(project, paths, pool), ignore)


def put(folder: Path, **mails: bytes) -> None:
    for name, data in mails.items():
        (folder / f"{name}.eml").write_bytes(data)


def names(submission: Submission) -> list[str]:
    return [file.name for file in submission.files]


def test_a_mailbox_gives_a_sign_of_life_for_each_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    beats: list[int] = []
    monkeypatch.setattr(pulse, "_listener", lambda: beats.append(1))
    mails = (mail(f"Byn {n} behöver fler bussar.").replace(b"\r\n", b"\n") for n in range(3))
    box = b"".join(b"From a@x Tue Jun 10 21:14:05 2025\n" + data + b"\n" for data in mails)
    reading = read_submissions(box, "post.mbox", [])
    assert [s.answers[0].text for s in reading.submissions] == [
        f"Byn {n} behöver fler bussar." for n in range(3)
    ]
    assert len(beats) >= 2 * len(reading.submissions)


def test_an_attachment_and_its_mail_are_one_inspel(
    project: Project, pool: WorkerPool, mailbox: Path
) -> None:
    letter = word_letter("Malå")
    put(mailbox, a=mail("Hej!\n\nBifogat finner ni vårt inspel.\n", ("brev.docx", letter)))
    (outcome,) = take_in(project, pool, mailbox)
    assert outcome.result is Result.READ
    (submission,) = project.submissions()
    assert names(submission) == ["a.eml", "brev.docx"]
    assert submission.received == "2025-06-17T21:14:05+02:00"
    assert project.original(submission.files[0].sha256) == (mailbox / "a.eml").read_bytes()
    assert project.original(submission.files[1].sha256) == letter
    (answer,) = submission.answers
    text = project.document_text(answer.parts[0].file)
    assert answer.text == "\n".join(text[p.start : p.end] for p in answer.parts)
    for unplaced in submission.unplaced:
        place = unplaced.location
        assert project.document_text(place.file)[place.start : place.end] == unplaced.text


def test_importing_a_mailbox_twice_changes_nothing(
    project: Project, pool: WorkerPool, mailbox: Path
) -> None:
    put(
        mailbox,
        a=mail("Vi vill ha fler bussar på kvällarna i byn."),
        b=mail("Hej!\n\nBifogat.", ("brev.docx", word_letter("Malå"))),
        c=mail("Jag är på semester.", Auto_Submitted="auto-replied"),
    )
    take_in(project, pool, mailbox)
    before = project.submissions()
    outcomes = take_in(project, pool, mailbox)
    assert {o.result for o in outcomes} == {Result.KNOWN}
    assert project.submissions() == before


def test_an_automatic_reply_is_kept_as_no_inspel(
    project: Project, pool: WorkerPool, mailbox: Path
) -> None:
    put(mailbox, a=mail("Jag är åter den 4 augusti.", Subject="Autosvar: Inspel"))
    (outcome,) = take_in(project, pool, mailbox)
    assert outcome.result is Result.NO_INSPEL
    (submission,) = project.submissions()
    assert submission.status is Status.EJ_INSPEL
    assert not submission.answers
    assert [u.text for u in submission.unplaced] == ["Jag är åter den 4 augusti."]


def test_the_same_attachment_in_two_mails_is_one_inspel(
    project: Project, pool: WorkerPool, mailbox: Path
) -> None:
    letter = ("brev.docx", word_letter("Malå"))
    put(
        mailbox,
        a=mail("Hej! Bifogat finner ni vårt inspel.", letter),
        b=mail("Skickar igen, osäker på om det kom fram.", letter, Message_ID="<2@x.example>"),
    )
    outcomes = take_in(project, pool, mailbox)
    assert [o.result for o in outcomes] == [Result.READ, Result.JOINED]
    (submission,) = project.submissions()
    assert names(submission) == ["a.eml", "brev.docx", "b.eml"]


def test_a_campaign_stays_as_many_inspel_as_its_senders(
    project: Project, pool: WorkerPool, mailbox: Path
) -> None:
    text = "Vi kräver att tågen åter stannar i alla byar längs banan."
    put(mailbox, a=mail(text, From="A <a@a.example>"), b=mail(text, From="B <b@b.example>"))
    take_in(project, pool, mailbox)
    assert len(project.submissions()) == 2


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_a_corrected_version_replaces_the_earlier(
    project: Project, pool: WorkerPool, mailbox: Path, order: tuple[str, str]
) -> None:
    first, second = order
    text = "Vi vill ha {n} bussar om dagen till byn, och de ska gå även på helgerna.\n"
    put(
        mailbox,
        **{
            first: mail(text.format(n="två")),
            second: mail(text.format(n="tio"), Date="Wed, 18 Jun 2025 08:00:00 +0200"),
        },
    )
    take_in(project, pool, mailbox)
    by_name = {s.files[0].name: s for s in project.submissions()}
    earlier, later = by_name[f"{first}.eml"], by_name[f"{second}.eml"]
    assert later.replaces == earlier.id
    assert earlier.replaces is None


def test_a_forgotten_attachment_joins_the_mail_that_spoke_of_it(
    project: Project, pool: WorkerPool, mailbox: Path
) -> None:
    put(
        mailbox,
        a=mail("Hej! Bifogat finner ni vårt inspel."),
        b=mail("Oj, glömde bilagan.", ("brev.docx", word_letter("Malå"))),
    )
    take_in(project, pool, mailbox)
    (whole,) = project.submissions()
    assert names(whole) == ["b.eml", "brev.docx", "a.eml"]
    assert not whole.problems
    assert "Hej! Bifogat finner ni vårt inspel." in [u.text for u in whole.unplaced]


def test_a_mail_that_brings_more_of_an_inspel_joins_it(
    project: Project, pool: WorkerPool, mailbox: Path
) -> None:
    put(
        mailbox,
        a=mail("Vi vill ha fler bussar på kvällarna i byn. Se även vår rapport."),
        b=mail(
            "Hej! Här kommer rapporten som inte kom med i förra mejlet.",
            ("rapport.docx", word_letter("Malå")),
            Date="Wed, 18 Jun 2025 08:00:00 +0200",
        ),
        c=mail("En helt annan sak: laga vägen.", Date="Thu, 19 Jun 2025 08:00:00 +0200"),
    )
    take_in(project, pool, mailbox)
    whole, other = project.submissions()
    assert names(whole) == ["a.eml", "b.eml", "rapport.docx"]
    assert len(whole.answers) == 2
    assert whole.received == "2025-06-17T21:14:05+02:00"
    assert names(other) == ["c.eml"]


def test_a_piece_that_came_in_an_earlier_import_is_joined_and_undone(
    project: Project, pool: WorkerPool, mailbox: Path
) -> None:
    more = mail(
        "Här kommer rapporten som inte kom med i förra mejlet.",
        ("rapport.docx", word_letter("Malå")),
        Date="Wed, 18 Jun 2025 08:00:00 +0200",
    )
    put(mailbox, b=more)
    take_in(project, pool, mailbox)
    before = project.submissions()
    assert [p.code for s in before for p in s.problems] == ["kompletterar"]
    put(mailbox, a=mail("Vi vill ha fler bussar på kvällarna i byn. Se även vår rapport."))
    take_in(project, pool, mailbox)
    (whole,) = project.submissions()
    assert names(whole) == ["a.eml", "b.eml", "rapport.docx"]
    assert not whole.problems
    project.undo()
    assert project.submissions() == before


def test_what_somebody_has_decided_about_is_not_joined(
    project: Project, pool: WorkerPool, mailbox: Path
) -> None:
    put(mailbox, b=mail("Hej! Bifogat finner ni vårt inspel."))
    take_in(project, pool, mailbox)
    (lone,) = project.submissions()
    with project.action("Räknas inte"):
        project.update_submission(lone.id, status=Status.RAKNAS_INTE)
    put(mailbox, c=mail("Nu med fil.", ("brev.docx", word_letter("Malå"))))
    take_in(project, pool, mailbox)
    assert len(project.submissions()) == 2


def read_mail(data: bytes) -> Submission:
    (submission,) = read_submissions(data, "a.eml", []).submissions
    return submission


@pytest.mark.parametrize(
    "cover",
    [
        "Här kommer ett brev från min granne.",
        "Min mamma skrev det här brevet för hand och jag har skannat in det åt henne.",
    ],
)
def test_a_letter_sent_for_a_neighbour_is_not_from_the_senders_address(cover: str) -> None:
    letter = "Bussen måste gå även när det snöar, varje dag.\n\nVänliga hälsningar\nKarin Lund\n"
    found = read_mail(
        mail(
            f"Hej!\n\n{cover}\n\nMvh\nOlle\n",
            ("brev.txt", letter.encode()),
            From="Olle Ek <olle@gmail.com>",
        )
    )
    assert (found.respondent.contact, found.respondent.email) == ("Karin Lund", "")
    assert cover in [unplaced.text for unplaced in found.unplaced]
    assert [problem.code for problem in found.problems] == ["vidaresant-brev"]


def test_a_letter_announced_but_not_attached_is_no_inspel_of_its_own() -> None:
    found = read_mail(mail("Hej!\n\nHär kommer ett brev från min granne.\n\nMvh\nOlle\n"))
    assert not found.answers
    assert "bilaga-saknas" in [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Bussen till Sorsele\n\nDen går för sällan.\n\nMvh\nOlle Ek\n", None),
        ("Vägen mot Malå är dålig.\nOlle Ek\n", None),
        ("Jag bor i Malå. Bussen till Sorsele går sällan.\nOlle Ek\n", "Malå"),
        ("Bussen till Sorsele\n\nDen går för sällan.\n\nMvh\nOlle Ek\nVindeln\n", "Vindeln"),
    ],
)
def test_where_a_bus_goes_is_not_where_its_passenger_lives(text: str, town: str | None) -> None:
    (found,) = read_submissions(mail(text), "a.eml", [load_form("vasterbotten-2025")]).submissions
    assert found.respondent.municipality == town
