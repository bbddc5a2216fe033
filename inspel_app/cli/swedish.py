"""argparse in the language of the user: it ships with English texts only."""

import argparse

from inspel_app.i18n import _


def _texts() -> dict[str, str]:
    """Argparse's own texts that a user can meet, with ours."""
    return {
        "usage: ": _("användning: "),
        "positional arguments": _("argument"),
        "options": _("flaggor"),
        "show this help message and exit": _("visa den här hjälpen och avsluta"),
        "%(prog)s: error: %(message)s\n": _("%(prog)s: fel: %(message)s\n"),
        "argument %(argument_name)s: %(message)s": _("%(argument_name)s: %(message)s"),
        "the following arguments are required: %s": _("följande saknas: %s"),
        "one of the arguments %s is required": _("en av dessa måste anges: %s"),
        "unrecognized arguments: %s": _("okända argument: %s"),
        "not allowed with argument %s": _("kan inte anges tillsammans med %s"),
        "expected one argument": _("ett värde saknas"),
        "expected at most one argument": _("högst ett värde får anges"),
        "expected at least one argument": _("minst ett värde måste anges"),
        "expected %s argument": _("%s värde väntades"),
        "expected %s arguments": _("%s värden väntades"),
        "ignored explicit argument %r": _("tar inget värde, men fick %r"),
        "ambiguous option: %(option)s could match %(matches)s": _(
            "%(option)s är tvetydig och kan betyda %(matches)s"
        ),
        "invalid choice: %(value)r (choose from %(choices)s)": _(
            "%(value)r finns inte att välja på (välj bland %(choices)s)"
        ),
        "invalid %(type)s value: %(value)r": _("%(value)r är inte ett giltigt värde"),
        "unknown parser %(parser_name)r (choices: %(choices)s)": _(
            "%(parser_name)r finns inte (välj bland %(choices)s)"
        ),
    }


def speak_swedish() -> None:
    """Have argparse use our texts.

    Its messages all go through the two names that it imported from gettext; there is no
    other door to them, and the catalogues of gettext itself go by the environment.
    """
    texts = _texts()

    def translate(text: str) -> str:
        return texts.get(text, text)

    def translate_number(singular: str, plural: str, n: int) -> str:
        return translate(singular if n == 1 else plural)

    vars(argparse).update(_=translate, ngettext=translate_number)
