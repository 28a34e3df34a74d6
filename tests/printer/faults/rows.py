"""The fault table: what happens to a printer in a hall, and what has to come of it on every way to it."""

from __future__ import annotations

from collections.abc import Callable

from contracts.words.hall import PrintState
from printer.escpos.status import Paper
from printer.spool.attempt import ConfirmedBy
from printer.transport.wire import Fault
from tests.printer.faults.stand import Stand

NUMBER, NEXT = 47, 48


def healthy(it: Stand) -> None:
    outcome = it.print_it(NUMBER)
    assert (outcome.state, outcome.confirmed_by) == (PrintState.CONFIRMED, ConfirmedBy.PROCESS_ID)
    assert it.wholes(NUMBER) == 1
    assert it.printer.lost_bytes == 0


def slow_mechanism(it: Stand) -> None:
    healthy(it)


def without_process_ids(it: Stand) -> None:
    for number in (NUMBER, NEXT):
        outcome = it.print_it(number)
        assert (outcome.state, outcome.confirmed_by) == (PrintState.CONFIRMED, ConfirmedBy.FENCE)
        assert it.wholes(number) == 1


def one_way(it: Stand) -> None:
    assert it.print_it(NUMBER).state is PrintState.UNVERIFIED
    it.until_whole(NUMBER)


def near_its_end(it: Stand) -> None:
    it.do("paper-low 500")
    assert it.until_ready().paper is Paper.LOW
    assert it.print_it(NUMBER).state is PrintState.CONFIRMED


def paper_out_before(it: Stand) -> None:
    it.until_ready()
    it.do("paper-out")
    outcome = it.print_it(NUMBER)
    assert (outcome.state, outcome.fault, outcome.bytes_sent) == (PrintState.NOT_STARTED, Fault.PAPER_OUT, 0)
    it.do("refill")
    it.until_ready()
    assert it.print_it(NUMBER).state is PrintState.CONFIRMED


def _interrupted(it: Stand, fault: Fault, happens: str, repair: str) -> None:
    """Something known stops the printer half-way; it is repaired and the number printed again."""
    it.until_ready()
    it.do(happens)
    outcome = it.print_it(NUMBER)
    assert (outcome.state, outcome.fault) == (PrintState.INTERRUPTED, fault), outcome
    assert it.print_it(NUMBER).state is PrintState.NOT_STARTED
    it.do(repair)
    it.until_ready()
    assert it.print_it(NUMBER).state is PrintState.CONFIRMED
    assert it.wholes(NUMBER) == 1
    assert it.is_alone(NUMBER), "the begun part came out as a separate stub"


def paper_ends(it: Stand) -> None:
    _interrupted(it, Fault.PAPER_OUT, "paper-low 4", "refill")


def cover_opened(it: Stand) -> None:
    _interrupted(it, Fault.COVER_OPEN, "cover-open after 3000", "cover-close")


def cover_opened_early(it: Stand) -> None:
    """Before the last bytes leave the host, so that even a printer that continues makes no whole ticket."""
    _interrupted(it, Fault.COVER_OPEN, "cover-open after 1500", "cover-close")


def cutter_jams_early(it: Stand) -> None:
    _interrupted(it, Fault.CUTTER_JAM, "cutter-jam after 1500", "free")


def cutter_jams(it: Stand) -> None:
    _interrupted(it, Fault.CUTTER_JAM, "cutter-jam after 3000", "free")


def cover_opened_at_the_end(it: Stand) -> None:
    """All of the ticket has left the host; whether its last rows are on paper is for the printer to say."""
    it.until_ready()
    it.do(f"cover-open after {sum(map(len, it.make(NUMBER)))}")
    outcome = it.print_it(NUMBER)
    assert outcome.state in {PrintState.INTERRUPTED, PrintState.UNKNOWN}
    assert outcome.fault is Fault.COVER_OPEN
    it.do("cover-close")
    it.until_ready()
    again = NUMBER if outcome.state is PrintState.INTERRUPTED else NEXT
    assert it.print_it(again).state is PrintState.CONFIRMED
    assert it.wholes(again) == 1


def stuck_in_the_presenter(it: Stand) -> None:
    """Every dot is on paper and the paper in nobody's hand: only a person can say."""
    it.until_ready()
    it.do("presenter-jam")
    outcome = it.print_it(NUMBER)
    assert (outcome.state, outcome.fault) == (PrintState.UNKNOWN, Fault.MECHANISM)
    it.do("free")
    it.until_ready()
    assert it.print_it(NEXT).state is PrintState.CONFIRMED
    assert it.wholes(NEXT) == 1


