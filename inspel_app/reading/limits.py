"""How much a file may hold before it is refused: caps that all readers share.

A filled-in form of a hundred pages keeps well inside them; a zip bomb does not.
"""

from inspel_app.errors import UnreadableError
from inspel_app.i18n import _

MAX_FILE_BYTES = 200 * 2**20
"""The file as it was sent."""

MAX_PART_BYTES = 24 * 2**20
"""One part of a packed file, unpacked."""

MAX_UNPACKED_BYTES = 96 * 2**20
"""All parts that are read of a packed file, unpacked."""

MAX_RATIO = 250
"""Unpacked bytes for each packed one, in parts above `RATIO_FREE_BYTES`."""

RATIO_FREE_BYTES = 2 * 2**20

MAX_PAGES = 2_000

MAX_PAGE_PIXELS = 20_000_000
"""A page as it is read: A3 at 300 dots per inch has fewer."""

MAX_PICTURES = 50
"""Pictures in a document's text that are read."""

MAX_CHARACTERS = 5_000_000
"""The whole text of a document."""

MAX_BLOCKS = 200_000


def too_large() -> UnreadableError:
    """The refusal of a file beyond the limits."""
    return UnreadableError(
        "for-stor",
        _("Filen är för stor för att läsas."),
        _("Dela upp den i flera filer, eller be avsändaren om ett kortare dokument."),
    )
