from inspel_app.analysis.settling import Anchors
from inspel_app.domain.coding import Theme


def theme(key: str, points: str, *, kept: bool = False, pinned: bool = False) -> Theme:
    return Theme(key, "3.4", key, (), tuple(points), kept=kept, pinned=pinned)


def settled(anchors: Anchors, *groups: str) -> dict[str | None, str]:
    return {key: "".join(points) for key, points in anchors.settle([list(g) for g in groups])}


def test_where_few_are_new_the_others_stay_and_the_new_join_their_group() -> None:
    anchors = Anchors([], [theme("t1", "abcd"), theme("t2", "efgh")])
    assert settled(anchors, "abex", "cdfgh") == {"t1": "abxcd", "t2": "efgh"}


def test_where_many_are_new_the_groups_are_as_they_come() -> None:
    anchors = Anchors([], [theme("t1", "abcd")])
    assert anchors.settle([list("abxy"), list("cdzu")]) == [
        (None, list("abxy")),
        (None, list("cdzu")),
    ]


def test_what_a_person_made_stands_and_a_pinned_theme_does_not_grow() -> None:
    kept = [theme("t1", "ab", kept=True), theme("t2", "cd", kept=True, pinned=True)]
    assert settled(Anchors(kept, kept), "abx", "cdy") == {"t1": "abx", "t2": "cd", None: "y"}


def test_a_point_on_another_matter_now_leaves_its_theme() -> None:
    anchors = Anchors([], [theme("t1", "abcd"), theme("t2", "efgh")])
    assert settled(anchors, "abc") == {"t1": "abc"}
    assert settled(anchors, "efghd") == {"t2": "efghd"}


def test_a_point_alone_that_a_person_gives_another_code_is_gathered_anew() -> None:
    before = [theme("t1", "abcd"), theme("t2", "e")]
    assert settled(Anchors([], before, {"e": "3.4"}), "abcde") == {"t1": "abcd", "t2": "e"}
    assert settled(Anchors([], before, {"e": "1.1"}), "abcde") == {"t1": "abcde"}
    kept = [theme("t2", "e", kept=True)]
    made = Anchors(kept, [*before[:1], *kept], {"e": "1.1"})
    assert settled(made, "abcde") == {"t1": "abcd", "t2": "e"}


def test_a_new_group_is_the_earlier_theme_of_which_it_holds_most() -> None:
    anchors = Anchors([], [theme("t1", "abcd"), theme("t7", "ef")])
    named = dict(anchors.named([(None, list("abcx")), (None, list("yz")), (None, list("e"))]))
    assert {key: "".join(points) for key, points in named.items()} == {
        "t1": "abcx",
        "t8": "yz",
        "t7": "e",
    }
