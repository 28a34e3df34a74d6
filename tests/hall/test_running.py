from __future__ import annotations

import threading
from pathlib import Path

from hall.service.access import Role
from hall.service.secret import token_hash
from tests.helpers.hall_in_a_thread import good, hall_in_a_thread


def test_a_persons_token_stays_the_same_and_a_device_gets_one_of_its_own(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as running:
        hall = running.hall
        assert hall.staff_token(Role.HEAD, "badr") == hall.staff_token(Role.HEAD, "badr")
        assert hall.staff_token(Role.HEAD, "badr") != hall.staff_token(Role.HEAD, "salma")
        (first, one), (second, two) = hall.enrol("board", "east"), hall.enrol("board", "west")
        assert first != second
        assert token_hash(one) != token_hash(two)
        assert good(running.get("/board", one))["calls"] == []


def test_chores_see_a_pause_only_while_no_command_is_done(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as running:
        hall, begun, end = running.hall, threading.Event(), threading.Event()

        def lasts(_work: object, _now: object) -> None:
            begun.set()
            end.wait(60)

        command = hall.store.lane.run(lasts)
        assert begun.wait(60)
        assert hall.chores._idle_s() == 0.0, "chores wait for the pause of this hall"
        end.set()
        command.result(60)
        while hall.chores._idle_s() == 0.0:
            hall.store.lane.await_rest()
