"""What is marked as secret is taken out of the material before others than the secretariat see it.

The text goes, and is not covered alone: a stretch of an answer becomes as many blocks as it had
characters, so that every range in the material still holds, and a whole answer a line that says
why it is not there. The words of a marked stretch go wherever else they stand.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from inspel_app.domain.coding import Passage, Theme
from inspel_app.domain.form import Answer, Submission, Unplaced
from inspel_app.domain.handling import Handlings
from inspel_app.domain.secrecy import (
    NOTHING_WITHHELD,
    Secrecies,
    Secrecy,
    SecretKind,
    Withheld,
    provisions,
)
from inspel_app.domain.synthesis import Audience, Work
from inspel_app.i18n import _
from inspel_app.synthesis import words
from inspel_app.synthesis.privacy import COVERED, Material, as_covered
from inspel_app.synthesis.sentences import sentences

TELLING = 25
"""A text of so many characters is known again elsewhere; a shorter one anybody may have written."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDING = 3
"""Characters of a word that may be an ending, of those beyond the first four."""

Erase = Callable[[str], str]


@dataclass(frozen=True)
class Bared:
    """The material and what people made of it, without what is marked; how much that was."""

    material: Material
    work: Work
    withheld: Withheld = NOTHING_WITHHELD


def without_secrets(
    submissions: Sequence[Submission],
    passages: Sequence[Passage],
    themes: Sequence[Theme],
    work: Work,
    audience: Audience,
) -> Bared:
    """What an audience may see for all marks of secrecy; the secretariat sees everything."""
    whole = tuple(submissions), tuple(passages), tuple(themes)
    if audience is Audience.WORK or not work.secrecies.marks:
        return Bared(whole, work)
    out = _gone(submissions, work.secrecies.marks)
    marked = [mark.text for mark in work.secrecies.marks]
    erase = _eraser(marked)
    shown = tuple(_submission(s, work.secrecies, erase) for s in submissions if s.id not in out)
    texts = {(s.id, a.id): a.text for s in shown for a in s.answers}
    kept = tuple(p for p in passages if _stands(p, texts))
    said = {p.id: p.text for p in passages}
    secret = said.keys() - {p.id for p in kept}
    gathered = tuple(filter(None, (_theme(t, secret, said, erase) for t in themes)))
    gone = secret | ({t.id for t in themes} - {t.id for t in gathered})
    return Bared(
        (shown, kept, gathered),
        _work(work, gone, _eraser([*marked, *_kept_out(submissions, shown)])),
        _withheld(submissions, work.secrecies, out, len(secret)),
    )


def told(withheld: Withheld) -> str:
    """How much is kept out and by which law, for those who read the rest; "" if nothing is."""
    if not withheld:
        return ""
    parts = (
        (withheld.submissions, words.inspel(withheld.submissions)),
        (withheld.answers, words.answers(withheld.answers)),
        (withheld.stretches, words.stretches(withheld.stretches)),
    )
    return _(
        "Av sekretesskäl återges inte {parts} ({provisions}). Där finns {passages}, som inte ingår "
        "i något antal."
    ).format(
        parts=words.listed([text for n, text in parts if n]),
        provisions=words.listed(list(withheld.provisions)),
        passages=words.passages(withheld.passages),
    )


def _gone(submissions: Sequence[Submission], marks: Iterable[Secrecy]) -> set[str]:
    """The ids of the inspel that are kept out: marked, or of the same words as one that is.

    And those that lack an answer that is marked: nobody knows where it is now.
    """
    answers = {s.id: {a.id for a in s.answers} for s in submissions}
    out = {
        m.submission
        for m in marks
        if m.kind is SecretKind.SUBMISSION or m.answer not in answers.get(m.submission, ())
    }
    links = [{s.id, other} for s in submissions for other in (s.duplicate_of, s.replaces) if other]
    grown = True
    while grown:
        grown = False
        for link in links:
            if link & out and not link <= out:
                out |= link
                grown = True
    return out


def _kept_out(before: Iterable[Submission], shown: Iterable[Submission]) -> Iterator[str]:
    """The sentences of whole answers and inspel that are kept out, and that nobody else has said.

    People may have written them in texts of their own.
    """
    told = "\n".join(answer.text for one in shown for answer in one.answers)
    for one in before:
        for answer in one.answers:
            if answer.text not in told:
                yield from (text for text in sentences(answer.text) if text not in told)


def _eraser(secret: Iterable[str]) -> Erase:
    """A function that covers secret texts, and sentences of them, wherever they stand."""
    texts = (text for whole in secret for text in (whole, *sentences(whole)))
    telling = [text for text in texts if len(text) >= TELLING]
    if not telling:
        return str
    longest = sorted(set(telling), key=len, reverse=True)
    found = re.compile("|".join(r"\s+".join(map(re.escape, t.split())) for t in longest))
    return lambda text: found.sub(lambda match: COVERED * len(match[0]), text)


def _submission(submission: Submission, marks: Secrecies, erase: Erase) -> Submission:
    return replace(
        submission,
        answers=tuple(_answer(submission, a, marks, erase) for a in submission.answers),
        unplaced=tuple(_unplaced(u, erase) for u in submission.unplaced),
        problems=tuple(replace(p, message=erase(p.message)) for p in submission.problems),
        additions=tuple(map(erase, submission.additions)),
    )


