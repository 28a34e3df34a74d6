"""KioskConfig: what a kiosk is told at its start, checked as a whole."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from printer.address import PrinterAddressError, wire_of
from printer.profiles import paper_of
from qtkit.shell import OptionsError


@dataclass(frozen=True)
class KioskConfig:
    """One kiosk. Times are seconds without a touch; a reset is always announced `*_notice_s` before it comes."""

    device: str
    printer_url: str
    paper_mm: int = 80
    language: str = "ar"
    show_paper: bool = False
    idle_reset_s: float = 50.0
    ticket_reset_s: float = 40.0
    notice_s: float = 20.0
    """How long a visitor has to ask for more time; 20 s at least (WCAG 2.2.1)."""
    status_every_s: float = 3.0


def add_kiosk_options(parser: argparse.ArgumentParser) -> None:
    """Add the kiosk's own options; those of every Qt program come from qtkit.shell."""
    parser.add_argument("--device", default="", metavar="ID", help="this device's id, as told when it was paired")
    parser.add_argument(
        "--printer", default="", metavar="URL", help="usb:///dev/usb/lp0, tcp://10.0.0.9:9100, …; memory: to try"
    )
    parser.add_argument("--paper-mm", type=int, default=80, choices=(58, 80), help="width of the paper roll")
    parser.add_argument("--show-paper", action="store_true", help="demo: show the paper of a memory printer beside it")


def read_kiosk_config(given: argparse.Namespace) -> KioskConfig:
    """Return the kiosk's settings from the parsed command line; raise OptionsError with all problems at once."""
    problems = [problem for problem in (_device_problem(given.device), _printer_problem(given)) if problem]
    if problems:
        raise OptionsError("\n".join(problems))
    return KioskConfig(given.device, given.printer, given.paper_mm, given.language, given.show_paper)


def _device_problem(device: str) -> str:
    # No default: a kiosk that reported as somebody else would look well and be refused.
    return "" if device else "--device is missing: give this device's id, as main.py pair told it"


def _printer_problem(given: argparse.Namespace) -> str:
    if not given.printer:
        # No default either: one that printed into its own memory would send visitors away without paper.
        return "--printer is missing: give the printer's address, as main.py printer list tells it; memory: to try"
    try:
        wire_of(given.printer, paper_of(given.paper_mm))
    except PrinterAddressError as error:
        return f"--printer: {error}"
    return ""
