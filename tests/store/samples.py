"""Inspel and passages for the store's tests, made small or made at random."""

import hashlib
import sqlite3
from pathlib import Path

from hypothesis import strategies as st

from inspel_app.domain.coding import Assignment, Origin, Passage
from inspel_app.domain.document import Box, Location, Method, Problem
from inspel_app.domain.form import (
    ActorType,
    Answer,
    DoubtfulWord,
    Respondent,
    SourceFile,
    Status,
    Submission,
    Unplaced,
)
from inspel_app.store.audit import AUDITED
from inspel_app.store.project import ProjectSettings, Run

SETTINGS = ProjectSettings("RUS 2030", "en-strategi", "en-blankett", "RUN 1–2025", "2025-09-30")
RUN = Run("passages", "in", "cut=1", "rules-1")


def sha256_of(data: bytes) -> str:
    """The SHA-256 of a file with those bytes."""
    return hashlib.sha256(data).hexdigest()


def submission(name: str, answers: int = 2) -> Submission:
    """An inspel whose file holds just its name."""
    file = sha256_of(name.encode())
    return Submission(
        name,
        (SourceFile(f"{name}.docx", file),),
        respondent=Respondent(f"{name} kommun", contact="Kontakt", email="post@example.org"),
        answers=tuple(
            Answer(
                f"{name}/{n}", f"3.{n}.behov", f"Svar {n}", Method.TEXT, (Location(file, n, n + 6),)
            )
            for n in range(answers)
        ),
    )


def passages_of(inspel: Submission) -> list[Passage]:
    """One passage per answer, placed by the form."""
    return [
        Passage(
            f"{a.id}:0-4",
            inspel.id,
            a.id,
            a.field,
            0,
            4,
            a.text[:4],
            (Assignment(f"3.{n}", "behov", Origin.FORM),),
        )
        for n, a in enumerate(inspel.answers)
    ]


def audited(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every audited table, read past the store."""
    connection = sqlite3.connect(path)
    try:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()  # noqa: S608 - fixed names
            for table in AUDITED
        }
    finally:
        connection.close()


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_maybe = st.none() | texts
_shares = st.integers(0, 1000).map(lambda permille: permille / 1000)
_points = st.floats(0, 2000)
_places = st.builds(
    Location,
    texts,
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.integers(1, 900),
    st.none() | st.builds(Box, _points, _points, _points, _points),
    st.lists(st.tuples(st.integers(0, 9), st.integers(9, 99)), max_size=2).map(tuple),
)
_doubts = st.lists(
    st.builds(
        DoubtfulWord,
        st.integers(0, 30),
        st.integers(0, 30),
        texts,
        _shares,
        _places,
        st.booleans(),
    ),
    max_size=2,
).map(tuple)
_answers = st.lists(
    st.builds(
        Answer,
        texts,
        _maybe,
        texts,
        st.sampled_from(Method),
        st.lists(_places, max_size=2).map(tuple),
        st.booleans(),
        _shares,
        st.lists(texts, max_size=2).map(tuple),
        _doubts,
        _maybe,
    ),
    max_size=3,
    unique_by=lambda answer: answer.id,
)
respondents = st.builds(
    Respondent, texts, texts, texts, texts, st.none() | st.sampled_from(ActorType), _maybe
)
submissions = st.builds(
    Submission,
    st.uuids().map(str),
    st.lists(st.builds(SourceFile, texts, texts), min_size=1, max_size=2).map(tuple),
    status=st.sampled_from(Status),
    form=_maybe,
    certainty=_shares,
    respondent=respondents,
    answers=_answers.map(tuple),
    unplaced=st.lists(
        st.builds(Unplaced, texts, _places, _doubts, _maybe, st.booleans()), max_size=2
    ).map(tuple),
    problems=st.lists(st.builds(Problem, texts, texts), max_size=2).map(tuple),
    received=_maybe,
    late=st.booleans(),
    dnr=_maybe,
    own_dnr=_maybe,
    duplicate_of=_maybe,
    replaces=_maybe,
    campaign=_maybe,
    additions=st.lists(texts, max_size=2).map(tuple),
    confirmed=st.booleans(),
    assignee=texts,
)
