"""Start a Qt program of the hall: its options, its application object, and a picture of its window on request."""

from __future__ import annotations

import argparse
import logging
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QPoint, QRect, SignalInstance
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from qtkit.garbage import GuiGarbage
from qtkit.hall_addresses import HallAddresses
from qtkit.language import Language
from qtkit.large_blocks import give_large_blocks_back
from qtkit.theme import DAY, Palette, Theme, load_fonts
from qtkit.unread_sources import leave_sources_unread

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkAccessManager

    from qtkit.hall_calls import HallCalls
    from qtkit.hall_link import HallLink

log = logging.getLogger(__name__)

_SCREEN_ENV = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
TOKEN_ENV = "DAWR_TOKEN"  # noqa: S105 - the name of a variable, not a token


class OptionsError(ValueError):
    """The command line is wrong; the message has one problem a line, each with what to do."""


@dataclass(frozen=True)
class ShellOptions:
    """What every Qt program is told at its start; `size_px` None means the whole screen, `place_px` its left top."""

    halls: tuple[str, ...]
    token: str
    language: str = "ar"
    screen_inches: float = 21.5
    size_px: tuple[int, int] | None = None
    picture: Path | None = None
    picture_delay_ms: int = 400
    place_px: tuple[int, int] | None = None
    screen: int = 0


def add_shell_options(parser: argparse.ArgumentParser, *, inches: float) -> None:
    """Add the options of ShellOptions to a program's parser; `inches` is its usual screen."""
    parser.add_argument(
        "--hall", action="append", default=[], metavar="URL", help="address of the hall service; again for a stand-by"
    )
    parser.add_argument(
        "--token", default="", help=f"the device's token (or the variable {TOKEN_ENV}, or --token-file)"
    )
    parser.add_argument("--token-file", type=Path, metavar="FILE", help="file that holds the device's token")
    parser.add_argument("--language", default="ar", help="language shown first: ar or en")
    parser.add_argument(
        "--screen-inches", type=float, default=inches, metavar="N", help="diagonal of the screen, so that mm are real"
    )
    parser.add_argument(
        "--screen", type=int, default=0, metavar="N", help="which of this machine's screens to cover; 0 is the first"
    )
    parser.add_argument(
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


def read_shell_options(given: argparse.Namespace) -> ShellOptions:
    """Return the options; raise OptionsError with all problems at once."""
    problems = [problem for problem in (_hall_problem(url) for url in given.hall) if problem]
    if not given.hall:
        problems.append("--hall is missing: give the hall service's address, as in --hall http://10.0.0.5:8080")
    token, token_problem = _token(given)
    size, place, size_problem = _size(given.size)
    problems += [problem for problem in (token_problem, size_problem) if problem]
    if not 3 <= given.screen_inches <= 200:
        problems.append(f"--screen-inches {given.screen_inches:g}: expected the diagonal of the screen, from 3 to 200")
    if given.screen < 0:
        problems.append(f"--screen {given.screen}: screens are counted from 0")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREEN_ENV):
        # Qt would abort with a dump and the advice to install it again.
        problems.append(
            "there is no screen here: start it in a desktop session; for a --picture alone set "
            "QT_QPA_PLATFORM=offscreen"
        )
    if problems:
        raise OptionsError("\n".join(problems))
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
    )


def _hall_problem(url: str) -> str:
    parts = urlsplit(url)
    good = parts.scheme in {"http", "https"} and parts.hostname
    return "" if good else f"--hall {url}: expected an address like http://10.0.0.5:8080"


def _token(given: argparse.Namespace) -> tuple[str, str]:
    token = given.token or os.environ.get(TOKEN_ENV, "")
    if given.token_file is not None and not token:
        try:
            token = given.token_file.read_text(encoding="utf-8").strip()
        except OSError as error:
            return "", f"--token-file {given.token_file}: {error.strerror}"
    if not token:
        return "", "the device's token is missing: give --token-file, made when the device was paired"
    return token, "" if token.isascii() and token.isprintable() else "the token holds characters no token has"


def _size(text: str) -> tuple[tuple[int, int] | None, tuple[int, int] | None, str]:
    if not text:
        return None, None, ""
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})(?:\+(\d{1,5})\+(\d{1,5}))?", text)
    if found is None:
        return None, None, f"--size {text}: expected width and height in px, as in 1080x1920 or 1080x1920+0+40"
    place = (int(found[3]), int(found[4])) if found[3] else None
    return (int(found[1]), int(found[2])), place, ""


