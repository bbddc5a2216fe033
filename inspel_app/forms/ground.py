"""The text of a document as the form's printed texts are looked for in it."""

import re
from bisect import bisect_left
from collections.abc import Mapping

from inspel_app.forms.folding import FoldedText

LEAD = re.compile(
    r"(?:(?:fråga|f|q)\s*\d*\s*[:.)]\s*|\(?\d{1,3}[.)]\s+|\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+"
    r"|\(?(?:(?P<letter>[a-z])(?P=letter){0,4}|[ivxlc]{1,9})[.)]\s+|[^\w\s(☐☒☑]{1,3}\s*)+"
)
"""What may stand before a label on its line and belongs to it: a number, a bullet, "Fråga:"."""


class Ground:
    """Folded text that knows where its printed lines begin.

    `text` is folded; all positions are in it. `leads` maps the offset in the original of
    each beginning of a line to where what leads up to it begins (most often the same).
    """

    def __init__(self, original: str, leads: Mapping[int, int]) -> None:
        self.folded = FoldedText(original)
        self.text = self.folded.text
        folded = ((self.folded.folded(start), lead) for start, lead in leads.items())
        self._leads = {start: lead for start, lead in folded if start < len(self.text)}
        self.lines = sorted(self._leads)
        for start in self.lines:
            end = self.line_end(start)
            lead = LEAD.match(self.text, start, end)
            if lead and lead.end() < end:
                self._leads[lead.end()] = self._leads[start]
        self.starts = sorted(self._leads)

    def begins_line(self, position: int) -> bool:
        """Whether a line begins here, or goes on here after what leads up to a label."""
        return position in self._leads

    def line_end(self, position: int) -> int:
        """Where the line that holds this position ends."""
        after = bisect_left(self.lines, position + 1)
        return self.lines[after] - 1 if after < len(self.lines) else len(self.text)

    def ends_line(self, position: int) -> bool:
        """Whether nothing more stands on the line."""
        return position >= self.line_end(max(position - 1, 0))

    def original(self, position: int) -> int:
        """The offset in the original of a position, with what leads up to it."""
        return self._leads.get(position, self.folded.original(position))

    def original_end(self, position: int) -> int:
        """The offset in the original just after a stretch that ends here."""
        return self.folded.original_end(position)
