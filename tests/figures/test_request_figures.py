"""What is judged of requests, from which day to which, and how they are parted."""

from __future__ import annotations

from datetime import date

import pytest

from contracts.words.requests import RequestState
from figures.request_figures import RequestMeasure, RequestRow

SUNDAY, WEDNESDAY, THURSDAY = date(2026, 11, 22), date(2026, 11, 25), date(2026, 11, 26)
WAITS = RequestRow("survey", "lands", "A", RequestState.REGISTERED, SUNDAY, WEDNESDAY, None, None)
REFERRED = WAITS._replace(state=RequestState.REFERRED, referred=WEDNESDAY)
REPLIED = REFERRED._replace(state=RequestState.REPLIED, answered=THURSDAY)
DECIDED = WAITS._replace(state=RequestState.DECIDED, answered=SUNDAY)
WITHDRAWN = WAITS._replace(state=RequestState.WITHDRAWN)


def measure(today: date = WEDNESDAY) -> RequestMeasure:
    return RequestMeasure(today, lambda first, last: (last - first).days)


@pytest.mark.parametrize(
    ("row", "today", "judged", "in_time", "overdue"),
    [
        (WAITS, WEDNESDAY, 0, 0, 0),
        (WAITS, THURSDAY, 1, 0, 1),
        (REFERRED, THURSDAY, 1, 1, 0),
        (REFERRED._replace(referred=THURSDAY), THURSDAY, 1, 0, 0),
        (REPLIED, THURSDAY, 1, 1, 0),
        (DECIDED, THURSDAY, 0, 0, 0),
        (WITHDRAWN, THURSDAY, 0, 0, 0),
    ],
)
def test_its_latest_day_itself_is_still_in_time(
    row: RequestRow, today: date, judged: int, in_time: int, overdue: int
) -> None:
    found = measure(today).figures([row])
    assert (found.judged, found.in_time, found.overdue) == (judged, in_time, overdue)


def test_what_was_withdrawn_counts_nowhere_else() -> None:
    found = measure().figures([WAITS, REPLIED, DECIDED, WITHDRAWN])
    assert (found.registered, found.withdrawn, found.waiting, found.answered) == (3, 1, 1, 2)
    assert (found.in_time_share, found.answer_median_days, found.answer_p90_days) == (100.0, 2.0, 4)


def test_each_part_has_its_own_and_its_name() -> None:
    other = WAITS._replace(topic="other", directorate="housing", service="")
    figured = measure().figured([WAITS, REFERRED, other], {"survey": {"en": "Survey"}}, {})
    assert [(part.key, part.names, part.figures.registered) for part in figured.topics] == [
        ("other", {}, 1), ("survey", {"en": "Survey"}, 2),
    ]  # fmt: skip
    assert [part.key for part in figured.directorates] == ["housing", "lands"]
    assert [part.key for part in figured.services] == ["", "A"]
    assert figured.total.registered == 3
