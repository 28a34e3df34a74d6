"""What the routes stand on, as a running hall has it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from tests.helpers.hall_in_a_thread import hall_in_a_thread


def test_the_parts_of_a_running_hall_are_fixed_and_know_where_phones_reach_it(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        parts = hall.hall.parts
        assert parts.public_url == hall.base
        assert not parts.public_url.endswith("/")
        assert parts.health.reasons() == ()
        assert parts.settings().hall == "test-hall"
        with pytest.raises(FrozenInstanceError):
            parts.public_url = "http://elsewhere"  # type: ignore[misc]  # that is what must not go
