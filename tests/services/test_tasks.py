"""What a child process tells of a file can be written down."""

import pytest

from inspel_app.domain.form import Respondent, SourceFile, Submission
from inspel_app.services.tasks import Reading

FILES = (SourceFile("brev.eml", "ab"),)
HALF = "bo\udce5@exempel.se"


@pytest.mark.parametrize(("email", "text"), [(HALF, "Hej"), ("bo@exempel.se", HALF), (HALF, HALF)])
def test_half_a_character_fails_the_file_before_it_is_stored(email: str, text: str) -> None:
    submission = Submission("1", FILES, respondent=Respondent(email=email))
    with pytest.raises(UnicodeEncodeError):
        Reading((submission,), {"ab": text})


def test_whole_characters_are_told_as_they_are() -> None:
    submission = Submission("1", FILES, respondent=Respondent(organisation="Åsele ČSV 😀"))
    assert Reading((submission,), {"ab": "Åsele"}).submissions == (submission,)
