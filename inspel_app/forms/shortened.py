"""Questions that respondents deleted under their heading, or wrote in short words of their own."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from rapidfuzz import fuzz

from inspel_app.domain.document import Document, Method
from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.align import Match

FIT = 0.8
"""How surely a question is known by a heading of its own, or by the word that tells its aspect."""

_SHORT = re.compile(
    r"(?:[^\w\s]{1,3}\s*|\(?(?:\d{1,2}|[^\W\d_])[.)]\s+)?"
    r"(?P<words>\w[^:?\n]{1,60}?)\s*(?:(?P<asks>\?)|:|\s[-–—](?=\s)|[-–—]?\s*$)",
    re.MULTILINE,
)
_MOST_WORDS, _MOST_ASKING = 3, 8
"""How many words a title of the respondent's own may have, and a question."""
_MISREAD = 80.0
"""Per cent of likeness between a printed word and what was read for it in a picture."""
_STEM = 5
"""So many letters of an aspect's name tell it."""
_WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"(?<=\w{3})(?:erna|ena|en|et|er)s?$")
_ASKS = "hur|vad|vem|vilken|vilket|vilka"
ASKING = re.compile(
    f"(?:{_ASKS}|av|behöver|behövs|bör|de|den|det|du|er|finns|för|göras|i|kan|med|ni|och|om|på|"
    "saknas|samt|ska|skrivas|som|till|uppdateras|utvecklas|vi|är|ändras)"
)
"""What a question says that asks for an aspect and says nothing of it."""


def bare_headings(template: FormTemplate, matches: Sequence[Match]) -> Iterator[tuple[int, Match]]:
    """Headings, each with its place among the matches, whose questions do not follow."""
    labels = template.labels
    asking = {label.parent for label in labels if label.question}
    for n, match in enumerate(matches):
        following = labels[matches[n + 1].label] if n + 1 < len(matches) else None
        bare = following is None or following.parent != match.label
        if bare and match.label in asking and labels[match.label].kind is LabelKind.HEADING:
            yield n, match


def with_short_questions(
    document: Document, template: FormTemplate, matches: Sequence[Match]
) -> list[Match]:
    """The matches, and what stands after a heading for questions that are not there.

    Where the form asks one thing under the heading, what stands there answers that; of several
    questions, each is told by the aspect that a line names ("Behov:", "Vilka aktörer saknas?").
    """
    asked = stems(template)
    found: list[Match] = []
    ends = [match.start for match in matches[1:]] + [len(document.cell_by_cell)]
    for n, match in enumerate(matches):
        questions = asked.get(match.label, {})
        under = {m.label for m in takewhile(lambda m: m.label in questions, matches[n + 1 :])}  # noqa: B023 - used at once
        left = {label: stem for label, stem in questions.items() if label not in under}
        known = _roots(template, questions)
        if len(questions) == 1:
            known |= _roots(template, {match.label: ""})
            found += [_only_question(document, match, ends[n], q, known) for q in left]
        else:
            found += _short_questions(document, match.end, ends[n], left, known)
    return sorted([*matches, *found], key=lambda m: (m.start, m.label))


def _only_question(
    document: Document, heading: Match, end: int, asked: int, known: frozenset[str]
) -> Match:
    """The question under a heading: what is left of it, or nothing, just after the heading."""
    text = document.cell_by_cell
    start = next((n for n in range(heading.end, end) if not text[n].isspace()), end)
    line_end = text.find("\n", start, end)
    short = _SHORT.match(text, start, end if line_end < 0 else line_end)
    seen = short is not None and _is_seen(document, start, short.end())
    if short and _only_asks(short, known, seen=seen):
        return Match(asked, start, short.end(), FIT)
    return Match(asked, heading.end, heading.end, FIT)


def _short_questions(
    document: Document, start: int, end: int, questions: Mapping[int, str], known: frozenset[str]
) -> Iterator[Match]:
    """The lines in a stretch that begin with a short question, each question once.

    Where a line says more than the form does, the question is nothing just before it: the words
    are the respondent's.
    """
    text = document.cell_by_cell
    left = dict(questions)
    at = start
    while at < end:
        at = next((n for n in range(at, end) if not text[n].isspace()), end)
        line_end = text.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        short = _SHORT.match(text, at, line_end)
        seen = _is_seen(document, at, line_end)
        if short and (label := _named(short, left, seen=seen)) is not None:
            del left[label]
            asks = _only_asks(short, known, seen=seen)
            yield Match(label, at, short.end() if asks else at, FIT)
        at = line_end


def _named(short: re.Match[str], questions: Mapping[int, str], *, seen: bool) -> int | None:
    """The first of the questions that the words name; `seen` if they were read from a picture."""
    words = _WORD.findall(short["words"].lower())
    if len(words) > _most_words(short):
        return None
    named = (
        n
        for word in words
        for n, stem in questions.items()
        if word.startswith(stem) or (seen and _is_misread(word[: len(stem)], stem))
    )
    return next(named, None)


def _only_asks(short: re.Match[str], known: frozenset[str], *, seen: bool) -> bool:
    """Whether the words are the form's own, or ask without saying anything."""
    words = re.findall(r"\w+", short["words"].lower())
    asks = bool(short["asks"] and re.fullmatch(_ASKS, words[0]))
    ours = all(
        root(word) in known
        or (asks and ASKING.fullmatch(word))
        or (seen and any(_is_misread(root(word), other) for other in known))
        for word in words
    )
    return ours and len(words) <= _most_words(short)


def _is_seen(document: Document, start: int, end: int) -> bool:
    """Whether a stretch was read from a scanned page; a picture in a text shows the form's own."""
    return document.method is Method.OCR and any(document.words(start, end))


def _is_misread(word: str, printed: str) -> bool:
    """Whether a word read from a picture may be a printed one, with a letter in five wrong."""
    return fuzz.ratio(_bare(word), _bare(printed)) >= _MISREAD


def _roots(template: FormTemplate, stems: Mapping[int, str]) -> frozenset[str]:
    """The words of labels without their endings, and the stems that name aspects."""
    text = " ".join(template.labels[label].text.lower() for label in stems)
    return frozenset({"och", *map(root, re.findall(r"\w+", text)), *stems.values()})


def root(word: str) -> str:
    """A word in lower case without the endings of its definite and plural forms."""
    return _ENDING.sub("", word)


def _most_words(short: re.Match[str]) -> int:
    return _MOST_ASKING if short["asks"] else _MOST_WORDS


@lru_cache(maxsize=16)
def stems(template: FormTemplate) -> dict[int, dict[int, str]]:
    """For each heading the questions under it, each with the stem of the word for its aspect."""
    stems: dict[int, dict[int, str]] = {}
    for number, label in enumerate(template.labels):
        if label.question and label.parent is not None:
            aspect = template.question(label.question).aspect or ""
            stem = _stem(aspect[:_STEM], label.text)
            stems.setdefault(label.parent, {})[number] = stem
    return stems


def _stem(aspect: str, question: str) -> str:
    """The beginning of the word in a question that names the aspect; else no word at all."""
    words = _WORD.findall(question.lower())
    named = (word[: len(aspect)] for word in words if aspect and _bare(word).startswith(aspect))
    return next(named, "\n")


def _bare(word: str) -> str:
    """The word without the signs over its letters, as ids are written."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
