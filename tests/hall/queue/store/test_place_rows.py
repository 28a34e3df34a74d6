"""What unlinking, a change back and the visitor's own taking back restore survives its text."""

from __future__ import annotations

import pytest

from contracts.words.hall import Lane
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.queue.model.stage import OwnPlace, ServiceBefore
from hall.queue.store.place_rows import before_text, read_before

DRAWN = [None, OwnPlace(None, AgentId("noor"), goes_first=False), OwnPlace(CounterId(2), None, goes_first=True)]
CHANGED = [None, ServiceBefore(ServiceCode("ع"), Lane.PREMIUM, 4, goes_first=True, late=True)]


@pytest.mark.parametrize("drawn", DRAWN)
@pytest.mark.parametrize("changed", CHANGED)
@pytest.mark.parametrize(("late", "given_up"), [(False, False), (True, False), (False, True)])
def test_all_come_back_as_they_were(
    drawn: OwnPlace | None, changed: ServiceBefore | None, late: bool, given_up: bool
) -> None:
    text = before_text(drawn, changed, late=late, given_up=given_up)
    assert read_before(text) == (drawn, changed, late, given_up)


def test_a_stage_with_none_of_them_stores_nothing() -> None:
    assert before_text(None, None, late=False, given_up=False) is None
