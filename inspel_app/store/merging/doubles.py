"""What two copies say against each other in rows of different kinds.

A thing is taken away in one and worked on in the other; an answer is cut in two ways; a code is
given and rejected. Ours stands then, and theirs is kept beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, MutableMapping
from typing import NamedTuple

from sqlite_utils import Database

from inspel_app.domain.coding import Mark
from inspel_app.store.merging.conflicts import Change, Said
from inspel_app.store.merging.kinds import BY_TABLE, WHOLES, Whole, row_of
from inspel_app.store.merging.news import News, Thing
from inspel_app.store.records import Row

Changed = MutableMapping[Thing, News]


class Against(NamedTuple):
    """What each side says."""

    ours: Said
    theirs: Said


def against(db: Database, things: Iterable[Thing], ours: Changed, theirs: Changed) -> Against:
    """What each side says of some things; what the copy says of them is not put in place."""
    here, there, last = [], [], News(None, None)
    own = News(None, None)
    for thing in sorted(things, key=repr):
        table, key = thing
        now = row_of(db, BY_TABLE[table], key)
        own = max(own, ours.get(thing, own), key=lambda news: news.at)
        before = ours[thing].before if thing in ours else now
        news = theirs.pop(thing, None)
        last = max(last, news or last, key=lambda one: one.at)
        here.append(Change(table, key, now))
        there.append(Change(table, key, news.after if news else before))
    return Against(Said(tuple(here), own.by, own.at), Said(tuple(there), last.by, last.at))


def wholes_against(db: Database, ours: Changed, theirs: Changed) -> Iterator[Against]:
    """The things that one side has taken away, while the other has changed them or their parts."""
    for whole in WHOLES:
        here, there = _by_whole(whole, ours), _by_whole(whole, theirs)
        for key in sorted(here.keys() & there.keys()):
            root = (whole.table, (key,))
            gone = [_is_gone(news.get(root)) for news in (ours, theirs)]
            if any(gone) and not all(gone):
                yield against(db, here[key] | there[key], ours, theirs)


def codes_against(db: Database, ours: Changed, theirs: Changed) -> Iterator[Against]:
    """The codes that one side gives and the other rejects, or gives to what is said to be none."""
    here, there = _by_passage(ours), _by_passage(theirs)
    for passage in sorted(here.keys() & there.keys()):
        said = here[passage] | there[passage]
        for code in sorted({str(key[1]) for table, key in said if table != "marks"}):
            things = {thing for thing in said if thing[0] != "marks" and thing[1][1] == code}
            given = [_has("assignments", things, news) for news in (ours, theirs)]
            rejected = [_has("rejections", things, news) for news in (ours, theirs)]
            if (given[0] and rejected[1]) or (given[1] and rejected[0]):
                yield against(db, things, ours, theirs)
        yield from _no_point(db, passage, said, ours, theirs)


def _no_point(
    db: Database, passage: str, said: set[Thing], ours: Changed, theirs: Changed
) -> Iterator[Against]:
    mark = ("marks", (passage,))
    for marking, giving in ((ours, theirs), (theirs, ours)):
        new = marking[mark].after if mark in marking else None
        given = {t for t in said if t[0] == "assignments" and t in giving and giving[t].after}
        if new and new["mark"] == Mark.NO_POINT and given:
            yield against(db, {mark, *given}, ours, theirs)
            return


def cuts_against(ours: Changed, theirs: Changed) -> Iterator[set[Thing]]:
    """The cuts of which the two have made something else of the same stretch of an answer."""
    for group in _stretches({*_cuts(ours), *_cuts(theirs)}, ours, theirs):
        there = {thing: theirs[thing].after for thing in group if thing in theirs}
        here = {thing: ours[thing].after for thing in group if thing in ours}
        if here and there and (here.keys() != there.keys() or _cut(here) != _cut(there)):
            yield group


def _stretches(things: Iterable[Thing], *sides: Changed) -> Iterator[set[Thing]]:
    """The cuts that overlap one another, in groups."""
    group: set[Thing] = set()
    reached: tuple[str, int] = ("", 0)
    placed = sorted((*_place(thing, sides), thing) for thing in things)
    for answer, start, end, thing in placed:
        if group and (answer != reached[0] or start >= reached[1]):
            yield group
            group = set()
        reached = (answer, max(end, reached[1]) if group else end)
        group.add(thing)
    if group:
        yield group


def _place(thing: Thing, sides: Iterable[Changed]) -> tuple[str, int, int]:
    news = next(side[thing] for side in sides if thing in side)
    row = news.after or news.before or {}
    return row["answer"], row["start"], row["end"]


def _cuts(news: Changed) -> set[Thing]:
    return {thing for thing in news if thing[0] == "cuts"}


def _cut(rows: dict[Thing, Row | None]) -> set[Thing]:
    return {thing for thing, row in rows.items() if row}


def _by_whole(whole: Whole, news: Changed) -> defaultdict[str, set[Thing]]:
    """What has changed, by what it is part of."""
    found: defaultdict[str, set[Thing]] = defaultdict(set)
    for thing, one in news.items():
        column = whole.columns.get(thing[0])
        for row in (one.before, one.after):
            if column and row and row[column] is not None:
                found[row[column]].add(thing)
    return found


def _is_gone(news: News | None) -> bool:
    return news is not None and news.after is None


def _by_passage(news: Changed) -> defaultdict[str, set[Thing]]:
    """The codes and marks that have changed, by the passage."""
    found: defaultdict[str, set[Thing]] = defaultdict(set)
    for thing in news:
        if thing[0] in {"assignments", "rejections", "marks"}:
            found[str(thing[1][0])].add(thing)
    return found


def _has(table: str, things: Iterable[Thing], news: Changed) -> bool:
    """Whether one side has put something new in a table."""
    return any(t[0] == table and t in news and news[t].after is not None for t in things)
