"""Pipelines of spaCy: the one that comes with the program, or one of the user's own."""

from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from inspel_app.errors import MissingComponentError
from inspel_app.i18n import _

Pipeline: TypeAlias = Any
"""spaCy's, which is not loaded at start."""
_TOLD = ("SENT_START", "POS")
"""What must be told of each word."""
_TRIAL = "Ett ord. Ett till."


def own_pipeline(folder: Path) -> Pipeline:
    """The program's own; `folder`: its checksums are known to be right."""
    import spacy  # noqa: PLC0415 - takes a second, and few commands need it

    nlp = spacy.load(folder, exclude=["tokenizer"])  # which spaCy makes
    nlp.vocab.vectors.data = np.asarray(nlp.vocab.vectors.data, np.float32)
    return nlp


def chosen_pipeline(name: str) -> Pipeline:
    """The user's own; `name`: a folder or an installed package.

    Raises:
        MissingComponentError: it cannot be loaded, or does not tell what is needed.
    """
    import spacy  # noqa: PLC0415 - takes a second, and few commands need it

    try:
        nlp = spacy.load(name)
        trial = nlp(_TRIAL)
    except (OSError, ImportError, ValueError) as error:
        raise _fault(
            _("Språkmodellen {name} går inte att läsa in: {reason}.").format(
                name=name, reason=str(error).strip(" .")
            )
        ) from error
    if not all(map(trial.has_annotation, _TOLD)):
        raise _fault(_("Språkmodellen {name} saknar meningar eller ordklasser.").format(name=name))
    return nlp


def _fault(message: str) -> MissingComponentError:
    return MissingComponentError(
        message, _("Välj en annan, eller ta bort raden sprakmodell i inställningarna.")
    )
