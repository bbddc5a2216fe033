"""A codebook as the text of a strategy file, for a person to go on with."""

import json
import textwrap
from collections.abc import Iterator

from inspel_app.domain.coding import Code, Codebook
from inspel_app.i18n import _

_WIDTH = 100


def strategy_text(codebook: Codebook) -> str:
    """The TOML that `read_strategy` makes the same codes of; it has no terms and no examples."""
    lines = [*_introduction(), "", f"titel = {_quoted(codebook.title)}", ""]
    lines.append(f'kopplas_till = "{codebook.leaves[0].kind}"')
    for code in codebook.codes:
        lines += ["", "[[kod]]", *_code(code)]
    return "\n".join(lines) + "\n"


def _introduction() -> list[str]:
    text = _(
        "Strategi ur en kodbok i formatet REFI-QDA. Förslagen blir bra först med ord och exempel: "
        "lägg till starka_ord, ord, svaga_ord och exempel under varje kod. Ändra slag till det "
        "som strategin kallar sina delar; kopplas_till är det slag som synpunkter kopplas till. "
        "Allt förklaras i docs/lagg-till-blankett-eller-strategi.md."
    )
    return [f"# {line}" for line in _wrapped(text, _WIDTH - 2)]


def _code(code: Code) -> Iterator[str]:
    yield f"id = {_quoted(code.id)}"
    yield f'slag = "{code.kind}"'
    yield f"titel = {_quoted(code.title)}"
    if code.parent is not None:
        yield f"del_av = {_quoted(code.parent)}"
    if code.description:
        yield 'beskrivning = """'
        yield from (_quoted(line)[1:-1] for line in _wrapped(code.description, _WIDTH))
        yield '"""'


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _quoted(text: str) -> str:
    """The text within quotation marks; JSON's escapes are among those of TOML."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
