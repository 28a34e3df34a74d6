"""A printer, a way to it and a spooler, with the promises that hold whatever happens."""

from __future__ import annotations

import contextlib
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from contracts.words.hall import PrintState
from printer.address import wire_of
from printer.emulator.acts import carry_out, parse
from printer.emulator.fakes import Build, MemoryPrinter
from printer.emulator.server import Emulator
from printer.escpos.status import PrinterStatus
from printer.profiles import paper_of
from printer.spool.attempt import Outcome
from printer.spool.print_journal import BegunMark
from printer.spool.spooler import Spooler
from printer.spool.timeouts import Patience
from tests.helpers.replacing import replace
from tests.printer.faults.links import Way
from tests.printer.faults.tickets import DOTS, dots, papers, ticket

PATIENCE = Patience(answer_s=0.5, write_s=0.4, stuck_s=0.8, fence_s=5.0, silence_s=0.6, check_s=0.3, printed_s=5.0)
DEADLINE_S = 30.0


class Killed(BaseException):
    """Stands for the end of a program that nothing can catch."""


def _kill(_state: PrintState) -> None:
    raise Killed


@dataclass
class Stand:
    """Prints tickets by number and keeps what was said of each attempt."""

    emulator: Emulator
    spooler: Spooler
    way: Way
    make: Callable[[int], list[bytes]] = ticket
    dots: Callable[[int], bytes] = dots
    """What the whole ticket of a number is on paper."""
    told: list[tuple[int, Outcome]] = field(default_factory=list)
    every_byte_counts: bool = True
    """Whether the report must show even a lost question, which harms no ticket."""
    new_spooler: Callable[[], Spooler] | None = None
    """Makes what a program that is started again makes."""

    @property
    def printer(self) -> MemoryPrinter:
        return self.emulator.printer

    def do(self, *orders: str) -> None:
        """Do things to the printer, each in words."""
        for words in orders:
            with self.emulator.lock:
                carry_out(parse(words), self.printer)

    def print_it(self, number: int) -> Outcome:
        states: list[PrintState] = []
        outcome = self.spooler.print_once(self.make(number), f"{number} {len(self.told)}", states.append)
        assert states[-1] is outcome.state, "the state told last is the one returned"
        assert (PrintState.SENDING in states) == (outcome.state is not PrintState.NOT_STARTED)
        self.told.append((number, outcome))
        return outcome

    def die_in(self, number: int, after_bytes: int) -> None:
        """Send so much of a ticket as a program that is killed then has, and start the program again."""
        assert self.new_spooler is not None
        begun = b"".join(self.make(number))[:after_bytes]
        with contextlib.suppress(Killed):
            self.spooler.print_once(self.make(number), "killed", _kill)
        self.spooler.talk_with(lambda talk: talk.write(begun))
        self.spooler.close()
        self.spooler = self.new_spooler()

    def until_ready(self) -> PrinterStatus:
        """Ask until the printer can print, as the idle kiosk does."""
        end = time.monotonic() + DEADLINE_S
        while not (status := self.spooler.status()).can_print or not status.answers:
            assert time.monotonic() < end, f"never ready again: {status}"
        return status

    def until_whole(self, number: int) -> None:
        """Wait until a number's paper is out, where no printer says so."""
        end, pause = time.monotonic() + DEADLINE_S, threading.Event()
        while self.wholes(number) == 0:
            assert time.monotonic() < end, f"{number} never came out"
            pause.wait(0.05)

    def wholes(self, number: int) -> int:
        """Count the papers that have the whole ticket on them."""
        with self.emulator.lock:
            return sum(self.dots(number) in paper.data for paper in papers(self.printer))

    def is_alone(self, number: int) -> bool:
        """Return whether the ticket has a paper with nothing else on it."""
        whole = self.dots(number).strip(b"\0")
        with self.emulator.lock:
            return any(paper.data.strip(b"\0") == whole for paper in papers(self.printer))

    def keep_promises(self) -> None:
        """Check that no number is on two whole papers, that no loss is passed over, and that each state is true."""
        for number in {number for number, _ in self.told}:
            states = [outcome.state for told, outcome in self.told if told == number]
            count = self.wholes(number)
            assert count <= 1, f"{number} is on {count} whole papers: {states}"
            if PrintState.CONFIRMED in states:
                assert count == 1, f"{number} was confirmed and is on no whole paper"
                assert self.is_alone(number), f"{number} shares its paper with a piece of another"
            if all(state in {PrintState.NOT_STARTED, PrintState.INTERRUPTED} for state in states):
                assert count == 0, f"{number} is whole on paper and was called {states}"
        for _, outcome in self.told:
            assert outcome.bytes_sent == 0 or outcome.state is not PrintState.NOT_STARTED, f"{outcome} has sent bytes"
            if outcome.state not in {PrintState.CONFIRMED, PrintState.UNVERIFIED}:
                assert outcome.fault is not None, f"{outcome} names no fault"
                assert outcome.text, f"{outcome} does not say what to do"
        if self.printer.lost_bytes and self.every_byte_counts:
            assert any(outcome.state is not PrintState.CONFIRMED for _, outcome in self.told), "bytes lost in silence"


@contextmanager
def standing(way: Way, pace: float, patience: Patience = PATIENCE, **changes: object) -> Iterator[Stand]:
    """Set a printer up at the end of a way and, in the end, check the promises."""
    build = replace(Build(dots=DOTS, speed_mm_s=150.0, cut_s=0.3), **changes)  # type: ignore[arg-type]  # shorthand
    with tempfile.TemporaryDirectory() as kept, way.to(build, pace) as (emulator, url):

        def new_spooler() -> Spooler:
            return Spooler(wire_of(url, paper_of(58)), patience, begun=BegunMark(Path(kept) / "begun"))

        stand = Stand(emulator, new_spooler(), way, new_spooler=new_spooler)
        try:
            yield stand
        finally:
            stand.spooler.close()
        stand.keep_promises()
