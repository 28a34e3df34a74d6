"""The options of every Qt program, read without Qt: a mistake is reported before anything is loaded."""

from __future__ import annotations

import argparse
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from common.configuration.device_token import add_token_settings, device_token, token_file
from common.configuration.parser import OneOrMore, SettingsError, SettingsParser
from common.server.trust import HALL_CA_HELP, hall_authority

_SCREEN_ENV = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@dataclass(frozen=True)
class ShellOptions:
    """The options of every Qt program; `size_px` None means the whole screen, `place_px` its left top."""

    halls: tuple[str, ...]
    token: str
    language: str = "ar"
    screen_inches: float = 21.5
    size_px: tuple[int, int] | None = None
    picture: Path | None = None
    picture_delay_ms: int = 400
    place_px: tuple[int, int] | None = None
    screen: int = 0
    hall_ca: Path | None = None
    """The authority of the hall, trusted alone; None: those of the system."""
    token_file: Path | None = None
    """Where the token is kept, which its renewal writes; None: it came from elsewhere, and is not renewed."""


def add_shell_options(parser: SettingsParser, *, inches: float) -> None:
    """Declare the settings of ShellOptions; `inches` is the program's usual screen."""
    add = parser.add_setting
    add(
        "--hall",
        action=OneOrMore,
        default=[],
        needed=True,
        metavar="URL",
        help="address of the hall service; a second one is a stand-by",
    )
    add_token_settings(parser)
    add("--hall-ca", type=Path, metavar="FILE", help=HALL_CA_HELP)
    add("--language", default="ar", help="language shown first: ar, en; the board also both")
    add("--screen-inches", type=float, default=inches, metavar="N", help="diagonal of the screen, so that mm are real")
    add(
        "--screen",
        type=int,
        default=0,
        metavar="N",
        help="which of this machine's screens to cover, counted from 0; one program a screen",
    )
    add(
        "--size",
        default="",
        metavar="WxH[+X+Y]",
        help="show a window of this size in px, at this place, not the whole screen",
    )
    parser.add_argument(
        "--picture", type=Path, metavar="FILE", help="write a picture of the window after the first snapshot, and end"
    )
    parser.add_argument(
        "--picture-delay-ms", type=int, default=400, metavar="N", help="how long the window settles before it"
    )


def add_turned_screen(parser: SettingsParser) -> None:
    """Declare how the session of a screen that stands upright turns it; `deploy/screen/session.sh` asks for both."""
    parser.add_setting("--rotate", type=int, choices=(90, 270), help="turn a screen that stands upright, in degrees")
    parser.add_setting("--output", default="", metavar="NAME", help="its name, as wlr-randr shows it: HDMI-A-1")


def read_shell_options(given: argparse.Namespace) -> ShellOptions:
    """Return the options; raise SettingsError with all problems at once."""
    problems = [problem for problem in (_hall_problem(url) for url in given.hall) if problem]
    if not given.hall:
        problems.append("--hall is missing: give the hall service's address, as in --hall http://10.0.0.5:8080")
    token, token_problem = device_token(given)
    authority, authority_problem = hall_authority(given.hall_ca, given.token_file)
    size, place, size_problem = _size(given.size)
    problems += [problem for problem in (token_problem, authority_problem, size_problem) if problem]
    if not 3 <= given.screen_inches <= 200:
        problems.append(f"--screen-inches {given.screen_inches:g}: expected the diagonal of the screen, from 3 to 200")
    if given.screen < 0:
        problems.append(f"--screen {given.screen}: screens are counted from 0")
    if problems:
        raise SettingsError(problems)
    return ShellOptions(
        tuple(given.hall),
        token,
        given.language,
        given.screen_inches,
        size,
        given.picture,
        given.picture_delay_ms,
        place,
        given.screen,
        authority,
        token_file(given),
    )


def need_screen() -> None:
    """Raise SettingsError where this process has no screen: Qt would abort with a dump."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREEN_ENV):
        advice = "start it in a desktop session; for a --picture alone set QT_QPA_PLATFORM=offscreen"
        raise SettingsError([f"there is no screen here: {advice}"])


def _hall_problem(url: str) -> str:
    parts = urlsplit(url)
    good = parts.scheme in {"http", "https"} and parts.hostname
    return "" if good else f"--hall {url}: expected an address like http://10.0.0.5:8080"


def _size(text: str) -> tuple[tuple[int, int] | None, tuple[int, int] | None, str]:
    if not text:
        return None, None, ""
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})(?:\+(\d{1,5})\+(\d{1,5}))?", text)
    if found is None:
        return None, None, f"--size {text}: expected width and height in px, as in 1080x1920 or 1080x1920+0+40"
    place = (int(found[3]), int(found[4])) if found[3] else None
    return (int(found[1]), int(found[2])), place, ""
