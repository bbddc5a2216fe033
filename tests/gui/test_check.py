"""What others do not see, and what is left, is shown before anything is given out."""

from pathlib import Path

import pytest

from inspel_app.domain.synthesis import Audience
from inspel_app.gui.app import make_window
from inspel_app.gui.check_dialog import CheckDialog
from inspel_app.services.reporting import ToCheck
from inspel_app.synthesis.masked import Masked
from inspel_app.synthesis.third_parties import Cue, Suspect
from tests.gui.conftest import Until, show


def test_it_is_offered_where_something_is_covered(
    analysed: bytes, until: Until, tmp_path: Path
) -> None:
    (tmp_path / "omgang.inspel").write_bytes(analysed)
    window = make_window(tmp_path / "omgang.inspel")
    show(window)
    window.go_to(window.synthesis)
    bar = window.synthesis.exports
    bar.audience.setCurrentIndex(bar.audience.findData(Audience.WORK))
    assert bar.check.isHidden()
    bar.audience.setCurrentIndex(bar.audience.findData(Audience.PUBLIC))
    assert not bar.check.isHidden()
    bar.check.click()
    until(lambda: bar.findChildren(CheckDialog))
    (dialog,) = bar.findChildren(CheckDialog)
    assert "Inte övertäckt, men titta efter:" in dialog.text.toPlainText()
    window.close()
    window.deleteLater()


@pytest.mark.usefixtures("app")
def test_it_tells_where_and_why_in_plain_text() -> None:
    suspect = Suspect(7, None, "<b>Min mor</b> är sjuk.", (Cue.KIN, Cue.HEALTH))
    covered = [Masked(2, None, "Jag heter", "Siv", "och")]
    covered.append(Masked(None, None, "Som", "Siv", "säger", "Motivering"))
    dialog = CheckDialog(ToCheck(covered, [suspect]))
    assert dialog.text.toPlainText().split("\n") == [
        "Övertäckt: 2",
        "Inspel 2: … Jag heter [Siv] och …",
        "Motivering: … Som [Siv] säger …",
        "",
        "Inte övertäckt, men titta efter: 1",
        "Inspel 7: <b>Min mor</b> är sjuk. (närstående, hälsa)",
    ]
    dialog.deleteLater()
