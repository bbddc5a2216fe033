"""The keys that work in *Koppla*: in the list, and in the grid."""

from inspel_app.gui.page import Hint
from inspel_app.i18n import _


def list_hints() -> tuple[Hint, ...]:
    """While the passages stand below each other."""
    return (
        Hint(("Enter",), _("godta")),
        Hint(("1–9",), _("välj")),
        Hint(("/",), _("hitta kod")),
        Hint(("R",), _("samma igen")),
        Hint(("S",), _("dela")),
        Hint(("M",), _("slå ihop")),
        Hint(("Delete",), _("avvisa")),
        Hint(("X",), _("ingen synpunkt")),
        Hint(("U",), _("osäker")),
        Hint(("N",), _("anteckna")),
        Hint(("O",), _("original")),
        Hint(("F",), _("favoriter")),
        Hint(("Ctrl", "B"), _("gör till favorit")),
        Hint(("H",), _("historik")),
        Hint(("G",), _("rutnät")),
        Hint(("Ctrl", "G"), _("godta säkra")),
        Hint(("J", "K"), _("nästa, förra")),
    )


def grid_hints() -> tuple[Hint, ...]:
    """While the answers stand side by side."""
    return (
        Hint(("←", "↑", "→", "↓"), _("gå mellan rutorna")),
        Hint(("Skift+pil",), _("välj flera rutor")),
        Hint(("Enter",), _("öppna i listan, alla valda")),
        Hint(("Ctrl", "C"), _("kopiera valda")),
        Hint(("O",), _("original")),
        Hint(("G",), _("lista")),
        Hint(("F6",), _("välj kolumner")),
    )
