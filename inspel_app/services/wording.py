"""A writer's way with the strategy's text: it is worded anew for those who asked."""

from collections.abc import Iterable

from inspel_app.domain.handling import Source, Target
from inspel_app.services.strategy_text import (
    drop_wording,
    keep_wording,
    section_of,
    sentences_of,
)
from inspel_app.store.project import Project


def reword(project: Project, section: str, text: str, targets: Iterable[Target], by: str) -> None:
    """Keep a new text of a section, to whose new sentences these points and themes led.

    Where sentences were only taken away they led to the whole. The text as it is in the strategy
    takes the new wording back.

    Raises:
        UsageError: there is no such section.
    """
    here, earlier = section_of(project, section), project.wordings().get(section)
    if text.strip() == here.text.strip():
        drop_wording(project, section, by)
        return
    known = set(sentences_of(earlier.text if earlier else here.text))
    fresh = [sentence for sentence in sentences_of(text.strip()) if sentence not in known]
    led = list(targets)
    sources = [Source(target, sentence) for sentence in fresh or [""] for target in led]
    keep_wording(project, section, text, by, sources)
