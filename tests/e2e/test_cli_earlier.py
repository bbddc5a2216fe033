"""A round beside an earlier one, from the command line."""

import json
from pathlib import Path

import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from tests.services.letters import text_letter

NOW, BEFORE = "remiss.inspel", "dialog.inspel"


@pytest.fixture
def rounds(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The same letter in both rounds, with a wish more in the later."""
    said = text_letter("Malå").decode()
    more = "\nVi vill att simhallen i Hedlunda får ett nytt tak innan nästa vinter.\n"
    for file, text in ((BEFORE, said), (NOW, said + more)):
        (folder / "brev.txt").write_text(text, "utf-8")
        assert main(["new", file]) == ExitCode.OK
        assert main(["import", file, "brev.txt"]) == ExitCode.OK
        assert main(["suggest", file]) == ExitCode.OK
        assert main(["themes", file]) == ExitCode.OK
    capsys.readouterr()
    return folder


@pytest.mark.usefixtures("rounds")
def test_tells_what_comes_back_and_what_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["earlier", NOW, BEFORE, "--json"]) == ExitCode.OK
    told = json.loads(capsys.readouterr().out)
    assert [one["text"] for one in told["new"]] == [
        "Vi vill att simhallen i Hedlunda får ett nytt tak innan nästa vinter."
    ]
    assert told["back"]
    assert all(one["now"]["text"] == one["before"]["text"] for one in told["back"])
    assert told["gone"] == []
    assert main(["earlier", NOW, BEFORE]) == ExitCode.OK
    text = capsys.readouterr().out
    assert "Kommer igen" in text
    assert "simhallen" in text


@pytest.mark.usefixtures("rounds")
def test_refuses_a_round_beside_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["earlier", NOW, NOW]) == ExitCode.USAGE
    assert "samma omgång" in capsys.readouterr().err
