"""Strategies and forms as data: TOML files that come with the program or that a user has made.

Each name is fetched from its module when it is first asked for, so that what only needs to know
where files lie, as the window does before it is shown, loads nothing that reads them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspel_app.resources.catalogue import (
        check,
        check_strategy_name,
        forms,
        load_form,
        load_strategy,
        read_ahead,
        strategies,
        strategy_folder,
    )
    from inspel_app.resources.models import model_dir
    from inspel_app.resources.paths import resource_dir

__all__ = [
    "check",
    "check_strategy_name",
    "forms",
    "load_form",
    "load_strategy",
    "model_dir",
    "read_ahead",
    "resource_dir",
    "strategies",
    "strategy_folder",
]

_HOMES = {"model_dir": "models", "resource_dir": "paths"}
"""The modules of names that are not of the catalogue."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'catalogue')}"), name)
