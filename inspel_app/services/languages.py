"""What tells the languages of texts apart, by the samples that come with the program."""

from functools import lru_cache

from inspel_app.analysis.language import LanguageGuesser, read_samples
from inspel_app.resources import resource_dir


def samples() -> str:
    """Texts in the languages that are told apart."""
    return (resource_dir() / "namn" / "sprakprov.txt").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def linguist() -> LanguageGuesser:
    """What tells them apart; it keeps what it has found of words."""
    return LanguageGuesser(read_samples(samples()))
