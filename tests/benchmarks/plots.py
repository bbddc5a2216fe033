"""Pictures of figures as SVG, drawn by themselves, and tables put in a document between marks."""

import math
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

_WIDE, _HIGH, _LEFT, _LINE = 760, 360, 60, 24
_COLOURS = ("#1f5fa8", "#c2410c", "#15803d", "#7c3aed", "#b91c1c", "#0e7490", "#a16207")
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}"'
    ' font-family="sans-serif" font-size="13">'
)

Point = tuple[float, float]


def bars(values: Mapping[str, float], unit: str, path: Path) -> None:
    """A bar for each value, with its name and figure."""
    most, high = max(values.values()), _LINE * len(values) + 10
    parts = [_HEAD.format(wide=_WIDE, high=high), _ground(high)]
    for n, (name, value) in enumerate(values.items()):
        top, wide = n * _LINE + 5, 280 * value / most
        parts.append(_text(395, top + 14, name, "end"))
        parts.append(f'<rect x="400" y="{top}" width="{wide:.1f}" height="18" fill="#1f5fa8"/>')
        parts.append(_text(406 + wide, top + 14, f"{value:.2f}{unit}"))
    path.write_text("\n".join([*parts, "</svg>", ""]), "utf-8")


def curves(series: Mapping[str, Sequence[Point]], across: str, up: str, path: Path) -> None:
    """A line for each series, both axes by powers of ten."""
    logs = {k: [(math.log10(x), math.log10(y)) for x, y in p] for k, p in series.items()}
    every = [point for line in logs.values() for point in line]
    x0, x1 = min(x for x, _y in every), max(x for x, _y in every)
    y0, y1 = (f(y for _x, y in every) for f in (min, max))
    y0, y1 = math.floor(y0), math.ceil(y1)

    def at(x: float, y: float) -> Point:
        return (
            _LEFT + (x - x0) / (x1 - x0 or 1) * (_WIDE - _LEFT - 230),
            _HIGH - 40 - (y - y0) / (y1 - y0 or 1) * (_HIGH - 60),
        )

    parts = [_HEAD.format(wide=_WIDE, high=_HIGH), _ground(_HIGH)]
    parts += [_text(5, at(x0, y)[1] + 4, f"{10.0**y:g}") for y in range(y0, y1 + 1)]
    parts += [
        _text(at(x, y0)[0], _HIGH - 22, f"{10**x:,.0f}", "middle")
        for x in sorted({x for x, _y in every})
    ]
    parts += [_text(_LEFT, _HIGH - 5, across), _text(5, 12, up)]
    for n, (name, line) in enumerate(sorted(logs.items(), key=lambda i: -i[1][-1][1])):
        colour = _COLOURS[n % len(_COLOURS)]
        way = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(*point) for point in line))
        parts.append(f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<g fill="{colour}">{_text(_WIDE - 215, 40 + n * _LINE, name)}</g>')
    path.write_text("\n".join([*parts, "</svg>", ""]), "utf-8")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The same in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def put(document: Path, mark: str, text: str) -> None:
    """Let a text stand between a document's marks `<!-- mark -->` and `<!-- end of mark -->`."""
    begin, end = f"<!-- {mark} -->", f"<!-- end of {mark} -->"
    before, _, rest = document.read_text("utf-8").partition(begin)
    after = rest.partition(end)[2]
    document.write_text(f"{before}{begin}\n{text}\n{end}{after}", "utf-8")


def _ground(high: int) -> str:
    return f'<rect width="{_WIDE}" height="{high}" fill="#ffffff"/>'


def _text(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
