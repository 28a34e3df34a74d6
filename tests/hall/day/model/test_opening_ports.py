"""What the memory hall of these tests remembers of checks is what the port asks for."""

from __future__ import annotations

from hall.day.model.opening_ports import OpeningCheck, OpeningStore
from tests.helpers.example_hall import NINE, TUESDAY, new_hall
from tests.helpers.replacing import replace

CHECK = OpeningCheck("c1", TUESDAY, "noor", NINE)


def test_the_newest_is_the_one_begun_last_as_it_was_saved_last():
    openings: OpeningStore = new_hall().work().openings
    assert openings.newest() is None
    openings.save(CHECK)
    openings.save(replace(CHECK, answered={"k1": ""}))
    newest = openings.newest()
    assert newest is not None
    assert newest.answered == {"k1": ""}
