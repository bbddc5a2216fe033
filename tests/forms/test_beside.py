"""Letters beside a form in a mail: the sender's own stay with it, another's are inspel."""

import pytest

from inspel_app.domain.document import Block, Document, Method, Role
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.domain.parcel import Address, Envelope, Mail, Packed
from inspel_app.forms.assemble import assemble
from inspel_app.resources.gazetteer import load_gazetteer
from tests.forms.neighbours import CASES, POINTS, Beside, Whose
from tests.forms.test_assemble import Post, answers, listed, names

ANSWER = "Fler bostäder behövs i byarna."
CONTACT = "Åsa Nyqvist"
THEIRS = f"{POINTS}\n\nMed vänlig hälsning\nLars Holmbom\nFjällvägens turismförening"


@pytest.fixture
def post(template: FormTemplate) -> Post:
    return Post(template)


def form(post: Post, organisation: str, contact: str = "", email: str = "") -> Packed:
    written = {
        "bakgrund.organisation": organisation,
        "bakgrund.kontaktperson": contact,
        "bakgrund.epost": email,
        "1.1.analys": ANSWER,
    }
    lines = ((label.text, written.get(label.question or "", "")) for label in post.template.labels)
    return post.file(f"{organisation}.docx", *(Block(n) for line in lines for n in line if n))


def letter(post: Post, text: str, name: str = "brev.docx") -> Packed:
    return post.file(name, *(Block(line) for line in text.splitlines() if line))


def inspel(post: Post, mail: Mail) -> list[Submission]:
    return list(assemble(mail, post.contents, [post.template], load_gazetteer()))


def from_(email: str) -> Envelope:
    return Envelope("Inspel", Address("", email), (Address("", "rus@region.example"),))


def codes(*found: Submission) -> list[str]:
    return [problem.code for one in found for problem in one.problems]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_letter_goes_where_it_belongs(post: Post, case: Beside) -> None:
    mail = post.mail(
        form(post, case.organisation, case.contact, case.email),
        letter(post, case.letter, case.file),
        text=(case.cover,),
        envelope=from_(case.sender or case.email),
    )
    first, *others = inspel(post, mail)
    assert answers(first)["1.1.analys"] == ANSWER
    if others:
        assert case.whose is not Whose.SAME
        assert set(answers(first)) == {"1.1.analys"}
        assert codes(first, *others) == ["brev-fran-annan"]
    else:
        assert answers(first)[None] == "\n".join(filter(None, case.letter.splitlines()))
        doubts = [] if case.whose is Whose.SAME else ["annan-avsandare"]
        assert case.whose is not Whose.OTHER
        assert codes(first) == doubts


def test_the_mail_tells_nothing_of_another_sender(post: Post) -> None:
    mail = post.mail(
        form(post, "Storumans kommun", CONTACT),
        letter(post, THEIRS),
        post.broken("x.docx"),
        envelope=from_("asa@storuman.example"),
    )
    first, other = inspel(post, mail)
    assert names(first) == ["m1.eml", "Storumans kommun.docx", "x.docx"]
    assert names(other) == ["m1.eml", "brev.docx"]
    assert other.respondent.organisation == "Fjällvägens turismförening"
    assert (other.respondent.contact, other.respondent.email) == ("Lars Holmbom", "")
    assert other.sent_from == ""
    assert first.id != other.id
    assert first.respondent.email == "asa@storuman.example"


def test_two_letters_of_one_other_sender_are_one_inspel(post: Post) -> None:
    more = THEIRS.replace(
        POINTS, "Dessutom vill vi ha ett nytt spårsystem för alla som åker skidor."
    )
    mail = post.mail(
        form(post, "Storumans kommun", CONTACT), letter(post, THEIRS), letter(post, more, "mer.odt")
    )
    _first, other = inspel(post, mail)
    assert names(other) == ["m1.eml", "brev.docx", "mer.odt"]


def test_letters_of_two_others_are_two_inspel(post: Post) -> None:
    pupils = f"{POINTS}\n\nHälsningar\nElevrådet vid Luspengymnasiet"
    mail = post.mail(
        form(post, "Storumans kommun", CONTACT), letter(post, THEIRS), letter(post, pupils, "b.odt")
    )
    found = inspel(post, mail)
    assert [one.respondent.organisation for one in found] == [
        "Storumans kommun",
        "Fjällvägens turismförening",
        "Elevrådet vid Luspengymnasiet",
    ]


def test_a_letter_goes_with_the_form_of_its_own_sender(post: Post) -> None:
    mail = post.mail(
        form(post, "Storumans kommun", CONTACT),
        form(post, "Fjällvägens turismförening", "Lars Holmbom"),
        letter(post, THEIRS),
    )
    first, second = inspel(post, mail)
    assert None not in answers(first)
    assert None in answers(second)
    assert codes(first, second) == []


def test_letters_of_two_senders_without_any_form_are_two_inspel(post: Post) -> None:
    ours = f"Storumans kommun\n{POINTS}\n\nMed vänlig hälsning\n{CONTACT}\nStorumans kommun"
    mail = post.mail(letter(post, ours, "vi.docx"), letter(post, THEIRS))
    assert [one.respondent.organisation for one in inspel(post, mail)] == [
        "Storumans kommun",
        "Fjällvägens turismförening",
    ]


def test_a_letterhead_in_the_margin_tells_the_sender(post: Post) -> None:
    head = Block("Fjällvägens turismförening\nBox 4, 923 98 Tärnaby", role=Role.HEADER)
    mail = post.mail(
        form(post, "Storumans kommun", CONTACT), post.file("brev.docx", head, Block(POINTS))
    )
    _first, other = inspel(post, mail)
    assert other.respondent.organisation == "Fjällvägens turismförening"


def test_ones_own_letter_in_a_mail_beside_the_form_is_the_same_inspel(post: Post) -> None:
    inner = post.mail(text=("Hej!", POINTS))
    mail = post.mail(form(post, "Storumans kommun", "Anna Ek"), inner)
    (submission,) = inspel(post, mail)
    assert answers(submission)[None] == f"Hej!\n{POINTS}"
    assert codes(submission) == []


def test_anothers_letter_in_a_mail_beside_the_form_is_an_inspel(post: Post) -> None:
    inner = post.mail(text=("Hej!", POINTS), envelope=from_("lars@fjallvagen.example"))
    mail = post.mail(form(post, "Storumans kommun", "Anna Ek"), inner)
    first, other = inspel(post, mail)
    assert None not in answers(first)
    assert other.respondent.email == "lars@fjallvagen.example"


def test_nothing_of_anothers_letter_is_lost(post: Post) -> None:
    head = Block("Turistbyrån, sida 1", role=Role.HEADER)
    blocks = [head, *(Block(line) for line in THEIRS.splitlines() if line)]
    mail = post.mail(form(post, "Storumans kommun", CONTACT), post.file("brev.docx", *blocks))
    found = inspel(post, mail)
    kept = "\n".join(n for one in found for n in (*listed(one), *map(str, answers(one).values())))
    document = Document.of("", Method.TEXT, blocks)
    assert all(block.text in kept for block in document.blocks)
