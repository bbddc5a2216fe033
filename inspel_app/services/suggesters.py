"""What suggests the codes of a codebook; what it learns from the codebook is kept for next time.

To learn takes seconds and much memory, and is the same whenever codebook, encoder and program are.
It lies in the user's own cache folder under a fingerprint of these; what is used least goes.
"""

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import platformdirs

from inspel_app.analysis.encoder import SentenceEncoder
from inspel_app.analysis.strangeness import Strangeness, Subject
from inspel_app.analysis.suggest import CodebookSuggester
from inspel_app.analysis.training import VERSION, Arrays
from inspel_app.analysis.words import words
from inspel_app.domain.coding import Codebook
from inspel_app.services.fingerprint import fingerprint
from inspel_app.services.languages import linguist
from inspel_app.services.models import encoder_name, sentence_encoder

MOST = 8
"""As many are kept, of some ten megabytes each."""


def suggester(codebook: Codebook) -> CodebookSuggester:
    """What suggests the leaves of a codebook, by the encoder in use.

    Raises:
        MissingComponentError: a model file is missing or damaged.
        DataFileError: the settings have a fault.
    """
    key = fingerprint(VERSION, encoder_name(), codebook)
    encoder = sentence_encoder()
    return CodebookSuggester(codebook, encoder, CacheShelf(key), strangeness(codebook).reason)


def strangeness(codebook: Codebook) -> Strangeness:
    """What tells texts that cannot be judged; a person's own encoder may know any language."""
    encoder = sentence_encoder()
    if not isinstance(encoder, SentenceEncoder):
        return Strangeness(linguist(), lambda _word: True)

    told = [text for c in codebook.codes for text in (c.title, c.description, *c.examples)]
    told += [term.text for code in codebook.codes for term in code.terms]

    @cache
    def own() -> set[str]:
        return {word for text in told for word in words(text)}

    def knows(word: str) -> bool:
        return encoder.knows(word) or word in own()

    return Strangeness(linguist(), knows, Subject(told))


def folder() -> Path:
    """Where it lies."""
    return platformdirs.user_cache_path("inspel", appauthor=False) / "forslag"


@dataclass(frozen=True)
class CacheShelf:
    """A place in the user's cache folder; without one, all is learnt anew each time."""

    key: str

    def found(self) -> Arrays | None:
        """What was kept; None too where it cannot be made out."""
        file = folder() / f"{self.key}.npz"
        try:
            with file.open("rb") as content, np.load(content, allow_pickle=False) as kept:
                arrays = dict(kept)
            os.utime(file)
        except (OSError, ValueError, EOFError, BadZipFile):
            return None
        return arrays

    def keep(self, arrays: Arrays) -> None:
        """Keep it, and remove what was used least."""
        with suppress(OSError):
            folder().mkdir(parents=True, exist_ok=True)
            handle, path = tempfile.mkstemp(dir=folder())
            with os.fdopen(handle, "wb") as file:
                np.savez(file, allow_pickle=False, **arrays)
            Path(path).replace(folder() / f"{self.key}.npz")
            kept = sorted(folder().iterdir(), key=lambda file: file.stat().st_mtime)
            for old in kept[:-MOST]:
                old.unlink(missing_ok=True)
