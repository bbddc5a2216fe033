"""The language models, each loaded when first used and then kept.

They are those that come with the program, or the user's own where the settings name one.
"""

import hashlib
from collections.abc import Iterable
from functools import lru_cache, partial
from importlib.util import find_spec
from pathlib import Path

from inspel_app.analysis.compounds import Splitter
from inspel_app.analysis.encoder import SentenceEncoder
from inspel_app.analysis.lemmas import Lemmas, Lemmatizer
from inspel_app.analysis.onnx import FILES, OnnxEncoder
from inspel_app.analysis.pipelines import chosen_pipeline, own_pipeline
from inspel_app.analysis.protocols import Embedder
from inspel_app.analysis.swedish import Swedish
from inspel_app.errors import MissingComponentError
from inspel_app.i18n import _
from inspel_app.resources import model_dir
from inspel_app.resources.gazetteer import load_gazetteer
from inspel_app.resources.settings import Settings, load_settings

_ENCODER = "kodare.safetensors"
_SUMS = "SHA256SUMS"
_TELLING = 8
"""Signs of a checksum that tell models apart."""


@lru_cache(maxsize=1)
def sentence_encoder() -> Embedder:
    """The sentence encoder.

    Raises:
        MissingComponentError: a model file is missing or damaged.
        DataFileError: the settings have a fault.
    """
    chosen = load_settings().encoder
    return OnnxEncoder(Path(chosen)) if chosen else SentenceEncoder(model_dir("kodare") / _ENCODER)


@lru_cache(maxsize=1)
def encoder_name() -> str:
    """What the records of runs call the encoder: its folder, and the start of its checksum.

    Raises:
        MissingComponentError: a model file is missing or damaged.
        DataFileError: the settings have a fault.
    """
    chosen = load_settings().encoder
    folder, files = (Path(chosen), FILES) if chosen else (model_dir("kodare"), (_ENCODER,))
    try:
        return _named(folder, files)
    except OSError as error:
        raise MissingComponentError(
            _("Kodaren {file} går inte att läsa.").format(file=error.filename),
            _("Kontrollera filerna, eller ta bort raden kodare i inställningarna."),
        ) from error


@lru_cache(maxsize=1)
def pipeline_name() -> str:
    """What the records of runs call the Swedish pipeline: its folder and checksum, or its package.

    Raises:
        MissingComponentError: a model file is missing or damaged.
        DataFileError: the settings have a fault.
    """
    return load_settings().pipeline or _named(model_dir("sprak"), [_SUMS])


def _named(folder: Path, files: Iterable[str]) -> str:
    """A folder's name and the start of the checksum of files in it."""
    checksum = hashlib.sha256()
    for file in files:
        with (folder / file).open("rb") as content:
            checksum.update(hashlib.file_digest(content, "sha256").digest())
    return f"{folder.name} {checksum.hexdigest()[:_TELLING]}"


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
    """The Swedish pipeline.

    Raises:
        MissingComponentError: a model file is missing or damaged.
        DataFileError: the settings have a fault.
    """
    folder, chosen = model_dir("sprak"), load_settings().pipeline
    load = partial(chosen_pipeline, chosen) if chosen else partial(own_pipeline, folder / "modell")
    places, organisations = (
        (folder / file).read_text("utf-8").splitlines()
        for file in ("orter.txt", "organisationer.txt")
    )
    return Swedish(load, lemmatizer(), load_gazetteer(), places, organisations)


def check_models(settings: Settings) -> None:
    """Make sure that the user's own models are there to be loaded.

    Raises:
        MissingComponentError: a file, a folder or a package is missing.
    """
    for file in FILES if settings.encoder else ():
        if not (Path(settings.encoder) / file).is_file():
            raise MissingComponentError(
                _("Filen {file} saknas i {folder}.").format(file=file, folder=settings.encoder),
                _("Välj mappen med {files}.").format(files=_(" och ").join(FILES)),
            )
    chosen = settings.pipeline
    if chosen and not Path(chosen).is_dir() and find_spec(chosen.replace("-", "_")) is None:
        raise MissingComponentError(
            _("Det finns ingen mapp och inget installerat paket som heter {name}.").format(
                name=chosen
            ),
            _("Välj en mapp med en pipeline för spaCy, eller installera paketet."),
        )


def forget_models() -> None:
    """Let other models be loaded when they are needed next; those in use stay so."""
    for loaded in (sentence_encoder, encoder_name, pipeline_name, swedish):
        loaded.cache_clear()
