"""A counter worked by a keypad alone: what each key means, by what the hall says of the counter at that moment.

NEXT does the next thing, as the space bar of the counter program does: signs in, calls, begins, finishes. What cannot
be done is a short code on the sign (docs/devices.md).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from commands.hall_client import HallAwayError, HallRefusedError
from commands.serial_devices.keypad_display import Display
from commands.serial_devices.keypad_hall_client import Seat
from contracts.words.hall import NextAction
from serial_devices.keypad.keys import Key, Press

log = logging.getLogger(__name__)

NOBODY_WAITS, WRONG_PIN, TAKEN, NOT_NOW, AWAY, NOT_SIGNED_IN = "E900", "E901", "E902", "E903", "E904", "E905"
USE_SCREEN = "E906"
"""The hall names a next step that this program does not know: the counter's page does."""
_CODES = {
    "pin_wrong": WRONG_PIN,
    "pin_locked": WRONG_PIN,
    "counter_taken": TAKEN,
    "agent_elsewhere": TAKEN,
    "token_unknown": NOT_SIGNED_IN,
    "not_signed_in": NOT_SIGNED_IN,
}
BREAKS = ("prayer", "meal", "personal", "meeting", "other")
"""The reasons of a break by the digit that chooses them, from 1."""
_PLAIN = {Key.RECALL: "recall", Key.RETURN: "return", Key.PARK: "park"}
PRESSED = {"pressed": True}
"""A finger pressed for it: the hall refuses the second half of a double press."""
TYPING_S = 20.0
"""What was typed is forgotten after this."""
SURE_S = 3.0
"""NEXT again within this after the hall asked whether a second call is meant says that it is."""
LONGEST_TYPED = 12


class Typing(Enum):
    """What the digits are for."""

    NOTHING = "nothing"
    NUMBER = "number"
    PIN = "pin"
    TARGET = "target"
    BREAK = "break"


