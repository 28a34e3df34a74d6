"""A day without the hall service: two kiosks give reserved numbers, one dies in between, and nothing is lost."""

from __future__ import annotations

import sqlite3
import threading
from collections import Counter
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from commands.demo.setup_file import write_setup
from commands.demo.tokens import pair
from commands.hall_client import HallClient
from tests.helpers.agents_seat import token_of
from tests.helpers.hall_alone import HallAlone
from tools.qt_driver.driven_program import DrivenProgram, until

SERVICES = ("A", "L", "T", "M")


class Visitors:
    """Visitors at one kiosk, one after the other, each at the next service; `papers` are the numbers they saw."""

    def __init__(self, hall: str, token: str, device: str, folder: Path) -> None:
        self._options = ["--hall", hall, "--device", device, "--size", "1024x768"]
        self._options += ["--printer", f"file:{folder / 'paper.bin'}", "--own-numbers", str(folder)]
        self._options += ["--tapped-tickets", "0"]  # its visitors are quicker than people
        self._token, self._folder = token, folder
        self.papers: list[str] = []
        folder.mkdir()

    def start(self, stack: ExitStack) -> None:
        log = self._folder / "kiosk.log"
        self.kiosk = stack.enter_context(DrivenProgram("kiosk", self._options, token=self._token, log=log))
        self.kiosk.wait_for("language_ar", timeout_s=60)

    def come(self, count: int) -> None:
        # After a pause the first touches the window, which ends the kiosk's idle time: a driver's press does not.
        for by in ("touch", *["press"] * (count - 1)):
            self.ask_for_a_ticket(by)
            until(lambda: self._number() != "", "the number is on the screen", self.kiosk.names, timeout_s=60)
            self.papers.append(self._number())
            self.kiosk.tell(press="back_button")

    def ask_for_a_ticket(self, by: str = "press") -> None:
        self.kiosk.wait_for("language_ar", timeout_s=60)
        self.kiosk.tell(**{by: "language_ar"})
        service = SERVICES[len(self.papers) % len(SERVICES)]
        self.kiosk.wait_for(f"tile_{service}")
        self.kiosk.tell(press=f"tile_{service}")

    def _number(self) -> str:
        found = self.kiosk.tell(find="ticket_number")
        return str(found["text"]) if found["visible"] else ""


def at_once(*works: object) -> None:
    """Run every piece of work in a separate thread, and raise what one of them raised."""
    wrong: list[BaseException] = []

    def run(work: object) -> None:
        try:
            assert callable(work)
            work()
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]


def stored(demo: Path) -> list[tuple[str, str]]:
    """Return (ticket, instant of issue) of every visit that the hall has on its disk."""
    with closing(sqlite3.connect(demo / "hall" / "hall.sqlite")) as database:
        return database.execute("select ticket, issued_at from visit order by issued_at, id").fetchall()


@pytest.mark.parametrize("each", [10, pytest.param(300, marks=pytest.mark.full)])
def test_two_kiosks_give_tickets_for_a_day_and_no_number_is_twice_or_lost(tmp_path: Path, each: int) -> None:
    demo = tmp_path / "demo"
    demo.mkdir()
    write_setup("middle", demo / "hall.toml")
    with ExitStack() as stack:
        hall = stack.enter_context(HallAlone(demo))
        boss = HallClient(hall.base, token_of(demo, "admin"))
        first, second = (
            Visitors(hall.base, *pair(boss, "kiosk", name, None), tmp_path / name) for name in ("kiosk 1", "kiosk 2")
        )
        # Given two kiosks that each gave a ticket, and a hall service that is killed
        for one in (first, second):
            one.start(stack)
            one.come(1)
            until((tmp_path / one._folder.name / "reserved.json").exists, "its numbers are kept", one.kiosk.log)
        hall.kill()
        # When visitors come to both, and one kiosk is killed while it makes a ticket
        at_once(lambda: first.come(each), lambda: second.come(each // 2))
        second.ask_for_a_ticket()
        second.kiosk.kill()
        second.start(stack)
        second.come(each - each // 2)
        seen = first.papers + second.papers
        assert len(seen) == 2 * each + 2
        assert max(Counter(seen).values()) == 1, "a number is on two papers"
        # Then the hall that is back has every ticket, in the order of issue, and gives other numbers
        hall.start()
        until(lambda: set(seen) <= {ticket for ticket, _ in stored(demo)}, "all are handed in", hall.log, timeout_s=60)
        tickets = [ticket for ticket, _ in stored(demo)]
        assert max(Counter(tickets).values()) == 1, "a number is twice in the hall"
        assert len(set(tickets) - set(seen)) <= 1, "only the ticket during which the kiosk was killed may be unseen"
        for one in (first, second):
            assert [ticket for ticket in tickets if ticket in one.papers] == one.papers
            one.come(1)
        assert {paper[1:] for paper in (first.papers[-1], second.papers[-1])} < {f"{n:03}" for n in range(1, 9)}
