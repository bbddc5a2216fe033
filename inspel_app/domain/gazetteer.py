"""What is known beforehand of organisations and places."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from inspel_app.domain.coding import Register
from inspel_app.domain.form import ActorType


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Organisations by every way to write their names, and the country's municipalities.

    `usual` gives the usual name for each way. By the usual name, `types` gives the actor type and
    `registers` the register, where it has one. `counties` gives the county of each municipality,
    and `towns` the municipality of each place that is known, its own name among them. It is large,
    so each equals itself alone.
    """

    usual: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, ActorType] = field(default_factory=dict)
    registers: Mapping[str, Register] = field(default_factory=dict)
    counties: Mapping[str, str] = field(default_factory=dict)
    towns: Mapping[str, str] = field(default_factory=dict)


NOTHING_KNOWN = Gazetteer()
"""Names then tell only by how they are built."""
