"""What is kept of an advice says that nothing is known of its outcome until it is scored."""

from __future__ import annotations

from contracts.outlook_answers import AdviceKind
from hall.application.advice_ports import GivenAdvice
from tests.helpers.example_hall import NINE, TUESDAY


def test_a_new_one_has_no_outcome():
    one = GivenAdvice("1", NINE, TUESDAY, AdviceKind.OPEN_COUNTER, "L", 2, None, ("L",), 5, 10, 15, 60)
    assert (one.followed_at, one.visitors, one.within, one.scored) == (None, None, None, False)
