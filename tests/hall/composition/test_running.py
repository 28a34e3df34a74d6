from __future__ import annotations

from pathlib import Path

from hall.platform.security.access import Role
from hall.platform.security.secret import token_hash
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
