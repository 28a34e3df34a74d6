"""The state of a kiosk's staff menu: the PIN, the steps of a change of paper, questions; a pure state machine.

>>> staff = typed(typed(StaffSession(), "4"), "7")
>>> staff.digits
'47'
>>> opened("Salim").step
<StaffStep.MENU: 'menu'>
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from kiosk.staff_pins.pins import LONGEST
from kiosk.state.conditions import PrinterCondition


class StaffStep(Enum):
    """What is on the staff's screen."""

    PIN = "pin"
    MENU = "menu"
    REPRINT = "reprint"
    STATUS = "status"
    PAPER = "paper"
    TRIAL = "trial"
    """A test slip is being printed."""
    QUESTION = "question"
    """Are both arrows of the slip whole?"""
    CONFIRM = "confirm"
    MESSAGE = "message"
    LEVEL = "level"
    """Loudness or brightness is being set."""
    CLEANING = "cleaning"
    """Touches do nothing while the screen is wiped."""


class PaperStep(Enum):
    """The steps of a change of paper, each with a picture."""

    OPEN = "open"
    REMOVE = "remove"
    PUT_IN = "put_in"
    CLOSE = "close"


PAPER_STEPS = tuple(PaperStep)
SETTING = frozenset({StaffStep.MENU, StaffStep.LEVEL})
"""Where an answer about loudness or brightness is waited for."""


@dataclass(frozen=True)
class StaffSession:
    """One person at the menu. `name` goes with the PIN; `guided_since_s` is set while the paper is being changed."""

    step: StaffStep = StaffStep.PIN
    digits: str = ""
    checking: bool = False
    wrong: bool = False
    name: str = ""
    paper_step: PaperStep = PaperStep.OPEN
    guided_since_s: float | None = None
    asked: str = ""
    """The act to confirm."""
    message: str = ""
    """The id of the message, and for a technician `detail`."""
    detail: str = ""
    until_s: float | None = None
    """When the cleaning ends, seconds of the monotonic clock."""

    @property
    def changing_paper(self) -> bool:
        """Whether a change of paper is under way, its test slip and question included."""
        return self.guided_since_s is not None


def typed(staff: StaffSession, digit: str) -> StaffSession:
    """Take one more digit of the PIN."""
    if staff.step is not StaffStep.PIN or staff.checking or len(staff.digits) >= LONGEST:
        return staff
    return replace(staff, digits=staff.digits + digit, wrong=False)


def erased(staff: StaffSession) -> StaffSession:
    """Take the last digit away."""
    return staff if staff.checking else replace(staff, digits=staff.digits[:-1], wrong=False)


def checking(staff: StaffSession) -> StaffSession:
    """Wait for the PIN to be compared."""
    return replace(staff, checking=True, wrong=False)


def refused(staff: StaffSession) -> StaffSession:
    """Ask for the PIN again after a wrong one."""
    return replace(staff, digits="", checking=False, wrong=True)


def opened(name: str) -> StaffSession:
    """Show the menu to the owner of the PIN."""
    return StaffSession(StaffStep.MENU, name=name)


def menu(staff: StaffSession) -> StaffSession:
    """Go back to the menu; what was under way there is left."""
    return StaffSession(StaffStep.MENU, name=staff.name)


def shown(staff: StaffSession, step: StaffStep) -> StaffSession:
    """Show another screen of the menu."""
    return replace(menu(staff), step=step)


def torn(staff: StaffSession) -> StaffSession:
    """Offer the tickets again that did not surely come out, after a change of paper."""
    return replace(menu(staff), step=StaffStep.REPRINT, message="torn")


def told(staff: StaffSession, message: str, detail: str = "") -> StaffSession:
    """Tell something; a change of paper that is under way goes on after it."""
    return replace(staff, step=StaffStep.MESSAGE, message=message, detail=detail)


def asked(staff: StaffSession, act: str) -> StaffSession:
    """Ask whether `act` is really wanted."""
    return replace(menu(staff), step=StaffStep.CONFIRM, asked=act)


def level(staff: StaffSession, what: str, percent: int) -> StaffSession:
    """Show `volume` or `brightness` as it is now."""
    return replace(menu(staff), step=StaffStep.LEVEL, message=what, detail=f"{percent} %")


def cleaning(staff: StaffSession, until_s: float) -> StaffSession:
    """Let touches do nothing until then."""
    return replace(menu(staff), step=StaffStep.CLEANING, until_s=until_s)


def paper_begun(staff: StaffSession, now_s: float) -> StaffSession:
    """Begin the change of paper at its first step."""
    return replace(menu(staff), step=StaffStep.PAPER, paper_step=PaperStep.OPEN, guided_since_s=now_s)


def paper_next(staff: StaffSession) -> StaffSession:
    """Go on to the next step; after the last one the test slip is printed."""
    at = PAPER_STEPS.index(staff.paper_step)
    if at + 1 < len(PAPER_STEPS):
        return replace(staff, step=StaffStep.PAPER, paper_step=PAPER_STEPS[at + 1])
    return trial(staff)


def paper_again(staff: StaffSession) -> StaffSession:
    """Go through the steps once more; the time counts on."""
    return replace(staff, step=StaffStep.PAPER, paper_step=PaperStep.OPEN, message="", detail="")


def trial(staff: StaffSession) -> StaffSession:
    """Print the test slip."""
    return replace(staff, step=StaffStep.TRIAL)


def trial_ended(staff: StaffSession, *, printed: bool, detail: str) -> StaffSession:
    """Ask about the slip that came out, or tell why none did."""
    if staff.step is not StaffStep.TRIAL:
        return staff
    return replace(staff, step=StaffStep.QUESTION) if printed else told(staff, "trial_failed", detail)


def follow_printer(staff: StaffSession, condition: PrinterCondition) -> StaffSession:
    """Go to the next step when the printer's sensors report that a step is done: nobody has to press Next."""
    if staff.step is not StaffStep.PAPER or not condition.answers:
        return staff
    cover_open = condition.fault == "cover_open"
    if staff.paper_step is PaperStep.OPEN:
        return paper_next(staff) if cover_open else staff
    closed_with_paper = condition.fault is None and condition.paper in {"ok", "low"}
    return trial(staff) if closed_with_paper else staff
