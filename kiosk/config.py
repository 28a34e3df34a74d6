"""KioskConfig: the settings of a kiosk at its start, checked as a whole."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path

from common.configuration.parser import SettingsError, SettingsParser
from common.text.program_name import program_name
from kiosk.accessibility.keypad import DEFAULT_KEYPAD, Keypad, KeypadError, read_keypad
from kiosk.offline.folder import default_folder
from kiosk.staff_pins.pins import default_file
from kiosk.visitor.quick_tickets import ASKS_AFTER
from printer.address import PrinterAddressError, wire_of
from printer.profiles import paper_of
from printer.render.blocks import LogoError
from printer.render.logo import load_logo
from qtkit.program.options import ShellOptions, add_shell_options, add_turned_screen, read_shell_options
from serial_devices.errors import DeviceAddressError
from serial_devices.scanner import ScannerSettings, read_scanner

INCHES = 21.5
TOWARDS = ("left", "right", "ahead", "behind")
"""Where reception may lie; each is an arrow of qtkit.widgets.icons."""


@dataclass(frozen=True)
class KioskConfig:
    """One kiosk. Times are seconds without a touch; a reset is always announced `notice_s` before it comes."""

    device: str
    printer_url: str
    paper_mm: int = 80
    language: str = "ar"
    show_paper: bool = False
    idle_reset_s: float = 50.0
    ticket_reset_s: float = 30.0
    notice_s: float = 20.0
    """How long a visitor has to ask for more time; 20 s at least (WCAG 2.2.1)."""
    status_every_s: float = 3.0
    ticket_language: str = "both"
    """What the paper speaks: ar, en, both, or `visitor`: as the visitor chose at the screen."""
    own_numbers: Path | None = None
    """Where numbers for a time without the hall service are kept; None: none are, and no ticket is given then."""
    tapped_tickets: int = ASKS_AFTER
    """After this number of tickets of one service without a pause the kiosk asks if one more is wanted; 0: never."""
    staff_pins: Path = field(default_factory=default_file)
    take_within_s: float = 20.0
    """After this a ticket that still lies in the slot is spoken of as not taken."""
    staff_idle_s: float = 120.0
    """The staff menu closes itself after so long without a touch; a change of paper after three times as long."""
    scanner: ScannerSettings | None = None
    """The reader that visitors hold their tickets under; None where the kiosk has none."""
    zone: str | None = None
    """The code of the zone that the kiosk stands in: it offers that zone's services alone."""
    keypad: Keypad = field(default_factory=lambda: DEFAULT_KEYPAD)
    """Which keys of a visitor's keypad do what."""
    headphones: str | None = None
    """The sound device (as ALSA calls it) that the spoken guide is heard on; None where the kiosk has no jack."""
    sign_clips: Path | None = None
    """The folder of clips in sign language, each named by its service's code; None where the hall has none."""
    logo: Path | None = None
    """The hall's logo at the head of each ticket, PNG or SVG; None for the built-in sign."""
    reception: str = ""
    """Where reception lies for a visitor at this kiosk, one of TOWARDS; "" shows no arrow."""


def parser(description: str | None = None) -> SettingsParser:
    """Return the parser of the kiosk's settings."""
    declared = SettingsParser("kiosk", description)
    add_shell_options(declared, inches=INCHES)
    add_turned_screen(declared)
    _add_kiosk_settings(declared)
    _add_equipment(declared)
    declared.add_argument(
        "--set-pin", metavar="NAME", help="set one person's PIN (6 to 8 digits, asked or read from the input), and end"
    )
    declared.add_argument(
        "--keep", action="store_true", help="start it again when it ends by a fault and when it hangs (not on Windows)"
    )
    declared.add_argument(
        "--show-paper", action="store_true", help="demo: show the paper of a memory printer beside it"
    )
    return declared


def _add_kiosk_settings(declared: SettingsParser) -> None:
    declared.add_setting(
        "--device", default="", needed=True, metavar="ID", help="this device's id, as told when it was paired"
    )
    declared.add_setting(
        "--printer",
        default="",
        needed=True,
        metavar="URL",
        help="usb:///dev/usb/lp0, tcp://10.0.0.9:9100, …; memory: to try",
    )
    declared.add_setting("--paper-mm", type=int, default=80, choices=(58, 80), help="width of the paper roll")
    declared.add_setting(
        "--ticket-language",
        default="both",
        choices=("ar", "en", "both", "visitor"),
        help="what the paper speaks: ar, en, both (Arabic and English, or Arabic and a visitor's "
        "Urdu, Hindi or Bengali), or visitor: as the visitor chose at the screen",
    )
    declared.add_setting(
        "--staff-pins", type=Path, metavar="FILE", help="PINs that open the staff menu, if not the user's own file"
    )
    declared.add_setting(
        "--own-numbers",
        type=Path,
        metavar="DIR",
        help="where its numbers for a time without the hall service are kept, with the tickets given of them",
    )
    declared.add_setting(
        "--tapped-tickets",
        type=int,
        default=ASKS_AFTER,
        metavar="N",
        help="after N tickets of one service, each within 3 s of the one before, ask whether "
        "another ticket is wanted (a child at the screen); 0: never",
    )


