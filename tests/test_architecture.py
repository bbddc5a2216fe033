"""Who may import whom: the design's rules as sentences that can fail."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "inspel_app"
MIDDLE = {"reading", "forms", "analysis", "synthesis", "store", "resources"}
FROM_ANYWHERE = {"errors", "i18n", "frozen"}
HEAVY = {"spacy", "sklearn", "scipy", "onnxruntime", "tokenizers"}
CLUSTER = {"dask", "distributed", "tornado"}
NETWORK = CLUSTER | {"socket", "ssl", "http", "urllib3", "requests"}
LONGEST_FILE = 450
LONGEST_FUNCTION = 50
SQL = ("SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "CREATE TABLE", "PRAGMA ")


@dataclass(frozen=True)
class Import:
    """One import statement: where it stands, what it imports, and whether at module level."""

    file: Path
    module: str
    at_start: bool

    @property
    def layer(self) -> str:
        """The part of the program that imports."""
        return layer_of(self.file)

    @property
    def target(self) -> str:
        """The part of the program that is imported, or else the name of the library."""
        name, _, rest = self.module.partition(".")
        return rest.partition(".")[0] if name == PACKAGE.name else name

    @property
    def is_ours(self) -> bool:
        return self.module.startswith(f"{PACKAGE.name}.")

    def __str__(self) -> str:
        return f"{self.file.relative_to(PACKAGE)} imports {self.module}"


def layer_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


@cache
def imports() -> list[Import]:
    return [found for file in files() for found in imports_in(file)]


def imports_in(file: Path) -> Iterator[Import]:
    tree = tree_of(file)
    lazy = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module), names=names):
                whole = PACKAGE.name == module  # from inspel_app import reading
                for name in names if whole else [None]:
                    yield Import(
                        file, f"{module}.{name.name}" if name else module, node not in lazy
                    )
            case ast.Import(names=names):
                for name in names:
                    yield Import(file, name.name, node not in lazy)


def crossings(layers: set[str], allowed: set[str]) -> list[str]:
    """Imports out of the layers into other parts of the program than the allowed."""
    return [
        str(i)
        for i in imports()
        if i.layer in layers
        and i.is_ours
        and i.target != "__version__"
        and i.target not in {i.layer} | allowed | FROM_ANYWHERE
    ]


def test_there_is_a_program_to_judge() -> None:
    assert {layer_of(file) for file in files()} >= MIDDLE | {"cli", "services", "domain"}
    assert len(imports()) > 100


def test_errors_and_texts_import_nothing_of_ours() -> None:
    assert crossings(FROM_ANYWHERE, set()) == []


def test_the_domain_imports_only_the_standard_library() -> None:
    foreign = [
        str(i)
        for i in imports()
        if i.layer == "domain" and not i.is_ours and i.target not in sys.stdlib_module_names
    ]
    assert foreign == []
    assert crossings({"domain"}, set()) == []


def test_the_middle_packages_know_the_domain_and_never_each_other() -> None:
    assert crossings(MIDDLE - {"resources"}, {"domain"}) == []
    assert crossings({"resources"}, {"domain", "config"}) == []


def test_services_use_the_middle_packages_and_know_neither_command_line_nor_window() -> None:
    assert crossings({"services"}, MIDDLE | {"domain", "config"}) == []


def test_the_command_line_asks_services_and_never_the_store_or_the_readers() -> None:
    assert crossings({"cli"}, {"services", "domain", "config", "resources", "gui"}) == []


def test_the_window_asks_services_and_never_the_store_or_the_readers() -> None:
    assert crossings({"gui"}, {"services", "domain", "config", "resources"}) == []


def test_qt_is_imported_in_the_window_alone() -> None:
    assert [str(i) for i in imports() if i.target.startswith("PySide6") and i.layer != "gui"] == []


def test_sql_is_written_in_the_store_alone() -> None:
    libraries = {"sqlite3", "sqlite_utils"}
    assert [str(i) for i in imports() if i.target in libraries and i.layer != "store"] == []
    outside = [file for file in files() if layer_of(file) != "store"]
    assert [
        f"{file.name}: {text[:60]}"
        for file in outside
        for text in texts_in(file)
        if text.lstrip().startswith(SQL)
    ] == []


def texts_in(file: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_heavy_libraries_are_loaded_when_first_needed_and_never_at_start() -> None:
    assert [str(i) for i in imports() if i.target in HEAVY and i.at_start] == []


def test_what_opens_connections_is_imported_for_a_cluster_alone() -> None:
    cluster = PACKAGE / "services" / "cluster.py"
    assert [str(i) for i in imports() if i.target in NETWORK and i.file != cluster] == []


@pytest.mark.parametrize("file", files(), ids=lambda f: str(f.relative_to(PACKAGE)))
def test_files_and_functions_are_short(file: Path) -> None:
    assert file.read_text("utf-8").count("\n") <= LONGEST_FILE
    assert [
        f"{node.name}: {length(node)} lines"
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if length(node) > LONGEST_FUNCTION
    ] == []


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_loading_the_services_loads_neither_qt_nor_the_heavy_libraries() -> None:
    names = [f"inspel_app.services.{file.stem}" for file in (PACKAGE / "services").glob("*.py")]
    loaded = modules_after("\n".join(f"import {name}" for name in sorted(names)))
    assert "inspel_app.services.intake" in loaded
    roots = {name.partition(".")[0] for name in loaded}
    assert roots & (HEAVY | CLUSTER | {"PySide6"}) == set()


def test_the_help_of_the_command_line_loads_nothing_that_takes_time() -> None:
    loaded = modules_after("from inspel_app.cli.parser import make_parser; make_parser()")
    assert {name.partition(".")[0] for name in loaded} & (HEAVY | {"PySide6", "numpy"}) == set()


def modules_after(code: str) -> set[str]:
    """The names of all modules that a fresh interpreter holds after running the code."""
    report = "\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code + report], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())
