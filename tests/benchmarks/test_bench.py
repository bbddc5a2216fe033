"""What benchmarks print becomes a table and a picture, and the made round is always the same."""

import xml.etree.ElementTree as ET
from pathlib import Path

from inspel_app.services.rounds import new_round
from tests.benchmarks import scale
from tests.benchmarks.bench import PARTS, figures_in, left_out_in
from tests.benchmarks.plots import bars, curves, put, table

PRINTED = """Word form, read / python-docx, all text                         1.57  <= 3
PDF text, pdfplumber / read                                     8.00  >= 10
1,000 texts ranked                                              2.08
OCRmyPDF: left out, for it is not on PATH
"""


def test_reads_what_is_printed() -> None:
    word, pdf, ranked = figures_in("reading", PRINTED)
    assert (word.value, word.aim, word.used) == (1.57, "<= 3", 1.57 / 3)
    assert pdf.used == 10 / 8
    assert (ranked.value, ranked.used) == (2.08, None)
    assert left_out_in(PRINTED) == ["OCRmyPDF: left out, for it is not on PATH"]


def test_every_part_is_a_module_that_is_there() -> None:
    root = Path(__file__).parents[2]
    for module, *_told in PARTS.values():
        path = root.joinpath(*module.split("."))
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists()


def test_draws_pictures_that_hold_every_figure(tmp_path: Path) -> None:
    bars({"sök": 0.5, "a < b": 2.0}, " s", tmp_path / "a.svg")
    curves({"lagra": [(10, 0.1), (1000, 30)], "tema": [(10, 5)]}, "n", "s", tmp_path / "b.svg")
    told = "".join(ET.parse(tmp_path / "a.svg").getroot().itertext())  # noqa: S314 - our own
    assert "a < b" in told
    assert "2.00 s" in told
    lines = "".join(ET.parse(tmp_path / "b.svg").getroot().itertext())  # noqa: S314 - our own
    assert "lagra" in lines
    assert "1,000" in lines


def test_puts_a_table_in_its_place_again_and_again(tmp_path: Path) -> None:
    document = tmp_path / "d.md"
    document.write_text("a\n<!-- x -->\n<!-- end of x -->\nb\n", "utf-8")
    for value in ("1", "2"):
        put(document, "x", table(["h"], [[value]]))
    assert document.read_text("utf-8") == (
        "a\n<!-- x -->\n| h |\n| --- |\n| 2 |\n<!-- end of x -->\nb\n"
    )


def test_makes_the_same_inspel_each_time_and_all_of_them_different() -> None:
    made = [text for _inspel, text in scale.submissions(40)]
    assert made == [text for _inspel, text in scale.submissions(40)]
    assert len(set(made)) == 40


def test_measures_each_step_of_a_small_round(tmp_path: Path) -> None:
    steps = dict(scale.figures(5, tmp_path, analysed=False))
    assert list(steps) == ["store", "duplicates and campaigns", "a search"]
    with new_round(tmp_path / "o.inspel") as project:
        scale._keep(project, 5)
        assert len(project.submissions()) == 5
