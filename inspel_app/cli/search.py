"""The command that finds words in a round."""

from argparse import Namespace

from inspel_app.cli.output import Answer, table
from inspel_app.i18n import _, ngettext
from inspel_app.services.rounds import Project
from inspel_app.services.searching import Hit, search

MOST = 20
"""So many places of each kind are told."""


def find(args: Namespace) -> Answer:
    """Where the words stand: the best places of each kind."""
    with Project.open(args.project) as project:
        hits = search(project, args.text, MOST)
    data: dict[str, object] = {"hits": [_data(hit) for hit in hits]}
    if not hits:
        return Answer(data, (_("Inget hittades."),))
    rows = [(hit.kind, hit.heading, hit.text) for hit in hits]
    found = table((_("slag"), _("var"), _("text")), rows, wrapped=(1, 2))
    told = ngettext("{n} träff.", "{n} träffar.", len(hits)).format(n=len(hits))
    most = _("Av varje slag visas de {n} bästa.").format(n=MOST)
    return Answer(data, (found, "", f"{told} {most}" if _is_cut(hits) else told))


def _is_cut(hits: list[Hit]) -> bool:
    kinds = [hit.kind for hit in hits]
    return any(kinds.count(kind) == MOST for kind in set(kinds))


def _data(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind,
        "id": hit.id,
        "heading": hit.heading,
        "text": hit.text,
        "marks": [list(mark) for mark in hit.marks],
        "rank": hit.rank,
        "submission": hit.submission or None,
        "answer": hit.answer or None,
        "passage": hit.passage or None,
        "theme": hit.theme or None,
    }
