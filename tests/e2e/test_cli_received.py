"""The command that says when an inspel came, and the line that tells of hidden files."""

import json
from pathlib import Path

import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from tests.services.letters import word_letter


def test_a_time_is_set_and_can_be_undone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in" / "a.docx").write_bytes(word_letter("Malå"))
    (folder / "in" / "~$a.docx").write_bytes(b"x")
    assert main(["new", "r.inspel", "--deadline", "2025-06-15"]) == ExitCode.OK
    assert main(["import", "r.inspel", "in"]) == ExitCode.OK
    told = capsys.readouterr().out
    assert "1 fil i mapparna är inget inspel" in told
    assert "(inspel received OMGÅNG NR DATUM)" in told
    assert main(["received", "r.inspel", "1", "2025-06-17", "--json"]) == ExitCode.OK
    answer = json.loads(capsys.readouterr().out)
    assert answer["late"]
    assert answer["received"] == "2025-06-17T00:00:00+02:00"
    assert main(["undo", "r.inspel"]) == ExitCode.OK
    capsys.readouterr()
    assert main(["todo", "r.inspel"]) == ExitCode.OK
    assert "saknar datum" in capsys.readouterr().out


@pytest.mark.parametrize("moment", ["igår", "2025-6-1", "2025-W20"])
def test_a_time_is_written_in_one_way(folder: Path, moment: str) -> None:
    assert main(["new", str(folder / "r.inspel")]) == ExitCode.OK
    with pytest.raises(SystemExit):
        main(["received", "r.inspel", "1", moment])
