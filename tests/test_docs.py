"""The documents name what there is, and nothing else."""

import inspect
import re
import shlex
from argparse import ArgumentParser, _SubParsersAction
from pathlib import Path
from types import ModuleType

import pytest

from inspel_app import __version__
from inspel_app.cli.parser import make_parser
from inspel_app.domain.form import ActorType, Status
from inspel_app.domain.synthesis import Audience
from inspel_app.errors import ExitCode
from inspel_app.resources import form, settings, strategy
from inspel_app.resources.tables import Table
from inspel_app.services.todo import Concern

ROOT = Path(__file__).parents[1]
CONTRACT = (ROOT / "docs" / "kontrakt.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
NOT_IN_HELP = {"help"}


def commands() -> dict[str, ArgumentParser]:
    (action,) = (a for a in make_parser()._actions if isinstance(a, _SubParsersAction))
    found: dict[str, ArgumentParser] = action.choices
    return found


def targets() -> set[str]:
    (line,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    return set(line.split())


@pytest.mark.parametrize("name", commands())
def test_the_contract_names_every_command_with_its_options(name: str) -> None:
    named = re.compile(rf"`inspel {name}[ `]")
    rows = (line for line in CONTRACT.splitlines() if line.startswith("| "))
    (row,) = (line for line in rows if named.search(line.partition(" | ")[0]))
    options = {o for a in commands()[name]._actions for o in a.option_strings}
    general = {"-h", "--help", "--json"}
    assert {o for o in options - general if o not in row} == set()
    assert all(f"`{option}`" in CONTRACT for option in general)


def test_the_contract_names_no_other_command() -> None:
    assert set(re.findall(r"`inspel ([a-z-]+)", CONTRACT)) == set(commands())


def test_the_contract_explains_every_exit_code() -> None:
    section = CONTRACT.partition("### Exit codes")[2].partition("\n## ")[0]
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)} == set(
        ExitCode
    )


@pytest.mark.parametrize("kind", [ActorType, Status, Audience])
def test_the_contract_lists_every_value_in_order(
    kind: type[ActorType] | type[Status] | type[Audience],
) -> None:
    listed = "|".join(kind)
    assert listed in CONTRACT.replace("\\|", "|")


def test_readme_runs_only_what_there_is() -> None:
    assert set(re.findall(r"\bmake ([a-z]+)", README)) <= targets()
    assert {"demo", "test", "app"} <= set(re.findall(r"\bmake ([a-z]+)", README))
    spoken = set(re.findall(r"^(?:\.venv\\Scripts\\)?inspel ([a-z-]+)", README, re.MULTILINE))
    assert {"run", "new", "import", "export"} <= spoken <= set(commands())


def test_readme_gives_each_command_in_a_form_that_is_understood() -> None:
    for line in re.findall(r"^inspel (.+)$", README, re.MULTILINE):
        words = [quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', line)]
        assert make_parser().parse_args(words).command == words[0]


def test_every_make_target_is_told_by_make_help() -> None:
    told = set(re.findall(r'@echo "make (\w+) ', MAKEFILE))
    assert told == targets() - NOT_IN_HELP


def keys_of(*modules: ModuleType) -> set[str]:
    """The keys of a data file that its readers ask for."""
    asking = [
        name
        for name, method in inspect.getmembers(Table, inspect.isfunction)
        if "key" in inspect.signature(method).parameters and not name.startswith("_")
    ]
    asked = re.compile(rf"\.(?:{'|'.join(asking)})\(\s*\"([a-z_]+)\"")
    return {key for module in modules for key in asked.findall(inspect.getsource(module))}


@pytest.mark.parametrize(
    ("guide", "readers"),
    [
        ("lagg-till-blankett-eller-strategi.md", (form, strategy)),
        ("installningar.md", (settings,)),
    ],
)
def test_the_guide_explains_every_key_of_a_data_file(
    guide: str, readers: tuple[ModuleType, ...]
) -> None:
    rows = re.findall(r"^\| (`.*?) \| ", (ROOT / "docs" / guide).read_text("utf-8"), re.MULTILINE)
    told = {key for row in rows for key in re.findall(r"[a-z_]+", row)}
    assert len(keys_of(*readers)) > len(readers)
    assert keys_of(*readers) - told == set()


def test_the_guides_settings_are_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = (ROOT / "docs" / "installningar.md").read_text("utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    monkeypatch.setenv("INSPEL_DATA", str(tmp_path))
    (tmp_path / "installningar.toml").write_text(example, "utf-8")
    assert settings.load_settings() == settings.Settings(
        name="Åsa Öberg",
        theme=settings.Theme.DARK,
        text_size=125,
        ocr=("swe", "fin"),
        learns=False,
        template=r"C:\mallar\Region utan logotyp.docx",
    )


def test_the_change_log_knows_the_version_or_has_it_ahead() -> None:
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "## [Unreleased]" in log or f"## [{__version__}]" in log


@pytest.mark.parametrize("name", commands())
def test_the_contract_names_every_value_that_an_option_takes(name: str) -> None:
    taken = {str(c) for a in commands()[name]._actions for c in a.choices or () if c}
    assert {c for c in taken if not re.search(rf"(?<![\w-]){c}(?![\w-])", CONTRACT)} == set()


def test_the_guide_tells_what_is_set_in_the_environment() -> None:
    code = "".join(file.read_text("utf-8") for file in (ROOT / "inspel_app").rglob("*.py"))
    read = set(re.findall(r"environ(?:\.get\(|\[)\"(INSPEL_\w+)\"", code))
    guide = (ROOT / "docs" / "installningar.md").read_text("utf-8")
    assert read == set(re.findall(r"INSPEL_\w+", guide))


def test_the_guide_tells_what_to_do_about_each_concern() -> None:
    guide = (ROOT / "docs" / "efter-inlasningen.md").read_text("utf-8")
    told = guide.partition("| i listan |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| [^|]+ \|$", told, re.MULTILINE)
    assert set(rows) == {concern.label.partition(",")[0] for concern in Concern}


def blocks_of(document: Path) -> list[str]:
    """The blocks of code that have no language: what is typed."""
    return re.findall(r"^```\n(.*?)^```", document.read_text("utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_commands_in_documents_are_understood(document: Path) -> None:
    lines = [line for block in blocks_of(document) for line in block.splitlines()]
    for line in lines:
        if line.startswith("inspel "):
            words = shlex.split(line.partition("  #")[0])
            assert make_parser().parse_args(words[1:]).command == words[1]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_options_in_documents_are_the_commands(document: Path) -> None:
    for name, rest in re.findall(r"`inspel ([a-z][a-z-]*)( [^`]*)?`", document.read_text("utf-8")):
        known = {option for a in commands()[name]._actions for option in a.option_strings}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= known, name


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_files_and_modules_in_documents_are_there(document: Path) -> None:
    text = document.read_text("utf-8")
    modules = set(re.findall(r"python -m ((?:tests|models|inspel_app)[\w.]*\w)", text))
    named = {Path(*module.split(".")) for module in modules}
    gone = {
        n for n in named if not (ROOT / n).is_dir() and not (ROOT / n).with_suffix(".py").exists()
    }
    assert gone == set()
    files = set(re.findall(r"`((?:[\w-]+/)*\w+\.py)`", text))
    there = [
        f.as_posix()
        for part in ("inspel_app", "tests", "models")
        for f in (ROOT / part).rglob("*.py")
    ]
    assert {file for file in files if not any(f.endswith(f"/{file}") for f in there)} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (document.parent / link).exists()] == []
