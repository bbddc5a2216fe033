"""The matter of a group of texts as a title: one or two nouns that most of them say."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from inspel_app.analysis.endings import and_more
from inspel_app.analysis.labels import is_like
from inspel_app.analysis.sayings import Sayings
from inspel_app.analysis.subjects import Subjects
from inspel_app.analysis.swedish import Read, Word
from inspel_app.analysis.words import stem
from inspel_app.i18n import _

_SHARED = 1.5
"""The power puts a word that several texts share before a rare one of one text alone."""
_SEVERAL = 2
"""A second word is worth its place where so many texts say it."""


class Titles:
    """Makes titles of the nouns of texts."""

    def __init__(self, subjects: Subjects) -> None:
        self._subjects = subjects

    def title(self, forms: Mapping[str, str], said: Sayings) -> str:
        """The noun that most of the texts say, and another that several do.

        Where most say none, some that are of different texts, and that there is more.

        Args:
            forms: The nouns that may be in it, by their stems, one at least.
            said: What the texts say.
        """
        nouns = sorted(forms)
        worth = {s: said.sure_share(forms[s]) ** _SHARED * self._subjects.weight(s) for s in nouns}
        of_most = [s for s in nouns if said.is_of_most(forms[s])]
        if not of_most:
            return and_more(self._joined(forms, _spread(forms, worth, said)))
        first = max(of_most, key=lambda s: worth[s])
        several = min(_SEVERAL / len(said.texts), 1)
        told = [
            s
            for s in nouns
            if not is_like(forms[s], forms[first]) and said.plain_reach(forms[s]) >= several
        ]
        second = max(told, key=lambda s: worth[s], default=None)
        title = self._joined(forms, [first, second] if second else [first])
        return title if second else _("synpunkter på {matter}").format(matter=title)

    def _joined(self, forms: Mapping[str, str], nouns: Iterable[str]) -> str:
        return _(" och ").join(self.written(s, forms[s]) for s in nouns)

    def written(self, subject: str, form: str) -> str:
        """A noun, with a capital where it mostly has one as the name of a thing."""
        usual = self._subjects.form(subject)
        return usual if usual.lower() == form else form

    def telling(self, forms: Mapping[str, str], texts: Iterable[str]) -> dict[str, str]:
        """Those of some nouns that tell something, and that a text has as one of its subjects."""
        held = {s for text in texts for s in self._subjects.of(text)}
        return {s: f for s, f in forms.items() if s in held and self._subjects.is_specific(s)}


def _spread(forms: Mapping[str, str], worth: Mapping[str, float], said: Sayings) -> list[str]:
    """The noun, by its stem, that tells most, and one of texts that do not say the first.

    What several say goes before what one alone says.
    """
    reach = {s: said.plain_reach(forms[s]) for s in worth}
    shared = [s for s in worth if reach[s] * len(said.texts) >= _SEVERAL]
    first = max(shared or worth, key=lambda s: worth[s])
    more = {s: said.plain_reach(f"{forms[first]} {forms[s]}") - reach[first] for s in worth}
    other = [s for s in worth if more[s] > 0 and not is_like(s, first)]
    return [first, *sorted(other, key=lambda s: -worth[s] * more[s])[:1]]


def plain_forms(read: Sequence[Read]) -> dict[str, str]:
    """The nouns of texts by their stems, as a heading has them: several, and not of a known one."""
    seen = Counter(_plain(word, one.text) for one in read for word in one.words if _may_head(word))
    ranked = sorted((bare, many, count, form) for (form, bare, many), count in seen.items())
    return {stem(form): form for *_rank, form in ranked}


def _may_head(word: Word) -> bool:
    return word.pos == "NOUN" and "Case=Gen" not in word.features


def _plain(word: Word, text: str) -> tuple[str, bool, bool]:
    """A noun, less the article of one of a kind; whether it had none, and is several."""
    form, many = word.span.of(text).lower(), "Number=Plur" in word.features
    bare = "Definite=Ind" in word.features
    if not many and not bare and stem(word.lemma) == stem(form):
        return word.lemma, False, False
    return form, bare, many
