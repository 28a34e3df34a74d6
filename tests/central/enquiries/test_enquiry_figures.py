"""Enquiries of a period equal hand-written SQL over the stored records, whichever way they are counted."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from sqlalchemy import Date, Engine, bindparam, text

from central.enquiries.enquiries import enquiry_row, merge_enquiries
from central.enquiries.enquiry_figures import BY_DAY, CHANNELS, Enquired, channels_of, enquiry_figures, open_enquiries
from central.halls import registry
from contracts.codec.reader import to_json
from contracts.words.enquiries import Channel, EnquiryState
from figures.period import LONG_PERIODS, Asked
from tests.central.conftest import NOW
from tests.central.enquiries.test_enquiries import ONE
from tests.helpers.replacing import replace

BY_HAND = """
    SELECT hall, channel, count(*), sum(CASE WHEN state IN ('answered', 'confirmed') THEN 1 ELSE 0 END),
           sum(CASE WHEN left_open THEN 1 ELSE 0 END), count(reply_s), coalesce(sum(reply_s), 0)
    FROM enquiry WHERE service_day BETWEEN :first AND :last GROUP BY hall, channel
"""


def fill(engine: Engine) -> None:
    """Store some hundred enquiries of two halls over three years, the same ones each time."""
    chance = random.Random(7)
    registry.add_hall(engine, "call", {"en": "Call centre"}, now=NOW)
    rows = []
    for number in range(1, 401):
        left_open = chance.random() < 0.4
        state = chance.choice(list(EnquiryState)) if left_open else EnquiryState.CONFIRMED
        day = date(2026, 11, 24) - timedelta(days=chance.choice((0, 1, 3, 20, 200, 500, 1000)))
        answered = state in {EnquiryState.ANSWERED, EnquiryState.CONFIRMED} and left_open
        one = replace(
            ONE, hall=chance.choice(("1", "call")), number=number, service_day=day,
            topic=chance.choice(("plots", "loans")), channel=chance.choice(list(Channel)), state=state,
            left_open=left_open,
            answered_at=NOW + timedelta(minutes=chance.randrange(3000)) if answered else None,
        )  # fmt: skip
        rows.append(enquiry_row(to_json(one)))
    with engine.begin() as connection:
        merge_enquiries(connection, rows, now=NOW)


@pytest.mark.parametrize("period", LONG_PERIODS)
def test_every_period_equals_hand_written_sql(engine: Engine, period: str) -> None:
    fill(engine)
    asked = Asked(period, date(2026, 11, 24))
    first, last = asked.days
    asking = text(BY_HAND).bindparams(bindparam("first", first, Date), bindparam("last", last, Date))
    with engine.connect() as connection:
        rows = connection.execute(asking).all()
    by_hand = {(hall, channel): Enquired(*map(int, numbers)) for hall, channel, *numbers in rows}
    found = enquiry_figures(engine, asked)
    assert {(hall, name): one for hall, by in found.halls.items() for name, one in by.items()} == by_hand
    assert found.whole == sum(by_hand.values(), Enquired())
    assert found.whole == sum((one for by in found.topics.values() for one in by.values()), Enquired())
    assert channels_of(engine, asked) == found.channels
    assert tuple(found.channels) == CHANNELS
    assert {"day", "week"} == BY_DAY


def test_what_is_open_is_told_by_hall_the_one_that_waits_longest_first(engine: Engine) -> None:
    fill(engine)
    with engine.begin() as connection:
        old = replace(ONE, hall="call", number=900, received_at=NOW - timedelta(days=9))
        merge_enquiries(connection, [enquiry_row(to_json(old))], now=NOW)
    found = enquiry_figures(engine, Asked("day", date(2026, 11, 24)))
    with engine.connect() as connection:
        many = connection.execute(text("SELECT count(*) FROM enquiry WHERE state <> 'confirmed'")).scalar_one()
    assert sum(one.many for one in found.open) == many > 0
    assert (found.open[0].hall, found.open[0].oldest) == ("call", NOW - timedelta(days=9))
    assert open_enquiries(engine) == {one.hall: one.many for one in found.open}
    assert found.topic_names["plots"] == {"ar": "القطع"}


def test_no_enquiries_have_no_share_and_no_time(engine: Engine) -> None:
    whole = enquiry_figures(engine, Asked("month", date(2026, 11, 24))).whole
    assert (whole.came, whole.answered_share, whole.mean_reply_s) == (0, None, None)
    assert (Enquired(4, 3, 2, 2, 600).answered_share, Enquired(4, 3, 2, 2, 600).mean_reply_s) == (75.0, 300.0)
