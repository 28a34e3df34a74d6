"""Rows of a visit have every column; that each field comes back is tested in `test_visit_rows`."""

from __future__ import annotations

import pytest

from hall.kernel.ids import AgentId, CounterId
from hall.platform.db.tables.core import stage as stage_table
from hall.platform.db.tables.core import visit as visit_table
from hall.queue.store.visit_columns import stage_values, visit_values
from tests.hall.queue.store.test_visit_rows import at, full_visit, visit
from tests.helpers.replacing import replace


def test_whole_rows_have_every_column() -> None:
    assert visit_values(full_visit()).keys() == set(visit_table.columns.keys())
    assert stage_values(full_visit(), 1).keys() == set(stage_table.columns.keys())


def test_the_visits_row_repeats_its_current_stage_and_newest_call() -> None:
    values = visit_values(full_visit())
    assert (values["state"], values["service"], values["counter"]) == ("parked", "H", 3)
    assert values["called_at"] == at(23).at
    assert (values["rank_ns"], values["rank_boot"]) == (at(21).monotonic_ns, at(21).boot)
    assert stage_values(full_visit(), 1)["position"] == 1


@pytest.mark.parametrize(
    "more",
    [{"goes_first": True}, {"for_counter": CounterId(4)}, {"for_agent": AgentId("noor")}, {"held_until_calls": 9}],
    ids=lambda more: next(iter(more)),
)
def test_who_is_sent_bound_or_held_is_not_ranked_by_time_alone(more: dict[str, object]) -> None:
    plain = visit("v1")
    bare = {"goes_first": False, "for_counter": None, "for_agent": None, "held_until_calls": None}
    plain.stages = [replace(plain.stages[0], **bare)]
    assert visit_values(plain)["by_time"] == 1
    plain.stages = [replace(plain.stages[0], **more)]
    assert visit_values(plain)["by_time"] == 0
