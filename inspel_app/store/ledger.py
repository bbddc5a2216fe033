"""What a person does with the text that no field has: it is put in one, and leaves the ledger."""

from collections.abc import Sequence

from sqlite_utils import Database

from inspel_app.domain.form import Answer, Unplaced
from inspel_app.store.records import answer_row, unplaced_row


class Ledger:
    """What is written about an inspel's texts inside an action; `Project.ledger` gives it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add_answer(self, submission: str, position: int, answer: Answer) -> None:
        """Add an answer as number `position`, which none has."""
        row = {"submission": submission, "position": position, **answer_row(answer)}
        self._db.table("answers").insert(row)

    def keep(self, submission: str, lines: Sequence[Unplaced]) -> None:
        """Let these lines be all of an inspel's ledger."""
        table = self._db.table("unplaced")
        table.delete_where("submission = ?", [submission])
        table.insert_all(
            {"submission": submission, "position": position, **unplaced_row(line)}
            for position, line in enumerate(lines)
        )

    def drop_problem(self, submission: str, code: str) -> None:
        """Take away a doubt that is dealt with."""
        where = "submission = ? AND code = ?"
        self._db.table("problems").delete_where(where, [submission, code])
