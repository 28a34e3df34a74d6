"""A notice is shown on the boards."""

from __future__ import annotations

from hall.day.commands.send_notice import SendNotice, send_notice
from hall.day.commands.take_back import TakeBack, take_back
from hall.queue.queries.board import board_view
from tests.helpers.example_hall import SETTINGS, staffed_hall
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

OWN = {"en": "No smoking"}
LATE = {"ar": "الرجاء الانتظار", "en": "Please wait"}


def shown(hall: MemoryHall):
    return board_view(work=hall.work(), now=hall.clock.now(), stream="s", seq=1).notices


def test_it_stands_before_those_of_the_set_up_until_it_is_taken_back():
    hall = staffed_hall(replace(SETTINGS, notices=(OWN,)))
    hall.run(send_notice, SendNotice("a1", LATE, "head"))
    assert shown(hall) == (LATE, OWN)
    hall.run(take_back, TakeBack("a1", "head"))
    assert shown(hall) == (OWN,)
