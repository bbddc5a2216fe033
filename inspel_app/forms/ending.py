"""Where the form ends and the respondent goes on under headings of their own."""

from collections.abc import Sequence

from inspel_app.domain.document import Block, BlockKind, Document, Role
from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.align import Match
from inspel_app.forms.ranges import Range

_TITLES = frozenset({LabelKind.SECTION, LabelKind.HEADING})


def own_section(document: Document, template: FormTemplate, matches: Sequence[Match]) -> Range:
    """What stands after the last question from a heading as high as the form's own; else empty.

    A heading before further questions, or a lower one, is part of the answer that it stands in.
    """
    end = len(document.cell_by_cell)
    labels = template.labels
    last = max((m.end for m in matches if labels[m.label].question is not None), default=end)
    titles = [_block(document, m) for m in matches if labels[m.label].kind in _TITLES]
    lowest = max((b.level for b in titles if b.kind is BlockKind.HEADING), default=1)
    printed = {_block(document, m).start for m in matches}
    begins = (
        block.start
        for block in document.blocks
        if block.start >= last and block.start not in printed and _is_title(block, lowest)
    )
    return next(begins, end), end


def _is_title(block: Block, lowest: int) -> bool:
    """Whether it is a heading outside tables and controls, as a writer or program marked it."""
    running = block.role is Role.BODY and block.cell is None and not block.controls
    return running and block.kind is BlockKind.HEADING and block.level <= lowest


def _block(document: Document, match: Match) -> Block:
    return document.block_at(match.start)
