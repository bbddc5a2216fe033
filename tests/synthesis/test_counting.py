from dataclasses import replace

from inspel_app.domain.form import Status, Submission
from inspel_app.synthesis.counting import campaign_sizes, uncounted, undecided
from tests.synthesis.test_material import inspel

DAY, NEXT = "2025-06-03T08:00:00+02:00", "2025-06-04T08:00:00+02:00"


def numbers(submissions: list[Submission]) -> list[int]:
    return [s.number for s in submissions]


def test_what_does_not_count_has_its_reason() -> None:
    round_ = [
        replace(inspel(1), received=DAY),
        replace(inspel(2), duplicate_of="s1", status=Status.RAKNAS_INTE),
        replace(inspel(3), status=Status.RAKNAS_INTE),
        replace(inspel(4), status=Status.EJ_INSPEL),
        replace(inspel(5), replaces="s1", received=NEXT),
        replace(inspel(6), replaces="s5", status=Status.RAKNAS_INTE),
        replace(inspel(7), form=None),
        replace(inspel(8), form=None, duplicate_of="s5"),
    ]
    assert uncounted(round_) == {
        "s1": "Ersatt av inspel 5",
        "s2": "Dubblett av inspel 1",
        "s3": "Räknas inte enligt sekretariatets beslut",
        "s4": "Är inget inspel",
        "s6": "Räknas inte enligt sekretariatets beslut",
        "s7": "Kunde inte läsas, eller innehåller ingen text",
        "s8": "Dubblett av inspel 5",
    }


def test_a_proposal_counts_until_a_person_has_decided() -> None:
    round_ = [inspel(1), replace(inspel(2), duplicate_of="s1"), replace(inspel(3), replaces="s1")]
    assert uncounted(round_) == {}
    assert numbers(undecided(round_)) == [1, 2]


def test_a_decision_either_way_leaves_nothing_to_decide() -> None:
    one, copy = inspel(1), replace(inspel(2), duplicate_of="s1")
    assert undecided([one, replace(copy, status=Status.RAKNAS_INTE)]) == []
    assert undecided([one, replace(copy, confirmed=True)]) == []
    assert undecided([replace(one, status=Status.RAKNAS_INTE), copy]) == []


def test_a_dated_version_that_a_person_says_counts_does_count() -> None:
    earlier = replace(inspel(1), received=DAY)
    later = replace(inspel(2), replaces="s1", received=NEXT)
    assert set(uncounted([earlier, later])) == {"s1"}
    assert uncounted([replace(earlier, confirmed=True), later]) == {}


def test_the_size_of_a_campaign_is_that_of_what_counts() -> None:
    round_ = [replace(inspel(n), campaign="k1") for n in (1, 2, 3)]
    round_ += [replace(inspel(4), campaign="k1", status=Status.RAKNAS_INTE)]
    round_ += [replace(inspel(5), campaign="k2"), inspel(6)]
    assert campaign_sizes(round_) == [3]
