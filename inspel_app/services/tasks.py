"""The tasks that are done in child processes: whatever opens a respondent's file."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from inspel_app.domain.document import Document
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.domain.parcel import Mail, Packed, Parcel
from inspel_app.errors import UnreadableError
from inspel_app.forms.assemble import assemble
from inspel_app.forms.blank import told_if_blank
from inspel_app.forms.loose_pages import LoosePage, loose_page, together
from inspel_app.forms.notes import without_note
from inspel_app.forms.page_order import in_page_order
from inspel_app.forms.several import interpret_all
from inspel_app.reading import pulse
from inspel_app.reading.parcels import is_parcel, open_parcel
from inspel_app.reading.readers import read
from inspel_app.resources.gazetteer import load_gazetteer


@dataclass(frozen=True, slots=True)
class Reading:
    """The inspel that were read from one file, and all text of it and of what lay in it.

    `texts` are by SHA-256, `parts` the bytes of the files that lay in it, likewise. `page` is the
    file itself where it is a picture of one page, which may belong with others.
    """

    submissions: tuple[Submission, ...]
    texts: dict[str, str]
    parts: dict[str, bytes] = field(default_factory=dict)
    page: LoosePage | None = None

    def __post_init__(self) -> None:
        """Fail in the child, and so for this file alone, what UTF-8 cannot hold.

        Raises:
            UnicodeEncodeError: a reader let half a character through.
        """
        told = [list(map(asdict, self.submissions)), list(self.texts.values())]
        json.dumps(told, ensure_ascii=False).encode()


def read_submissions(data: bytes, name: str, templates: Sequence[FormTemplate]) -> Reading:
    """Read a file, and those in it if it is a mail or an archive, and find the answers.

    Raises:
        UnreadableError: the file is damaged, protected, of an unknown kind or without text.
    """
    if is_parcel(data, name):
        return _read_parcel(open_parcel(data, name), templates)
    document = in_page_order(read(data, name), templates)
    found = interpret_all(document, name, templates, load_gazetteer())
    return Reading(
        tuple(told_if_blank(without_note(one, name)) for one in found),
        {document.file: document.text},
        page=loose_page(name, document),
    )


def read_together(
    pages: Sequence[LoosePage], templates: Sequence[FormTemplate]
) -> tuple[Submission, ...]:
    """The inspel that are made of several of the pages, which lay in one folder."""
    return tuple(map(told_if_blank, together(pages, templates, load_gazetteer())))


def _read_parcel(parcel: Parcel, templates: Sequence[FormTemplate]) -> Reading:
    contents = {leaf.sha256: _content(leaf, templates) for leaf in parcel.leaves()}
    mails = [inner for inner in parcel.parcels() if isinstance(inner, Mail)]
    texts = {mail.sha256: mail.body.text for mail in mails}
    texts |= {
        k: document.text for k, document in contents.items() if isinstance(document, Document)
    }
    held = (*parcel.leaves(), *parcel.parcels(), *(left for m in mails for left in m.left_out))
    parts = {file.sha256: file.data for file in held if file is not parcel}
    submissions = []
    for submission in assemble(parcel, contents, templates, load_gazetteer()):
        pulse.beat()
        submissions.append(submission)
    return Reading(tuple(submissions), texts, parts)


def _content(leaf: Packed, templates: Sequence[FormTemplate]) -> Document | UnreadableError:
    pulse.beat()
    try:
        return in_page_order(read(leaf.data, leaf.name), templates)
    except UnreadableError as error:
        return error
