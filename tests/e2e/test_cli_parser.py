"""The commands explain themselves in Swedish, quickly, and refuse what makes no sense."""

import argparse
import ast
import inspect
import os
import re
import subprocess
import sys

import pytest

from inspel_app import __version__
from inspel_app.__main__ import main as program
from inspel_app.cli import swedish
from inspel_app.cli.main import main
from inspel_app.cli.parser import FORMATS, make_parser
from inspel_app.errors import ExitCode
from inspel_app.services.reporting import FORMATS as WRITABLE

(_MENU,) = (a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction))
COMMANDS: dict[str, argparse.ArgumentParser] = _MENU.choices
ENGLISH = re.compile(r"\b(usage|error|arguments?:|options?:|show|required|invalid|choose|help)\b")

FOR_PROGRAMMERS = re.compile(
    r"conflicting|not defined|is an invalid argument for positionals|mutually exclusive"
    r"|cannot have|is not callable|can't open|cannot merge|invalid option string|dest= is"
    r"|conflict_resolution|argument \"-\" with mode|unexpected option string|conflict_handler"
)
"""Texts of argparse that only a fault in our own parser could bring out."""


def ended(arguments: list[str]) -> int:
    """The exit code of a command that ends while its arguments are being read."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert isinstance(caught.value.code, int)
    return caught.value.code


def test_every_text_that_argparse_can_say_has_a_swedish_one() -> None:
    calls = (
        node
        for node in ast.walk(ast.parse(inspect.getsource(argparse)))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )
    texts = {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in {"_", "ngettext"}
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    texts -= {"title", "description", "subcommands"}
    lacking = {t for t in texts - set(swedish._texts()) if not FOR_PROGRAMMERS.search(t)}
    assert not lacking


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_explains_itself_in_swedish(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert ended([*command, "--help"]) == ExitCode.OK
    text = capsys.readouterr().out
    assert text.startswith("användning: inspel")
    assert not ENGLISH.search(re.sub(r"--\w+|work|export", "", text))


@pytest.mark.parametrize("command", COMMANDS)
def test_says_what_it_does_in_a_sentence_and_what_each_argument_is_in_a_phrase(
    command: str,
) -> None:
    parser = COMMANDS[command]
    assert re.fullmatch(r"[A-ZÅÄÖ][^\n]+[^.]\.", parser.description or "")
    for argument in parser._actions:
        assert re.fullmatch(r"[^\n]+[^.\s]", argument.help or ""), argument.dest


def test_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    ended(["--help"])
    text = capsys.readouterr().out
    listed = re.findall(r"^ {4}([a-z]\S+)", text, re.MULTILINE)
    assert listed == list(COMMANDS)


def test_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(["--version"]) == ExitCode.OK
    assert capsys.readouterr().out == f"inspel {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["finns-inte"], "finns inte att välja på"),
        (["run", "a.docx"], "följande saknas: -o"),
        (["import", "p.inspel"], "följande saknas: FIL"),
        (["import", "p.inspel", "a.txt", "--jobs", "0"], "heltal från 1"),
        (["import", "p.inspel", "a.txt", "--jobs"], "ett värde saknas"),
        (["new", "p.inspel", "--deadline", "i morgon"], "inget datum"),
        (["new", "p.inspel", "--deadline", "2025-W24-1"], "inget datum"),
        (["new", "p.inspel", "--deadline", "20250601"], "inget datum"),
        (["new", ""], "OMGÅNG: ett namn saknas"),
        (["run", "a.txt", "-o", ""], "-o: ett namn saknas"),
        (["export", "p.inspel", "--format", "doc", "-o", "x"], "finns inte att välja på"),
        (["export", "p.inspel", "--format", "csv", "-o", "x", "--audience", "alla"], "work"),
        (["log", "p.inspel", "--snabbt"], "okända argument: --snabbt"),
        (["rank"], "följande saknas: --strategy"),
    ],
)
def test_refuses_wrong_use(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(arguments) == ExitCode.USAGE
    errors = capsys.readouterr().err
    assert message in errors
    assert "fel:" in errors
    assert not ENGLISH.search(re.sub(r"--\w+|work|export", "", errors))


def test_offers_every_format_that_can_be_written() -> None:
    assert set(FORMATS) == set(WRITABLE)


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom inspel_app.__main__ import main\nsys.argv = ['inspel', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*(name for name in sys.modules if '.' not in name), file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    heavy = {"sklearn", "spacy", "PySide6", "lxml", "numpy", "sqlite_utils", "rich", "jinja2"}
    assert not heavy & set(done.stderr.split())


@pytest.mark.parametrize(("said", "threads"), [(None, "1"), ("4", "4")])
def test_sums_are_done_in_one_thread_unless_somebody_says_otherwise(
    said: str | None, threads: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    if said:
        monkeypatch.setenv("OPENBLAS_NUM_THREADS", said)
    monkeypatch.setattr("sys.argv", ["inspel", "--version"])
    with pytest.raises(SystemExit):
        program()
    assert os.environ["OPENBLAS_NUM_THREADS"] == threads
