"""What becomes of mails: which inspel lie in them, and what stands in the ledger."""

import re
from dataclasses import replace
from hashlib import sha256

import pytest

from inspel_app.domain.document import Block, Document, Method, Problem, Role
from inspel_app.domain.form import ActorType, FormTemplate, Status, Submission
from inspel_app.domain.parcel import Address, Envelope, Mail, MailKind, Packed, Parcel
from inspel_app.errors import UnreadableError
from inspel_app.forms.assemble import assemble
from inspel_app.forms.cover import says_something
from inspel_app.forms.pieces import LACKS_FILE
from inspel_app.forms.versions import is_same_inspel, is_version
from inspel_app.reading.mail_dates import header_date
from tests.forms.test_interpret import fields
from tests.forms.test_loose_pages import photographed

SENDER = Address("Anna Ek", "anna.ek@kommunen.example")
AUTHORITY = Address("", "rus@region.example")
WHEN = header_date("Tue, 17 Jun 2025 21:14:05 +0200")
COVER = ("Hej!", "Bifogat finner ni vårt inspel.", "Med vänlig hälsning\nAnna Ek")
POINT = "Vi vill särskilt lyfta att nattågen måste gå varje dag även i fortsättningen."


class Post:
    """Makes mails of texts and forms, and knows what each file holds."""

    def __init__(self, template: FormTemplate) -> None:
        self.template = template
        self.contents: dict[str, Document | UnreadableError] = {}
        self._count = 0

    def form(self, name: str, organisation: str, **answers: str) -> Packed:
        """A form with the organisation and answers to the questions `a1_1` for 1.1 analys."""
        written = {"bakgrund.organisation": organisation}
        written |= {f"{k[1]}.{k[3]}.analys": text for k, text in answers.items()}
        blocks = []
        for label in self.template.labels:
            blocks.append(Block(label.text))
            blocks += [Block(written[label.question])] if label.question in written else []
        return self.file(name, *blocks)

    def file(self, name: str, *blocks: Block) -> Packed:
        """A file with this text; the same bytes for the same text."""
        data = repr([b.text for b in blocks]).encode()
        self.contents[sha256(data).hexdigest()] = Document.of(
            sha256(data).hexdigest(), Method.TEXT, blocks
        )
        return Packed(name, data)

    def photo(self, file: Packed) -> Packed:
        """The same file, as read from a picture."""
        read = self.contents[file.sha256]
        assert isinstance(read, Document)
        self.contents[file.sha256] = Document.of(file.sha256, Method.OCR, read.blocks)
        return file

    def broken(self, name: str) -> Packed:
        data = name.encode()
        self.contents[sha256(data).hexdigest()] = UnreadableError("trasig", "Trasig.", "Be om ny.")
        return Packed(name, data)

    def mail(
        self,
        *items: Packed,
        text: tuple[str, ...] = COVER,
        envelope: Envelope | None = None,
        roles: tuple[tuple[str, Role], ...] = (),
    ) -> Mail:
        self._count += 1
        data = f"mejl {self._count}".encode()
        blocks = [*(Block(t) for t in text), *(Block(t, role=role) for t, role in roles)]
        body = Document.of(sha256(data).hexdigest(), Method.MAIL, blocks)
        envelope = envelope or Envelope("Inspel", SENDER, (AUTHORITY,), WHEN)
        return Mail(f"m{self._count}.eml", data, items, envelope=envelope, body=body)

    def inspel(self, parcel: Parcel) -> tuple[Submission, ...]:
        return tuple(assemble(parcel, self.contents, [self.template]))


@pytest.fixture
def post(template: FormTemplate) -> Post:
    return Post(template)


def answers(submission: Submission) -> dict[str | None, str]:
    return {answer.field: answer.text for answer in submission.answers}


def names(submission: Submission) -> list[str]:
    return [file.name for file in submission.files]


def listed(submission: Submission) -> list[str]:
    return [unplaced.text for unplaced in submission.unplaced]


def test_form_and_cover_letter_are_one_inspel(post: Post) -> None:
    form = post.form("a.docx", "Malå kommun", a1_1="Fler bostäder behövs i byarna.")
    (submission,) = post.inspel(post.mail(form))
    assert names(submission) == ["m1.eml", "a.docx"]
    assert answers(submission) == {"1.1.analys": "Fler bostäder behövs i byarna."}
    assert listed(submission) == list(COVER)
    assert submission.received == "2025-06-17T21:14:05+02:00"
    assert submission.answers[0].parts[0].file == form.sha256