@dataclass
class Desk:
    """One counter. `agents` are codes by the number that is typed; with `fixed` (agent, PIN) nothing is typed."""

    seat: Seat
    display: Display
    agents: Mapping[str, str] = field(default_factory=dict)
    fixed: tuple[str, str] | None = None
    clock: Callable[[], float] = time.monotonic
    typing: Typing = Typing.NOTHING
    typed: str = ""
    _number: str = ""
    _touched_s: float = float("-inf")
    _asked_s: float = float("-inf")
    _last_visit: str = ""
    _heard: bool = True

    def press(self, press: Press) -> bool:
        """Do what a key means; return whether the hall was asked (what was pressed meanwhile is better forgotten)."""
        now_s = self.clock()
        if now_s - self._touched_s > TYPING_S:
            self._forget()
        self._touched_s = now_s
        if press.key is Key.DIGIT:
            return self._type(str(press.digit))
        if press.key is Key.CANCEL:
            self._forget()
            return False
        self._guarded(lambda: self._do(press.key))
        return True

    def look(self) -> None:
        """Read how the counter stands, for whatever was done elsewhere; called every few seconds."""
        if self.seat.session and self.typing is Typing.NOTHING:
            self._guarded(lambda: self._show(self.seat.workplace()["current"]), quiet=True)

    def _guarded(self, ask: Callable[[], None], *, quiet: bool = False) -> None:
        try:
            ask()
        except HallAwayError as error:
            self._hear(False, str(error))
            if not quiet:
                self.display.flash(AWAY)
            return
        except HallRefusedError as error:
            log.info("refused: %s", error)
            if error.code == "called_just_now":
                self._asked_s = self.clock()
            if not self.seat.session:
                self.display.show("")
            if not quiet and error.code != "pressed_twice":
                self.display.flash(_CODES.get(error.code, NOT_NOW))
        self._hear(True, "")

    def _hear(self, heard: bool, why: str) -> None:
        if heard is not self._heard:
            self._heard = heard
            log.log(logging.INFO if heard else logging.ERROR, "the hall is %s", "heard again" if heard else why)
            self.display.hall_away(not heard)

    def _do(self, key: Key) -> None:
        if not self.seat.session:
            self._before_sign_in(key)
        elif self.typing is Typing.TARGET and key is Key.NEXT:
            self._transfer()
        elif self.typing is Typing.BREAK and key is Key.NEXT:
            self._pause(BREAKS[-1])
        else:
            self._at_work(key)

    def _before_sign_in(self, key: Key) -> None:
        if key is not Key.NEXT:
            self.display.flash(NOT_SIGNED_IN)
        elif self.fixed is not None:
            self._sign_in(*self.fixed)
        elif self.typing is Typing.NUMBER and self.typed:
            self._number, self.typed, self.typing = self.typed, "", Typing.PIN
            self.display.show("0")
        elif self.typing is Typing.PIN and self.typed:
            number, pin = self._number, self.typed
            self._forget()
            self._sign_in(self.agents.get(number, number), pin)
        else:
            self.display.flash(NOT_SIGNED_IN)

    def _sign_in(self, agent: str, pin: str) -> None:
        self.seat.sign_in(agent, pin)
        log.info("%s is signed in", agent)
        self._show(self.seat.workplace()["current"])

    def _at_work(self, key: Key) -> None:
        self.typing, self.typed = Typing.NOTHING, ""
        moves: dict[Key, Callable[[], None]] = {
            Key.NEXT: self._next,
            Key.BEGIN: self._begin,
            Key.FINISH: self._finish,
            Key.LOOK: lambda: self._show(self.seat.do("recall", {"look": True}), blink=True),
            Key.NO_SHOW: lambda: self._end(self.seat.do("no-show")),
            Key.UNDO: self._undo,
            Key.SIGN_OUT: self._sign_out,
            Key.TRANSFER: self._ask_target,
            Key.BREAK: self._break,
        }
        if key in _PLAIN:
            self._show(self.seat.do(_PLAIN[key]), blink=key is Key.RECALL)
        elif key in moves:
            moves[key]()
        else:
            self.display.flash(NOT_NOW)

    def _undo(self) -> None:
        if self._last_visit:
            self._show(self.seat.undo(self._last_visit), blink=True)
        else:
            self.display.flash(NOT_NOW)

    def _sign_out(self) -> None:
        self.seat.sign_out()
        self.display.show("")

    def _ask_target(self) -> None:
        self.typing = Typing.TARGET

    def _next(self) -> None:
        match self.seat.workplace()["next_action"]:
            case NextAction.SIGN_IN.value:
                self.display.show("")
                self.display.flash(NOT_SIGNED_IN)
            case NextAction.RESUME_WORK.value:
                self.seat.do("resume-work")
            case NextAction.CALL_NEXT.value:
                self._call_next()
            case NextAction.BEGIN.value:
                self._begin()
            case NextAction.FINISH.value:
                self._finish()
            case NextAction.NONE.value:
                self.display.flash(NOT_NOW)
            case newer:
                log.warning("this program does not know the next step %r of the hall; update it", newer)
                self.display.flash(USE_SCREEN)

    def _call_next(self) -> None:
        sure = self.clock() - self._asked_s < SURE_S
        called = self.seat.do("call-next", {"sure": sure, **PRESSED})
        self._show(called, blink=True)
        if called is None:
            self.display.flash(NOBODY_WAITS)

    def _begin(self) -> None:
        self._show(self.seat.do("begin", PRESSED))

    def _finish(self) -> None:
        self._end(self.seat.do("finish", {"outcome": "completed", **PRESSED}))

    def _break(self) -> None:
        if self.seat.workplace()["next_action"] == NextAction.RESUME_WORK.value:
            self.seat.do("resume-work")
        else:
            self.typing = Typing.BREAK

    def _pause(self, reason: str) -> None:
        self._forget()
        self.seat.do("break", {"reason": reason})

    def _transfer(self) -> None:
        number, services = self.typed, self.seat.hall()["services"]
        self._forget()
        if not number or not 1 <= int(number) <= len(services):
            self.display.flash(NOT_NOW)
            return
        self._show(self.seat.do("transfer", {"service": services[int(number) - 1]["code"]}))

    def _type(self, digit: str) -> bool:
        if self.typing is Typing.BREAK:
            if 1 <= int(digit) <= len(BREAKS):
                self._guarded(lambda: self._pause(BREAKS[int(digit) - 1]))
            return True
        if self.typing is Typing.NOTHING:
            if self.seat.session or self.fixed is not None:
                return False
            self.typing = Typing.NUMBER
        self.typed = (self.typed + digit)[-LONGEST_TYPED:]
        # A PIN is counted and not shown: the sign hangs where the public sees it.
        self.display.show(str(len(self.typed)) if self.typing is Typing.PIN else self.typed[-4:])
        return False

    def _forget(self) -> None:
        shown = self.typing in {Typing.NUMBER, Typing.PIN, Typing.TARGET} and (self.typed or self._number)
        self.typing, self.typed, self._number = Typing.NOTHING, "", ""
        if shown and not self.seat.session:
            self.display.show("")

    def _end(self, visit: Mapping[str, Any]) -> None:
        self._last_visit = str(visit["visit"])
        self._show(None)

    def _show(self, visit: Mapping[str, Any] | None, *, blink: bool = False) -> None:
        in_hand = visit is not None and visit["state"] in {"called", "serving"}
        ticket = str(visit["ticket"]) if visit is not None and in_hand else ""
        self.display.show(ticket, blink=blink and bool(ticket))
