"""The strategy's text section by section, new wordings of it, and who led to them.

    load_text(project, Path("rus.docx"), pool, "anna")
    keep_wording(project, "s12", "Stråken ska ...", "anna", [Source(Target.theme("t3"))])

Each change is one action under a Swedish name, which can be undone.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from inspel_app.analysis.sentences import Span, sentences
from inspel_app.domain.coding import Codebook
from inspel_app.domain.handling import Section, Source, Target, Wording
from inspel_app.domain.revision import Revision
from inspel_app.errors import UsageError
from inspel_app.forms.strategy_sections import Part, matched, parts_of
from inspel_app.i18n import _
from inspel_app.reading.readers import read
from inspel_app.services.files import load
from inspel_app.services.rounds import codebook_of
from inspel_app.store.project import Project

__all__ = [
    "Section",
    "Source",
    "Wording",
    "changed_sentences",
    "drop_section",
    "drop_wording",
    "keep_wording",
    "link",
    "load_text",
    "section_of",
    "sections_of",
    "sentences_of",
    "unlink",
    "write_section",
]


def load_text(project: Project, path: Path, pool: Executor, by: str) -> tuple[Section, ...]:
    """Read the strategy's text from a Word file, a PDF or the like, in a child process.

    A section that was there, with the same heading about the same part, is the same one, and keeps
    its new wording; those that have no wording and are not in the file go.

    Raises:
        UnreadableError: the file cannot be read.
        UsageError: there is no text in it.
    """
    codebook = codebook_of(project)
    parts = pool.submit(_read_parts, load(path), path.name, codebook).result()
    if not parts:
        raise UsageError(
            _("Det finns ingen text i {file}.").format(file=path.name),
            _("Välj filen med strategins text, eller skriv in avsnitten."),
        )
    with project.action(_("Läs in strategins text ur {file}").format(file=path.name), by):
        made = _merged(project, parts)
        project.text_edits.put_sections(made, by)
    return made


def _read_parts(data: bytes, name: str, codebook: Codebook) -> tuple[Part, ...]:
    return parts_of(read(data, name), codebook)


def _merged(project: Project, parts: Sequence[Part]) -> tuple[Section, ...]:
    """The sections read, under the ids that they had; after them others that were reworded."""
    earlier = list(project.sections())
    fresh = project.text_edits.free_section()
    made = []
    for n, part in enumerate(parts):
        same = next((s for s in earlier if (s.code, s.heading) == (part.code, part.heading)), None)
        if same:
            earlier.remove(same)
        key = same.id if same else f"s{fresh + n}"
        made.append(Section(key, part.code, part.heading, part.text, part.level))
    wordings = project.wordings()
    return (*made, *(section for section in earlier if section.id in wordings))


def write_section(
    project: Project,
    heading: str,
    text: str,
    by: str,
    *,
    section: str | None = None,
    code: str | None = None,
) -> str:
    """Type a section, or correct one that is there (by id); its id.

    Without a code it is about the part of the strategy that its heading names.

    Raises:
        UsageError: the heading is empty, or there is no such section or code.
    """
    codebook, title = codebook_of(project), " ".join(heading.split())
    if not title:
        raise UsageError(_("Avsnittet har ingen rubrik."), _("Skriv avsnittets rubrik."))
    if code is not None and code not in codebook:
        raise UsageError(
            _("{code} är ingen del av strategin.").format(code=code),
            _("Välj en kod ur strategins lista."),
        )
    earlier = section_of(project, section) if section else None
    about = code or matched(title, codebook)
    with project.action(_("Skriv avsnittet {heading}").format(heading=title), by):
        key = earlier.id if earlier else f"s{project.text_edits.free_section()}"
        level = earlier.level if earlier else 1
        new = Section(key, about, title, text.strip(), level)
        others = project.sections()
        project.text_edits.put_sections(
            [new if s.id == key else s for s in others] if earlier else [*others, new], by
        )
    return key


def drop_section(project: Project, section: str, by: str) -> None:
    """Take a section away, with its new wording.

    Raises:
        UsageError: there is no such section.
    """
    gone = section_of(project, section)
    with project.action(_("Ta bort avsnittet {heading}").format(heading=gone.heading), by):
        left = [s for s in project.sections() if s.id != section]
        project.text_edits.put_sections(left, by)


def section_of(project: Project, section: str) -> Section:
    """A section by its id.

    Raises:
        UsageError: there is none.
    """
    for one in project.sections():
        if one.id == section:
            return one
    raise UsageError(
        _("Det finns inget avsnitt med {key}.").format(key=section),
        _("Texten kan ha lästs in på nytt; hämta avsnitten igen."),
    )


def sections_of(project: Project, code: str | None) -> tuple[Section, ...]:
    """The sections that are about a part of the strategy, in order."""
    return tuple(section for section in project.sections() if section.code == code)


def keep_wording(
    project: Project, section: str, text: str, by: str, sources: Iterable[Source] = ()
) -> None:
    """Keep a new text of a section, and what led to it beside what is said to have led before.

    What led to a sentence of an earlier wording goes on to the sentence that it became, or to the
    whole where that was struck out. An empty text takes the wording back.

    Raises:
        UsageError: there is no such section.
    """
    here, earlier = section_of(project, section), project.wordings().get(section)
    new = text.strip()
    if not new:
        drop_wording(project, section, by)
        return
    kept = _moved(earlier, new) if earlier else ()
    wording = Wording(section, new, tuple(dict.fromkeys((*kept, *sources))))
    with project.action(_("Skriv om {heading}").format(heading=here.heading), by):
        project.text_edits.put_wording(wording, by)


def drop_wording(project: Project, section: str, by: str) -> None:
    """Take a new wording back.

    Raises:
        UsageError: there is no such section.
    """
    here = section_of(project, section)
    with project.action(_("Ta bort omskrivningen av {heading}").format(heading=here.heading), by):
        project.text_edits.drop_wording(section)


def link(
    project: Project, section: str, targets: Iterable[Target], by: str, sentence: str = ""
) -> None:
    """Say that points and themes led to a sentence of a new wording, or to the whole of it.

    Raises:
        UsageError: the section has no new wording, or not that sentence.
    """
    here, wording = _reworded(project, section, sentence)
    sources = dict.fromkeys((*wording.sources, *(Source(t, sentence) for t in targets)))
    with project.action(_("Koppla synpunkter till {heading}").format(heading=here.heading), by):
        project.text_edits.put_wording(replace(wording, sources=tuple(sources)), by)


def unlink(
    project: Project, section: str, targets: Iterable[Target], by: str, sentence: str = ""
) -> None:
    """Take back that points and themes led to a sentence, or to the whole of a new wording.

    Raises:
        UsageError: the section has no new wording, or not that sentence.
    """
    here, wording = _reworded(project, section, sentence)
    gone = {Source(target, sentence) for target in targets}
    left = tuple(source for source in wording.sources if source not in gone)
    with project.action(_("Lossa synpunkter från {heading}").format(heading=here.heading), by):
        project.text_edits.put_wording(replace(wording, sources=left), by)


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a section, in order; a heading or an item of a list is one too."""
    return tuple(span.of(text) for span in spans_of(text))


