"""The trained table as a model file: whole numbers of eight bits, in the safetensors format."""

import hashlib
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from inspel_app.analysis.encoder import Lexicon

_COMMON_DIRECTIONS = 2
"""Directions in which all texts differ most; they tell of style more than of matter."""
_TYPES = {"uint8": "U8", "int8": "I8", "int32": "I32", "float32": "F32"}


def pack(lexicon: Lexicon, table: NDArray[np.float32], sample: NDArray[np.float32]) -> bytes:
    """The model file's content; `sample` holds the unit rows of some thousand texts.

    The common directions are taken out of the table itself; the mean of the texts, which is no
    sum over words, goes along.
    """
    directions = np.linalg.svd(sample - sample.mean(axis=0), full_matrices=False)[2]
    directions = directions[:_COMMON_DIRECTIONS]
    table = table - table @ directions.T @ directions
    sample = sample - sample @ directions.T @ directions
    sample /= np.linalg.norm(sample, axis=1, keepdims=True)
    scale = np.abs(table).max(axis=1) / 127
    arrays = {
        "table": np.rint(table / np.maximum(scale, 1e-12)[:, None]).astype(np.int8),
        "scale": scale.astype(np.float32),
        "mean": sample.mean(axis=0).astype(np.float32),
        "counts": np.array(list(lexicon.counts.values()), np.int32),
        "words": np.frombuffer("\n".join(lexicon.counts).encode(), np.uint8),
        "grams": np.frombuffer("\n".join(lexicon.grams).encode(), np.uint8),
    }
    return _safetensors(arrays, {"total": str(lexicon.total)})


def _safetensors(arrays: dict[str, NDArray[np.generic]], metadata: dict[str, str]) -> bytes:
    """A header that names each array's type, shape and place, and then the arrays."""
    header: dict[str, object] = {"__metadata__": metadata}
    end = 0
    for name, array in arrays.items():
        place = [end, end := end + array.nbytes]
        told = {"dtype": _TYPES[array.dtype.name], "shape": array.shape, "data_offsets": place}
        header[name] = told
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    parts = [array.tobytes() for array in arrays.values()]
    return b"".join([len(text).to_bytes(8, "little"), text, *parts])


def write(path: Path, content: bytes) -> None:
    """Write the model file and, beside it, its checksum in the form of sha256sum."""
    path.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    path.with_name("SHA256SUMS").write_text(f"{digest}  {path.name}\n")
