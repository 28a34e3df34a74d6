"""Tallies say what single stages say, but for durations, which they round up to a step."""

from __future__ import annotations

import random
from math import ceil

import pytest

from dashboard.figures import figures_of
from dashboard.ranks import share
from dashboard.stage_rows import StageColumns, StageRow
from dashboard.tally import BEGIN_STEP_S, SERVING_STEP_S, WAITING_STEP_S, Tally, middle, nine_of_ten


def row(chance: random.Random) -> StageRow:
    waited = chance.choice([None, chance.randrange(0, 4000)])
    return StageRow(
        "A", "standard", "", 1, 9, chance.random() < 0.8,
        waited,
        None if waited is None else chance.randrange(0, 90),
        chance.choice([None, chance.randrange(0, 3000)]),
        chance.random() < 0.1,
    )  # fmt: skip


def tally_of(rows: list[StageRow], target_s: float | None = 900) -> Tally:
    tally = Tally()
    for one in rows:
        tally.add(
            came=one.first, waited_s=one.waited_s, begin_s=one.begin_s, served_s=one.served_s, no_show=one.no_show,
            target_s=target_s,
        )  # fmt: skip
    return tally


def up(seconds: float | None, step_s: int) -> float | None:
    return None if seconds is None else ceil(seconds / step_s) * step_s


def rounded(rows: list[StageRow]) -> list[StageRow]:
    return [
        one._replace(
            waited_s=up(one.waited_s, WAITING_STEP_S),
            begin_s=up(one.begin_s, BEGIN_STEP_S),
            served_s=up(one.served_s, SERVING_STEP_S),
        )
        for one in rows
    ]


@pytest.mark.parametrize("many", [0, 1, 2, 9, 10, 11, 300])
def test_counts_means_and_shares_are_those_of_the_stages_and_the_rest_to_the_step(many: int) -> None:
    chance = random.Random(many)
    rows = [row(chance) for _ in range(many)]
    exact = figures_of(StageColumns.of(rows), {"A": 900})
    stepped = figures_of(StageColumns.of(rounded(rows)), {"A": 900})
    found = tally_of(rows).figures()
    for name in ("came", "called", "mean_s", "within", "served", "serving_mean_s", "no_shows", "no_show"):
        assert getattr(found, name) == getattr(exact, name), name
    for name in ("median_s", "p90_s", "begin_s", "serving_s"):
        assert getattr(found, name) == getattr(stepped, name), name


def test_what_is_added_can_be_taken_away_without_a_trace() -> None:
    chance = random.Random(5)
    first, second = tally_of([row(chance) for _ in range(50)]), tally_of([row(chance) for _ in range(60)])
    both = Tally.of(first.as_list())
    both.merge(second)
    assert both.stages == 110
    both.merge(second, -1)
    assert both.as_list() == first.as_list()
    both.merge(first, -1)
    assert both.empty
    assert both.as_list() == Tally().as_list()


def test_a_difference_of_as_many_stages_is_not_empty() -> None:
    longer, shorter = tally_of([StageRow("A", "", "", 1, 9, True, waited, 5, 60, False) for waited in (600,)]), Tally()
    shorter = tally_of([StageRow("A", "", "", 1, 9, True, 60, 5, 60, False)])
    longer.merge(shorter, -1)
    assert longer.stages == 0
    assert not longer.empty


def test_a_service_without_a_target_is_not_judged() -> None:
    rows = [StageRow("A", "", "", 1, 9, True, 60, 5, 60, False)]
    assert tally_of(rows, None).figures().within is None
    assert tally_of(rows, 60).figures().within == 100


def test_it_is_kept_as_a_list_and_read_back() -> None:
    tally = tally_of([row(random.Random(seed)) for seed in range(40)])
    assert Tally.of(tally.as_list()).as_list() == tally.as_list()


def test_of_nothing_there_is_no_median_and_no_share() -> None:
    assert (middle({}, 60), nine_of_ten({}, 60), share(0, 0)) == (None, None, None)
    assert share(1, 3) == 33.3
