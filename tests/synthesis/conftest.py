"""A small round with everything that makes a synthesis hard, all of it invented."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

import pytest

from inspel_app.domain.coding import (
    Actor,
    Aspect,
    Assignment,
    Code,
    Codebook,
    CodeKind,
    Note,
    Origin,
    Passage,
    Stance,
    Theme,
)
from inspel_app.domain.composition import AS_MADE, Composition
from inspel_app.domain.document import Box, Location, Method, Problem
from inspel_app.domain.form import (
    ActorType,
    Answer,
    FormTemplate,
    Question,
    Respondent,
    SourceFile,
    Status,
    Submission,
    Unplaced,
)
from inspel_app.domain.synthesis import Audience, RoundFacts, Synthesis, Work
from inspel_app.synthesis.compose import compose

TAKEN_BACK = "Frågan har vi bråkat om."
"""What a respondent deleted with tracked changes."""
ASPECTS = (
    Aspect("analys", "Sammanfattande analys"),
    Aspect("mal", "Målformulering"),
    Aspect("behov", "Identifierade behov"),
    Aspect("aktorer", "Viktiga aktörer"),
)
CODEBOOK = Codebook(
    "provlan-2030",
    "Regional utvecklingsstrategi för Provlän 2030",
    (
        Code("levande", "En levande plats år 2030", CodeKind.PLATS, leaf=True),
        Code("sammanhallen", "Sammanhållen region", CodeKind.INRIKTNING, leaf=True),
        Code("jamlik", "Jämlik och jämställd inkludering", CodeKind.INRIKTNING, leaf=True),
        Code("3", "Provlän – en nära tillgänglig region", CodeKind.PRIORITERING),
        Code("3.2", "Hållbara transportsystem", CodeKind.DELPRIORITERING, "3", leaf=True),
        Code("3.3", "Hållbar mobilitet", CodeKind.DELPRIORITERING, "3", leaf=True),
        Code("4", "Provlän – en region med livsmiljöer", CodeKind.PRIORITERING),
        Code("4.1", "Planering och byggande", CodeKind.DELPRIORITERING, "4", leaf=True),
        Code("4.2", "Bostäder i hela länet", CodeKind.DELPRIORITERING, "4", leaf=True),
        Code("barn", "Barn och unga", CodeKind.TVARGAENDE),
    ),
    ASPECTS,
)


def _questions() -> tuple[Question, ...]:
    what = "Vad kan utvecklas i det här avsnittet?"
    coded = tuple(
        Question(f"{c.id}.{a.id}", f"Prioritering {c.parent}", c.title, a.title, c.id, a.id)
        for c in CODEBOOK.leaves
        if c.parent
        for a in ASPECTS
    )
    return (
        Question(
            "over.inspel", "Övergripande inspel", None, "Finns det några övergripande inspel?"
        ),
        Question("sam.utveckling", "Från strategi till samhandling", "Inspel på avsnittet", what),
        Question("sam.annat", "Från strategi till samhandling", "Inspel på avsnittet", "Annat"),
        Question("vagen.utveckling", "Vägen till ett hållbart län", "Inspel på avsnittet", what),
        Question("inr.sammanhallen", "Inriktningar", "Sammanhållen region", what, "sammanhallen"),
        *coded,
        Question("3.vagen", "Prioritering 3", "Vägen framåt", "Vad saknas?", "3", "vagen-framat"),
    )


FORM = FormTemplate("provlan-2025", "Blankett Provlän 2025", CODEBOOK.id, _questions(), (), ())
FACTS = RoundFacts(
    title="Uppdatering av Provläns utvecklingsstrategi",
    strategy=CODEBOOK.id,
    strategy_title=CODEBOOK.title,
    form=FORM.id,
    form_title=FORM.title,
    made="2025-07-01T09:30:00+02:00",
    program="0.1.0",
    dnr="RUN 234–2025",
    deadline="2025-06-15",
)


@dataclass
class Round:
    """The input of a synthesis, under construction."""

    submissions: list[Submission] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    composition: Composition = AS_MADE
    notes: dict[str, tuple[Note, ...]] = field(default_factory=dict)
    apart: tuple[tuple[str, str], ...] = ()
    mixed: frozenset[str] = frozenset()

    def add(
        self,
        respondent: Respondent,
        answers: Sequence[tuple[str | None, str, Sequence["Said"]]],
        file: str,
        **facts: object,
    ) -> Submission:
        """Add an inspel with its answers, each with the passages found in it."""
        number = len(self.submissions) + 1
        digest = sha256(f"{number} {file}".encode()).hexdigest()
        made, offset = [], 0
        box = Box(70, 90, 520, 130) if file.endswith(".pdf") else None
        for i, (place, text, said) in enumerate(answers):
            where = Location(digest, offset, offset + len(text), 1 + i, box)
            answer = Answer(f"{digest[:12]}-{i}", place, text, Method.TEXT, (where,), bool(said))
            made.append(answer)
            offset += len(text) + 1
            self.passages += [s.passage(digest[:12], answer) for s in said]
        submission = Submission(
            id=digest[:12],
            files=(SourceFile(file, digest),),
            number=number,
            form=FORM.id,
            certainty=1.0,
            respondent=respondent,
            answers=tuple(made),
        )
        self.submissions.append(replace(submission, **facts))  # type: ignore[arg-type]
        return self.submissions[-1]

    def gather(self, key: str, code: str | None, label: str, *keywords: str) -> None:
        """Make a theme of the passages that were said to belong to it."""
        members = tuple(p.id for p in self.passages if p.theme == key)
        self.themes.append(Theme(key, code, label, keywords, members))

    def compose(self, audience: Audience = Audience.WRITING) -> Synthesis:
        """The synthesis for an audience."""
        facts = replace(FACTS, audience=audience)
        work = Work(
            composition=self.composition, notes=self.notes, apart=self.apart, mixed=self.mixed
        )
        return compose(facts, CODEBOOK, FORM, self.submissions, self.passages, self.themes, work)


@dataclass(frozen=True)
class Said:
    """A part of an answer and what it is about."""

    text: str
    code: str | None = None
    aspect: str | None = None
    theme: str | None = None
    stance: Stance | None = None
    origin: Origin = Origin.FORM
    misplaced: bool = False
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def passage(self, submission: str, answer: Answer) -> Passage:
        """The passage, placed in the answer that holds the text."""
        start = answer.text.index(self.text)
        end = start + len(self.text)
        assigned = (
            Assignment(self.code, self.aspect, self.origin, 0.8, "ord") if self.code else None
        )
        return Passage(
            id=f"{answer.id}:{start}-{end}",
            submission=submission,
            answer=answer.id,
            field=answer.field,
            start=start,
            end=end,
            text=self.text,
            assignments=(assigned,) if assigned else (),
            misplaced=self.misplaced,
            stance=self.stance,
            theme=self.theme,
            actors=tuple(Actor(a, a) for a in self.actors),
            sources=self.sources,
        )


BUS = (
    (
        "Kvällsturerna med buss behöver bli fler. Sista bussen från Storby går 17.40 och den som "
        "arbetar skift måste ha bil."
    ),
    "Det går två bussar om dagen till Västby, och ingen av dem passar skolans tider.",
    "Anropsstyrd trafik bör prövas i fler byar, med samma taxa som i tätorten.",
    "Vi vill varna för fler tomma bussar. Pengarna gör större nytta i laddplatser och vägar.",
    "Ungdomar kommer inte hem från träningen eftersom bussen har slutat gå. 🚌",
    "För studenterna är kvällsbussen skillnaden mellan att bo kvar och att flytta.",
)
LONG = "Bredbandet i de yttre byarna är för svagt för distansarbete. " * 700
WHOLE = "Det är bra att strategin håller ihop, men den behöver bli kortare och lättare att använda."
HOSTILE = '=HYPERLINK("http://ond.example";"klicka")'
SCRIPT = "<script>alert('x')</script> & <b>fet</b> \x01\x0b\ud800 ]]>"
NAME, EMAIL = "Siv Exempelqvist", "siv.exempelqvist@hemma.example"
CONTACT = "Ture Påhittad"


def _municipalities(round_: Round) -> None:
    storby = Respondent(
        "Storby kommun",
        "Kommunledningen",
        CONTACT,
        "ture@storby.example",
        ActorType.KOMMUN,
        "Storby",
    )
    round_.add(
        storby,
        [
            ("over.inspel", WHOLE, [Said(WHOLE, theme="t3", stance=Stance.STOD)]),
            (
                "3.3.behov",
                f"{BUS[0]}\n{BUS[2]}",
                [
                    Said(BUS[0], "3.3", "behov", "t1", Stance.STOD, sources=("Resvanor 2023",)),
                    Said(BUS[2], "3.3", "behov", "t1", Stance.FORSLAG),
                ],
            ),
            (
                "3.3.aktorer",
                "Lägg till Provtrafiken och Byarådet.",
                [
                    Said(
                        "Lägg till Provtrafiken och Byarådet.",
                        "3.3",
                        "aktorer",
                        actors=("Provtrafiken", "Byarådet"),
                    )
                ],
            ),
            ("4.2.mal", "-", []),
        ],
        "Storby svar.pdf",
        received="2025-06-10T08:00:00+02:00",
        dnr="RUN 234–2025",
        own_dnr="KS 2025/17",
    )
    round_.add(
        replace(storby, organisation="STORBY  Kommun", unit="Tekniska", contact="", email=""),
        [("3.2.analys", LONG, [Said(LONG[:-1], "3.2", "analys", origin=Origin.SUGGESTION)])],
        "tekniska.docx",
        received="2025-06-11T08:00:00+02:00",
        problems=(Problem("lang-text", "Ett svar är ovanligt långt."),),
    )
    round_.add(
        Respondent("Västby kommun", type=ActorType.KOMMUN, municipality="Västby"),
        [
            ("3.3.behov", BUS[1], [Said(BUS[1], "3.3", "behov", "t1", Stance.STOD)]),
            (
                "4.1.behov",
                f"{BUS[4]} Det hör kanske hemma på en annan plats.",
                [Said(BUS[4], "3.3", None, "t1", Stance.STOD, Origin.SUGGESTION, misplaced=True)],
            ),
            (
                "3.2.behov",
                "Vägen mot kusten måste bära tung trafik året om.",
                [
                    Said(
                        "Vägen mot kusten måste bära tung trafik året om.",
                        "4.1",
                        None,
                        origin=Origin.PERSON,
                        misplaced=True,
                    )
                ],
            ),
        ],
        "vastby.docx",
        received="2025-06-20T08:00:00+02:00",
        late=True,
    )


def _others(round_: Round) -> None:
    round_.add(
        Respondent("Bolaget AB", type=ActorType.NARINGSLIV, municipality="Storby"),
        [
            (
                "3.3.behov",
                BUS[3],
                [Said(BUS[3], "3.3", "behov", "t1", Stance.KRITIK, actors=("Trafikverket",))],
            ),
            ("3.3.mal", HOSTILE, [Said(HOSTILE, "3.3", "mal")]),
            ("3.3.analys", SCRIPT, [Said(SCRIPT, "3.3", "analys", actors=("Trafikverket",))]),
        ],
        "=cmd|' /C calc'!A0.docx",
        received="2025-06-12T08:00:00+02:00",
    )
    signed = f"{WHOLE} Hälsningar {NAME}, {EMAIL}, 070-123 45 67"
    round_.add(
        Respondent("", "", NAME, EMAIL, ActorType.PRIVATPERSON, "Västby"),
        [
            (None, signed, [Said(WHOLE, theme="t3")]),
            ("inr.sammanhallen", "Glöm inte byarna.", [Said("Glöm inte byarna.", "sammanhallen")]),
        ],
        "Siv Exempelqvist inspel.pdf",
        received=None,
        unplaced=(
            Unplaced(f"Skickat från {NAME}s telefon", Location("0" * 64, 0, 10)),
            Unplaced(TAKEN_BACK, Location("0" * 64, 11, 40), withdrawn=True),
            Unplaced("¦ ]", Location("0" * 64, 41, 44)),
        ),
    )
    round_.add(
        Respondent("Provläns universitet", type=ActorType.AKADEMI),
        [
            ("3.3.behov", BUS[5], [Said(BUS[5], "3.3", "behov", "t1")]),
            (
                "3.vagen",
                "Forskningsplanen saknas.",
                [Said("Forskningsplanen saknas.", "3", "vagen-framat")],
            ),
        ],
        "universitet.docx",
        received="2025-06-14T23:59:00+02:00",
    )


def _uncounted(round_: Round) -> None:
    first = round_.submissions[0]
    round_.add(
        first.respondent,
        [("3.3.behov", BUS[0], [Said(BUS[0], "3.3", "behov", "t1", Stance.STOD)])],
        "Storby svar kopia.pdf",
        duplicate_of=first.id,
        status=Status.RAKNAS_INTE,
    )
    round_.add(
        Respondent("Frånvarande AB"),
        [(None, "Jag är på semester.", [Said("Jag är på semester.")])],
        "autosvar.eml",
        status=Status.EJ_INSPEL,
    )


def _sides(round_: Round) -> tuple[str, str]:
    """Who wants more buses, and who warns of them."""
    said = {p.text: p.id for p in reversed(round_.passages) if p.theme == "t1"}
    return said[BUS[0]], said[BUS[3]]


@pytest.fixture
def sample() -> Round:
    """Eight inspel: six that count from five respondents, a duplicate and a mail that is none."""
    made = Round()
    _municipalities(made)
    _others(made)
    _uncounted(made)
    made.gather("t1", "3.3", "Fler bussturer på kvällar och i byar", "buss", "kväll")
    made.gather("t3", None, "En kortare och mer använd strategi", "kortare", "strategi")
    made.apart = (_sides(made),)
    return made


@pytest.fixture
def synthesis(sample: Round) -> Synthesis:
    """The synthesis of the sample for the writing team."""
    return sample.compose()
