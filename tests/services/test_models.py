import subprocess
import sys
from pathlib import Path

import pytest

from inspel_app.analysis.encoder import SentenceEncoder
from inspel_app.analysis.onnx import OnnxEncoder
from inspel_app.errors import ExitCode, MissingComponentError
from inspel_app.resources.settings import Settings
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


def test_loading_them_all_takes_under_one_and_a_half_of_spacys_own_import() -> None:
    bare = _seconds("import spacy")
    models_too = _seconds(
        "import spacy; from inspel_app.services import models;"
        "models.sentence_encoder().embed(['Text.']); models.swedish().names('Text.')"
    )
    assert models_too - bare < 1.5 * bare


def _seconds(code: str) -> float:
    """Processor time that a new process takes for it."""
    script = f"import time; {code}; print(time.process_time())"
    run = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    return float(run.stdout)


def test_own_models_are_checked_before_they_are_chosen(tmp_path: Path) -> None:
    models.check_models(Settings())
    make_model(tmp_path / "min")
    models.check_models(Settings(encoder=str(tmp_path / "min"), pipeline=str(tmp_path)))
    (tmp_path / "min" / "tokenizer.json").unlink()
    with pytest.raises(MissingComponentError, match=r"tokenizer\.json"):
        models.check_models(Settings(encoder=str(tmp_path / "min")))
    models.check_models(Settings(pipeline="spacy"))
    with pytest.raises(MissingComponentError, match="sv-finns-inte"):
        models.check_models(Settings(pipeline="sv-finns-inte"))
