"""The synthesis told as a report, for the formats that people read from beginning to end."""

from inspel_app.domain.composition import Composition
from inspel_app.domain.synthesis import Synthesis
from inspel_app.i18n import _
from inspel_app.synthesis.appendix import appendix
from inspel_app.synthesis.arrange import arranged
from inspel_app.synthesis.body import Anchors, chapters
from inspel_app.synthesis.edited import edited
from inspel_app.synthesis.front import method, picture, title_facts
from inspel_app.synthesis.outline import Report


def report(synthesis: Synthesis) -> Report:
    """The report as it goes out, with what people have made of it."""
    return told(made(synthesis), synthesis.composition)


def told(report: Report, composition: Composition) -> Report:
    """A report that was `made`, with what people have made of it, and told what that is."""
    return arranged(edited(report, composition), composition)


def made(synthesis: Synthesis) -> Report:
    """The report as the machine makes it: title page, method, overall picture, chapters, appendix.

    With the quotations that people have chosen.
    """
    anchors = Anchors(synthesis)
    return Report(
        kicker=_("Sammanställning av inspel"),
        title=synthesis.facts.title,
        facts=title_facts(synthesis),
        sections=(
            method(synthesis),
            picture(synthesis, anchors.themes),
            *chapters(synthesis, anchors),
            appendix(synthesis, anchors),
        ),
    )
