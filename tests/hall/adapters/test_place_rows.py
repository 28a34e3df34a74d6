"""What unlinking and a change back restore survives its text."""

from __future__ import annotations

import pytest

from contracts.hall_words import Lane
from hall.adapters.place_rows import before_text, read_before
from hall.domain.ids import AgentId, CounterId, ServiceCode
from hall.domain.stage import OwnPlace, ServiceBefore

DRAWN = [None, OwnPlace(None, AgentId("noor"), goes_first=False), OwnPlace(CounterId(2), None, goes_first=True)]
CHANGED = [None, ServiceBefore(ServiceCode("ع"), Lane.PREMIUM, 4, goes_first=True)]


@pytest.mark.parametrize("drawn", DRAWN)
@pytest.mark.parametrize("changed", CHANGED)
def test_both_come_back_as_they_were(drawn: OwnPlace | None, changed: ServiceBefore | None) -> None:
    assert read_before(before_text(drawn, changed)) == (drawn, changed)


def test_a_stage_with_neither_stores_nothing() -> None:
    assert before_text(None, None) is None
