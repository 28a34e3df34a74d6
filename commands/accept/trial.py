"""The trial itself: each step asks a person to do something, and checks at the real printer and hall what it can."""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, replace
from http.client import HTTPException
from pathlib import Path

from commands.accept.texts import TEXTS
from commands.printer.sample import example
from common.clock.wall_clock import utc_now
from common.releases.acceptance import Result, TriedStep
from common.server.trust import trust_of
from contracts.words.hall import PrintState
from printer.escpos.status import Paper, PrinterStatus
from printer.printer import Printer

NEEDED = ("printer", "ticket", "cover", "roll", "cable", "power", "tickets")
_POLL_S = 0.3
_HALL_WITHIN_S = 10


class EndedError(Exception):
    """The technician ended the trial: there is no result."""


@dataclass(frozen=True)
class Trial:
    """What the steps work with. `say_call` speaks a call, and says whether it could."""

    printer: Printer
    language: str
    tickets: int
    wait_s: float
    hall: str
    hall_ca: Path | None
    """The one authority that is trusted for https; None: the system's."""
    say_call: Callable[[], bool]
    ask: Callable[[str], str]
    """Shows a line and returns what the technician typed."""
    show: Callable[[str], None]

    def run(self) -> list[TriedStep]:
        """Do all steps; raise EndedError when the technician ends it."""
        self.show(self.text("begin"))
        steps: dict[str, Callable[[], str]] = {
            "printer": self._printer,
            "ticket": lambda: self._ticket("T00") or self._person("ticket"),
            "scanner": self._scanner,
            "cover": lambda: self._takes_away("cover", lambda status: status.cover_open is True),
            "roll": lambda: self._takes_away("roll", lambda status: status.paper is Paper.OUT),
            "cable": lambda: self._takes_away("cable", lambda status: not (status.reachable and status.answers)),
            "power": lambda: (
                self._takes_away("power", lambda status: not (status.reachable and status.answers))
                or self._ticket("T00")
            ),
            "tickets": self._tickets,
            "sound": self._sound,
            "touch": lambda: self._person("touch"),
        }
        if self.hall:
            steps["hall"] = self._hall
        return [self._step(number, len(steps), name, check) for number, (name, check) in enumerate(steps.items(), 1)]

    def text(self, key: str, **values: object) -> str:
        """Return a text in the technician's language."""
        return TEXTS[key][self.language].format(**values)

    def _step(self, number: int, of: int, name: str, check: Callable[[], str]) -> TriedStep:
        while True:
            begun = time.monotonic()
            typed = self._asked(f"\n[{number}/{of}] {self.text(name, count=self.tickets)}")
            problem = "" if typed == "s" else check()
            result = Result.SKIPPED if typed == "s" else Result.FAILED if problem else Result.PASSED
            self.show(f"      {self.text(result.value)}{f': {problem}' if problem else ''}")
            if result is not Result.FAILED or self._asked(self.text("again")) != "r":
                return TriedStep(name, result, problem, round(time.monotonic() - begun))

    def _asked(self, line: str) -> str:
        typed = self.ask(line).strip()
        if typed.lower() == "q":
            raise EndedError
        return typed

    def _person(self, name: str) -> str:
        question = f"{self.text(f'{name}_question', count=self.tickets)} {self.text('yes_or_no')}"
        while True:
            answer = self._asked(question).lower()
            if answer in {"y", "yes", "نعم"}:
                return ""
            if answer in {"n", "no", "لا"}:
                return "the technician says no"

    def _printer(self) -> str:
        status = self._wait(lambda status: status.can_print and status.answers)
        return _problem(status) if not (status.can_print and status.answers) else ""

    def _ticket(self, number: str) -> str:
        """Print one ticket; return why it is not known to be on paper."""
        content = replace(example(utc_now()), number=number)
        result = self.printer.print_ticket(content, f"accept-{number}-{utc_now().isoformat()}")
        return "" if result.state is PrintState.CONFIRMED else f"{number}: {result.state.value} {result.text}".strip()

    def _tickets(self) -> str:
        for number in range(1, self.tickets + 1):
            if problem := self._ticket(f"T{number:02}"):
                return problem
        return self._person("tickets")

    def _scanner(self) -> str:
        typed = self._asked("      > ")
        expected = example(utc_now()).status_url
        return "" if typed == expected else f"the reader typed {typed!r}, and the code holds {expected}"

    def _takes_away(self, name: str, is_away: Callable[[PrinterStatus], bool]) -> str:
        """Wait until the printer reports that something is missing, and then that it is ready again."""
        status = self._wait(is_away)
        if not is_away(status):
            return f"the printer did not report it: {_problem(status)}"
        self.show(f"      {self.text(f'{name}_back')}")
        status = self._wait(lambda status: status.can_print and status.answers)
        return _problem(status) if not (status.can_print and status.answers) else ""

    def _wait(self, is_so: Callable[[PrinterStatus], bool]) -> PrinterStatus:
        self.show(f"      {self.text('waiting', seconds=round(self.wait_s))}")
        end = time.monotonic() + self.wait_s
        while True:
            status = self.printer.status()
            if is_so(status) or time.monotonic() > end:
                return status
            time.sleep(_POLL_S)  # a printer sends no event: its status must be asked for

    def _sound(self) -> str:
        return self._person("sound") if self.say_call() else "the call could not be played"

    def _hall(self) -> str:
        try:
            with urllib.request.urlopen(  # noqa: S310  # the technician gives the address
                f"{self.hall}/healthz", timeout=_HALL_WITHIN_S, context=trust_of(self.hall_ca)
            ) as answer:
                answer.read()
        except (OSError, HTTPException, ValueError) as error:
            return f"{self.hall}/healthz: {error}"
        return ""


def _problem(status: PrinterStatus) -> str:
    return status.text or (status.fault.value if status.fault else "ready" if status.answers else "it does not answer")