def test_points_in_the_cover_letter_are_an_answer(post: Post) -> None:
    form = post.form("a.docx", "Malå kommun", a1_1="Fler bostäder behövs i byarna.")
    (submission,) = post.inspel(post.mail(form, text=(*COVER[:2], POINT, COVER[2])))
    assert answers(submission)[None] == POINT
    assert listed(submission) == list(COVER)


def test_a_mail_without_files_is_a_letter(post: Post) -> None:
    mail = post.mail(text=("Hej!", POINT), roles=(("Gammalt", Role.QUOTED),))
    (submission,) = post.inspel(mail)
    assert answers(submission) == {None: f"Hej!\n{POINT}"}
    assert listed(submission) == ["Gammalt"]
    assert not submission.problems
    assert submission.respondent.email == "anna.ek@kommunen.example"


def test_answers_between_the_questions_of_a_quoted_form_are_its_answers(post: Post) -> None:
    written = {"1.1.analys": "Fler bostäder behövs i byarna."}
    roles: list[tuple[str, Role]] = []
    for label in post.template.labels:
        roles.append((label.text, Role.QUOTED))
        roles += [(written[label.question], Role.BODY)] if label.question in written else []
    (submission,) = post.inspel(post.mail(text=("Hej!",), roles=tuple(roles)))
    assert submission.form == post.template.id
    assert answers(submission) == written


def test_a_letter_above_a_quoted_form_is_a_letter(post: Post) -> None:
    roles = tuple((label.text, Role.QUOTED) for label in post.template.labels)
    (submission,) = post.inspel(post.mail(text=("Hej!", POINT), roles=roles))
    assert submission.form is None
    assert answers(submission) == {None: f"Hej!\n{POINT}"}


@pytest.mark.parametrize(("own", "doubted"), [("Hej!", True), (POINT, False)])
def test_a_quotation_that_says_more_than_the_mail_is_told(
    post: Post,
    own: str,
    doubted: bool,  # noqa: FBT001 - a parameter
) -> None:
    (submission,) = post.inspel(post.mail(text=(own,), roles=((f"{POINT} Alltid.", Role.QUOTED),)))
    assert answers(submission) == {None: own}
    assert [p.code for p in submission.problems] == ["oplacerad-text"] * doubted


def _quoted_form(post: Post) -> list[tuple[str, Role]]:
    """A form filled in by the sender, all of it marked as quoted."""
    roles: list[tuple[str, Role]] = []
    for label in post.template.labels:
        roles.append((label.text, Role.QUOTED))
        if label.question in {"1.1.analys", "1.1.behov"}:
            roles.append((f"{POINT} ({label.question})", Role.QUOTED))
    return roles


def test_a_form_quoted_with_its_answers_is_the_senders_with_a_doubt(post: Post) -> None:
    closing = ("Med vänlig hälsning", Role.BODY)
    mail = post.mail(text=("Hej! Här är vårt inspel.",), roles=(*_quoted_form(post), closing))
    (submission,) = post.inspel(mail)
    assert submission.form == post.template.id
    assert answers(submission)["1.1.analys"] == f"{POINT} (1.1.analys)"
    assert answers(submission)["1.1.behov"] == f"{POINT} (1.1.behov)"
    assert "citerad-blankett" in {problem.code for problem in submission.problems}


def test_a_form_quoted_with_its_writer_is_not_the_senders(post: Post) -> None:
    head = ("Den 1 juni 2025 skrev Per Ek:", Role.QUOTED)
    mail = post.mail(text=("Hej!", POINT), roles=(head, *_quoted_form(post)))
    (submission,) = post.inspel(mail)
    assert submission.form is None
    assert answers(submission) == {None: f"Hej!\n{POINT}"}


def test_a_picture_left_out_belongs_to_the_inspel_and_makes_no_cover_of_its_text(
    post: Post,
) -> None:
    unread = Problem("bild-ej-last", "Bilden är inte läst.")
    plain = post.mail(text=("Fler tåg!",))
    (submission,) = post.inspel(
        replace(plain, left_out=(Packed("bild.png", b"bild"),), problems=(unread,))
    )
    assert names(submission) == ["m1.eml", "bild.png"]
    assert answers(submission) == {None: "Fler tåg!"}
    assert submission.problems == (unread,)


