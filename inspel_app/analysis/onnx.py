"""A sentence model of the user's own, in the ONNX format, in place of the program's encoder.

onnxruntime and tokenizers are needed for this alone, and loaded with the first text.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from inspel_app.analysis.protocols import Vectors
from inspel_app.errors import MissingComponentError
from inspel_app.i18n import _

FILES = ("model.onnx", "tokenizer.json")
"""What the folder of a model holds; so models are commonly exported."""
_POOLED = "sentence_embedding"
"""What a model calls its output that is a row for the whole text; others have a row a token."""
_LONGEST = 512
"""Tokens of a text that are read, where the model does not say."""

_Tokenizer: TypeAlias = Any
_Session: TypeAlias = Any
"""The libraries', which may not be installed."""


class OnnxEncoder:
    """An `Embedder` by a trained transformer: a text is the mean of its tokens."""

    def __init__(self, folder: Path) -> None:
        """`folder`: holds the files of the model; they are read when first needed."""
        self._folder = folder

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One unit row per text, zeros for one without words.

        Each is read alone: beside longer ones, the same text would get another row.

        Raises:
            MissingComponentError: the libraries are not installed, or the model cannot be read.
        """
        rows = [self._row(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, 0), np.float32)

    def _row(self, text: str) -> Vectors:
        tokenizer, session = self._model
        read = tokenizer.encode(text)
        given = {
            "input_ids": read.ids,
            "attention_mask": read.attention_mask,
            "token_type_ids": read.type_ids,
        }
        wanted = [i.name for i in session.get_inputs()]
        outputs = [o.name for o in session.get_outputs()]
        name = _POOLED if _POOLED in outputs else outputs[0]
        [found] = session.run([name], {n: np.array([given[n]], np.int64) for n in wanted})
        row = np.asarray(found[0] if name == _POOLED else found[0].sum(axis=0), np.float32)
        return row / np.linalg.norm(row) if 0 in read.special_tokens_mask else np.zeros_like(row)

    @cached_property
    def _model(self) -> tuple[_Tokenizer, _Session]:
        try:
            from onnxruntime import InferenceSession  # noqa: PLC0415 - heavy, and rarely there
            from tokenizers import Tokenizer  # noqa: PLC0415 - heavy, and rarely there
        except ImportError as error:
            raise MissingComponentError(
                _("En egen kodare kräver paketen onnxruntime och tokenizers."),
                _("Installera dem med pip, eller ta bort raden kodare i inställningarna."),
            ) from error
        model, words = (self._folder / name for name in FILES)
        try:
            tokenizer = Tokenizer.from_file(str(words))
            session = InferenceSession(str(model), providers=["CPUExecutionProvider"])
        except Exception as error:  # the libraries raise what they like
            raise MissingComponentError(
                _("Kodaren i {folder} går inte att läsa in: {reason}.").format(
                    folder=self._folder, reason=str(error).strip(" .")
                ),
                _("Kontrollera filerna, eller ta bort raden kodare i inställningarna."),
            ) from error
        tokenizer.no_padding()
        if tokenizer.truncation is None:
            tokenizer.enable_truncation(_LONGEST)
        return tokenizer, session