def _answer(submission: Submission, answer: Answer, marks: Secrecies, erase: Erase) -> Answer:
    whole = marks.of_answer(submission.id, answer.id)
    stretches = [m for m in marks.marks if m.answer == answer.id and m.kind is SecretKind.PASSAGE]
    if whole or any(m.stretch(answer) == (0, len(answer.text)) for m in stretches):
        return _bare(answer, (*whole, *stretches))
    text = erase(answer.text)
    for mark in stretches:
        start, end = mark.stretch(answer)
        text = text[:start] + COVERED * (end - start) + text[end:]
    if text == answer.text:
        return answer
    reading = None if answer.reading is None else as_covered(answer.text, answer.reading, text)
    return replace(answer, text=text, doubtful=(), reading=reading)


def _bare(answer: Answer, marks: Iterable[Secrecy]) -> Answer:
    """An answer of which nothing is left but that it is there, and why it is not told."""
    where = replace(answer.parts[0], end=answer.parts[0].start)
    return replace(
        answer,
        text=_("[{label}]").format(label=words.labelled(marks)),
        parts=(where,),
        content=False,
        refers_to=(),
        doubtful=(),
        reading=None,
    )


def _unplaced(line: Unplaced, erase: Erase) -> Unplaced:
    text = erase(line.text)
    return line if text == line.text else replace(line, text=text, doubtful=(), reading=None)


def _stands(passage: Passage, texts: Mapping[tuple[str, str], str]) -> bool:
    """Whether its answer still says it."""
    text = texts.get((passage.submission, passage.answer), "")
    return text[passage.start : passage.end] == passage.text


def _theme(
    theme: Theme, secret: Collection[str], said: Mapping[str, str], erase: Erase
) -> Theme | None:
    """The theme of the points that are left, in their words alone; None if there are none."""
    lost = [said[key] for key in theme.passages if key in secret]
    left = tuple(key for key in theme.passages if key not in secret)
    if not lost:
        return theme
    if not left:
        return None
    only = _only_in(lost, [said[key] for key in left if key in said])
    keywords = tuple(k for k in theme.keywords if not only(k))
    title = _(" och ").join(keywords[:2]) or _("Tema utan namn")
    label = title[:1].upper() + title[1:] if only(theme.label) else erase(theme.label)
    requests = tuple(r for r in theme.requests if r.passage not in secret)
    return replace(theme, label=label, keywords=keywords, passages=left, requests=requests)


def _only_in(lost: Iterable[str], left: Iterable[str]) -> Callable[[str], bool]:
    """Whether a text has a word that in some form is said in `lost`, and not as it is in `left`.

    So a word goes that others may have said in another form, rather than that it stays.
    """
    gone, there = (" ".join(texts).casefold() for texts in (lost, left))

    def telling(text: str) -> bool:
        found = _WORD.findall(text.casefold())
        return any(w[: max(4, len(w) - _ENDING)] in gone and w not in there for w in found)

    return telling


def _work(work: Work, gone: Collection[str], erase: Erase) -> Work:
    """What people made of the material, without what they made of what is gone (ids)."""
    composition = work.composition
    sections = {
        key: replace(edit, title=erase(edit.title), text=erase(edit.text))
        for key, edit in composition.sections.items()
    }
    return replace(
        work,
        handlings=_handlings(work.handlings, gone, erase),
        composition=replace(
            composition,
            sections=sections,
            chosen=tuple(key for key in composition.chosen if key not in gone),
            never=composition.never - set(gone),
        ),
        notes={
            key: tuple(replace(note, text=erase(note.text)) for note in notes)
            for key, notes in work.notes.items()
            if key not in gone
        },
    )


def _handlings(handlings: Handlings, gone: Collection[str], erase: Erase) -> Handlings:
    passages = {
        key: replace(h, text=erase(h.text))
        for key, h in handlings.passages.items()
        if key not in gone
    }
    themes = {
        key: replace(h, text=erase(h.text))
        for key, h in handlings.themes.items()
        if key not in gone
    }
    wordings = {
        key: replace(
            w,
            text=erase(w.text),
            sources=tuple(
                replace(s, sentence=erase(s.sentence)) for s in w.sources if s.target.id not in gone
            ),
        )
        for key, w in handlings.wordings.items()
    }
    places = {key: theme for key, theme in handlings.places.items() if key not in gone}
    return replace(handlings, passages=passages, themes=themes, wordings=wordings, places=places)


def _withheld(
    submissions: Sequence[Submission], marks: Secrecies, out: Collection[str], passages: int
) -> Withheld:
    answers = {m.id for m in marks.marks if m.kind is SecretKind.ANSWER and m.submission not in out}
    stretches = [
        m
        for m in marks.marks
        if m.kind is SecretKind.PASSAGE and m.submission not in out and m.answer not in answers
    ]
    return Withheld(
        sum(s.id in out for s in submissions),
        len(answers),
        len(stretches),
        passages,
        tuple(provisions(marks.marks)),
    )