class Shell(QObject):
    """What a running program has one of: application, theme, language, addresses, live link and calls.

    What speaks to the hall is read and made when it is first asked for: the first picture of a window needs none of it.
    """

    def __init__(
        self, program: str, options: ShellOptions, *, palette: Palette = DAY, app: QApplication | None = None
    ) -> None:
        super().__init__()
        give_large_blocks_back()
        leave_sources_unread()
        self.app = app or application(program)
        self.options = options
        load_fonts()
        self.screen = _screen(self.app, options.screen)
        self.theme = self._theme(palette)
        self.app.setFont(self.theme.font("body"))
        self.language = Language(self.app, program)
        self.language.show(options.language)
        self.garbage = GuiGarbage(self)
        self.addresses = HallAddresses(options.halls)

    @cached_property
    def network(self) -> QNetworkAccessManager:
        """The program's one way to the network."""
        from qtkit.network import network_of_program

        return network_of_program()

    @cached_property
    def link(self) -> HallLink:
        """The live link to the hall, not started yet."""
        from qtkit.hall_link import HallLink

        return HallLink(self.addresses, self.options.token, self.network, parent=self)

    @cached_property
    def calls(self) -> HallCalls:
        """The questions and requests to the hall."""
        from qtkit.hall_calls import HallCalls

        return HallCalls(self.addresses, self.options.token, self.network, parent=self)

    def _theme(self, palette: Palette) -> Theme:
        screen = self.screen.size()
        width, height = self.options.size_px or (screen.width(), screen.height())
        return Theme(width, height, self.options.screen_inches, palette)

    def show(self, window: QWidget, ready: SignalInstance | None = None) -> None:
        """Show the window in the asked size or over the whole screen; take the asked picture, and end, in time.

        The picture waits for `ready` (emitted when the screen is worth one), or for the first snapshot.
        """
        if self.options.size_px is not None:
            window.setFixedSize(*self.options.size_px)
            self.put_in_place(window)
            window.show()
        else:
            window.setGeometry(self.screen.geometry())
            window.showFullScreen()
        self.take_picture(window, ready)

    def put_in_place(self, window: QWidget) -> None:
        """Move the window to the asked place, or as near as it lies whole on a screen; nothing where none is asked."""
        if self.options.place_px is not None:
            asked = QRect(QPoint(*self.options.place_px), window.size())
            screen = self.app.screenAt(asked.topLeft()) or self.app.primaryScreen()
            window.move(whole_on(screen.availableGeometry(), asked))

    def take_picture(self, window: QWidget, ready: SignalInstance | None) -> None:
        """Write the asked picture after `ready`, or the first snapshot, and the time for settling, then end.

        Nothing where none is asked.
        """
        if self.options.picture is None:
            return
        from qtkit.window_picture import WindowPicture

        picture = WindowPicture(self.app, window, self.options.picture, settle_ms=self.options.picture_delay_ms)
        picture.take_after(ready or self.link.snapshot)

    def withdraw(self) -> None:
        """Hang up and leave the application as it was; for programs that share one, as tests do."""
        if "link" in self.__dict__:
            self.link.stop()
        self.language.withdraw()
        self.garbage.release()


def application(program: str) -> QApplication:
    """Return the QApplication, made now or by whoever came first; its name is the program's."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(_arguments(program))
    app.setApplicationName(program)
    app.setOrganizationName("dawr")
    return app


def _arguments(program: str) -> Sequence[str]:
    # The style by its name: setStyle() answers with the style, for which PySide builds a type of 600 names.
    return [program, "-style", "fusion"]


def _screen(app: QApplication, number: int) -> QScreen:
    """Return the screen with this number, or the first where it is not there (a cable that was pulled)."""
    screens = app.screens()
    if number >= len(screens):
        log.warning("there is no screen %d here, only %d: the first one is used", number, len(screens))
        return app.primaryScreen()
    return screens[number] if number else app.primaryScreen()


def whole_on(screen: QRect, asked: QRect) -> QPoint:
    """Return where a window of this size lies whole on the screen, nearest to the place (too large: at its start)."""
    left = max(screen.left(), min(asked.left(), screen.left() + screen.width() - asked.width()))
    top = max(screen.top(), min(asked.top(), screen.top() + screen.height() - asked.height()))
    return QPoint(left, top)
