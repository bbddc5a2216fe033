"""What a codebook tells of a matter, for themes to be made and named by."""

from collections.abc import Sequence
from typing import NamedTuple

from inspel_app.domain.coding import Topic


class Lore(NamedTuple):
    """Texts as examples, terms without any names, and what points on the matter often are about."""

    examples: Sequence[str] = ()
    terms: Sequence[str] = ()
    topics: Sequence[Topic] = ()
