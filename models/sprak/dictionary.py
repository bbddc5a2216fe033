"""The dictionary of simplemma (MIT): which word each form is a form of.

It is needed to make the models only: `pip install simplemma==2.0.0`.
"""

from collections.abc import Iterator


def dictionary() -> dict[str, str]:
    """Forms in lower case and their lemmas, letters only."""
    return dict(_words())


def _words() -> Iterator[tuple[str, str]]:
    from simplemma.strategies.dictionaries.dictionary_factory import (  # noqa: PLC0415 - see above
        DefaultDictionaryFactory,
    )

    for form, lemma in DefaultDictionaryFactory().get_dictionary("sv").items():
        if form.isalpha() and form.islower() and lemma.isalpha():
            yield form, lemma.lower()
