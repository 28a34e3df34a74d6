"""What one use of the kiosk adds to the counters, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from contracts.devices.kiosk_use import UseCount, UseKind
from contracts.words.hall import PrintState
from kiosk.usage.one_use import Use, added, counts_of, followed
from kiosk.visitor.help_options import Assist, opened, turned
from kiosk.visitor.session import Session, Step
from tests.helpers.replacing import replace
from tests.kiosk.visitor.test_session import START, TICKET

NINE = datetime(2026, 11, 29, 9, 59, 58, tzinfo=UTC)
SERVICES = replace(START, step=Step.SERVICES)
REFUSED = replace(START, step=Step.REFUSED, refusal="quota_reached")
GIVEN = replace(START, step=Step.TICKET, ticket=TICKET, printing=PrintState.SENDING)
PRINTED = replace(GIVEN, printing=PrintState.CONFIRMED)


def counted(*sessions: Session) -> dict[str, int]:
    """Return what a use of these sessions adds, one second after the other."""
    use: Use | None = None
    for at, session in enumerate(sessions):
        use = followed(use, session, 100.0 + at, NINE.replace(minute=at))
    assert use is not None
    return {f"{one.kind.value} {one.key}".strip(): one.many for one in counts_of(use)}


@pytest.mark.parametrize(
    ("sessions", "ended"),
    [
        ([SERVICES], "abandoned services"),
        ([SERVICES, replace(START, step=Step.INFORMATION)], "abandoned information"),
        ([replace(START, assist=opened(Assist()))], "abandoned help"),
        ([SERVICES, REFUSED], "refused"),
        ([SERVICES, REFUSED, SERVICES], "abandoned services"),
        ([SERVICES, GIVEN], "ticket"),
        ([SERVICES, GIVEN, replace(GIVEN, step=Step.PHONE)], "ticket"),
    ],
)
def test_a_use_ends_with_a_ticket_with_a_reason_or_at_a_screen(sessions: Sequence[Session], ended: str) -> None:
    assert counted(*sessions) == {"started": 1, ended: 1, "language ar": 1}


def test_touch_to_paper_is_measured_once_and_only_where_paper_came() -> None:
    assert counted(SERVICES, GIVEN, PRINTED, PRINTED) == {
        "started": 1, "ticket": 1, "language ar": 1, "paper": 1, "paper_s": 2,
    }  # fmt: skip
    assert "paper" not in counted(SERVICES, GIVEN, replace(GIVEN, printing=PrintState.INTERRUPTED))


def test_the_last_language_counts_and_help_counts_although_it_was_switched_off_again() -> None:
    helped = replace(SERVICES, assist=turned(turned(Assist(), "contrast"), "reach"))
    assert counted(SERVICES, helped, replace(SERVICES, language="en")) == {
        "started": 1, "abandoned services": 1, "language en": 1, "help contrast": 1, "help reach": 1,
    }  # fmt: skip


def test_a_use_belongs_to_the_hour_of_its_first_touch() -> None:
    use = followed(None, SERVICES, 0.0, NINE)
    use = followed(use, GIVEN, 5.0, NINE.replace(hour=10, minute=0))
    assert {(one.day, one.hour) for one in counts_of(use)} == {(date(2026, 11, 29), 9)}


def test_the_counts_of_an_hour_are_added_and_hours_stay_apart() -> None:
    nine = UseCount(NINE.date(), 9, UseKind.STARTED, "", 1)
    ten = replace(nine, hour=10)
    assert added((nine, ten), (replace(nine, many=4),)) == (replace(nine, many=5), ten)
