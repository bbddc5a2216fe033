"""The text of the strategy section by section, new wordings of it, and what led to them."""

from collections import defaultdict
from collections.abc import Sequence

from sqlite_utils import Database

from inspel_app.domain.handling import Section, Source, Target, TargetKind, Wording
from inspel_app.store.handling import add_row
from inspel_app.store.history import now

_LINKS = {
    TargetKind.PASSAGE: ("wording_passages", "passage"),
    TargetKind.THEME: ("wording_themes", "theme"),
}


class StrategyTextEdits:
    """What is written about the strategy's text; `Project.text_edits` gives it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put_sections(self, sections: Sequence[Section], by: str) -> None:
        """Let these be all sections, in this order; wordings of others go with them."""
        kept = {section.id for section in sections}
        for row in list(self._db.table("sections").rows):
            if row["id"] not in kept:
                self._db.table("sections").delete(row["id"])
                self.drop_wording(row["id"])
        for position, section in enumerate(sections):
            row = {
                "id": section.id,
                "position": position,
                "code": section.code,
                "heading": section.heading,
                "text": section.text,
                "level": section.level,
            }
            self._db.table("sections").upsert({**row, "person": by}, pk="id")

    def free_section(self) -> int:
        """The least number from which on no section has an id with it."""
        ids = self._db.execute("SELECT id FROM sections")
        return max((int(key[1:]) for (key,) in ids), default=0) + 1

    def put_wording(self, wording: Wording, by: str) -> None:
        """Keep a new wording of a section with what led to it, in the place of an earlier."""
        row = {"section": wording.section, "text": wording.text, "person": by, "at": now()}
        known = list(self._db.table("wordings").rows_where("section = ?", [wording.section]))
        if not known or known[0]["text"] != wording.text:
            self._db.table("wordings").upsert(row, pk="section")
        for kind, (table, key) in _LINKS.items():
            sources = {(s.sentence, s.target.id) for s in wording.sources if s.target.kind is kind}
            for link in list(self._db.table(table).rows_where("section = ?", [wording.section])):
                if (link["sentence"], link[key]) not in sources:
                    pks = (wording.section, link["sentence"], link[key])
                    self._db.table(table).delete(pks)
            for sentence, target in sorted(sources):
                link = {"section": wording.section, "sentence": sentence, key: target}
                add_row(self._db, table, {**link, "person": by})

    def drop_wording(self, section: str) -> None:
        """Take back a new wording, and what is said to have led to it."""
        for table in ("wordings", *(table for table, _key in _LINKS.values())):
            self._db.table(table).delete_where("section = ?", [section])


def sections(db: Database) -> tuple[Section, ...]:
    """The sections in order."""
    return tuple(
        Section(row["id"], row["code"], row["heading"], row["text"], row["level"])
        for row in db.table("sections").rows_where(order_by="position")
    )


def wordings(db: Database) -> dict[str, Wording]:
    """The new wordings by section."""
    sources: defaultdict[str, list[Source]] = defaultdict(list)
    for kind, (table, key) in _LINKS.items():
        for row in db.table(table).rows_where(order_by=f"section, sentence, {key}"):
            sources[row["section"]].append(Source(Target(kind, row[key]), row["sentence"]))
    return {
        row["section"]: Wording(
            row["section"], row["text"], tuple(sources[row["section"]]), row["person"], row["at"]
        )
        for row in db.table("wordings").rows
    }
