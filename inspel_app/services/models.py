"""The language models that come with the program, each loaded when first used and then kept."""

from functools import lru_cache

from inspel_app.analysis.compounds import Splitter
from inspel_app.analysis.encoder import SentenceEncoder
from inspel_app.analysis.lemmas import Lemmas, Lemmatizer
from inspel_app.analysis.swedish import Swedish
from inspel_app.resources import model_dir
from inspel_app.resources.gazetteer import load_gazetteer


@lru_cache(maxsize=1)
def sentence_encoder() -> SentenceEncoder:
    """The program's own sentence encoder.

    Raises:
        MissingComponentError: the model file is missing or damaged.
    """
    return SentenceEncoder(model_dir("kodare") / "kodare.safetensors")


@lru_cache(maxsize=1)
def compound_splitter() -> Splitter:
    """The program's own splitter of compounds.

    Raises:
        MissingComponentError: the model file is missing or damaged.
    """
    return Splitter.load(model_dir("sammansattningar") / "sammansattningar.json")


@lru_cache(maxsize=1)
def lemmatizer() -> Lemmatizer:
    """Lemmas without spaCy: by the dictionary and by the ends of compounds.

    Raises:
        MissingComponentError: a model file is missing or damaged.
    """
    lemmas = Lemmas.load(model_dir("sprak") / "lemmor.npz")
    return Lemmatizer(lemmas, compound_splitter())


@lru_cache(maxsize=1)
def swedish() -> Swedish:
    """The program's own Swedish pipeline.

    Raises:
        MissingComponentError: a model file is missing or damaged.
    """
    return Swedish(model_dir("sprak"), lemmatizer(), load_gazetteer())