def _add_equipment(declared: SettingsParser) -> None:
    """Declare what stands in and around the kiosk."""
    declared.add_setting(
        "--scanner", default="", metavar="URL", help="2D scanner in serial mode: serial:///dev/ttyACM0?baud=9600"
    )
    declared.add_setting("--zone", metavar="CODE", help="offer the services of this zone of the hall alone")
    declared.add_setting(
        "--keypad",
        default="",
        metavar="KEYS",
        help="the keys of a visitor's keypad: "
        "next=F15,previous=F16,choose=F17,repeat=F18,louder=F19,speak=F20,calls=F21",
    )
    declared.add_setting(
        "--headphones", metavar="DEVICE", help="speak on this sound device of ALSA (aplay -L): default, hw:1,0, …"
    )
    declared.add_setting(
        "--sign-clips",
        type=Path,
        metavar="DIR",
        help="clips in sign language, each named by its service's code (A.mp4); needs ffmpeg",
    )
    declared.add_setting(
        "--logo",
        type=Path,
        metavar="FILE",
        help="the hall's logo at the head of each ticket, PNG or SVG, in place of the emblem of "
        "[brand]: what is darker than half grey prints black",
    )
    declared.add_setting(
        "--reception",
        default="",
        choices=TOWARDS,
        help="where reception is, seen by a visitor at this kiosk: left, right, ahead, behind; "
        "screens that name reception then show an arrow and the direction in words, which the "
        "spoken guide reads too",
    )


def read_config(declared: SettingsParser, given: argparse.Namespace) -> tuple[ShellOptions, KioskConfig]:
    """Return the settings that `declared` has read; raise SettingsError with all problems at once."""
    problems: list[str] = []
    try:
        shell = read_shell_options(given)
    except SettingsError as error:
        problems += error.problems
    try:
        config = read_kiosk_config(given)
    except SettingsError as error:
        problems += error.problems
    declared.refuse(problems)
    return shell, config


def read_kiosk_config(given: argparse.Namespace) -> KioskConfig:
    """Return the kiosk's settings from the parsed command line; raise SettingsError with all problems at once."""
    told = (
        _device_problem(given.device),
        _printer_problem(given),
        _scanner_problem(given),
        _logo_problem(given),
        _keypad_problem(given),
        _clips_problem(given),
    )
    problems = [*filter(None, told)]
    if problems:
        raise SettingsError(problems)
    return KioskConfig(
        given.device,
        given.printer,
        given.paper_mm,
        given.language,
        given.show_paper,
        ticket_language=given.ticket_language,
        own_numbers=given.own_numbers or default_folder(given.device),
        tapped_tickets=max(0, given.tapped_tickets),
        staff_pins=given.staff_pins or default_file(),
        scanner=_scanner(given.scanner),
        zone=given.zone,
        keypad=read_keypad(given.keypad),
        headphones=given.headphones,
        sign_clips=given.sign_clips,
        logo=given.logo,
        reception=given.reception,
    )


def _device_problem(device: str) -> str:
    # No default: a kiosk that reported as somebody else would look well and be refused.
    return "" if device else f"--device is missing: give this device's id, as {program_name()} pair told it"


def _scanner(url: str) -> ScannerSettings | None:
    """Return the settings of a reader; devices/ is imported for it alone. Raises DeviceAddressError."""
    if not url:
        return None
    return read_scanner(url)


def _scanner_problem(given: argparse.Namespace) -> str:
    try:
        _scanner(given.scanner)
    except DeviceAddressError as error:
        return f"--scanner {error}"
    return ""


def _keypad_problem(given: argparse.Namespace) -> str:
    try:
        read_keypad(given.keypad)
    except KeypadError as error:
        return f"--keypad {error}"
    return ""


def _clips_problem(given: argparse.Namespace) -> str:
    if given.sign_clips is None or given.sign_clips.is_dir():
        return ""
    return f"--sign-clips {given.sign_clips}: there is no such folder"


def _logo_problem(given: argparse.Namespace) -> str:
    if given.logo is None:
        return ""
    try:
        load_logo(given.logo, paper_of(given.paper_mm))
    except LogoError as error:
        return f"--{error}"
    return ""


def _printer_problem(given: argparse.Namespace) -> str:
    if not given.printer:
        # No default either: one that printed into its own memory would send visitors away without paper.
        listed = f"{program_name()} printer list"
        return f"--printer is missing: give the printer's address, as {listed} tells it; memory: to try"
    try:
        wire_of(given.printer, paper_of(given.paper_mm))
    except PrinterAddressError as error:
        return f"--printer: {error}"
    return ""
