"""A delegated power ends on its day, is one person's, and has a limit."""

from __future__ import annotations

from datetime import date

import pytest

from hall.kernel.refusals import HallError
from hall.kernel.request_settings import Power
from hall.requests.model.powers import refuse_beyond_power
from hall.requests.model.refusals import PowerAmountError, PowerExpiredError, PowerHolderError, PowerLimitError
from hall.requests.model.request import Decision
from tests.helpers.replacing import replace

LAST = date(2026, 12, 31)
POWER = Power("director", {}, True, "12/2026", "Ali Said", 5000, LAST)
ALLOWED = Decision("granted", "Ali Said", "director", LAST, 5000)


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"day": date(2027, 1, 1)}, PowerExpiredError),
        ({"by": "Salim"}, PowerHolderError),
        ({"amount_omr": 5001}, PowerLimitError),
        ({"amount_omr": None}, PowerAmountError),
    ],
)
def test_a_decision_beyond_the_power_is_refused(changed: dict[str, object], error: type[HallError]) -> None:
    refuse_beyond_power(ALLOWED, POWER)
    with pytest.raises(error, match="director"):
        refuse_beyond_power(replace(ALLOWED, **changed), POWER)


def test_what_a_power_leaves_open_limits_nothing() -> None:
    refuse_beyond_power(replace(ALLOWED, by="anyone", amount_omr=None, day=date(2030, 1, 1)), Power("director", {}))
