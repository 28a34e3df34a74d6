"""Facts are sent with the kinds of the contract."""

from __future__ import annotations

import dataclasses
import inspect
import re
from pathlib import Path

import pytest

from hall.kernel.facts import CounterVisitFact, Fact, VisitFact, VisitNoShow, VisitRecalled, kind_of
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from tests.helpers.hall_modules import engine_modules

CONTRACT = Path(__file__).parents[3] / "docs" / "contract.md"


FACTS = [
    cls
    for module in engine_modules("facts")
    for _, cls in inspect.getmembers(module, inspect.isclass)
    if cls.__module__ == module.__name__ and issubclass(cls, Fact) and cls not in {Fact, VisitFact, CounterVisitFact}
]


def test_the_contract_lists_exactly_these_kinds():
    listed = re.search(r"Facts on the live link \(`kind`\): `([^`]+)`", CONTRACT.read_text(encoding="utf-8"))
    assert listed is not None
    kinds = {kind_of(cls) for cls in FACTS}
    assert kinds == set(listed[1].split())
    assert len(kinds) > 25


def test_a_kind_is_the_class_name_in_snake_case_for_class_and_fact():
    fact = VisitRecalled(VisitId("v"), "A001", ServiceCode("A"), CounterId(1), AgentId("said"))
    assert kind_of(fact) == kind_of(VisitRecalled) == "visit_recalled"
    assert kind_of(VisitNoShow) == "visit_no_show"


@pytest.mark.parametrize("cls", FACTS)
def test_facts_are_frozen(cls):
    assert cls.__dataclass_params__.frozen
    assert "__slots__" in vars(cls)
    assert dataclasses.is_dataclass(cls)
