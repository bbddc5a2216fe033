"""Tells the reader what people have made of the report, so that nothing disappears in silence."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from inspel_app.domain.composition import Composition
from inspel_app.i18n import _, ngettext
from inspel_app.synthesis import words
from inspel_app.synthesis.arrange import METHOD, Node, nodes_of, walked
from inspel_app.synthesis.outline import Report, Section, Text


def edited(made: Report, composition: Composition) -> Report:
    """The report, in which the section on method tells what people have made of the whole."""
    nodes = nodes_of(made, composition)
    texts = tuple(Text(text) for text in (_what(nodes, composition), _left_out(nodes)) if text)
    return replace(made, sections=tuple(_with(section, texts) for section in made.sections))


def _with(section: Section, texts: tuple[Text, ...]) -> Section:
    if section.anchor != METHOD:
        return section
    return replace(section, blocks=(*section.blocks, *texts))


def _what(nodes: tuple[Node, ...], composition: Composition) -> str:
    """How many texts and quotations are people's; "" if none is."""
    here = list(walked(nodes))
    own = sum(1 for node in here if node.edit and node.edit.text)
    chosen, never = len(_quoted(here, composition.chosen)), len(composition.never)
    texts = []
    if own:
        text = ngettext("{n} avsnitt har egen text.", "{n} avsnitt har egen text.", own)
        texts.append(text.format(n=words.number(own)))
    if chosen:
        text = ngettext("{n} citat är valt för hand.", "{n} citat är valda för hand.", chosen)
        texts.append(text.format(n=words.number(chosen)))
    if never:
        text = _("{passages} citeras inte, men ingår i antalen.")
        texts.append(text.format(passages=words.passages(never)))
    return " ".join([_("Sammanställningen är redigerad."), *texts]) if texts else ""


def _quoted(nodes: Iterable[Node], chosen: Collection[str]) -> set[str]:
    """Those of the chosen points that are quoted; it is not looked for where none is chosen."""
    if not chosen:
        return set()
    return {q.passage for node in nodes for q in node.section.quotes}.intersection(chosen)


def _left_out(nodes: tuple[Node, ...]) -> str:
    """What is left out, each with what it stands in below its chapter; "" if nothing is."""
    titles = [" – ".join(path[1:] or path) for path in _paths(nodes, ())]
    if not titles:
        return ""
    text = _("Utelämnat vid redigeringen, men medräknat i antalen: {titles}.")
    return text.format(titles="; ".join(titles))


def _paths(nodes: Iterable[Node], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for node in nodes:
        path = (*above, node.section.title)
        if node.left_out:
            yield path
        else:
            yield from _paths(node.nodes, path)
