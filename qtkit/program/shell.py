"""Start a Qt program of the hall: its application object, its one of each, and a picture of its window on request."""

from __future__ import annotations

import logging
import signal
from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QObject, QPoint, QRect, SignalInstance
from PySide6.QtGui import QScreen
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtWidgets import QApplication, QWidget

from common.design_tokens import Palette
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from qtkit.hall.live_link import HallLink
from qtkit.hall.network import network_of_program
from qtkit.hall.token_renewal import TokenRenewal
from qtkit.hall.trust import trust_only
from qtkit.language.language import Language
from qtkit.look.theme import DAY, Theme, load_fonts
from qtkit.program.garbage import GuiGarbage
from qtkit.program.options import ShellOptions
from qtkit.program.window_picture import WindowPicture

log = logging.getLogger(__name__)


class Shell(QObject):
    """What a running program has one of: application, theme, language, addresses, live link and calls.

    What speaks to the hall is made when it is first asked for.
    """

    def __init__(
        self, program: str, options: ShellOptions, *, palette: Palette = DAY, app: QApplication | None = None
    ) -> None:
        super().__init__()
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
        if options.hall_ca:
            trust_only(options.hall_ca)

    @cached_property
    def network(self) -> QNetworkAccessManager:
        """The program's one way to the network."""
        return network_of_program()

    @cached_property
    def link(self) -> HallLink:
        """The live link to the hall, not started yet."""
        return HallLink(self.addresses, self.options.token, self.network, parent=self)

    @cached_property
    def calls(self) -> HallCalls:
        """The questions and requests to the hall."""
        return HallCalls(self.addresses, self.options.token, self.network, parent=self)

    @cached_property
    def renewal(self) -> TokenRenewal:
        """What renews the device's token, not started yet."""
        return TokenRenewal(self.calls, self.options.token, self.options.token_file, self)

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
        picture = WindowPicture(self.app, window, self.options.picture, settle_ms=self.options.picture_delay_ms)
        picture.take_after(ready or self.link.snapshot)

    def run(self) -> int:
        """Run the event loop until the program ends it, or Ctrl-C; return the exit code."""
        # Python's own handler raises KeyboardInterrupt in the slot that runs next, where it ends nothing.
        before = signal.signal(signal.SIGINT, lambda *_: self.app.exit(0))
        try:
            return int(self.app.exec())
        finally:
            signal.signal(signal.SIGINT, before)

    def withdraw(self) -> None:
        """Hang up and leave the application as it was; for programs that share one, as tests do."""
        if "renewal" in self.__dict__:
            self.renewal.stop()
        if "link" in self.__dict__:
            self.link.stop()
        self.language.withdraw()
        self.garbage.release()


def application(program: str) -> QApplication:
    """Return the QApplication, made now or by an earlier caller; its name is the program's."""
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
