"""A return code is good once, for the set working days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.refusals import ReturnExpiredError, ReturnUsedError
from hall.kernel.settings import Hours
from hall.queue.model.return_slip import ReturnSlip, last_day_of
from tests.helpers.example_hall import HOURS, TUESDAY

SLIP = ReturnSlip("48213377", VisitId("v1"), ServiceCode("L"), TUESDAY, date(2026, 12, 2), ("deed",))


def test_weekends_and_holidays_are_no_working_days():
    # Tuesday 24 November; Wednesday is a working day, Thursday 26 the National Day, then Friday and Saturday.
    assert last_day_of(TUESDAY, 1, HOURS) == date(2026, 11, 25)
    assert last_day_of(TUESDAY, 2, HOURS) == date(2026, 11, 29)
    assert last_day_of(TUESDAY, 5, HOURS) == date(2026, 12, 2)


def test_a_hall_that_never_opens_again_gives_no_day_beyond_the_last_it_knows():
    assert last_day_of(TUESDAY, 5, Hours({})) == TUESDAY


def test_it_is_good_to_the_end_of_its_last_day_and_no_longer():
    assert SLIP.use(VisitId("v2"), SLIP.last_day).used_by == "v2"
    with pytest.raises(ReturnExpiredError, match="2026-12-02"):
        SLIP.use(VisitId("v2"), SLIP.last_day + timedelta(days=1))


def test_it_is_good_once():
    used = SLIP.use(VisitId("v2"), TUESDAY)
    with pytest.raises(ReturnUsedError):
        used.use(VisitId("v3"), TUESDAY)
