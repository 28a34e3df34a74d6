"""Everything behind the printer's socket: buffer, head, cutter, time, and the faults one can ask for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from printer.memory.graphics import Graphics
from printer.memory.intake import Intake
from printer.memory.interpreter import Act, Answer, Cut, Interpreter, PrintRow, PushStatus
from printer.memory.paper import Roll, Sheet
from printer.memory.sensors import Sensors, halted, pushed, queued_paper, real_time
from printer.profiles import DOTS_PER_MM


@dataclass(frozen=True, slots=True)
class Build:
    """How the printer is made. A speed of None is instant; a link speed of None takes no time."""

    dots: int = 576
    speed_mm_s: float | None = None
    cut_s: float = 0.0
    boot_s: float = 1.5
    buffer_bytes: int = 4096
    roll_mm: float = 80_000.0
    near_end_mm: float = 8_000.0
    answers_status: bool = True
    answers_fences: bool = True
    answers_tokens: bool = True
    can_clear: bool = True
    flow_control: bool = True
    nv_bytes: int = 256 * 1024
    ram_bytes: int = 64 * 1024


class MemoryPrinter:
    """A thermal printer made of memory. Its time is what `run` is told; nothing in it sleeps. Not thread-safe."""

    def __init__(self, build: Build | None = None, *, dots: int | None = None) -> None:
        self.build = build or Build(dots=dots or 576)
        self.roll = Roll(self.build.dots, _dots(self.build.roll_mm), near_end_dots=_dots(self.build.near_end_mm))
        self.sensors = Sensors()
        self.interpreter = Interpreter(self.build.dots, Graphics(self.build.nv_bytes, self.build.ram_bytes))
        self.silent = False
        self.unplugged = False
        self.received_bytes = 0
        self.lost_bytes = 0
        self.now_s = 0.0
        self._free_at_s = 0.0
        self._up_at_s = 0.0
        self._buffer = bytearray()
        self._acts: Iterator[Act] = iter(())
        self._replies: deque[bytes] = deque()
        self._pushes = False
        self._last_push = b""
        self._intake = Intake()
        self._plans: list[tuple[int, Callable[[MemoryPrinter], None]]] = []

    # What a person does to it.

    def open_cover(self) -> None:
        """Open the cover: the printer stops where it is."""
        self.sensors.cover_open = True
        self._changed()

    def close_cover(self) -> None:
        """Close the cover: the printer goes on where it stopped."""
        self.sensors.cover_open = False
        self._changed()

    def cut_paper_short(self, left_mm: float) -> None:
        """Leave this much paper on the roll."""
        self.roll.left_dots = _dots(left_mm)
        self._changed()

    def refill(self, roll_mm: float | None = None) -> None:
        """Put in a new roll."""
        self.roll.replace(_dots(self.build.roll_mm if roll_mm is None else roll_mm))
        self._changed()

    def power_cycle(self) -> None:
        """Switch off and on: buffers and settings are gone, and all that comes while it starts; paper stays."""
        self._up_at_s = self.now_s + self.build.boot_s
        self._forget()
        self.interpreter.reset()
        self.interpreter.graphics.lose_ram()
        self._replies.clear()
        self._pushes = False
        self.unplugged = False

    def after_bytes(self, count: int, act: Callable[[MemoryPrinter], None]) -> None:
        """Do something once `count` more bytes have come in: `after_bytes(900, MemoryPrinter.open_cover)`."""
        self._plans.append((self.received_bytes + count, act))
        self._plans.sort(key=lambda plan: plan[0])

    def unplug(self) -> None:
        """Pull the cable; the printer itself keeps its power."""
        self.unplugged = True

    def plug_in(self) -> None:
        """Put the cable back."""
        self.unplugged = False

    def wake_up(self) -> None:
        """Answer and take data again."""
        self.silent = False

    def fall_silent(self) -> None:
        """Stop answering and stop taking data, as a hung printer does."""
        self.silent = True

    def say(self, reply: bytes) -> None:
        """Send bytes to the host that no question asked for."""
        self._replies.append(reply)

    # What the link does to it.

    @property
    def sheets(self) -> list[Sheet]:
        """The newest papers that have come away, oldest first."""
        return self.roll.sheets

    def take(self, data: bytes) -> int:
        """Receive bytes and return how many went in; without flow control those that do not fit are lost."""
        if self.silent or self.unplugged:
            return 0
        taken = 0
        while taken < len(data) and not self.silent and not self.unplugged:
            room = self.build.buffer_bytes - len(self._buffer)
            stop = self._plans[0][0] - self.received_bytes if self._plans else len(data)
            part = data[taken : taken + max(0, min(room, stop))]
            if not part and stop > 0:
                if self.build.flow_control:
                    break
                self.lost_bytes += len(data) - taken
                return len(data)
            self._receive(part)
            taken += len(part)
            self._carry_out_plans()
            self.run(self.now_s)
        return taken

    def replies(self) -> bytes:
        """Return what it has to say and has not said yet."""
        out = b"".join(self._replies)
        self._replies.clear()
        return out

    def run(self, until_s: float) -> None:
        """Let time pass: print as much of the buffer as the mechanism does by then."""
        self.now_s = max(self.now_s, until_s)
        while not halted(self.sensors, self.roll) and not self.silent and self._free_at_s <= self.now_s:
            act = self._next_act()
            if act is None:
                self._free_at_s = self.now_s
                return
            self._free_at_s += self._do(act)
        if halted(self.sensors, self.roll) or self.silent:
            self._free_at_s = max(self._free_at_s, self.now_s)  # time at rest is not made up for

    def next_event_s(self) -> float | None:
        """Return when the mechanism has done what it is doing, None when it does nothing."""
        moving = self._free_at_s > self.now_s and not halted(self.sensors, self.roll) and not self.silent
        return self._free_at_s if moving else None

    def _receive(self, part: bytes) -> None:
        self.received_bytes += len(part)
        if self.now_s < self._up_at_s:
            self.lost_bytes += len(part)
            return
        for data, command in self._intake.split(part):
            self._buffer += data
            if command:
                self._obey_now(command)

    def _obey_now(self, command: bytes) -> None:
        if command[1] == 0x04 and self.build.answers_status:
            self._replies.append(bytes((real_time(command[2], self.sensors, self.roll),)))
        elif command[1] == 0x14 and command[2] == 8 and self.build.can_clear:
            self._forget()
            self._replies.append(b"\x37\x25\x00")
        elif command[1] == 0x05 and command[2] == 2 and self.sensors.cutter_jammed:
            self.sensors.cutter_jammed = False
            self._forget()

    def _forget(self) -> None:
        self._buffer.clear()
        self._acts = iter(())
        self.interpreter.reset()

    def _carry_out_plans(self) -> None:
        while self._plans and self._plans[0][0] <= self.received_bytes:
            self._plans.pop(0)[1](self)

    def _next_act(self) -> Act | None:
        while True:
            act = next(self._acts, None)
            if act is not None:
                return act
            acts = self.interpreter.step(self._buffer)
            if acts is None:
                return None
            self._acts = acts

    def _do(self, act: Act) -> float:
        """Carry out one act; returns how long it takes, in seconds."""
        match act:
            case PrintRow(row):
                self.roll.advance(row)
                if self.roll.out or self.roll.near_end:
                    self._changed()
                return 0.0 if self.build.speed_mm_s is None else 1 / DOTS_PER_MM / self.build.speed_mm_s
            case Cut():
                self.roll.cut()
                return self.build.cut_s
            case Answer(kind, token):
                self._answer(kind, token)
            case PushStatus(on):
                self._pushes = on
                self._last_push = b""
                self._changed()
        return 0.0

    def _answer(self, kind: str, token: bytes) -> None:
        if kind == "fence" and self.build.answers_fences:
            self._replies.append(bytes((queued_paper(self.roll),)))
        elif kind == "token" and self.build.answers_tokens:
            self._replies.append(b"\x37\x22" + token + b"\x00")
        elif kind == "keys":
            self._replies.append(token)
        elif kind == "identity" and self.build.answers_status:
            self._replies.append(b"_Dawr memory printer\x00")

    def _changed(self) -> None:
        status = pushed(self.sensors, self.roll)
        if self._pushes and status != self._last_push:
            self._last_push = status
            self._replies.append(status)


def _dots(length_mm: float) -> int:
    return int(length_mm * DOTS_PER_MM)
