"""Taking in a code system of another program as a strategy of the user's own."""

from pathlib import Path

from inspel_app.domain.coding import Codebook
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.resources import check_strategy_name
from inspel_app.resources.qdc import read_qdc
from inspel_app.resources.strategy_text import strategy_text
from inspel_app.services.saving import save

_ENDING = ".toml"


def import_codebook(source: Path, target: Path) -> Codebook:
    """Write the codes of a .qdc file as a strategy file, whose name becomes the strategy's id.

    Raises:
        UsageError: one of the names is wrong, or the strategy file is there already: a person may
            have worked on it.
        DataFileError: the source is no code system, or the name is no id.
        DiskError: one of the files cannot be read or written.
    """
    if target.suffix != _ENDING:
        raise UsageError(
            _("{path} slutar inte på {ending}.").format(path=target, ending=_ENDING),
            _("Låt strategins fil heta som min-strategi.toml."),
        )
    check_strategy_name(target)
    if target.exists():
        raise UsageError(
            _("Filen {path} finns redan.").format(path=target),
            _("Ange ett annat namn, eller flytta undan den som finns."),
        )
    codebook = read_qdc(source, target.stem)
    save(target, strategy_text(codebook).encode("utf-8"))
    return codebook
