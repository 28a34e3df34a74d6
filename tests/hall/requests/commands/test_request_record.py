"""The record of a request says where it stands, also when its directorate has left the list."""

from __future__ import annotations

from datetime import timedelta

from hall.requests.commands.request_record import request_record
from hall.requests.model.request import Decision
from tests.hall.requests.model.test_request import registered
from tests.helpers.example_hall import NINE, SETTINGS, TUESDAY
from tests.helpers.replacing import replace


def test_reply_and_decision_are_both_the_answer() -> None:
    replied = registered().refer("lands", "said", NINE).answered("yes", "lands", NINE + timedelta(days=1))
    record = request_record(replace(replied, told=3), SETTINGS)
    assert (record.rev, record.reply, record.state) == (3, "yes", "replied")
    decided = registered(urgent=True).decide(Decision("granted", "head", "director", TUESDAY))
    record = request_record(decided, SETTINGS)
    assert (record.reply, record.decided_on) == ("granted", TUESDAY)
