"""The tables of a project file, version by version."""

from collections.abc import Callable

from sqlite_utils import Database

from inspel_app.store.composition import create_composition
from inspel_app.store.merging.schema import create_merging
from inspel_app.store.search_index import create_index
from inspel_app.store.secrecy import create_secrecy

Migration = Callable[[Database], None]


def _live(*added: str) -> str:
    """The views of what people cut, and of all passages, that still stand in their answers.

    With the columns that versions have `added` to both.
    """
    passage, cut = ("".join(f", {table}.{name}" for name in added) for table in "pc")
    return f"""CREATE VIEW live_cuts AS
  SELECT c.* FROM cuts c JOIN answers a ON a.submission = c.submission AND a.id = c.answer
    AND substr(a.text, c.start + 1, c."end" - c.start) = c.text;
CREATE VIEW live_passages AS
  SELECT p.position, p.id, p.submission, p.answer, p.field, p.start, p."end", p.text,
    p.assignments, p.misplaced, p.stance, p.actors, p.sources, p.language{passage}
  FROM passages p JOIN answers a ON a.submission = p.submission AND a.id = p.answer
    AND substr(a.text, p.start + 1, p."end" - p.start) = p.text
  WHERE NOT EXISTS (
    SELECT 1 FROM live_cuts c WHERE c.answer = p.answer AND c.start < p."end" AND c."end" > p.start
  )
  UNION ALL
  SELECT (SELECT min(p.position) FROM passages p WHERE p.answer = c.answer AND p."end" > c.start),
    c.id, c.submission, c.answer, c.field, c.start, c."end", c.text,
    c.assignments, c.misplaced, c.stance, c.actors, c.sources, c.language{cut}
  FROM live_cuts c;
"""  # noqa: S608 - our own names


_HISTORY = """
CREATE TABLE actions (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
  undoes INTEGER REFERENCES actions (number), redoes INTEGER REFERENCES actions (number)
) STRICT;
CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES actions (number) DEFERRABLE INITIALLY DEFERRED,
  tbl TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX changes_action ON changes (action);
CREATE TABLE current_action (action INTEGER NOT NULL) STRICT;
"""

_SUBMISSIONS = """
CREATE TABLE settings (
  id INTEGER PRIMARY KEY CHECK (id = 1), title TEXT NOT NULL, strategy TEXT NOT NULL,
  form TEXT NOT NULL, dnr TEXT NOT NULL, deadline TEXT
) STRICT;
CREATE TABLE submissions (
  id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, status TEXT NOT NULL,
  form TEXT, certainty_permille INTEGER NOT NULL,
  organisation TEXT NOT NULL, unit TEXT NOT NULL, type TEXT, municipality TEXT,
  received TEXT, late INTEGER NOT NULL, dnr TEXT, own_dnr TEXT,
  duplicate_of TEXT, replaces TEXT, campaign TEXT, additions TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE contacts (
  submission TEXT PRIMARY KEY REFERENCES submissions (id) DEFERRABLE INITIALLY DEFERRED,
  contact TEXT NOT NULL, email TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE files (
  submission TEXT NOT NULL REFERENCES submissions (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
  PRIMARY KEY (submission, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX files_sha256 ON files (sha256);
CREATE TABLE answers (
  submission TEXT NOT NULL REFERENCES submissions (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL, id TEXT NOT NULL, field TEXT, text TEXT NOT NULL,
  method TEXT NOT NULL, content INTEGER NOT NULL, confidence_permille INTEGER NOT NULL,
  refers_to TEXT NOT NULL, parts TEXT NOT NULL,
  PRIMARY KEY (submission, position), UNIQUE (submission, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE unplaced (
  submission TEXT NOT NULL REFERENCES submissions (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL, text TEXT NOT NULL, location TEXT NOT NULL,
  PRIMARY KEY (submission, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE problems (
  submission TEXT NOT NULL REFERENCES submissions (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
  PRIMARY KEY (submission, position)
) STRICT, WITHOUT ROWID;
"""

