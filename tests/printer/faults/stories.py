"""Random stories of a printer's day: what it can do, how it is reached, and what happens to it while it prints."""

from __future__ import annotations

import random
from dataclasses import dataclass

from contracts.words.hall import PrintState
from printer.emulator.acts import carry_out, parse
from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire
from printer.emulator.server import Emulator
from printer.spool.attempt import Outcome
from printer.spool.print_journal import BegunMark
from printer.spool.spooler import Spooler
from printer.transport.wire import Fault
from tests.helpers.replacing import replace
from tests.printer.faults.links import Way
from tests.printer.faults.stand import Killed, Stand
from tests.printer.faults.tickets import DOTS, size

FAULTS = (
    "cover-open", "paper-out", "paper-low 3", "paper-low 12", "paper-low 0.5", "cutter-jam", "presenter-jam", "silent",
    "unplug", "power-off", "power-cycle", "killed",
)  # fmt: skip
"""What a person or bad luck does to the printer; `killed` ends the program that prints, at once."""
REPAIRS = ("cover-close", "free", "wake", "plug", "power-on", "take")
ABILITIES = ("answers_status", "answers_fences", "answers_tokens", "answers_pushes", "can_clear")
_TRIES = 6
_BOOT_AND_REST_S = 8.0


@dataclass(frozen=True)
class Strike:
    """A fault that happens `after_bytes` into the next attempt."""

    after_bytes: int
    words: str


@dataclass(frozen=True)
class Story:
    """One printer and the faults that meet it, one list for each ticket."""

    lacks: frozenset[str]
    baud: int | None
    flow_control: bool
    speed_mm_s: float | None
    presenter: bool
    buffer_bytes: int
    boot_s: float
    strikes: tuple[tuple[Strike, ...], ...]


def random_story(chance: random.Random) -> Story:
    """Return a story; a printer lacks nothing as often as it lacks something."""
    strikes = [
        tuple(
            Strike(chance.randrange(1, size(1) + 200), chance.choice(FAULTS)) for _ in range(chance.choice((0, 1, 2)))
        )
        for _ in range(chance.randrange(1, 5))
    ]
    return Story(
        lacks=frozenset(chance.sample(ABILITIES, chance.choice((0, 0, 0, 1, 2, 5)))),
        baud=chance.choice((None, 9600, 38_400, 115_200)),
        flow_control=chance.random() < 0.5,
        speed_mm_s=chance.choice((None, 60.0, 150.0, 250.0)),
        presenter=chance.random() < 0.3,
        buffer_bytes=chance.choice((3072, 4096, 16_384)),
        boot_s=chance.choice((1.1, 1.5, 3.0)),
        strikes=tuple(strikes),
    )


def live_through(story: Story) -> int:
    """Print the story's tickets as a kiosk would, check the promises, and return how many faults struck."""
    build = Build(
        dots=DOTS,
        speed_mm_s=story.speed_mm_s,
        cut_s=0.3,
        boot_s=story.boot_s,
        buffer_bytes=story.buffer_bytes,
        presenter=story.presenter,
        flow_control=story.flow_control,
    )
    printer = MemoryPrinter(replace(build, **dict.fromkeys(story.lacks, False)))
    begun = BegunMark()  # outlives each program, as its file does

    def new_spooler() -> Spooler:
        return Spooler(MemoryWire(printer, baud=story.baud), begun=begun)

    way = Way(story.baud, story.flow_control)
    stand = Stand(Emulator(printer), new_spooler(), way, every_byte_counts=False, new_spooler=new_spooler)
    struck = 0
    for number, strikes in enumerate(story.strikes, start=1):
        struck += _print(stand, number, list(strikes))
    stand.keep_promises()
    return struck


def _print(stand: Stand, number: int, strikes: list[Strike]) -> int:
    """Print one number: again after NOT_STARTED and INTERRUPTED, each time after the repair, as the kiosk does."""
    struck: list[str] = []
    for _ in range(_TRIES):
        _ask(stand)
        if strikes:
            strike = strikes.pop(0)
            stand.printer.after_bytes(strike.after_bytes, lambda it, w=strike.words: _strike(it, w, struck))
        state = _try_it(stand, number)
        _mend(stand)
        if state not in {PrintState.NOT_STARTED, PrintState.INTERRUPTED}:
            break
    return len(struck)


def _ask(stand: Stand) -> None:
    """Ask for the state, as an idle kiosk does; a program that is killed by it starts again."""
    try:
        stand.spooler.status()
    except Killed:
        assert stand.new_spooler is not None
        stand.spooler = stand.new_spooler()


def _try_it(stand: Stand, number: int) -> PrintState:
    """Print once; where the program is killed in it, its next start has the hall call the attempt unknown."""
    try:
        return stand.print_it(number).state
    except Killed:
        assert stand.new_spooler is not None
        stand.told.append((number, Outcome(PrintState.UNKNOWN, 1, fault=Fault.STUCK, text="the program was killed")))
        stand.spooler = stand.new_spooler()
        return PrintState.UNKNOWN


def _strike(printer: MemoryPrinter, words: str, struck: list[str]) -> None:
    struck.append(words)
    if words == "killed":
        raise Killed
    carry_out(parse(words), printer)


def _mend(stand: Stand) -> None:
    printer = stand.printer
    printer.run(printer.now_s + _BOOT_AND_REST_S)
    stand.do(*REPAIRS)
    if printer.roll.out or printer.roll.near_end:
        stand.do("refill")
    printer.run(printer.now_s + _BOOT_AND_REST_S)
    _ask(stand)
