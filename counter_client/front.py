"""The face of a counter program: its window with the sign-in, painted before the rest of it is even read."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_client.config import WINDOW_PX
from counter_client.presenters.first_screen import derive_first_screen
from counter_client.views.window import CounterWindow
from qtkit.first_paint import FirstPaint
from qtkit.shell import Shell
from qtkit.theme import Theme


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

    @property
    def shown(self) -> bool:
        """Whether the window is on the screen."""
        return self.window.isVisible()

    def show(self) -> None:
        """Show the window in the asked or its usual size, and return once it is painted."""
        self.window.resize(*(self.shell.options.size_px or WINDOW_PX))
        self.shell.put_in_place(self.window)
        paint = FirstPaint(self.window)
        self.window.show()
        self.shell.take_picture(self.window, self.ready)
        paint.wait()
