"""The synthesis as one HTML file that needs nothing beside it."""

from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from inspel_app.domain.synthesis import Synthesis
from inspel_app.i18n import _
from inspel_app.synthesis import assets, words
from inspel_app.synthesis.report import report


class HtmlExporter:
    """Writes the report for a browser: searchable, in light and dark, closed to the outside."""

    format = "html"
    suffix = ".html"

    def render(self, synthesis: Synthesis) -> bytes:
        """HTML in UTF-8; its content security policy lets nothing in but its own script."""
        style, script = (
            (assets.folder() / name).read_text(encoding="utf-8")
            for name in ("rapport.css", "rapport.js")
        )
        types = [words.actor_type(kind) for kind, _count in synthesis.by_type]
        text = (
            _environment()
            .get_template("rapport.html.j2")
            .render(
                report=report(synthesis),
                actor_types=types,
                program=synthesis.facts.program,
                style=Markup(style),  # noqa: S704 - our own file
                script=Markup(script),  # noqa: S704 - our own file
                style_hash=_hash(style),
                script_hash=_hash(script),
            )
        )
        return words.clean(text).encode("utf-8")


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(assets.folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["_"] = _
    environment.filters["kind"] = lambda block: type(block).__name__
    return environment


def _hash(text: str) -> str:
    """The text's hash as a content security policy names it."""
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
