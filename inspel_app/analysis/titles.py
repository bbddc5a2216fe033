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
_MOST = 0.5
"""A title tells of so many of the texts, or says that there is more."""
_SEVERAL = 2
"""A second word is worth its place where so many texts say it."""


class Titles:
    """Makes titles of the nouns of texts."""

    def __init__(self, subjects: Subjects) -> None:
        self._subjects = subjects

    def title(self, forms: Mapping[str, str], said: Sayings) -> str:
        """The noun that tells most of the texts, and another that several of them say.

        Where one text alone says the first, or few do, the second is of those that do not.

        Args:
            forms: The nouns that may be in it, by their stems, one at least.
            said: What the texts say.
        """
        nouns = sorted(forms)
        worth = {s: said.sure_share(forms[s]) ** _SHARED * self._subjects.weight(s) for s in nouns}
        first = max(nouns, key=lambda s: worth[s])
        reached = {s: said.sure_reach(f"{forms[first]} {forms[s]}") for s in nouns}
        several = min(_SEVERAL / len(said.texts), 1)
        missed = reached[first] <= _MOST or said.plain_reach(forms[first]) < several
        told = [
            s
            for s in nouns
            if not is_like(forms[s], forms[first])
            and (
                said.reach(forms[s]) >= several
                or (missed and reached[s] > max(reached[first], _MOST))
            )
        ]
        second = max(told, key=lambda s: worth[s] * reached[s], default=None)
        title = _(" och ").join(self.written(s, forms[s]) for s in (first, second) if s)
        if said.sure_reach(title) <= _MOST:
            return and_more(title)
        return title if second else _("synpunkter på {matter}").format(matter=title)

    def written(self, subject: str, form: str) -> str:
        """A noun, with a capital where it mostly has one as the name of a thing."""
        usual = self._subjects.form(subject)
        return usual if usual.lower() == form else form

    def shared(self, forms: Mapping[str, str], texts: Iterable[str]) -> dict[str, str]:
        """Those of some nouns that several of the texts have, or else those that any has."""
        held = Counter(s for text in texts for s in self._subjects.of(text))
        telling = {s: f for s, f in forms.items() if held[s] and self._subjects.is_specific(s)}
        return {s: form for s, form in telling.items() if held[s] > 1} or telling


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
