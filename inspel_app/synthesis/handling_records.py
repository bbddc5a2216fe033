"""What becomes of points, and the strategy's text, as records of the JSON export."""

from typing import Any

from inspel_app.domain.handling import Handled, Section, Wording

Record = dict[str, Any]


def handling(handled: Handled | None) -> Record | None:
    """What is said of a point, by itself or by its theme, or of a theme; None if nothing is."""
    if handled is None:
        return None
    said = handled.handling
    return {
        "disposition": said.disposition,
        "reason": said.text,
        "responsible": said.responsible,
        "state": said.state,
        "via": handled.via,
    }


def section(one: Section, wording: Wording | None) -> Record:
    """A section with its new text, and which points and themes led to which sentence of it."""
    sources = wording.sources if wording else ()
    return {
        "id": one.id,
        "code": one.code,
        "heading": one.heading,
        "level": one.level,
        "text": one.text,
        "wording": wording.text if wording else None,
        "sources": [
            {"kind": s.target.kind, "id": s.target.id, "sentence": s.sentence} for s in sources
        ],
    }
