"""The keys of the handling, for its foot and its help."""

from inspel_app.gui.page import Hint
from inspel_app.i18n import _


def hints() -> tuple[Hint, ...]:
    """The most used first."""
    return (
        Hint(("1–5",), _("svara")),
        Hint(("M",), _("motivera")),
        Hint(("R",), _("hämta motivering")),
        Hint(("G", "B"), _("granskad, beslutad")),
        Hint(("N",), _("nästa ohanterade")),
        Hint(("→",), _("temats synpunkter")),
        Hint(("T",), _("strategins text")),
        Hint(("V",), _("vad blev det?")),
        Hint(("A",), _("ansvarig")),
        Hint(("S",), _("spara motiveringen")),
        Hint(("U",), _("tillbaka till utkast")),
        Hint(("Delete",), _("ta bort svaret")),
        Hint(("/",), _("hitta del av strategin")),
        Hint(("J", "K"), _("nästa, förra")),
    )
