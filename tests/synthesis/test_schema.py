"""The JSON export keeps to its published schema, and the schema to the words of the domain."""

import json
from collections.abc import Iterable
from copy import deepcopy
from enum import StrEnum
from typing import Any

import pytest

from inspel_app.domain.coding import Mark, Origin, Register, Stance
from inspel_app.domain.document import Method
from inspel_app.domain.form import ActorType, Status
from inspel_app.domain.handling import Disposition, State, TargetKind, Via
from inspel_app.domain.synthesis import Audience
from inspel_app.synthesis.records import JsonExporter
from tests.schema import PUBLISHED, faults
from tests.synthesis.conftest import Round

DEFINITIONS = json.loads(PUBLISHED.read_text("utf-8"))["$defs"]
LED = DEFINITIONS["section"]["properties"]["sources"]["items"]["properties"]
HANDLING = DEFINITIONS["handling"]["anyOf"][0]["properties"]


def exported(sample: Round, audience: Audience = Audience.WORK) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(JsonExporter().render(sample.compose(audience)))
    return record


@pytest.mark.parametrize("audience", Audience)
def test_exports_keep_to_the_schema(sample: Round, audience: Audience) -> None:
    assert faults(exported(sample, audience)) == []


@pytest.mark.parametrize(
    ("schema", "members"),
    [
        (DEFINITIONS["actorType"], ActorType),
        (DEFINITIONS["submission"]["properties"]["status"], Status),
        (DEFINITIONS["answer"]["properties"]["method"], Method),
        (DEFINITIONS["code"]["properties"]["origin"], Origin),
        (DEFINITIONS["actor"]["properties"]["register"], Register),
        (DEFINITIONS["statement"]["properties"]["stance"], Stance),
        (DEFINITIONS["statement"]["properties"]["mark"], {Mark.UNSURE}),
        (
            DEFINITIONS["section"]["properties"]["sources"]["items"]["properties"]["kind"],
            TargetKind,
        ),
        (HANDLING["disposition"], Disposition),
        (HANDLING["state"], State),
        (HANDLING["via"], Via),
    ],
)
def test_the_schema_knows_every_word(schema: dict[str, Any], members: Iterable[StrEnum]) -> None:
    assert set(schema["enum"]) - {None} == {member.value for member in members}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "inspel-export/2"),
        (("submissions", 0, "sha256"), "abc"),
        (("submissions", 0, "received"), "i går"),
        (("submissions", 0, "answers", 0, "confidence"), 1.5),
        (("statements", 0, "stance"), "för"),
        (("themes", 0, "size"), -1),
        (("unknown",), 1),
    ],
)
def test_other_values_are_faults(sample: Round, path: tuple[str | int, ...], value: object) -> None:
    record = deepcopy(exported(sample))
    at: Any = record
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert len(faults(record)) == 1
