"""First names that are usual in Sweden."""

from functools import lru_cache

from inspel_app.resources.paths import resource_dir
from inspel_app.resources.tables import open_table


@lru_cache(maxsize=1)
def load_first_names() -> frozenset[str]:
    """The names that come with the program.

    Raises:
        DataFileError: their file has a fault.
    """
    root = open_table(resource_dir() / "namn" / "fornamn.toml")
    names = root.texts("names")
    root.finish()
    return frozenset(names)
