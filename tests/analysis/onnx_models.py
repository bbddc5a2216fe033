"""A sentence model in the ONNX format in small: an embedding of the words of a fixed list.

Its file is written by hand, field by field as https://onnx.ai/onnx/repo-docs/IR.html tells, so that
nothing is needed to make it.
"""

import json
from pathlib import Path

import numpy as np
import pytest

_INT64, _FLOAT = 7, 1
WORDS = ("[UNK]", "bredband", "fiber", "byarna", "biblioteket")
ROWS = np.array([[0.1, 0.1, 1], [1, 0.2, 0], [1, 0.3, 0], [0.3, 0, 0.2], [0, 1, 0]], np.float32)
"""What each word is turned into."""


def needs_onnx() -> None:
    """Pass over the test where the libraries are not installed."""
    reason = "extras that few need: pip install inspel_app[onnx]"
    pytest.importorskip("onnxruntime", reason=reason)
    pytest.importorskip("tokenizers", reason=reason)


def make_model(folder: Path) -> Path:
    """Write the files of the model into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(_model())
    split = {"type": "Whitespace"}
    words = {
        "type": "WordLevel",
        "vocab": {w: n for n, w in enumerate(WORDS)},
        "unk_token": "[UNK]",
    }
    lower = {"type": "Lowercase"}
    told = {"version": "1.0", "model": words, "normalizer": lower, "pre_tokenizer": split}
    rest = dict.fromkeys(("truncation", "padding", "post_processor", "decoder"))
    (folder / "tokenizer.json").write_text(json.dumps({**told, **rest, "added_tokens": []}))
    return folder


def _model() -> bytes:
    table = (
        b"".join(_number(1, size) for size in ROWS.shape)
        + _number(2, _FLOAT)
        + _text(8, "table")
        + _bytes(9, ROWS.tobytes())
    )
    node = _text(1, "table") + _text(1, "input_ids") + _text(2, "token_embeddings")
    graph = (
        _bytes(1, node + _text(4, "Gather"))
        + _text(2, "small")
        + _bytes(5, table)
        + _bytes(11, _value("input_ids", _INT64, ["batch", "words"]))
        + _bytes(12, _value("token_embeddings", _FLOAT, ["batch", "words", "columns"]))
    )
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _number(2, 13))


def _value(name: str, kind: int, axes: list[str]) -> bytes:
    shape = b"".join(_bytes(1, _text(2, axis)) for axis in axes)
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _varint(value: int) -> bytes:
    found = []
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*found, value])