def _lost(it: Stand, happens: str, repair: str, faults: set[Fault]) -> None:
    """The printer is lost half-way: nobody claims to know, and the next number comes out whole."""
    it.until_ready()
    it.do(happens)
    outcome = it.print_it(NUMBER)
    assert outcome.state is PrintState.UNKNOWN
    assert outcome.fault in faults
    it.do(repair)
    it.until_ready()
    assert it.print_it(NEXT).state is PrintState.CONFIRMED
    assert it.wholes(NEXT) == 1
    assert it.is_alone(NEXT)


GONE = {Fault.STUCK, Fault.SILENT}


def falls_silent(it: Stand) -> None:
    _lost(it, "silent after 3000", "wake", GONE)


def cable_pulled(it: Stand) -> None:
    _lost(it, "unplug after 3000", "plug", GONE if it.way.serial else {Fault.UNPLUGGED})


def power_lost(it: Stand) -> None:
    _lost(it, "power-off after 3000", "power-on", GONE if it.way.serial else {Fault.UNPLUGGED})


def restarted_unseen(it: Stand) -> None:
    """A flicker of the mains: the printer is back before anybody looks, and has forgotten what it held."""
    it.until_ready()
    it.do("power-cycle after 3000")
    outcome = it.print_it(NUMBER)
    assert outcome.state is PrintState.UNKNOWN
    it.until_ready()
    assert it.print_it(NEXT).state is PrintState.CONFIRMED
    assert it.is_alone(NEXT)


def program_killed(it: Stand) -> None:
    """The program dies within a ticket, in the middle of a command; its next start prints the next number whole."""
    it.until_ready()
    it.die_in(NUMBER, after_bytes=2500)
    it.until_ready()
    assert it.print_it(NEXT).state is PrintState.CONFIRMED
    assert it.wholes(NEXT) == 1
    assert it.is_alone(NEXT), "a piece of the killed program's ticket is on the next visitor's paper"
    assert it.wholes(NUMBER) == 0


def stuck_from_the_start(it: Stand) -> None:
    """A printer known to answer takes the connection and reads nothing: no ticket is sent into it."""
    it.until_ready()
    it.spooler.close()
    it.do("silent")
    outcome = it.print_it(NUMBER)
    assert (outcome.state, outcome.bytes_sent) == (PrintState.NOT_STARTED, 0)
    assert outcome.fault in GONE
    it.do("wake")
    it.until_ready()
    assert it.print_it(NUMBER).state is PrintState.CONFIRMED


Row = tuple[Callable[[Stand], None], dict[str, object]]

TABLE: dict[str, Row] = {
    "healthy": (healthy, {}),
    "slow-mechanism": (slow_mechanism, {"speed_mm_s": 30.0, "buffer_bytes": 4096}),
    "slow-reader": (healthy, {"link_baud": 38_400, "buffer_bytes": 1024}),
    "without-process-ids": (without_process_ids, {"answers_tokens": False}),
    "one-way": (
        one_way,
        {"answers_status": False, "answers_fences": False, "answers_tokens": False, "can_clear": False},
    ),
    "near-its-end": (near_its_end, {}),
    "paper-out-before": (paper_out_before, {}),
    "paper-ends-and-clears": (paper_ends, {}),
    "paper-ends-and-cannot-clear": (paper_ends, {"can_clear": False}),
    "cover-opened": (cover_opened, {}),
    "cover-opened-and-cannot-clear": (cover_opened_early, {"can_clear": False}),
    "cover-opened-at-the-end": (cover_opened_at_the_end, {}),
    "cutter-jams": (cutter_jams, {}),
    "cutter-jams-and-cannot-clear": (cutter_jams_early, {"can_clear": False}),
    "stuck-in-the-presenter": (stuck_in_the_presenter, {"presenter": True}),
    "falls-silent": (falls_silent, {}),
    "cable-pulled": (cable_pulled, {}),
    "power-lost": (power_lost, {}),
    "restarted-unseen": (restarted_unseen, {}),
    "program-killed": (program_killed, {}),
    "program-killed-and-cannot-clear": (program_killed, {"can_clear": False}),
    "stuck-from-the-start": (stuck_from_the_start, {}),
}
