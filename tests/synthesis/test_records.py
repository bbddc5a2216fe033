import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.document import Box, Location, Method
from inspel_app.domain.form import Answer, DoubtfulWord, Unplaced
from inspel_app.domain.synthesis import Audience, Synthesis
from inspel_app.synthesis.records import (
    CsvExporter,
    JsonExporter,
    _answer,
    _location,
    _unplaced,
    harmless,
)
from tests.synthesis.conftest import CONTACT, HOSTILE, SCRIPT, Round

SUBMISSION = """id number file sha256 files status late received respondent answers unplaced
    problems duplicate_of dnr own_dnr replaces campaign additions
    assignee secrecy"""
ANSWER = "field text content method confidence location refers_to reading doubtful secrecy"
STATEMENT = """id submission field start end text codes misplaced stance theme actors sources
    places language mark handling secrecy"""


@pytest.fixture
def record(sample: Round) -> dict[str, Any]:
    exported: dict[str, Any] = json.loads(JsonExporter().render(sample.compose(Audience.WORK)))
    return exported


def test_json_has_the_fields_of_the_contract(record: dict[str, Any]) -> None:
    assert list(record) == [
        "schema",
        "strategy",
        "form",
        "program",
        "invited",
        "submissions",
        "statements",
        "themes",
        "sections",
        "report",
        "withheld",
    ]
    assert record["schema"] == "inspel-export/1"
    assert {tuple(s) for s in record["submissions"]} == {tuple(SUBMISSION.split())}
    answers = [a for s in record["submissions"] for a in s["answers"]]
    assert {tuple(a) for a in answers} == {tuple(ANSWER.split())}
    assert {tuple(s) for s in record["statements"]} == {tuple(STATEMENT.split())}
    theme = {"id": "t1", "code": "3.3", "label": "Fler bussturer på kvällar och i byar"}
    counts = {"keywords": ["buss", "kväll"], "size": 6, "respondents": 4}
    people = {"requests": [], "kept": False, "pinned": False, "handling": None}
    people["mixed"] = False
    assert record["themes"][0] == theme | counts | people


def test_json_for_work_holds_the_whole_material(record: dict[str, Any]) -> None:
    assert len(record["submissions"]) == 8
    assert record["submissions"][0]["respondent"]["contact"] == CONTACT
    assert record["submissions"][6]["duplicate_of"] == record["submissions"][0]["id"]
    assert record["submissions"][7]["status"] == "ej-inspel"
    assert record["submissions"][3]["answers"][2]["text"] == SCRIPT.replace("\ud800", "?")


def test_statements_are_cut_from_their_answers(record: dict[str, Any]) -> None:
    texts = {s["id"]: [a["text"] for a in s["answers"]] for s in record["submissions"]}
    for s in record["statements"]:
        assert s["text"] in {t[s["start"] : s["end"]] for t in texts[s["submission"]]}
    first = record["statements"][1]
    assert first["codes"] == [
        {"code": "3.3", "aspect": "behov", "origin": "form", "confidence": 0.8, "reason": "ord"}
    ]
    assert first["sources"] == [{"text": "Resvanor 2023"}]


def test_a_place_without_fixed_pages_has_neither_page_nor_box() -> None:
    place = {"file": "f", "page": None, "box": None, "start": 3, "end": 9}
    assert _location((Location("f", 3, 9),)) == place


def test_the_parts_of_an_answer_have_one_place_together() -> None:
    parts = (
        Location("f", 3, 9, 2, Box(10, 20, 30, 40)),
        Location("f", 12, 20, 2, Box(5, 50, 25, 60)),
        Location("f", 30, 44, 3, Box(0, 0, 99, 99)),
    )
    place = {"file": "f", "page": 2, "box": [5, 20, 30, 60], "start": 3, "end": 44}
    assert _location(parts) == place


def test_doubtful_words_that_are_left_stand_with_their_text() -> None:
    place = Location("f", 13, 17, 2, Box(1, 2, 3, 4))
    left = DoubtfulWord(3, 7, "Umca", 0.5, place)
    words = (replace(left, settled=True), left)
    told = {"start": 3, "end": 7, "text": "Umca", "confidence": 0.5, "page": 2, "box": [1, 2, 3, 4]}
    answer = _answer(
        Answer("a", None, "Vi Umca", Method.OCR, (place,), doubtful=words, reading="Vl Umca")
    )
    line = _unplaced(Unplaced("Vi Umca", place, words, "Vl Umca"))
    for record in (answer, line):
        assert (record["doubtful"], record["reading"]) == ([told], "Vl Umca")


def test_csv_holds_every_answer_for_swedish_excel(synthesis: Synthesis) -> None:
    data = CsvExporter().render(synthesis)
    assert data.startswith(b"\xef\xbb\xbfInspel;")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    assert len(rows) == sum(len(s.answers) for s in synthesis.submissions)
    assert {len(row) for row in rows} == {len(head)}
    assert f"'{HOSTILE}" in [row[head.index("Svar")] for row in rows]
    assert [row[head.index("Sida")] for row in rows][:3] == ["1", "2", "3"]


@given(st.text())
def test_no_csv_cell_begins_like_a_formula(text: str) -> None:
    assert not harmless(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
