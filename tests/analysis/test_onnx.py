import sys
from pathlib import Path

import numpy as np
import pytest

from inspel_app.analysis.onnx import OnnxEncoder
from inspel_app.errors import ExitCode, MissingComponentError
from tests.analysis.onnx_models import ROWS, make_model, needs_onnx


def test_a_text_is_the_mean_of_its_tokens(tmp_path: Path) -> None:
    needs_onnx()
    [row] = OnnxEncoder(make_model(tmp_path)).embed(["Bredband byarna"])
    mean = ROWS[[1, 3]].mean(axis=0)
    np.testing.assert_allclose(row, mean / np.linalg.norm(mean), rtol=1e-5)


def test_keeps_the_contract_of_an_embedder(tmp_path: Path) -> None:
    needs_onnx()
    encoder = OnnxEncoder(make_model(tmp_path))
    texts = ["Bredband", "fiber", "Biblioteket är bredband och fiber", "", " "]
    rows = encoder.embed(texts)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), [1, 1, 1, 0, 0], rtol=1e-5)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]
    np.testing.assert_array_equal(rows, encoder.embed(texts[::-1])[::-1])
    assert len(encoder.embed([])) == 0


def test_tells_of_a_model_that_cannot_be_read(tmp_path: Path) -> None:
    needs_onnx()
    (make_model(tmp_path) / "model.onnx").write_bytes(b"no model")
    with pytest.raises(MissingComponentError, match="går inte att läsa in") as found:
        OnnxEncoder(tmp_path).embed(["text"])
    assert found.value.exit_code == ExitCode.MISSING_COMPONENT


def test_tells_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingComponentError, match="onnxruntime och tokenizers") as found:
        OnnxEncoder(tmp_path).embed(["text"])
    assert found.value.exit_code == ExitCode.MISSING_COMPONENT
