"""Strategies and forms as data: TOML files that come with the program or that a user has made."""

from inspel_app.resources.catalogue import (
    check,
    check_strategy_name,
    forms,
    load_form,
    load_strategy,
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
    "resource_dir",
    "strategies",
    "strategy_folder",
]
