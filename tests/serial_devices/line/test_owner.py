from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

from serial_devices.errors import LineError, LineFault
from serial_devices.line.owner import LineOwner


@dataclass
class MemoryLine:
    """A line that is there or not, and keeps what is sent."""

    there: bool = True
    sent: list[bytes] = field(default_factory=list)
    said: list[bytes] = field(default_factory=list)
    opened: int = 0
    closed: int = 0

    def open(self) -> None:
        self._look()
        self.opened += 1

    def read(self, timeout_s: float) -> bytes:
        self._look()
        return self.said.pop(0) if self.said else b""

    def write(self, data: bytes) -> None:
        self._look()
        self.sent.append(data)

    def close(self) -> None:
        self.closed += 1

    def _look(self) -> None:
        if not self.there:
            raise LineError(LineFault.MISSING, "no line")


@dataclass
class Recorder:
    """Says what it is given to say; keeps what it hears."""

    to_say: list[bytes] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    heard_at: list[tuple[float, bytes]] = field(default_factory=list)
    something: threading.Event = field(default_factory=threading.Event)

    def opened(self, now_s: float) -> None:
        self.told.append("opened")

    def due(self, now_s: float) -> Iterable[bytes]:
        while self.to_say:
            yield self.to_say.pop(0)

    def heard(self, data: bytes, now_s: float) -> None:
        if data:
            self.heard_at.append((now_s, data))
            self.something.set()

    def failed(self, error: LineError) -> None:
        self.told.append(str(error))

    def farewell(self) -> Iterable[bytes]:
        return [b"bye"]


def owner(line: MemoryLine, talk: Recorder) -> LineOwner:
    return LineOwner(line, talk, clock=lambda: 7.0)


def test_a_turn_says_what_is_due_and_hands_on_what_it_hears() -> None:
    line, talk = MemoryLine(said=[b"NEXT\r"]), Recorder(to_say=[b"a", b"b"])
    assert owner(line, talk).turn() == 0.0
    assert (line.sent, talk.heard_at, talk.told) == ([b"a", b"b"], [(7.0, b"NEXT\r")], ["opened"])


def test_a_missing_line_is_tried_again_ever_later_and_told_once() -> None:
    line, talk = MemoryLine(there=False), Recorder()
    one = owner(line, talk)
    assert [one.turn() for _ in range(7)] == [1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
    assert talk.told == ["no line"]


def test_a_line_that_comes_back_begins_anew_with_short_pauses() -> None:
    line, talk = MemoryLine(), Recorder()
    one = owner(line, talk)
    for there in (True, False, False, True, False):
        line.there = there
        pause_s = one.turn()
    assert pause_s == 1.0
    assert talk.told == ["opened", "no line", "opened", "no line"]


def test_a_line_that_breaks_is_closed_before_it_is_opened_again() -> None:
    line, talk = MemoryLine(), Recorder()
    one = owner(line, talk)
    one.turn()
    line.there = False
    one.turn()
    assert (line.opened, line.closed) == (1, 1)


def test_the_farewell_is_said_before_the_line_is_closed() -> None:
    line, talk = MemoryLine(), Recorder()
    one = owner(line, talk)
    one.turn()
    one.end()
    assert (line.sent, line.closed) == ([b"bye"], 1)


def test_no_farewell_is_said_to_a_line_that_is_not_there() -> None:
    line, talk = MemoryLine(there=False), Recorder()
    one = owner(line, talk)
    one.turn()
    one.end()
    assert (line.sent, talk.told) == ([], ["no line"])


def test_the_thread_runs_until_it_is_stopped_and_says_farewell() -> None:
    line, talk = MemoryLine(said=[b"x"]), Recorder()
    one = LineOwner(line, talk, read_s=0.0)
    one.start()
    assert talk.something.wait(60)
    one.stop()
    assert line.sent == [b"bye"]
    assert line.closed == 1


def test_a_line_that_breaks_at_the_farewell_is_told_and_closed() -> None:
    line, talk = MemoryLine(), Recorder()
    one = owner(line, talk)
    one.turn()
    line.there = False
    one.end()
    assert (talk.told, line.closed) == (["opened", "no line"], 1)