def new_sentences(old: str, new: str) -> tuple[Span, ...]:
    """Where in a new text the sentences stand that the old one does not have, however spaced."""
    known = {_plain(sentence) for sentence in sentences_of(old)}
    return tuple(span for span in spans_of(new) if _plain(span.of(new)) not in known)


def changed_sentences(project: Project, section: str) -> tuple[str, ...]:
    """The sentences of a new wording that the old text does not have.

    Raises:
        UsageError: there is no such section.
    """
    old, wording = section_of(project, section).text, project.wordings().get(section)
    new = wording.text if wording else ""
    return tuple(span.of(new) for span in new_sentences(old, new))


def _reworded(project: Project, section: str, sentence: str) -> tuple[Section, Wording]:
    here, wording = section_of(project, section), project.wordings().get(section)
    if wording is None:
        raise UsageError(
            _("Avsnittet {heading} är inte omskrivet.").format(heading=here.heading),
            _("Skriv först den nya texten."),
        )
    if sentence and sentence not in sentences_of(wording.text):
        raise UsageError(
            _("Meningen står inte i den nya texten av {heading}.").format(heading=here.heading),
            _("Texten kan ha ändrats; välj meningen på nytt."),
        )
    return here, wording


def _moved(earlier: Wording, text: str) -> tuple[Source, ...]:
    """What led to an earlier wording, at the sentences of the new one."""
    new = spans_of(text)
    kept = {span.of(text) for span in new}
    revision = Revision.between(earlier.text, text)
    became = {
        old.of(earlier.text): _most(revision.moved(*old), new, text)
        for old in spans_of(earlier.text)
    }
    return tuple(
        source
        if source.sentence in kept
        else replace(source, sentence=became.get(source.sentence, ""))
        for source in earlier.sources
    )


def _most(place: tuple[int, int], spans: Sequence[Span], text: str) -> str:
    """The sentence that has most of a place in the text; "" if none has any of it."""
    shares = [(min(place[1], s.end) - max(place[0], s.start), s) for s in spans]
    length, span = max(shares, key=lambda share: share[0], default=(0, Span(0, 0)))
    return span.of(text) if length > 0 else ""


def spans_of(text: str) -> list[Span]:
    """Where each sentence of a section stands."""
    return [span for line in _lines(text) for span in sentences(text, line)]


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _plain(sentence: str) -> str:
    return " ".join(sentence.split())
