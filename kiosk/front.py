"""The face of a kiosk: application, window and first screen, painted before the rest of the kiosk is even read."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kiosk.presenters.first_screen import derive_first_screen
from kiosk.views.window import KioskWindow
from qtkit.first_paint import FirstPaint
from qtkit.full_screen import FullScreen
from qtkit.shell import Shell
from qtkit.shell_options import ShellOptions


class Front(QObject):
    """A kiosk's shell and window, which shows what a kiosk shows while it knows nothing."""

    ready = Signal()  # once, when hall and printer have both been heard of: the screen is worth a picture

    def __init__(self, options: ShellOptions) -> None:
        super().__init__()
        self.shell = Shell("kiosk", options)
        self.window = KioskWindow(self.shell.theme, self.shell.language)
        self.window.show_view(derive_first_screen(options.language, self.shell.language.available()))

    @property
    def shown(self) -> bool:
        """Whether the window is on the screen."""
        return self.window.isVisible()

    def cover_screen(self) -> None:
        """Let nobody close the window, and hide the pointer."""
        FullScreen(self.window, hide_pointer=True)

    def show(self) -> None:
        """Show the window, and return once it is painted."""
        paint = FirstPaint(self.window)
        self.shell.show(self.window, self.ready)
        paint.wait()
