"""Word files on the user's disk, which writers go on working in."""

from pathlib import Path

from inspel_app.domain.synthesis import Audience, RoundFacts
from inspel_app.errors import UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.services.saving import save, what_is_there
from inspel_app.synthesis.outline import Report
from inspel_app.synthesis.secret_words import NO_SECRETS, SecretWords
from inspel_app.synthesis.word import written
from inspel_app.synthesis.word_again import Left, Renewed, Update, Why, renewed

__all__ = ["Left", "Renewed", "Update", "lines_of", "made_for", "reason", "save_report"]

_NAMED = 5
"""Titles that are told of many."""


def save_report(
    path: Path,
    told: Report,
    facts: RoundFacts,
    template: Path | None = None,
    secrets: SecretWords = NO_SECRETS,
) -> Update | None:
    """Write a report as a Word file, or into the one that is there; what became of that.

    Raises:
        DiskError: the file cannot be written; one that was there is left as it was.
        UsageError: as `made_for` does.
    """
    made = made_for(path, told, facts, template, secrets)
    save(path, made.data)
    return made.update


def made_for(
    path: Path,
    told: Report,
    facts: RoundFacts,
    template: Path | None = None,
    secrets: SecretWords = NO_SECRETS,
) -> Renewed:
    """A report as the Word file that is to stand there, new or made of the one that does.

    A new file is made on the ground of the template, if one is given. What writers have changed in
    the one that is there is looked through for the `secrets`.

    Raises:
        DiskError: what is there cannot be read, or is open in another program.
        UsageError: there is a file there that is not this report, or that would still tell others
            than the secretariat something secret, or the template cannot be read.
    """
    earlier = what_is_there(path)
    if not earlier:
        return Renewed(written(told, facts, _bytes(template) if template else None))
    made = renewed(earlier, told, facts, secrets)
    left = made.update.left if made.update else ()
    secret = [one.title for one in left if one.why is Why.SECRET]
    if secret and facts.audience is not Audience.WORK:
        raise _tells_secrets(path, secret)
    return made


def _tells_secrets(path: Path, titles: list[str]) -> UsageError:
    """The refusal of a file that writers have worked in, and that would tell something secret."""
    text = ngettext(
        "{file}: delen innehåller text som nu är sekretessmarkerad: {titles}.",
        "{file}: {n} delar innehåller text som nu är sekretessmarkerad: {titles}.",
        len(titles),
    )
    return UsageError(
        text.format(file=path.name, n=len(titles), titles="; ".join(titles)),
        _("Ta bort texten i Word, eller exportera till en ny fil; filen är orörd."),
    )


def _bytes(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise UsageError(
            _("Mallen {path} går inte att läsa.").format(path=template),
            _("Ange en Word-fil som finns, och stäng den i Word om den är öppen."),
        ) from error


def lines_of(update: Update) -> list[str]:
    """What was written anew in a file that was there, and what stands as writers have it."""
    renewed = ngettext(
        "{n} del är skriven på nytt: {titles}.",
        "{n} delar är skrivna på nytt: {titles}.",
        len(update.renewed),
    )
    kept = ngettext(
        "{n} del står kvar som ni har ändrat den: {titles}.",
        "{n} delar står kvar som ni har ändrat dem: {titles}.",
        len(update.kept),
    )
    lines = [_with_titles(renewed, update.renewed) or _("Ingen del är skriven på nytt.")]
    return lines + list(filter(None, [_with_titles(kept, update.kept)]))


def _with_titles(text: str, titles: tuple[str, ...]) -> str:
    """The text with the first titles; nothing if there are none."""
    named = "; ".join(titles[:_NAMED]) + ("; …" if len(titles) > _NAMED else "")
    return text.format(n=len(titles), titles=named).replace("….", "…") if titles else ""


def reason(left: Left) -> str:
    """Why a part was left as it is, in words."""
    return {
        Why.CHANGED: _("ändrad i dokumentet, och ny i underlaget"),
        Why.REMOVED: _("borttagen ur dokumentet"),
        Why.OUTDATED: _("ändrad i dokumentet, och borta ur underlaget"),
        Why.MOVED: _("ändrad i dokumentet, och ny i underlaget"),
        Why.SECRET: _(
            "ändrad i dokumentet, och innehåller text som nu är sekretessmarkerad utan att det "
            "står vid den"
        ),
    }[left.why]
