"""Tallies say what single stages say, but for durations, which they round up to a step."""

from __future__ import annotations

import random
from math import ceil
from statistics import mean, median

import pytest

from figures.percentiles import share
from figures.stage_rows import StageRow
from figures.tally import BEGIN_STEP_S, SERVING_STEP_S, WAITING_STEP_S, Tally, middle, nine_of_ten, tally_of


def row(chance: random.Random) -> StageRow:
    waited = chance.choice([None, chance.randrange(0, 4000)])
    return StageRow(
        "A", "standard", "", 1, 9, chance.random() < 0.8,
        waited,
        None if waited is None else chance.randrange(0, 90),
        chance.choice([None, chance.randrange(0, 3000)]),
        chance.random() < 0.1,
        chance.randrange(3),
    )  # fmt: skip


def steps_up(values: list[int | None], step_s: int) -> list[int]:
    return sorted(ceil(one / step_s) * step_s for one in values if one is not None)


@pytest.mark.parametrize("many", [0, 1, 2, 9, 10, 11, 300])
def test_counts_means_and_shares_are_exact_and_the_rest_is_rounded_up_to_its_step(many: int) -> None:
    chance = random.Random(many)
    rows = [row(chance) for _ in range(many)]
    found = tally_of(rows, {"A": 900}).figures(transactions=True)
    waits = [one.waited_s for one in rows if one.waited_s is not None]
    served = [one.served_s for one in rows if one.served_s is not None]
    assert (found.came, found.called, found.served) == (sum(one.first for one in rows), len(waits), len(served))
    assert found.no_shows == sum(one.no_show for one in rows)
    assert found.transactions == sum(one.transactions for one in rows)
    assert found.mean_s == (round(mean(waits), 1) if waits else None)
    assert found.serving_mean_s == (round(mean(served), 1) if served else None)
    assert found.within == (round(100 * sum(one <= 900 for one in waits) / len(waits), 1) if waits else None)
    for name, values, step_s in (
        ("median_s", [one.waited_s for one in rows], WAITING_STEP_S),
        ("begin_s", [one.begin_s for one in rows], BEGIN_STEP_S),
        ("serving_s", [one.served_s for one in rows], SERVING_STEP_S),
    ):
        stepped = steps_up(values, step_s)
        assert getattr(found, name) == (median(stepped) if stepped else None), name
    nearest_rank = [one for at, one in enumerate(steps_up(waits, WAITING_STEP_S), 1) if 10 * at >= 9 * len(waits)]
    assert found.p90_s == (nearest_rank[0] if waits else None)


def test_what_is_added_can_be_taken_away_without_a_trace() -> None:
    chance = random.Random(5)
    first, second = tally_of([row(chance) for _ in range(50)], {}), tally_of([row(chance) for _ in range(60)], {})
    both = Tally.of(first.as_list())
    both.merge(second)
    assert both.stages == 110
    both.merge(second, -1)
    assert both.as_list() == first.as_list()
    both.merge(first, -1)
    assert both.empty
    assert both.as_list() == Tally().as_list()


def test_a_difference_of_as_many_stages_is_not_empty() -> None:
    longer, shorter = (tally_of([StageRow("A", "", "", 1, 9, True, waited, 5, 60, False)], {}) for waited in (600, 60))
    longer.merge(shorter, -1)
    assert longer.stages == 0
    assert not longer.empty


def test_a_service_without_a_target_is_not_judged() -> None:
    rows = [StageRow("A", "", "", 1, 9, True, 60, 5, 60, False)]
    assert tally_of(rows, {}).figures().within is None
    assert tally_of(rows, {"A": 60}).figures().within == 100


def test_it_is_kept_as_a_list_and_read_back() -> None:
    tally = tally_of([row(random.Random(seed)) for seed in range(40)], {})
    assert Tally.of(tally.as_list()).as_list() == tally.as_list()


def test_of_nothing_there_is_no_median_and_no_share() -> None:
    assert (middle({}, 60), nine_of_ten({}, 60), share(0, 0)) == (None, None, None)
    assert share(1, 3) == 33.3
