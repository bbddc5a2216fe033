"""The guide's example is a strategy and a form that work as they stand."""

import re
from pathlib import Path

from inspel_app.domain.coding import CodeKind
from inspel_app.resources import check, load_form, load_strategy
from tests.resources.conftest import Writer

_GUIDE = Path(__file__).parents[2] / "docs/lagg-till-blankett-eller-strategi.md"
_EXAMPLE = re.compile(r"^`(\S+\.toml)`:\n\n```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\| ([^|]+) \|", re.MULTILINE)


def test_shows_a_strategy_and_a_form_that_load(write: Writer) -> None:
    guide = _GUIDE.read_text(encoding="utf-8")
    written = [write(name, text) for name, text in _EXAMPLE.findall(guide)]
    assert [check(path) for path in written] == [[], []]
    book, form = load_strategy(written[0].stem), load_form(written[1].stem)
    assert [code.id for code in book.leaves] == ["1.1", "1.2"]
    assert [q.id for q in form.questions][3:] == [
        "1.1.mal", "1.1.behov", "1.2.mal", "1.2.behov", "jamstalldhet.synpunkter"
    ]  # fmt: skip


def test_explains_every_key_that_the_files_may_hold() -> None:
    guide = _GUIDE.read_text(encoding="utf-8")
    explained = set(re.findall(r"[a-z_]+", " ".join(_ROW.findall(guide))))
    package = Path(__file__).parents[2] / "inspel_app/resources"
    source = "".join((package / name).read_text() for name in ("strategy.py", "form.py"))
    calls = r"\.(?:\w*text|texts|lines|choice|reference|tables?|own)\((?:\w+, )?\"([a-z_]+)\""
    asked = set(re.findall(calls, source)) | {"starka_ord", "ord", "svaga_ord"}
    assert {"kopplas_till", "frageset", "bildtext", "egen_text", "del_av"} <= asked
    assert asked <= explained


def test_lists_every_kind_of_code() -> None:
    guide = _GUIDE.read_text(encoding="utf-8")
    assert all(f"`{kind}`" in guide for kind in CodeKind)
