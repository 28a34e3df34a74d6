"""The window of a counter program, with the sign-in that it shows first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_client.config import WINDOW_PX
from counter_client.sign_in.first_screen import derive_first_screen
from counter_client.window.view import CounterWindow
from qtkit.input.held_keys import HeldKeys
from qtkit.look.theme import Theme
from qtkit.program.shell import Shell

FRAME_PX = 40
"""Room for the title and the edges of a window; what they take is known only once it is shown."""


def counter_theme(inches: float) -> Theme:
    """Return the look of a window on an agent's table: type sizes do not grow with the screen, 60 cm away."""
    return Theme(*WINDOW_PX, inches)


class Front(QObject):
    """A counter's window, which shows what a counter shows while it knows nothing."""

    ready = Signal()  # the hall has told how it stands: the screen is worth a picture

    def __init__(self, shell: Shell, counter: int) -> None:
        super().__init__()
        self.shell = shell
        self.window = CounterWindow(counter_theme(shell.options.screen_inches), shell.language)
        self.window.show_sign_in(derive_first_screen(counter))
        # Each stage of a visit needs its key released: one that is held must not finish one visitor after another.
        self._held_keys = HeldKeys(shell.app, self)

    @property
    def shown(self) -> bool:
        """Whether the window is on the screen."""
        return self.window.isVisible()

    def show(self) -> None:
        """Show the window in the asked or its usual size.

        On a screen that is too small for the usual size the window takes all of it: its last buttons lie at its end.
        """
        self.window.resize(*(self.shell.options.size_px or WINDOW_PX))
        self.shell.put_in_place(self.window)
        if self.shell.options.size_px is None and not self._has_room():
            self.window.showMaximized()
        else:
            self.window.show()
        self.shell.take_picture(self.window, self.ready)

    def _has_room(self) -> bool:
        """Whether the screen has room for the usual size and the frame that the desktop puts around it."""
        room = self.shell.screen.availableSize()
        return room.width() >= WINDOW_PX[0] + FRAME_PX and room.height() >= WINDOW_PX[1] + FRAME_PX
