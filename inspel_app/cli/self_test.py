"""The command that tries whether this installation is whole."""

import tempfile
from argparse import Namespace
from pathlib import Path

from inspel_app.cli.output import Answer, say
from inspel_app.i18n import _
from inspel_app.services.self_test import Check, make_checks, refuse_network, round_in


def self_test(_args: Namespace) -> Answer:
    """What came of each part of the main job, done on the example round and then thrown away."""
    from inspel_app.gui.self_test import visit_pages  # noqa: PLC0415 - Qt when it is needed

    refuse_network()
    with tempfile.TemporaryDirectory(prefix="inspel självtest ") as name:
        folder = Path(name)
        made = [_told(check) for check in make_checks(folder)]
        made.append(_told(Check(_("fönstret"), ", ".join(visit_pages(round_in(folder))))))
    data: dict[str, object] = {"checks": {check.name: check.told for check in made}}
    return Answer(data, (_("Programmet är helt och fungerar."),))


def _told(check: Check) -> Check:
    say(f"{check.name}: {check.told}")
    return check
