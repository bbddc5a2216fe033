"""The keys that work in the inbox."""

from inspel_app.gui.page import Hint
from inspel_app.i18n import _


def hints() -> tuple[Hint, ...]:
    """In the order of their use; the footer shows as many as there is room for."""
    return (
        Hint(("L",), _("läst")),
        Hint(("C",), _("komplettera")),
        Hint(("G",), _("klart")),
        Hint(("X",), _("räknas inte")),
        Hint(("T",), _("ta själv")),
        Hint(("A",), _("ansvarig")),
        Hint(("/",), _("hitta inspel")),
        Hint(("W",), _("osäkra ord")),
        Hint(("E",), _("avsändare")),
        Hint(("D",), _("jämför")),
        Hint(("F",), _("flytta text")),
        Hint(("V",), _("vad blev det?")),
        Hint(("J", "K"), _("nästa, förra")),
        Hint(("N",), _("ny")),
        Hint(("F6",), _("byt ruta")),
    )
