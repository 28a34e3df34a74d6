"""Facts about requests are frozen, named in the past, and hold neither text nor telephone number."""

import dataclasses
import inspect
from pathlib import Path

import pytest

from hall.kernel.facts import Fact, kind_of
from hall.requests.model import facts as requests_facts

FACTS = [
    cls for _, cls in inspect.getmembers(requests_facts, inspect.isclass) if cls.__module__ == requests_facts.__name__
]


def test_the_contract_names_each_fact_about_requests() -> None:
    contract = (Path(__file__).parents[4] / "docs" / "contract.md").read_text(encoding="utf-8").split()
    assert len(FACTS) == 13
    assert [kind_of(cls) for cls in FACTS if kind_of(cls) not in contract] == []


@pytest.mark.parametrize("cls", FACTS)
def test_a_fact_is_frozen_and_holds_no_text_of_a_visitor(cls: type[Fact]) -> None:
    assert dataclasses.fields(cls)
    assert cls.__dataclass_params__.frozen  # type: ignore[attr-defined]  # a dataclass's own record
    assert not {"text", "subject", "reply", "phone"} & {one.name for one in dataclasses.fields(cls)}
    assert kind_of(cls).endswith(("ed", "set", "back", "withdrawn", "asked", "told", "read", "left"))