def test_who_abstains_has_answered_without_content(post: Post) -> None:
    mail = post.mail(text=("Hej!", "Vi avstår från att yttra oss.", COVER[2]))
    (submission,) = post.inspel(mail)
    assert submission.status is Status.NY
    assert [answer.content for answer in submission.answers] == [False]


def test_a_mail_that_only_brings_another_is_no_inspel_of_its_own(post: Post) -> None:
    inner = post.mail(text=("Hej!", POINT))
    outer = post.mail(inner, text=("Skickar detta på uppdrag av Per.",))
    (submission,) = post.inspel(outer)
    assert answers(submission) == {None: f"Hej!\n{POINT}"}
    assert "Skickar detta på uppdrag av Per." in listed(submission)


def test_forms_of_two_organisations_are_two_inspel(post: Post) -> None:
    one = post.form("a.docx", "Malå kommun", a1_1="Fler bostäder behövs i byarna.")
    two = post.form("b.docx", "Åsele kommun", a1_1="Bygg ut elnätet snarast möjligt.")
    first, second = post.inspel(post.mail(one, two))
    assert [names(first), names(second)] == [["m1.eml", "a.docx"], ["m1.eml", "b.docx"]]
    assert first.id != second.id
    assert listed(first) == list(COVER)
    assert not listed(second)


def test_one_form_in_two_formats_is_one_inspel(post: Post) -> None:
    text = "Fler bostäder behövs i byarna."
    word = post.form("a.docx", "Malå kommun", a1_1=text)
    pdf = post.form("a.pdf", "Malå kommun", a1_1=text, a1_2="Bygg ut elnätet.")
    (submission,) = post.inspel(post.mail(word, pdf))
    assert answers(submission) == {"1.1.analys": text, "1.2.analys": "Bygg ut elnätet."}
    assert sorted(names(submission)) == ["a.docx", "a.pdf", "m1.eml"]


def test_what_two_formats_say_differently_is_listed(post: Post) -> None:
    word = post.form("a.docx", "Malå kommun", a1_1="Vi vill ha tio bussar.", a1_2="Elnätet.")
    pdf = post.form("a.pdf", "Malå kommun", a1_1="Inga bussar alls, tack.")
    (submission,) = post.inspel(post.mail(word, pdf))
    assert answers(submission)["1.1.analys"] == "Vi vill ha tio bussar."
    assert "Inga bussar alls, tack." in listed(submission)
    assert "svar-skiljer-sig" in {p.code for p in submission.problems}


def test_a_blank_form_beside_a_letter_is_no_inspel_of_its_own(post: Post) -> None:
    (submission,) = post.inspel(post.mail(post.form("mall.docx", ""), text=("Hej!", POINT)))
    assert answers(submission) == {None: f"Hej!\n{POINT}"}
    assert names(submission) == ["m1.eml", "mall.docx"]


def test_a_form_sent_blank_is_told(post: Post) -> None:
    (submission,) = post.inspel(post.mail(post.form("mall.docx", "")))
    assert not submission.answers
    assert [p.code for p in submission.problems] == ["tom-blankett"]


def test_a_form_that_only_tells_who_sent_it_keeps_that(post: Post) -> None:
    (submission,) = post.inspel(post.mail(post.form("mall.docx", "Malå kommun")))
    assert submission.respondent.organisation == "Malå kommun"
    assert [p.code for p in submission.problems] == ["tom-blankett"]


@pytest.mark.parametrize("first", [0, 1])
def test_a_photo_of_the_page_with_the_sender_belongs_to_those_with_answers(
    post: Post, first: int
) -> None:
    sender = post.form("sida1.jpg", "Strömbackens byaråd")
    said = post.photo(post.form("sida2.jpg", "", a1_1="Vi vill ha tio bussar."))
    pages = [post.photo(sender), said]
    (submission,) = post.inspel(post.mail(pages[first], pages[1 - first]))
    assert submission.respondent.organisation == "Strömbackens byaråd"
    assert answers(submission)["1.1.analys"] == "Vi vill ha tio bussar."
    assert not submission.problems


