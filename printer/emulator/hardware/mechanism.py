"""Everything behind the printer's socket: buffer, head, cutter, time, power, and the faults one can ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from printer.emulator.hardware.body import Body
from printer.emulator.hardware.build import Build
from printer.emulator.hardware.paper import Sheet
from printer.emulator.hardware.sensors import halted, pushed, queued_paper, real_time, whole_state
from printer.emulator.interpreter.answers import Voice
from printer.emulator.interpreter.effects import Act, Answer, Cut, PrintRow, PushStatus
from printer.emulator.interpreter.graphics import Graphics
from printer.emulator.interpreter.intake import Intake
from printer.emulator.interpreter.interpreter import Interpreter
from printer.profiles import DOTS_PER_MM

_WHOLE_STATE = 20
_IDENTITY = b"_Dawr memory printer\x00"


class MemoryPrinter(Body):
    """A thermal printer made of memory. `run` sets its time; nothing in it sleeps. Not thread-safe."""

    def __init__(self, build: Build | None = None, *, dots: int | None = None) -> None:
        super().__init__(build or Build(dots=dots or 576))
        self.interpreter = Interpreter(self.build.dots, Graphics(self.build.nv_bytes, self.build.ram_bytes))
        self.silent = False
        self.unplugged = False
        self.switched_off = False
        self.restarts = 0
        self.received_bytes = 0
        self.lost_bytes = 0
        self.now_s = 0.0
        self._free_at_s = 0.0
        self._up_at_s = 0.0
        self._buffer = bytearray()
        self._acts: Iterator[Act] = iter(())
        self._voice = Voice()
        self._intake = Intake()
        self._plans: list[tuple[int, Callable[[MemoryPrinter], None]]] = []

    def power_off(self) -> None:
        """Take the power away: buffers, settings and what RAM kept are gone; the paper stays as it is."""
        self.switched_off = True
        self._forget()
        self.interpreter.graphics.lose_ram()
        self._voice.hush()

    def power_on(self) -> None:
        """Give it power: all that comes while it starts is lost too."""
        if self.switched_off:
            self.switched_off, self.restarts = False, self.restarts + 1
            self._up_at_s = self.now_s + self.build.boot_s

    def power_cycle(self) -> None:
        """Take the power away for a moment."""
        self.power_off()
        self.power_on()
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
        self._voice.say(reply)

    @property
    def sheets(self) -> list[Sheet]:
        """The newest papers that have come away, oldest first."""
        return self.roll.sheets

    def take(self, data: bytes) -> int:
        """Receive bytes and return how many went in; without flow control those that do not fit are lost."""
        if self.silent or self.unplugged or (self.switched_off and self.build.flow_control):
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
        return self._voice.taken()

    def run(self, until_s: float) -> None:
        """Let time pass: print as much of the buffer as the mechanism does by then."""
        self.now_s = max(self.now_s, until_s)
        while not self._stopped and self._free_at_s <= self.now_s:
            act = self._next_act()
            if act is None:
                self._free_at_s = self.now_s
                return
            self._free_at_s += self._do(act)
        if self._stopped:
            self._free_at_s = max(self._free_at_s, self.now_s)  # time at rest is not made up for

    def next_event_s(self) -> float | None:
        """Return when the mechanism has done what it is doing, None when it does nothing."""
        return self._free_at_s if self._free_at_s > self.now_s and not self._stopped else None

    @property
    def waiting_bytes(self) -> int:
        """Bytes in the buffer that it has not worked through."""
        return len(self._buffer)

    @property
    def _stopped(self) -> bool:
        return halted(self.sensors, self.roll) or self.silent or self.switched_off

    def _receive(self, part: bytes) -> None:
        self.received_bytes += len(part)
        if self.switched_off or self.now_s < self._up_at_s:
            self.lost_bytes += len(part)
            return
        for data, command in self._intake.split(part):
            self._buffer += data
            if command:
                self._obey_now(command)

    def _obey_now(self, command: bytes) -> None:
        match command[1], command[2]:
            case 0x04, 1 | 2 | 3 | 4 as question if self.build.answers_status:
                self._voice.say(bytes((real_time(question, self.sensors, self.roll),)))
            case 0x04, n if n == _WHOLE_STATE and self.build.answers_status and self.build.presenter:
                self._voice.say(whole_state(self.sensors, self.roll))
            case 0x14, 8 if self.build.can_clear:
                self._forget()
                self._voice.say(b"\x37\x25\x00")
            case 0x05, 2 if self.sensors.cutter_jammed:
                self.free_jams()
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
                self._cut()
                return self.build.cut_s
            case Answer(kind, token):
                self._answer(kind, token)
            case PushStatus(on):
                self._voice.push(on=on and self.build.answers_pushes, status=pushed(self.sensors, self.roll))
        return 0.0

    def _cut(self) -> None:
        parted = self.roll.parted
        self.roll.cut()
        if self.build.presenter and self.roll.parted > parted:
            self.presenter.present()
            self._changed()

    def _answer(self, kind: str, token: bytes) -> None:
        match kind:
            case "fence" if self.build.answers_fences:
                self._voice.say(bytes((queued_paper(self.roll),)))
            case "token" if self.build.answers_tokens:
                self._voice.say(b"\x37\x22" + token + b"\x00")
            case "keys":
                self._voice.say(token)
            case "identity" if self.build.answers_status:
                self._voice.say(_IDENTITY)

    def _changed(self) -> None:
        super()._changed()
        self._voice.changed(pushed(self.sensors, self.roll))
