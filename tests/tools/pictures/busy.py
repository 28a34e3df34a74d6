"""A demo's hall of eight counters in a thread, in the middle of a busy morning: for the tests that look at screens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commands.demo import tokens as demo_tokens
from commands.demo.setup_file import write_setup
from commands.demo.tokens import DemoTokens
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread
from tools.pictures import busy_hall


@contextmanager
def busy_hall_in_a_thread(folder: Path) -> Iterator[tuple[RunningHall, DemoTokens, str]]:
    """Yield the hall, the tokens of all its devices, and the address of a waiting visitor's page."""
    pins = write_setup("middle", folder / "written.toml")
    with hall_in_a_thread(folder, setup=(folder / "written.toml").read_text(encoding="utf-8")) as hall:
        tokens = DemoTokens(head=hall.tokens["head"], admin=hall.tokens["admin"], pins=pins)
        demo_tokens.enrol(tokens, hall.base)
        yield hall, tokens, busy_hall.fill(hall.base, tokens)
