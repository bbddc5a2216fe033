from pathlib import Path

import pytest

from inspel_app.analysis.encoder import SentenceEncoder
from inspel_app.analysis.onnx import OnnxEncoder
from inspel_app.errors import ExitCode, MissingComponentError
from inspel_app.services import models
from tests.analysis.onnx_models import make_model
from tests.services.choices import choose, forget_models


@pytest.mark.usefixtures("user_folder")
def test_uses_the_programs_own_unless_another_is_chosen() -> None:
    assert isinstance(models.sentence_encoder(), SentenceEncoder)
    assert models.encoder_name().startswith("kodare ")


def test_uses_the_encoder_that_is_chosen(user_folder: Path) -> None:
    choose(user_folder, "kodare", "min")
    make_model(user_folder / "min")
    assert isinstance(models.sentence_encoder(), OnnxEncoder)


def test_another_model_has_another_name(user_folder: Path) -> None:
    choose(user_folder, "kodare", "min")
    words = make_model(user_folder / "min") / "tokenizer.json"
    before = models.encoder_name()
    words.write_text(words.read_text().replace("fiber", "bredd"))
    forget_models()
    assert before.startswith("min ")
    assert models.encoder_name() != before


def test_tells_of_an_encoder_that_is_not_there(user_folder: Path) -> None:
    choose(user_folder, "kodare", "/finns/inte")
    with pytest.raises(MissingComponentError, match=r"/finns/inte/model\.onnx") as found:
        models.encoder_name()
    assert found.value.exit_code == ExitCode.MISSING_COMPONENT
    assert "ta bort raden kodare" in found.value.advice


def test_tells_of_a_pipeline_that_is_not_there(user_folder: Path) -> None:
    choose(user_folder, "sprakmodell", "finns_inte")
    with pytest.raises(MissingComponentError, match="finns_inte") as found:
        models.swedish().sentences("En mening.")
    assert found.value.exit_code == ExitCode.MISSING_COMPONENT
