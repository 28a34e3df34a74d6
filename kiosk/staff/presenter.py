"""From a staff session and what is known of printer and tickets to the staff's screen; pure."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.devices.paper import PaperView
from kiosk.printing.recent_tickets import Recent, unsure
from kiosk.screens.view_data.staff import (
    GuideView,
    MenuGroup,
    MenuView,
    PinView,
    QuestionView,
    ReprintTile,
    ReprintView,
    StaffView,
    StatusView,
)
from kiosk.staff.session import PAPER_STEPS, StaffSession, StaffStep
from kiosk.staff_pins.pins import SHORTEST
from kiosk.state.conditions import Conditions, PrinterCondition, certificate_refused

MENU_GROUPS = (
    MenuGroup("paper", ("reprint", "paper", "test_print", "status")),
    MenuGroup("screen", ("clean", "volume", "brightness")),
    MenuGroup("device", ("network", "restart_program", "restart_device")),
    MenuGroup("", ("shut_down",), danger=True),
)
"""What the menu offers, in this order; only "Back" leaves it."""
_LEVEL_ACTS = {"volume": ("louder", "softer", "menu"), "brightness": ("brighter", "darker", "menu")}
CONFIRMED_ACTS = frozenset({"restart_program", "restart_device", "shut_down"})
"""Acts that are asked about first."""

_PRINTER_TO_BLAME = frozenset({"trial_failed", "reprint_failed"})
_FAULTS = frozenset(
    {
        "paper_out", "cover_open", "cutter_jam", "mechanism_error", "offline", "device_missing", "no_permission",
        "device_in_use", "unreachable", "unplugged", "silent", "not_taking_data", "presenter_jam",
    }
)  # fmt: skip


@dataclass(frozen=True)
class StaffKnowledge:
    """What the staff's screens draw on beside the session."""

    conditions: Conditions
    recent: Recent = ()
    paper: PaperView | None = None
    wait_s: int = 0
    has_pins: bool = True
    address: str = ""
    paper_mm: int = 80
    took_s: int | None = None
    printing: bool = False
    cleaning_s: int | None = None
    """Seconds until the cleaning ends."""


def derive_staff(staff: StaffSession, known: StaffKnowledge) -> StaffView:
    """Return what the staff see."""
    match staff.step:
        case StaffStep.PIN:
            return _pin(staff, known)
        case StaffStep.MENU:
            return MenuView(staff.name, MENU_GROUPS, printer_word(known.conditions), _left(known))
        case StaffStep.REPRINT:
            return _reprint(staff, known)
        case StaffStep.STATUS:
            return _status(known)
        case StaffStep.PAPER:
            return _guide(staff, known)
        case _:
            return _question(staff, known)


def printer_word(conditions: Conditions) -> str:
    """Return the printer's state as a message id, the worst of what is known."""
    printer = conditions.printer
    if printer is None:
        return "not_heard_of"
    if printer.fault is not None:
        return _fault(printer.fault)
    if conditions.wrong_roll:
        return "wrong_roll"
    if conditions.slot_blocked:
        return "ticket_not_taken"
    if not printer.answers:
        return "one_way"
    return "low" if printer.paper == "low" else "ok"


def _fault(fault: str) -> str:
    return fault if fault in _FAULTS else "not_usable"


def usable(condition: PrinterCondition | None) -> bool:
    """Return whether something can be printed just now."""
    return condition is not None and condition.fault is None


def _pin(staff: StaffSession, known: StaffKnowledge) -> PinView:
    note = "" if known.has_pins else "no_pins"
    if known.wait_s:
        note = "wait"
    elif staff.checking:
        note = "checking"
    elif staff.wrong:
        note = "wrong"
    elif 0 < len(staff.digits) < SHORTEST and not note:
        note = "short"
    enabled = known.has_pins and not known.wait_s and not staff.checking
    return PinView(len(staff.digits), note, known.wait_s, enabled)


def _reprint(staff: StaffSession, known: StaffKnowledge) -> ReprintView:
    torn = unsure(known.recent) if staff.message == "torn" else ()
    shown = torn or known.recent
    tiles = tuple(ReprintTile(one.ticket.visit, one.ticket.ticket, one.ticket.issued_at, one.state) for one in shown)
    return ReprintView(tiles, bool(torn), usable(known.conditions.printer) and not known.printing)


def _status(known: StaffKnowledge) -> StatusView:
    paper, printer = known.paper, known.conditions.printer
    return StatusView(
        printer=printer_word(known.conditions),
        paper=printer.paper if printer is not None else "unknown",
        tickets_left=_left(known),
        changed_at=paper.changed_at if paper is not None else None,
        changed_by=paper.changed_by if paper is not None else None,
        tickets=paper.tickets if paper is not None else None,
        address=known.address,
        paper_mm=known.paper_mm,
        hall_online=known.conditions.online is True,
        certificate_refused=certificate_refused(known.conditions),
    )


def _guide(staff: StaffSession, known: StaffKnowledge) -> GuideView:
    printer = known.conditions.printer
    by_itself = printer is not None and printer.answers
    return GuideView(staff.paper_step.value, PAPER_STEPS.index(staff.paper_step) + 1, len(PAPER_STEPS), by_itself)


def _question(staff: StaffSession, known: StaffKnowledge) -> QuestionView:
    match staff.step:
        case StaffStep.TRIAL:
            return QuestionView("trial_printing", ())
        case StaffStep.QUESTION:
            return QuestionView("edges_whole", ("edges_yes", "edges_no"))
        case StaffStep.CONFIRM:
            return QuestionView(f"confirm_{staff.asked}", (staff.asked, "menu"))
        case StaffStep.LEVEL:
            return QuestionView(staff.message, _LEVEL_ACTS[staff.message], detail=staff.detail)
        case StaffStep.CLEANING:
            return QuestionView("cleaning", (), took_s=known.cleaning_s)
        case _:
            return _message(staff, known)


def _message(staff: StaffSession, known: StaffKnowledge) -> QuestionView:
    acts = ("paper_again", "menu") if staff.changing_paper else ("menu", "leave")
    blamed = staff.message in _PRINTER_TO_BLAME
    return QuestionView(
        staff.message,
        acts,
        detail="" if blamed else staff.detail,
        printer=_fault(staff.detail) if blamed and staff.detail else "",
        took_s=known.took_s if staff.message == "paper_changed" else None,
    )


def _left(known: StaffKnowledge) -> int | None:
    return known.paper.tickets_left if known.paper is not None else None
