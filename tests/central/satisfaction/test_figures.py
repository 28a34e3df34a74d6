"""The figures of what visitors say equal SQL written by hand, by day and by month, on both databases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, text

from central.satisfaction.figures import Satisfaction, satisfaction
from contracts.complaints.record import encode_complaint
from contracts.surveys.record import encode_survey
from figures.period import Asked
from sync.fakes.hall import DAY, MemoryOutbox
from tests.central.conftest import NOW
from tests.central.satisfaction import test_complaints, test_surveys
from tests.helpers.batches import take
from tests.helpers.replacing import replace

HAND = text(
    "SELECT sum(CASE WHEN face IN (4, 5) THEN 1 ELSE 0 END), sum(1) FROM survey"
    " WHERE service_day >= :first AND service_day <= :last"
)
COMPLAINTS = text(
    "SELECT sum(CASE nature WHEN 'complaint' THEN 1 ELSE 0 END), sum(CASE nature WHEN 'suggestion' THEN 1 ELSE 0 END),"
    " sum(reply_s), count(reply_s) FROM complaint WHERE service_day >= :first AND service_day <= :last"
)


def said(engine: Engine) -> None:
    """Store answers of forty days and a complaint or suggestion of every third."""
    outbox = MemoryOutbox()
    for number in range(1, 41):
        day = DAY - timedelta(days=number)
        face = 1 + number * 7 % 5
        outbox.write(encode_survey(replace(test_surveys.ONE, visit=f"v{number}", service_day=day, face=face)))
        if number % 3 == 0:
            one = replace(test_complaints.ONE, number=f"H-{number}", service_day=day)
            nature = "suggestion" if number % 2 else "complaint"
            answered = NOW + timedelta(minutes=number) if number % 4 else None
            outbox.write(encode_complaint(replace(one, nature=nature, answered_at=answered)))
    take(engine, outbox, 1, 40 + 13)


@pytest.mark.parametrize("period", ["week", "month", "year"])
def test_figures_equal_sql_written_by_hand(engine: Engine, period: str) -> None:
    said(engine)
    asked = Asked(period, DAY - timedelta(days=10))
    first, last = asked.days
    with engine.connect() as connection:
        good, answers = connection.execute(HAND, {"first": first, "last": last}).one()
        complaints, suggestions, seconds, replied = connection.execute(COMPLAINTS, {"first": first, "last": last}).one()
    share = round(100 * good / answers, 1)
    mean = round(int(seconds) / replied, 1)
    assert satisfaction(engine, asked) == Satisfaction(answers, share, complaints, suggestions, mean)
    assert answers >= 7


def test_where_nothing_is_recorded_nothing_is_said(engine: Engine) -> None:
    nothing = Satisfaction(None, None, None, None, None)
    assert satisfaction(engine, Asked("month", DAY)) == nothing
    said(engine)
    long_ago = satisfaction(engine, Asked("day", date(2020, 1, 1)))
    assert long_ago == Satisfaction(None, None, 0, 0, None)


def test_a_share_of_fewer_than_five_answers_is_not_told(engine: Engine) -> None:
    said(engine)
    few = satisfaction(engine, Asked("day", DAY - timedelta(days=10)))
    assert (few.answers, few.satisfied) == (1, None)
