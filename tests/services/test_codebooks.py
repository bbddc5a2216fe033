"""A code system of another program becomes a strategy that rounds can be made with."""

from pathlib import Path

import pytest

from inspel_app.errors import DataFileError, UsageError
from inspel_app.resources import check, load_strategy, strategies, strategy_folder
from inspel_app.services.codebooks import import_codebook
from inspel_app.services.reporting import export, usual_audience
from inspel_app.services.rounds import codebook_of, new_round

QDC = """<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
  <Code guid="a" name="1 Resor" isCodable="false"><Description>Hur folk reser.</Description>
    <Code guid="b" name="1.1 Buss" isCodable="true"/></Code></Codes></CodeBook>"""


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A code system, and a folder of the user's own."""
    monkeypatch.setenv("INSPEL_DATA", str(tmp_path / "eget"))
    strategy_folder().mkdir(parents=True)
    path = tmp_path / "kodbok.qdc"
    path.write_text(QDC, "utf-8")
    return path


def test_a_round_can_be_made_with_it(source: Path) -> None:
    target = strategy_folder() / "resor-2035.toml"
    made = import_codebook(source, target)
    assert check(target) == []
    assert load_strategy("resor-2035") == made
    with new_round(source.with_name("omgang.inspel"), strategy="resor-2035") as project:
        assert codebook_of(project)["1.1"].title == "Buss"


def test_a_strategy_that_is_there_is_left_as_it_was(source: Path) -> None:
    target = source.with_name("resor.toml")
    target.write_text("rört", "utf-8")
    with pytest.raises(UsageError, match="finns redan"):
        import_codebook(source, target)
    assert target.read_text("utf-8") == "rört"


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("resor.txt", UsageError),
        ("Resor 2035.toml", DataFileError),
        ("vasterbotten-2020-2030.toml", DataFileError),
    ],
)
def test_a_name_that_is_no_id_is_refused(source: Path, name: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        import_codebook(source, source.with_name(name))
    assert not source.with_name(name).exists()


def test_nothing_is_written_of_a_file_with_faults(source: Path) -> None:
    source.write_text("<html/>", "utf-8")
    with pytest.raises(DataFileError):
        import_codebook(source, source.with_name("resor.toml"))
    assert not source.with_name("resor.toml").exists()


@pytest.mark.parametrize("strategy", strategies())
def test_what_goes_out_comes_back_the_same(source: Path, strategy: str) -> None:
    original, out = load_strategy(strategy), source.with_name("ut.qdc")
    with new_round(source.with_name("omgang.inspel"), strategy=strategy) as project:
        export(project, "qdc", out, usual_audience("qdc"))
    target = strategy_folder() / "tillbaka.toml"
    back = import_codebook(out, target)
    assert check(target) == []
    titles = {c.id: c.title for c in original.codes}
    titles_back = {c.id: c.title for c in back.codes}
    assert [(c.title, titles_back.get(c.parent or ""), c.description) for c in back.codes] == [
        (c.title, titles.get(c.parent or ""), c.description) for c in original.codes
    ]
    numbered = [c.id for c in original.codes if c.id[0].isdigit()]
    assert [c.id for c in back.codes if c.id[0].isdigit()] == numbered
    assert {c.title for c in back.leaves} >= {c.title for c in original.leaves}
