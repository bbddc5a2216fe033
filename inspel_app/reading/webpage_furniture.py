"""What on a saved web page is the site's own and not the writer's: menus, banners, foot, byline.

Told by how the page is built, and a byline by its words too. What somebody can have filled in
is never so.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

_ASIDE = frozenset({"nav", "aside", "footer", "menu", "dialog"})
_ROLES = frozenset(
    (
        *("navigation", "banner", "contentinfo", "complementary", "search", "dialog"),
        *("alertdialog", "alert", "menu", "menubar", "toolbar", "tablist"),
    )
)
_WITHIN = frozenset({"main", "article", "section"})
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|cookiebanner|consent|byline"
    r"|sidebar|skiplink|pagination|share|social)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""How builders of pages name such elements among themselves, in any language."""
_BYLINE_MARKS = frozenset({"author", "datePublished", "dateModified", "dateCreated"})
_PUBLISHED = re.compile(
    r"(?:(?:senast|sidan) )*(?:publicera|uppdatera|ändra|granska|publish|update)"
    r"(?:[dt]|ed|des)\b[^.]{0,100}\b20\d\d\b[^.]{0,60}",
    re.IGNORECASE,
)
"""A line that says when the page was published, and maybe by whom, and nothing else."""
_LINES = frozenset({"p", "div", "span", "address"})
_LONGEST_BYLINE = 120
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head"})
_BUTTONS = frozenset({"hidden", "submit", "button", "search", "reset", "image"})
_GROUPS = frozenset({"ul", "ol", "div", "section", "table", "p", "header"})
_LEAST_LINKS = 4
_IN_LINKS = 0.8
_LONGEST_LINK = 30
"""A menu is so many links, so much of its text, each so short on the average."""
_MOST = 0.5
"""What holds more of the page's text than this is the page itself."""


@dataclass(slots=True)
class _Measure:
    """What stands in one element: signs, links and the signs in them; all counted in one walk."""

    element: _Element
    within: bool
    signs: int = 0
    links: int = 0
    linked: int = 0
    paths: bool = False
    filled: bool = False
    marked: bool = False

    def take(self, inner: "_Measure") -> None:
        """Count what stands in an element of this one."""
        self.signs += inner.signs
        self.filled = self.filled or inner.filled
        self.paths = self.paths or inner.paths
        self.marked = self.marked or _is_mark(inner.element)
        is_link = inner.element.tag == "a"
        self.links += 1 if is_link else inner.links
        self.linked += inner.signs if is_link else inner.linked


def furniture(root: _Element) -> frozenset[_Element]:
    """The elements that hold what is the site's own."""
    measures = {measure.element: measure for measure in _measured(root)}
    most = _MOST * measures[root].signs
    told = {e for e, m in measures.items() if m.signs <= most and _is_furniture(m)}
    return frozenset(e for e in told | _around_main(measures) if not measures[e].filled)


def _measured(root: _Element) -> Iterator[_Measure]:
    """The elements that are shown, each after those in it."""
    open_ones: list[_Measure] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag in _UNSEEN:
                walk.skip_subtree()
            outer = open_ones[-1] if open_ones else None
            within = outer is not None and (outer.within or outer.element.tag in _WITHIN)
            measure = _Measure(element, within, filled=_is_filled_in(element))
            if element.tag not in _UNSEEN:
                _count(measure, element.text)
            open_ones.append(measure)
        else:
            measure = open_ones.pop()
            yield measure
            if open_ones:
                open_ones[-1].take(measure)
                _count(open_ones[-1], element.tail)


def _count(measure: _Measure, text: str | None) -> None:
    measure.signs += len("".join((text or "").split()))
    measure.paths = measure.paths or "/" in (text or "")


def _around_main(measures: Mapping[_Element, _Measure]) -> set[_Element]:
    """What stands beside the one element that the page says is its main content."""
    mains = [e for e in measures if e.tag == "main" or e.get("role") == "main"]
    mains = mains or [e for e in measures if e.tag == "article"]
    if len(mains) != 1 or not measures[mains[0]].signs:
        return set()
    way = [mains[0], *mains[0].iterancestors()]
    return {e for outer in way[1:] for e in outer if e in measures} - set(way)


def _is_furniture(measure: _Measure) -> bool:
    element = measure.element
    tag, role = element.tag, element.get("role", "")
    if tag in _ASIDE or role in _ROLES or element.get("aria-modal") == "true":
        return True
    if tag == "header" and not measure.within:
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    named = tag not in {"html", "body"} and bool(_NAMED.search(names))
    return named or _is_byline(measure) or _is_menu(measure)


def _is_byline(measure: _Measure) -> bool:
    """A short line with the page's author or time, marked up as such or saying nothing else."""
    element = measure.element
    if element.tag not in _LINES or measure.signs > _LONGEST_BYLINE:
        return False
    said = "".join(map(str, element.itertext()))
    return measure.marked or _is_mark(element) or bool(_PUBLISHED.fullmatch(said.strip()))


def _is_mark(element: _Element) -> bool:
    told = element.get("itemprop") in _BYLINE_MARKS or element.get("rel") == "author"
    return told or element.tag == "time"


def _is_menu(measure: _Measure) -> bool:
    """Whether it is hardly anything but short links, as no list of addresses is."""
    if measure.element.tag not in _GROUPS or measure.links < _LEAST_LINKS or measure.paths:
        return False
    short = measure.linked <= _LONGEST_LINK * measure.links
    return short and measure.linked >= _IN_LINKS * measure.signs


def _is_filled_in(element: _Element) -> bool:
    """Whether it is a field in which something may have been answered."""
    if element.tag in {"textarea", "select"}:
        return True
    return element.tag == "input" and element.get("type", "").casefold() not in _BUTTONS
