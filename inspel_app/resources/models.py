"""Finds the language models that come with the program, and makes sure that they are whole."""

import hashlib
from functools import lru_cache
from pathlib import Path

from inspel_app.errors import MissingComponentError
from inspel_app.i18n import _
from inspel_app.resources.paths import resource_dir

_CHECKSUMS = "SHA256SUMS"


@lru_cache
def model_dir(name: str) -> Path:
    """The folder of a model, all its files as they were made.

    Raises:
        MissingComponentError: a file is missing or damaged.
    """
    folder = resource_dir().parent / "models" / name
    try:
        for line in (folder / _CHECKSUMS).read_text("utf-8").splitlines():
            expected, file = line.split(maxsplit=1)
            with (folder / file).open("rb") as content:
                if hashlib.file_digest(content, "sha256").hexdigest() != expected:
                    raise _fault(_("Språkmodellen {file} är skadad."), folder / file)
    except OSError as error:
        missing = _("Språkmodellen {file} går inte att läsa.")
        raise _fault(missing, Path(error.filename)) from error
    return folder


def _fault(message: str, file: Path) -> MissingComponentError:
    return MissingComponentError(message.format(file=file), _("Installera om programmet."))