_DECISIONS = """
CREATE TABLE assignments (
  passage TEXT NOT NULL, code TEXT NOT NULL, aspect TEXT NOT NULL, person TEXT NOT NULL,
  position INTEGER NOT NULL, PRIMARY KEY (passage, code, aspect, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE theme_labels (
  theme TEXT PRIMARY KEY, label TEXT NOT NULL, passages TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

_MACHINE = """
CREATE TABLE originals (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE documents (sha256 TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE runs (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, input_hash TEXT NOT NULL,
  settings TEXT NOT NULL, model TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE passages (
  position INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs (id),
  id TEXT NOT NULL UNIQUE, submission TEXT NOT NULL, answer TEXT NOT NULL, field TEXT,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  assignments TEXT NOT NULL, misplaced INTEGER NOT NULL, stance TEXT,
  actors TEXT NOT NULL, sources TEXT NOT NULL
) STRICT;
CREATE TABLE suggestions (
  passage TEXT NOT NULL, position INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES runs (id),
  code TEXT NOT NULL, permille INTEGER NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (passage, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE themes (
  position INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs (id),
  id TEXT NOT NULL UNIQUE, code TEXT, label TEXT NOT NULL,
  keywords TEXT NOT NULL, passages TEXT NOT NULL
) STRICT;
CREATE VIEW live_passages AS
  SELECT p.* FROM passages p JOIN answers a ON a.submission = p.submission AND a.id = p.answer;
"""


_APART = """
CREATE TABLE apart (
  one TEXT NOT NULL, other TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
"""

_WITHDRAWN = """
ALTER TABLE unplaced ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
UPDATE unplaced SET withdrawn = 1 WHERE submission IN
  (SELECT submission FROM problems WHERE code IN ('borttagen-text', 'struken-text'));
ALTER TABLE settings ADD COLUMN authority TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN officer TEXT NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN contact TEXT NOT NULL DEFAULT '';
"""

_DOUBTS = """
ALTER TABLE answers ADD COLUMN doubtful TEXT NOT NULL DEFAULT '[]';
ALTER TABLE answers ADD COLUMN reading TEXT;
ALTER TABLE unplaced ADD COLUMN doubtful TEXT NOT NULL DEFAULT '[]';
ALTER TABLE unplaced ADD COLUMN reading TEXT;
DROP VIEW live_passages;
CREATE VIEW live_passages AS
  SELECT p.* FROM passages p JOIN answers a ON a.submission = p.submission AND a.id = p.answer
    AND substr(a.text, p.start + 1, p."end" - p.start) = p.text;
"""

_KIN = """
CREATE TABLE not_kin (
  one TEXT NOT NULL, other TEXT NOT NULL, kinship TEXT NOT NULL, person TEXT NOT NULL,
  PRIMARY KEY (one, other, kinship)
) STRICT, WITHOUT ROWID;
ALTER TABLE submissions ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contacts ADD COLUMN sent_from TEXT NOT NULL DEFAULT '';
"""

_THEMES = """
ALTER TABLE themes ADD COLUMN requests TEXT NOT NULL DEFAULT '[]';
CREATE TABLE kept_themes (
  id TEXT PRIMARY KEY, code TEXT, label TEXT NOT NULL, pinned INTEGER NOT NULL,
  person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE theme_places (
  passage TEXT PRIMARY KEY, theme TEXT NOT NULL, person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
DROP TABLE theme_labels;
"""

_TAGGING = f"""
CREATE TABLE rejections (
  passage TEXT NOT NULL, code TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (passage, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE marks (
  passage TEXT PRIMARY KEY, mark TEXT NOT NULL, person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE notes (
  passage TEXT NOT NULL, person TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (passage, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE favourites (
  person TEXT NOT NULL, position INTEGER NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY (person, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE cuts (
  id TEXT PRIMARY KEY, submission TEXT NOT NULL, answer TEXT NOT NULL, field TEXT,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  assignments TEXT NOT NULL, misplaced INTEGER NOT NULL, stance TEXT,
  actors TEXT NOT NULL, sources TEXT NOT NULL, language TEXT NOT NULL, person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cuts_answer ON cuts (answer);
CREATE INDEX passages_answer ON passages (answer);
DROP VIEW live_passages;
{_live()}"""

_HANDLING = """
CREATE TABLE reasons (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE handlings (
  passage TEXT PRIMARY KEY, disposition TEXT, text TEXT NOT NULL, reason TEXT,
  responsible TEXT NOT NULL, state TEXT NOT NULL, person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE theme_handlings (
  theme TEXT PRIMARY KEY, disposition TEXT, text TEXT NOT NULL, reason TEXT,
  responsible TEXT NOT NULL, state TEXT NOT NULL, person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sections (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, code TEXT, heading TEXT NOT NULL,
  level INTEGER NOT NULL, text TEXT NOT NULL, person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE wordings (
  section TEXT PRIMARY KEY, text TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE wording_passages (
  section TEXT NOT NULL, sentence TEXT NOT NULL, passage TEXT NOT NULL, person TEXT NOT NULL,
  PRIMARY KEY (section, sentence, passage)
) STRICT, WITHOUT ROWID;
CREATE TABLE wording_themes (
  section TEXT NOT NULL, sentence TEXT NOT NULL, theme TEXT NOT NULL, person TEXT NOT NULL,
  PRIMARY KEY (section, sentence, theme)
) STRICT, WITHOUT ROWID;
"""

_INVITATIONS = """
CREATE TABLE invitations (
  name TEXT PRIMARY KEY, position INTEGER NOT NULL, type TEXT, municipality TEXT
) STRICT, WITHOUT ROWID;
"""

_IDENTITY = """
CREATE TABLE identity (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO identity VALUES (lower(hex(randomblob(16))));
"""

_IMPORTS = """
CREATE TABLE imports (
  id INTEGER PRIMARY KEY, begun TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL,
  result TEXT NOT NULL, submission TEXT, problems TEXT NOT NULL
) STRICT;
"""

_ASSIGNEES = "ALTER TABLE submissions ADD COLUMN assignee TEXT NOT NULL DEFAULT ''"


_RUNS = """
ALTER TABLE runs ADD COLUMN by TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN made INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN after INTEGER NOT NULL DEFAULT 0;
"""


_PLACES = f"""
ALTER TABLE passages ADD COLUMN places TEXT NOT NULL DEFAULT '[]';
ALTER TABLE cuts ADD COLUMN places TEXT NOT NULL DEFAULT '[]';
DROP VIEW live_passages;
DROP VIEW live_cuts;
{_live("places")}"""

_GONE = """
CREATE TABLE gone_passages (
  id TEXT PRIMARY KEY, submission TEXT NOT NULL, field TEXT, text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


_HEADINGS = f"""
ALTER TABLE passages ADD COLUMN heading TEXT NOT NULL DEFAULT '';
ALTER TABLE cuts ADD COLUMN heading TEXT NOT NULL DEFAULT '';
DROP VIEW live_passages;
DROP VIEW live_cuts;
{_live("places", "heading")}"""


_WEEDINGS = """
CREATE TABLE weedings (
  action INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL,
  what TEXT NOT NULL, decision TEXT NOT NULL
) STRICT;
"""


def _first(db: Database) -> None:
    """Version 1: history, what was sent in, what people decided, what the machine made of it."""
    for script in (_HISTORY, _SUBMISSIONS, _DECISIONS, _MACHINE):
        db.executescript(script)


def _second(_db: Database) -> None:
    """Version 2: an action under way may be renamed; its triggers are laid anew as always."""


def _third(db: Database) -> None:
    """Version 3: the language of passages; what is not the same, after all; doubtful words.

    A passage lives as long as its answer still says it, where it said it.
    """
    db.execute(_APART)
    db.executescript(_DOUBTS)
    db.executescript(_KIN)
    db.execute("ALTER TABLE passages ADD COLUMN language TEXT NOT NULL DEFAULT 'sv'")


def _fourth(db: Database) -> None:
    """Version 4: what people reject, mark and note; their own passages and themes.

    A passage that the machine cut lives unless a person has cut the same stretch otherwise. The
    table that goes is one that no version ever wrote in.
    """
    db.executescript(_TAGGING)
    db.executescript(_THEMES)


def _fifth(db: Database) -> None:
    """Version 5: how points are handled, the strategy's new wordings, the search, assignees."""
    db.executescript(_HANDLING)
    db.executescript(_INVITATIONS)
    db.executescript(_IDENTITY)
    db.execute(_ASSIGNEES)
    create_index(db)


def _sixth(db: Database) -> None:
    """Version 6: what became of each file; what people make of the report; the runs' record.

    And the texts of passages that are gone, where people had said something of them; the places
    that passages name; what is marked as secret, and
    what has been weeded.
    """
    db.executescript(_IMPORTS)
    db.executescript(_RUNS)
    db.execute(_GONE)
    db.executescript(_PLACES)
    create_composition(db)
    create_secrecy(db)
    db.execute(_WEEDINGS)


def _seventh(db: Database) -> None:
    """Version 7: whether a code was accepted with many others at once."""
    db.execute("ALTER TABLE assignments ADD COLUMN accepted INTEGER NOT NULL DEFAULT 0")


def _eighth(db: Database) -> None:
    """Version 8: what copies of a round are put together by."""
    create_merging(db)


def _ninth(db: Database) -> None:
    """Version 9: whether it was a person who named a theme that a person keeps."""
    db.execute("ALTER TABLE kept_themes ADD COLUMN named INTEGER NOT NULL DEFAULT 1")


def _tenth(db: Database) -> None:
    """Version 10: what senders took back in their files, and who signs the round's letters.

    Of inspel that were read before, what was taken back cannot be told from the rest of the ledger:
    all of it is taken for that where a doubt says that there is some.
    """
    db.executescript(_WITHDRAWN)


def _eleventh(db: Database) -> None:
    """Version 11: what each passage of a letter stands under; "" until it is cut anew."""
    db.executescript(_HEADINGS)


MIGRATIONS: tuple[Migration, ...] = (
    _first,
    _second,
    _third,
    _fourth,
    _fifth,
    _sixth,
    _seventh,
    _eighth,
    _ninth,
    _tenth,
    _eleventh,
)
"""What takes a file from version n to n + 1, in order.

A step may add columns with defaults to audited tables; undo replays old images into them.
"""
