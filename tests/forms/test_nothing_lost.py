"""Whatever respondents write and wherever, each of their words is kept in some place."""

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.document import Block, Document, Method
from inspel_app.domain.form import FormTemplate, Label, Submission
from inspel_app.forms.interpret import interpret
from inspel_app.forms.page_order import in_page_order
from inspel_app.forms.several import interpret_all

TITLES = ("{aspect}:", "{aspect}", "{aspect}?", "- {aspect}:", "1) {aspect} –", "{aspect}: {}")
LINES = (
    *("{}", "{}?", "• {} punkt", "(skriv här) {}", "Övrigt: {}", "Vi {}: ja", "Nej {}"),
    *("Behov: {} mer", "Mål {} - annat", "Analys. {} ja", "Vilka aktörer saknas? {}"),
    *("Enhet {}?", "Hur kan identifierade behov i {} utvecklas?", "Prioritering 4 {}"),
)
ALTERED = ("{label} {}?", "{}: {label}", "{label} ({})", "{head} {} {tail}")
DISORDERS = ("ordered", "backwards", "shuffled")


class Writer:
    """Fills in forms at random, every word of its own unlike all others."""

    def __init__(self, template: FormTemplate, rng: Random) -> None:
        self._template = template
        self._rng = rng
        self._words = 0
        self._keeps = rng.choice((0.0, 0.3, 0.6, 1.0))
        self._alters = rng.choice((0.0, 0.0, 0.1))
        self._writes = rng.choice((0.1, 0.3, 0.7))

    def form(self) -> list[str]:
        """The lines of one form."""
        lines: list[str] = []
        for label in self._template.labels:
            lines += self._printed(label)
            if self._rng.random() < self._writes:
                chosen = self._rng.choices(LINES, k=self._rng.choice((1, 1, 2, 3)))
                lines += [line.format(self._word()) for line in chosen]
        return lines

    def _printed(self, label: Label) -> list[str]:
        """What is left of a printed text."""
        shape = "{label}"
        if self._rng.random() < self._alters:
            shape = self._rng.choice(ALTERED)
        elif label.question and self._rng.random() > self._keeps:
            shape = self._rng.choice((*TITLES, ""))
        question = self._template.question(label.question) if label.question else None
        aspect = (question.aspect if question else None) or "Behov"
        words = label.text.split()
        head, tail = " ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])
        printed = shape.format(
            self._word(), label=label.text, head=head, tail=tail, aspect=aspect.capitalize()
        )
        return [printed] if printed else []

    def _word(self) -> str:
        self._words += 1
        return f"zq{self._words}x"


def _bound(lines: list[str], rng: Random) -> list[Block]:
    """The lines on pages, which may have come into disorder."""
    size = rng.choice((15, 40, len(lines)))
    pages = [lines[n : n + size] for n in range(0, len(lines), size)]
    match rng.choice(DISORDERS):
        case "backwards":
            pages.reverse()
        case "shuffled":
            rng.shuffle(pages)
    return [Block(line, page=n) for n, page in enumerate(pages, 1) for line in page]


def _own_words(texts: list[str]) -> set[str]:
    return set(re.findall(r"zq\d+x", "\n".join(texts)))


def _kept(submission: Submission) -> list[str]:
    who = submission.respondent
    return [
        *(answer.text for answer in submission.answers),
        *(line.text for line in submission.unplaced),
        *(who.organisation, who.unit, who.contact, who.email),
        *(submission.dnr or "", submission.own_dnr or ""),
    ]


@settings(max_examples=60)
@given(seed=st.integers(0, 10**9), forms=st.sampled_from((1, 1, 2)))
def test_each_word_is_in_an_answer_a_fact_or_the_ledger(
    template: FormTemplate, seed: int, forms: int
) -> None:
    rng = Random(seed)
    writer = Writer(template, rng)
    blocks = _bound([line for _ in range(forms) for line in writer.form()], rng)
    document = in_page_order(Document.of("f" * 64, Method.TEXT, blocks), [template])
    kept = [text for s in interpret_all(document, "inspel.docx", [template]) for text in _kept(s)]
    assert _own_words([block.text for block in blocks]) - _own_words(kept) == set()


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("Hur kan identifierade behov utvecklas?", "Hur kan behoven i Malå utvecklas?"),
        ("Hur kan identifierade behov utvecklas?", "Hur kan identifierade behov utvecklas i Malå?"),
        (
            "Inspel på Delprioritering 3.3 Hållbar mobilitet",
            "Våra tankar: Inspel på Delprioritering 3.3 Hållbar mobilitet",
        ),
    ],
)
def test_words_put_into_a_printed_text_stand_in_the_ledger_once(
    template: FormTemplate, printed: str, written: str
) -> None:
    blocks = [Block(written if label.text == printed else label.text) for label in template.labels]
    read = interpret(Document.of("f" * 64, Method.TEXT, blocks), "inspel.docx", [template])
    assert [line.text for line in read.unplaced] == [written]