def test_photos_of_a_forms_pages_are_one_inspel_in_its_order(
    post: Post, template: FormTemplate
) -> None:
    pages, truth = photographed(template, 4)
    files = [Packed(page.name, page.name.encode()) for page in pages[::-1]]
    for file, page in zip(files, pages[::-1], strict=True):
        post.contents[file.sha256] = replace(page.document, file=file.sha256)
    for parcel in (post.mail(*files), Parcel("a.zip", b"a", (*files,))):
        (read,) = post.inspel(parcel)
        assert fields(read) == truth
        assert names(read) == [parcel.name, *(page.name for page in pages)]


def test_a_file_that_cannot_be_read_is_told(post: Post) -> None:
    (submission,) = post.inspel(post.mail(post.broken("x.docx")))
    assert [(p.code, p.message) for p in submission.problems] == [
        ("trasig", "x.docx: Trasig. Be om ny.")
    ]
    assert names(submission) == ["m1.eml", "x.docx"]


def test_a_forgotten_attachment_is_told(post: Post) -> None:
    (submission,) = post.inspel(post.mail())
    assert not submission.answers
    assert [p.code for p in submission.problems] == [LACKS_FILE]
    assert listed(submission) == list(COVER)


@pytest.mark.parametrize("kind", [k for k in MailKind if k is not MailKind.ORDINARY])
def test_a_mail_that_is_none_keeps_its_text_in_the_ledger(post: Post, kind: MailKind) -> None:
    (submission,) = post.inspel(post.mail(text=(POINT,), envelope=Envelope(kind=kind)))
    assert submission.status is Status.EJ_INSPEL
    assert not submission.answers
    assert listed(submission) == [POINT]
    assert [p.code for p in submission.problems] == [kind]


def test_a_form_in_an_automatic_mail_is_an_inspel(post: Post) -> None:
    form = post.form("a.docx", "Malå kommun", a1_1="Fler bostäder behövs i byarna.")
    (submission,) = post.inspel(post.mail(form, envelope=Envelope(kind=MailKind.AUTO_REPLY)))
    assert submission.status is Status.NY


@pytest.mark.parametrize(
    ("text", "card", "email", "kind"),
    [
        ("Mina barn åker tio mil om dagen till skolan.", "", "", ActorType.PRIVATPERSON),
        ("Jag vill ha fler bussar på kvällen.", "070-123 45 67", "", ActorType.PRIVATPERSON),
        ("Jag vill ha fler bussar på kvällen.", "Anna Ek\nutvecklingsstrateg", "", None),
        ("Barnen åker tio mil om dagen till skolan.", "", "", None),
        ("Jag vill ha fler bussar på kvällen.", "", "anna@vindeln.example", None),
    ],
)
def test_who_writes_of_herself_in_a_mail_is_a_private_person(
    post: Post, text: str, card: str, email: str, kind: ActorType | None
) -> None:
    sender = Address("Anna Ek", email or "anna@ek.example")
    mail = post.mail(
        text=(text,),
        roles=((card, Role.SIGNATURE),) if card else (),
        envelope=Envelope("Skolväg", sender, (AUTHORITY,), WHEN),
    )
    (submission,) = post.inspel(mail)
    assert submission.respondent.type is kind


@pytest.mark.parametrize(
    ("remark", "codes"),
    [
        ("Plogbilen kommer först vid tio.", ["oplacerad-text"]),
        ("Hej! Trevlig sommar önskar vi.", []),
    ],
)
def test_a_short_remark_beside_an_inspel_is_doubted(
    post: Post, remark: str, codes: list[str]
) -> None:
    form = post.form("a.docx", "Kommunen", a1_1=POINT)
    neighbour = Envelope("Isvägen", Address("Tage", "tage@byn.example"), (AUTHORITY,), WHEN)
    inner = post.mail(text=(POINT,), envelope=neighbour)
    for parcel in (post.mail(form, text=(remark,)), post.mail(inner, text=(remark,))):
        (submission,) = post.inspel(parcel)
        assert listed(submission) == [remark]
        assert [p.code for p in submission.problems] == codes


def test_a_mail_that_calls_itself_more_of_an_inspel_says_so(post: Post) -> None:
    envelope = Envelope("SV: Komplettering: Inspel", SENDER, (AUTHORITY,), WHEN)
    (submission,) = post.inspel(post.mail(text=(POINT,), envelope=envelope))
    assert [p.code for p in submission.problems] == ["kompletterar"]


