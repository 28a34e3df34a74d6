"""A changed visit is stored in the columns in which it has changed, and no field of it is forgotten."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any

import pytest

from contracts.hall_words import VisitState
from hall.adapters.tables import stage as stage_table
from hall.adapters.tables import visit as visit_table
from hall.adapters.visit_columns import stage_changes, stage_values, visit_changes, visit_values
from hall.domain.ids import ServiceCode
from hall.domain.stage import Stage
from hall.domain.visit import Visit
from tests.hall.adapters.test_visit_rows import at, full_visit

NEVER_CHANGE = {"id", "service_day", "issued_at", "issued_ns", "issued_boot"}
STAGE_FIELDS = [field.name for field in dataclasses.fields(Stage)]
VISIT_FIELDS = [
    field.name for field in dataclasses.fields(Visit) if field.name not in {"id", "service_day", "issued", "new_facts"}
]


def bare_stage() -> Stage:
    return Stage(ServiceCode("L"), at(0), at(0))


def bare_visit() -> Visit:
    whole = full_visit()
    return Visit(whole.id, whole.service_day, "", None, "", type(whole.lane).STANDARD, whole.issued, [bare_stage()])


def differing(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in new.items() if old[name] != value}


def test_whole_rows_have_every_column() -> None:
    assert visit_values(full_visit()).keys() == set(visit_table.columns.keys())
    assert stage_values(full_visit(), 1).keys() == set(stage_table.columns.keys())


def test_the_visits_row_repeats_its_current_stage_and_newest_call() -> None:
    values = visit_values(full_visit())
    assert (values["state"], values["service"], values["counter"]) == ("parked", "H", 3)
    assert values["called_at"] == at(23).at
    assert stage_values(full_visit(), 1)["position"] == 1


@pytest.mark.parametrize("name", STAGE_FIELDS)
def test_each_field_of_a_stage_changes_its_columns(name: str) -> None:
    old, new = full_visit(), full_visit()
    setattr(new.stages[1], name, getattr(bare_stage(), name))
    expected = differing(stage_values(old, 1), stage_values(new, 1))
    assert expected, "the field is stored"
    assert expected.items() <= stage_changes(old.stages[1], new.stages[1]).items()
    setattr(old.stages[1], name, getattr(bare_stage(), name))
    assert stage_changes(old.stages[1], new.stages[1]) == {}


@pytest.mark.parametrize("name", VISIT_FIELDS)
def test_each_field_of_a_visit_changes_its_columns(name: str) -> None:
    old, new = full_visit(), full_visit()
    setattr(new, name, getattr(bare_visit(), name))
    expected = differing(visit_values(old), visit_values(new))
    assert expected, "the field is stored"
    assert visit_changes(old, new) == expected


def test_a_whole_change_is_the_difference_of_the_rows() -> None:
    old, new = bare_visit(), full_visit()
    new.stages = new.stages[1:]
    assert visit_changes(old, new) == differing(visit_values(old), visit_values(new))
    changed = stage_changes(old.stages[0], new.stages[0])
    assert changed == {name: stage_values(new, 0)[name] for name in changed}
    assert changed.keys() == set(stage_table.columns.keys()) - {"visit", "position"}


def test_a_call_changes_few_columns() -> None:
    old, new = bare_visit(), bare_visit()
    new.stages[0].state, new.stages[0].called = VisitState.CALLED, at(9)
    assert visit_changes(old, new) == {"state": "called", "called_at": at(9).at}
    assert stage_changes(old.stages[0], new.stages[0]).keys() == {"state", "called_at", "readings"}


def test_an_instant_that_moves_alone_is_stored_with_its_reading() -> None:
    old, new = bare_stage(), bare_stage()
    new.issued = dataclasses.replace(old.issued, at=old.issued.at + timedelta(seconds=1))
    assert stage_changes(old, new).keys() == {"issued_at", "readings"}


def test_what_never_changes_is_not_stored_again() -> None:
    old, new = full_visit(), full_visit()
    new.issued = at(99)
    assert not visit_changes(old, new).keys() & NEVER_CHANGE
