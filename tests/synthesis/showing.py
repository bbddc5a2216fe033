"""What an audience sees of a text that somebody has sent in."""

from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import ActorType, Answer, Respondent, SourceFile, Submission
from inspel_app.domain.synthesis import Audience
from inspel_app.synthesis.privacy import for_audience
from tests.synthesis.conftest import CONTACT, EMAIL, NAME


def shown(text: str, respondent: Respondent, audience: Audience) -> str:
    """What an audience sees of the only answer of a respondent."""
    answer = Answer("a", None, text, Method.TEXT, (Location("f", 0, len(text)),))
    made = Submission("s", (SourceFile("f.docx", "f"),), respondent=respondent, answers=(answer,))
    submissions, _passages, _themes = for_audience([made], [], [], audience)
    return submissions[0].answers[0].text


OFFICIAL = Respondent("Storby kommun", "", f"{CONTACT}, kommunchef", "ture@storby.example")
PRIVATE = Respondent("", "", NAME, EMAIL, ActorType.PRIVATPERSON, "Västby")
