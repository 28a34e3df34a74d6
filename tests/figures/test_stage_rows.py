"""A stage as figures need it."""

from __future__ import annotations

import pytest

from figures import stage_rows
from figures.stage_rows import StageRow, of_service, stage_row
from tests.helpers.examples import assert_examples_hold

ROW = StageRow("A", "standard", "", 1, 9, True, 60, 5, 300, False)


def made(*, first: bool = True, walk_up: bool = False, state: str = "finished") -> StageRow:
    return stage_row(
        service="A",
        lane="standard",
        visitor_kind=None,
        counter=1,
        hour=9,
        first=first,
        walk_up=walk_up,
        state=state,
        waiting_s=60,
        time_to_begin_s=5,
        serving_s=300,
    )


def test_the_examples_hold() -> None:
    assert_examples_hold(stage_rows)


@pytest.mark.parametrize(
    ("row", "times"),
    [
        (made(), (60, 5, 300)),
        (made(walk_up=True), (None, None, 300)),
        (made(walk_up=True, first=False), (60, 5, 300)),
        (made(state="no_show"), (60, 5, None)),
        (made(state="closed_by_day"), (60, 5, None)),
    ],
)
def test_what_was_not_measured_has_no_time(row: StageRow, times: tuple[int | None, ...]) -> None:
    assert (row.waited_s, row.begin_s, row.served_s) == times


@pytest.mark.parametrize(
    ("state", "waiting_s", "on_paper"),
    [("finished", None, True), ("finished", 60, False), ("cancelled", None, False), ("waiting", None, False)],
)
def test_who_was_served_without_a_call_was_served_on_paper(state: str, waiting_s: int | None, on_paper: bool) -> None:
    row = stage_row(
        service="A", lane="standard", visitor_kind=None, counter=None, hour=9, first=True, walk_up=False,
        state=state, waiting_s=waiting_s, time_to_begin_s=None, serving_s=None,
    )  # fmt: skip
    assert row.on_paper is on_paper


def test_only_a_visitor_who_did_not_come_is_a_no_show() -> None:
    assert [made(state=state).no_show for state in ("no_show", "cancelled", "finished")] == [True, False, False]


def test_the_stages_of_one_service_or_of_all() -> None:
    other = ROW._replace(service="B")
    assert (of_service([ROW, other], "B"), of_service([ROW, other], None)) == ([other], [ROW, other])
