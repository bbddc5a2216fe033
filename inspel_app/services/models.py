"""The language models that come with the program, each loaded when first used and then kept."""

from functools import lru_cache

from inspel_app.analysis.encoder import SentenceEncoder
from inspel_app.resources import model_dir


@lru_cache(maxsize=1)
def sentence_encoder() -> SentenceEncoder:
    """The program's own sentence encoder.

    Raises:
        MissingComponentError: the model file is missing or damaged.
    """
    return SentenceEncoder(model_dir("kodare") / "kodare.safetensors")
