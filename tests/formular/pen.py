"""Writes text as Word stores it: split over runs, with rsids, proof marks, fields and lists."""

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from tests.formular.furniture import BULLET_LIST, NUMBER_LIST
from tests.formular.ooxml import Package, element
from tests.formular.source import PLACEHOLDER

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.example")
LIST_MARK = re.compile(r"(?:(?P<bullet>[-•])|\d+[.)]) ")
REVISED = {"w_author": "Styrelsen", "w_date": "2025-06-12T14:00:00Z"}


class Pen:
    """Makes the paragraphs, runs and content controls of one Word file.

    All chance comes from the seed: the same text and seed give the same XML. A footnote's
    reference is put after the words `note_after`, wherever they come. With `links`, an e-mail
    address becomes a link, as Word makes it of its own accord.
    """

    def __init__(
        self, package: Package, seed: str, note_after: str = "", *, links: bool = True
    ) -> None:
        self.package = package
        self._links = links
        self._note_after = note_after
        self._chance = random.Random(seed)
        self._rsids = [self._hex() for _ in range(4)]
        self._last_id = self._chance.randrange(10**8, 10**9)

    def paragraph(
        self, *content: etree._Element, style: str = "", in_list: str = ""
    ) -> etree._Element:
        """A paragraph of runs; with `in_list`, an item of the list of that number."""
        node = element(
            "w:p",
            w14_paraId=self._hex(),
            w14_textId="77777777",
            w_rsidR=self._rsid(),
            w_rsidRDefault=self._rsid(),
        )
        properties = element("w:pPr")
        if style:
            properties.append(element("w:pStyle", w_val=style))
        if in_list:
            properties.append(
                element(
                    "w:numPr",
                    element("w:ilvl", w_val="0"),
                    element("w:numId", w_val=in_list),
                )
            )
        if len(properties):
            node.append(properties)
        node.extend(content)
        return node

    def printed(self, text: str, style: str = "") -> etree._Element:
        """A paragraph of the form's own text."""
        return self.paragraph(*self.runs(text, splits=1), style=style)

    def runs(self, text: str, *, splits: int = 4) -> list[etree._Element]:
        """The text over several runs, as after a few rounds of writing and proof reading."""
        if self._links and ADDRESS.fullmatch(text):
            relation = self.package.relate("hyperlink", f"mailto:{text}", external=True)
            return [element("w:hyperlink", self._run(text), r_id=relation)]
        before, note, after = text.partition(self._note_after) if self._note_after else ("", "", "")
        if note:
            return [*self._split(before + note, splits), _note_mark(), *self._split(after, splits)]
        return self._split(text, splits)

    def _split(self, text: str, splits: int) -> list[etree._Element]:
        cuts = sorted({0, len(text), *(self._cut(text) for _ in range(splits))})
        pieces = [text[a:b] for a, b in pairwise(cuts)]
        return [node for piece in pieces for node in self._piece(piece)]

    def lines(self, text: str) -> list[etree._Element]:
        """The text as runs within one paragraph, with a line break for each of its own."""
        nodes: list[etree._Element] = []
        for number, line in enumerate(text.split("\n")):
            if number:
                nodes.append(element("w:r", element("w:br")))
            nodes.extend(self.runs(line))
        return nodes

    def paragraphs(self, text: str) -> list[etree._Element]:
        """The text as paragraphs, its list items as items of Word's own lists."""
        return [self._list_item(line) for line in text.split("\n")]

    def control(
        self, content: list[etree._Element], *, placeholder: bool = False, title: str = ""
    ) -> etree._Element:
        """A content control around runs, paragraphs, cells or rows."""
        self._last_id += 1
        properties = element("w:sdtPr", element("w:id", w_val=str(self._last_id)))
        if title:
            properties.insert(0, element("w:alias", w_val=title))
        part = element("w:docPart", w_val="DefaultPlaceholder_-1854013440")
        properties.append(element("w:placeholder", part))
        if placeholder:
            properties.append(element("w:showingPlcHdr"))
        return element("w:sdt", properties, element("w:sdtContent", *content))

    def placeholder(self, *, styled: bool = True) -> list[etree._Element]:
        """The text that stands in a control while nobody has written in it."""
        return [self._run(PLACEHOLDER, style="PlaceholderText" if styled else "")]

    def inserted(self, content: list[etree._Element]) -> etree._Element:
        """Runs that somebody inserted with change tracking on."""
        return element("w:ins", *content, w_id=self._next(), **REVISED)

    def deleted(self, text: str) -> etree._Element:
        """Text that somebody deleted with change tracking on."""
        node = element("w:delText", text)
        node.set(XML_SPACE, "preserve")
        return element("w:del", element("w:r", node), w_id=self._next(), **REVISED)

    def commented(self, content: list[etree._Element], number: int) -> list[etree._Element]:
        """Runs with a comment on them."""
        mark = str(number)
        reference = element("w:r", element("w:commentReference", w_id=mark))
        return [
            element("w:commentRangeStart", w_id=mark),
            *content,
            element("w:commentRangeEnd", w_id=mark),
            reference,
        ]

    def _list_item(self, line: str) -> etree._Element:
        mark = LIST_MARK.match(line)
        if mark:
            in_list = BULLET_LIST if mark["bullet"] else NUMBER_LIST
            rest = self.runs(line[mark.end() :])
            return self.paragraph(*rest, style="ListParagraph", in_list=in_list)
        return self.paragraph(*self.runs(line))

    def _piece(self, text: str) -> Iterator[etree._Element]:
        """One run, now and then between marks that hold no text."""
        match self._chance.randrange(8):
            case 0:
                yield element("w:proofErr", w_type="spellStart")
                yield self._run(text)
                yield element("w:proofErr", w_type="spellEnd")
            case 1:
                number = self._next()
                yield element("w:bookmarkStart", w_id=number, w_name=f"_Hlk{number}")
                yield self._run(text)
                yield element("w:bookmarkEnd", w_id=number)
            case 2:
                run = self._run(text)
                run.insert(len(run) - 1, element("w:lastRenderedPageBreak"))
                yield run
            case _:
                yield self._run(text)

    def _run(self, text: str, style: str = "") -> etree._Element:
        node = element("w:t", text)
        node.set(XML_SPACE, "preserve")
        run = element("w:r", w_rsidRPr=self._rsid())
        if style:
            run.append(element("w:rPr", element("w:rStyle", w_val=style)))
        elif self._chance.random() < 0.3:
            run.append(element("w:rPr", element("w:lang", w_val="sv-SE")))
        run.append(node)
        return run

    def _cut(self, text: str) -> int:
        """A place to split at: mostly between words, sometimes within one."""
        place = self._chance.randint(0, len(text))
        space = text.find(" ", place)
        return place if space < 0 or self._chance.random() < 0.25 else space

    def _hex(self) -> str:
        return f"{self._chance.randrange(1, 0x7FFFFFFF):08X}"

    def _rsid(self) -> str:
        return self._chance.choice(self._rsids)

    def _next(self) -> str:
        self._last_id += 1
        return str(self._last_id)


def _note_mark() -> etree._Element:
    return element("w:r", element("w:footnoteReference", w_id="1"))