def test_an_archive_of_files_is_as_many_inspel(post: Post) -> None:
    files = [post.file(f"{n}.txt", Block(f"{n} {POINT}")) for n in range(3)]
    found = post.inspel(Parcel("alla.zip", b"zip", tuple(files)))
    assert [names(s) for s in found] == [["alla.zip", f"{n}.txt"] for n in range(3)]
    assert len({s.id for s in found}) == 3


def test_an_empty_archive_is_not_lost(post: Post) -> None:
    (submission,) = post.inspel(Parcel("tom.zip", b"zip"))
    assert names(submission) == ["tom.zip"]
    assert submission.problems


def test_the_signature_tells_who_sends(post: Post) -> None:
    card = ("Samverkansrådet i Västerbotten ideell förening\n070-123 45 67", Role.SIGNATURE)
    (submission,) = post.inspel(post.mail(text=(POINT,), roles=(card,)))
    assert submission.respondent.organisation.startswith("Samverkansrådet")
    assert submission.respondent.contact == "Anna Ek"
    assert submission.respondent.type is ActorType.CIVILSAMHALLE


def test_all_text_of_a_mail_is_placed_or_listed(post: Post) -> None:
    form = post.form("a.docx", "Malå kommun", a1_1="Fler bostäder.", a2_2="Mer vatten.")
    letter = post.file("b.docx", Block("Ett brev om skolan, som inte får läggas ned."))
    mail = post.mail(form, letter, text=(*COVER, POINT), roles=(("Citat", Role.QUOTED),))
    (submission,) = post.inspel(mail)
    kept = " ".join([*listed(submission), *(a.text for a in submission.answers)])
    for document in (mail.body, post.contents[letter.sha256]):
        assert isinstance(document, Document)
        assert set(re.findall(r"\w+", document.text)) <= set(re.findall(r"\w+", kept))


@pytest.mark.parametrize(
    "text",
    [
        "Hej!",
        "Här kommer Åsele kommuns svar på er remiss om strategin.",
        "Tack för möjligheten att lämna synpunkter på underlaget.",
        "Hör gärna av er om något är oklart eller saknas.",
        "Detta ersätter vårt tidigare inskickade svar från i måndags.",
        "Med vänlig hälsning\nAnna Ek\nUtvecklingsstrateg",
        "PS Trevlig sommar! DS",
    ],
)
def test_courtesies_say_nothing(text: str) -> None:
    assert not says_something(text)


@pytest.mark.parametrize(
    "text",
    [
        POINT,
        "Bredbandet i inlandet är fortfarande för långsamt för våra företag.",
        "Tack. Vi anser att tågen bör stanna i fler orter än i dag.",
        "Hej här kommer vårt svar. Sågverket i byn behöver elkraft.",
        "PS Glöm inte skotrarna! DS",
        "Jag vill ha en mack i byn.",
        "Hej, zippat brev: sågverket behöver elkraft.",
    ],
)
def test_points_say_something(text: str) -> None:
    assert says_something(text)


def letter(post: Post, text: str, email: str, day: int) -> Submission:
    when = header_date(f"{day} Jun 2025 10:00:00 +0200")
    envelope = Envelope("Inspel", Address("", email), (AUTHORITY,), when)
    return post.inspel(post.mail(text=(text,), envelope=envelope))[0]


def test_a_letter_sent_twice_is_the_same_and_one_that_others_sign_is_not(post: Post) -> None:
    first = letter(post, POINT, "a@a.example", 1)
    assert is_same_inspel(first, letter(post, POINT, "a@a.example", 2))
    assert not is_same_inspel(first, letter(post, POINT, "b@b.example", 2))


def test_versions_are_of_one_sender_and_alike_or_said_to_be(post: Post) -> None:
    first = letter(post, POINT, "a@a.example", 1)
    changed = POINT.replace("varje dag", "två gånger om dagen")
    other = "Biblioteken är viktiga för alla som bor i våra små orter."
    assert is_version(first, letter(post, changed, "a@a.example", 2))
    assert not is_version(first, letter(post, changed, "b@b.example", 2))
    assert not is_version(first, letter(post, other, "a@a.example", 2))
    said = f"Detta ersätter vårt tidigare svar. {other}"
    assert is_version(first, letter(post, said, "a@a.example", 2))
