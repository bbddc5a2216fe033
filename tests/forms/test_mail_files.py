"""Files that lie in mails: in archives, in mails beside a form, and in mails that are no inspel."""

from dataclasses import replace

import pytest

from inspel_app.domain.document import Block, Document, Problem, Role
from inspel_app.domain.form import FormTemplate, Status
from inspel_app.domain.parcel import Envelope, MailKind, Parcel
from tests.forms.test_assemble import POINT, Post, answers, listed, names


@pytest.fixture
def post(template: FormTemplate) -> Post:
    return Post(template)


def test_what_lies_in_an_automatic_mail_is_in_the_ledger_with_its_faults(post: Post) -> None:
    mail = post.mail(
        post.file("brev.txt", Block(POINT)),
        post.broken("x.docx"),
        text=("Jag är ledig till den 5 augusti.",),
        envelope=Envelope(kind=MailKind.AUTO_REPLY),
    )
    (submission,) = post.inspel(mail)
    assert submission.status is Status.EJ_INSPEL
    assert not submission.answers
    assert listed(submission) == ["Jag är ledig till den 5 augusti.", POINT]
    assert [p.code for p in submission.problems] == [MailKind.AUTO_REPLY, "trasig"]
    assert names(submission) == ["m1.eml", "brev.txt", "x.docx"]


def test_a_form_in_an_archive_in_a_mail_is_the_mails_and_faults_of_the_archive_are_told(
    post: Post,
) -> None:
    form = post.form("a.docx", "Malå kommun", a1_1="Fler bostäder behövs i byarna.")
    inner = Parcel("inre.zip", b"inre", (form,))
    archive = Parcel("a.zip", b"a", (inner,), (Problem("arkiv", "För djupt."),))
    found = post.inspel(post.mail(archive))
    read = next(one for one in found if one.answers)
    assert answers(read) == {"1.1.analys": "Fler bostäder behövs i byarna."}
    assert {"m1.eml", "a.zip", "inre.zip", "a.docx"} <= set(names(read))
    assert "arkiv" in {p.code for one in found for p in one.problems}


def test_a_letter_in_a_mail_beside_the_form_is_part_of_it_and_another_form_is_not(
    post: Post,
) -> None:
    form = post.form("a.docx", "Malå kommun", a1_1="Fler bostäder behövs i byarna.")
    (submission,) = post.inspel(post.mail(form, post.mail(text=(POINT,))))
    assert set(answers(submission).values()) == {"Fler bostäder behövs i byarna.", POINT}
    other = post.form("b.docx", "Åsele kommun", a1_1="Nattågen måste gå varje dag.")
    found = post.inspel(post.mail(form, post.mail(other)))
    assert {s.respondent.organisation: list(answers(s).values()) for s in found} == {
        "Malå kommun": ["Fler bostäder behövs i byarna."],
        "Åsele kommun": ["Nattågen måste gå varje dag."],
    }


def test_a_letter_of_another_sender_beside_the_form_is_an_inspel_of_its_own(post: Post) -> None:
    form = post.form("a.docx", "Malå kommun", a1_1="Fler bostäder behövs i byarna.")
    letter = post.mail(text=(POINT,))
    sender = replace(letter.envelope.sender, name="Bo Ek", email="bo.ek@byn.example")
    letter = replace(letter, envelope=replace(letter.envelope, sender=sender))
    found = post.inspel(post.mail(form, letter))
    assert sorted(len(s.answers) for s in found) == [1, 1]


def test_a_form_written_in_the_mail_is_read_without_what_is_quoted_below_it(post: Post) -> None:
    form = post.form("a.docx", "Malå kommun", a1_1="Fler bostäder behövs i byarna.")
    content = post.contents[form.sha256]
    assert isinstance(content, Document)
    above = tuple(block.text for block in content.blocks)
    quoted = ("Förra året skrev vi:", f"{post.template.labels[-1].text} {POINT}", f"{POINT} Igen!")
    mail = post.mail(text=above, roles=tuple((text, Role.QUOTED) for text in quoted))
    (alone,) = post.inspel(post.mail(text=above))
    (submission,) = post.inspel(mail)
    assert answers(submission) == answers(alone)
    assert listed(submission) == [*listed(alone), *quoted]
