"""The proof notices what it is there to notice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.helpers.board_proof import prove

NINE = datetime(2026, 11, 24, 5, tzinfo=UTC)
FRESH_S = 5.0


def at(seconds: float) -> str:
    return (NINE + timedelta(seconds=seconds)).isoformat()


def fact(seq: int, kind: str, visit: str, *, at_s: float, called_s: float) -> tuple[int, dict[str, Any]]:
    return seq, {"kind": kind, "at": at(at_s), "visit": {"visit": visit, "stages": [{"called_at": at(called_s)}]}}


def line(event: str, visit: str, seq: int, *, at_s: float, called_s: float, **more: object) -> dict[str, Any]:
    named = {"visit": visit, "seq": seq, "called_at": at(called_s), "recall": 0}
    return {"at": at(at_s), "event": event, **named, **more}


FACTS = [
    fact(1, "visit_called", "v1", at_s=10, called_s=10),
    fact(2, "visit_called", "v2", at_s=11, called_s=11),
    fact(3, "visit_begun", "v1", at_s=30, called_s=10),
]
Record = list[dict[str, Any]]


def good_record() -> Record:
    started = {"at": at(0), "event": "started"}
    return [
        started,
        {"at": at(0.1), "event": "snapshot", "seq": 0},
        line("heard", "v1", 1, at_s=10.01, called_s=10, became="queued"),
        line("shown", "v1", 1, at_s=10.02, called_s=10),
        line("heard", "v2", 2, at_s=11.01, called_s=11, became="queued"),
        line("shown", "v2", 2, at_s=11.02, called_s=11),
        line("spoken", "v1", 1, at_s=15, called_s=10),
        line("spoken", "v2", 2, at_s=20, called_s=11),
    ]


def without(event: str, visit: str) -> Callable[[Record], Record]:
    return lambda record: [one for one in record if (one["event"], one.get("visit")) != (event, visit)]


def test_a_day_without_a_fault_is_proved() -> None:
    proof = prove(FACTS, good_record(), fresh_s=FRESH_S)
    assert proof.faults == []
    assert (proof.calls, proof.shown, proof.spoken, proof.silent) == (2, 2, 2, 0)


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (without("shown", "v1"), "was never shown"),
        (without("spoken", "v2"), "waited to be spoken and was not"),
        (lambda record: [*record, record[-1]], "was spoken 2 times"),
        (lambda record: [*record[:-2], record[-1], record[-2]], "out of order"),
        (lambda record: record[:4], "call 2 of"),
        (
            lambda record: without("shown", "v1")([*record, line("passed", "v1", 3, at_s=31, called_s=10)]),
            "never shown",
        ),
    ],
)
def test_each_fault_is_named(spoil: Callable[[Record], Record], fault: str) -> None:
    faults = prove(FACTS, spoil(good_record()), fresh_s=FRESH_S).faults
    assert any(fault in one for one in faults), faults


@pytest.mark.parametrize(("age_s", "faulty"), [(2.0, True), (20.0, False)])
def test_only_a_stale_call_may_be_silent(age_s: float, faulty: bool) -> None:
    record = [
        *good_record()[:4],
        good_record()[6],
        line("heard", "v2", 2, at_s=11 + age_s, called_s=11, became="not_spoken"),
        line("shown", "v2", 2, at_s=11 + age_s, called_s=11),
    ]
    assert bool(prove(FACTS, record, fresh_s=FRESH_S).faults) is faulty


def test_a_call_made_and_over_while_the_board_was_off_is_told_apart() -> None:
    record = [{"at": at(60), "event": "started"}, {"at": at(60), "event": "snapshot", "seq": 9}]
    proof = prove([*FACTS, fact(4, "visit_no_show", "v2", at_s=40, called_s=11)], record, fresh_s=FRESH_S)
    assert (proof.while_off, proof.faults) == (2, [])
    assert prove(FACTS, record, fresh_s=FRESH_S).faults, "v2 still stands: the snapshot must have shown it"


@pytest.mark.parametrize(
    ("heard", "cut_at_s", "over", "power_first"),
    [
        ({"became": "queued"}, 15.0, True, 1),
        ({"became": "queued"}, 15.0, False, 0),
        ({"became": "not_spoken"}, 11.2, True, 1),
        ({"became": "not_spoken"}, 15.0, True, 0),
    ],
)
def test_a_call_that_the_power_cut_before_it_could_be_shown_is_told_apart(
    heard: dict[str, str], cut_at_s: float, over: bool, power_first: int
) -> None:
    record = [
        *good_record()[:4],
        line("heard", "v2", 2, at_s=11.01, called_s=11, **heard),
        line("spoken", "v1", 1, at_s=cut_at_s, called_s=10),
        {"at": at(60), "event": "started"},
        {"at": at(60), "event": "snapshot", "seq": 9},
    ]
    facts = [*FACTS, *([fact(4, "visit_no_show", "v2", at_s=40, called_s=11)] if over else [])]
    proof = prove(facts, record, fresh_s=FRESH_S)
    assert proof.power_first == power_first
    assert any("never shown" in one for one in proof.faults) is not bool(power_first)


def test_a_recall_is_a_call_of_its_own() -> None:
    facts = [*FACTS[:2], fact(3, "visit_recalled", "v1", at_s=25, called_s=10)]
    faults = prove(facts, good_record(), fresh_s=FRESH_S).faults
    assert len(faults) == 1
    assert "call 3" in faults[0]


def test_a_call_whose_recall_came_while_it_waited_is_spoken_once_for_both() -> None:
    facts = [*FACTS[:2], fact(3, "visit_recalled", "v1", at_s=10.5, called_s=10)]
    recalled = {"recall": 1}
    record = [
        *good_record()[:3],
        line("heard", "v1", 3, at_s=10.51, called_s=10, became="merged", **recalled),
        line("superseded", "v1", 1, at_s=10.51, called_s=10),
        line("shown", "v1", 3, at_s=10.52, called_s=10, **recalled),
        *good_record()[4:6],
        line("spoken", "v1", 1, at_s=15, called_s=10, **recalled),
        good_record()[-1],
    ]
    proof = prove(facts, record, fresh_s=FRESH_S)
    assert (proof.faults, proof.spoken, proof.merged, proof.superseded) == ([], 2, 1, 1)
