"""Watch the screen's touches before any control gets them, and report when the kiosk must pause."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QInputDevice, QMouseEvent
from PySide6.QtWidgets import QWidget

from kiosk.device.touch_guard import TouchGuard

_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
"""A window gets a double click beside the second press, not instead of it."""
_RELEASES = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel})
_MOUSE = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease})


class TouchWatch(QObject):
    """`changed(str, object)`: why the kiosk must pause, "" when it may go on; and the seconds until then, or None."""

    changed = Signal(str, object)

    def __init__(
        self,
        now_s: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now_s = now_s
        self._window: QWidget | None = None
        self._guard = TouchGuard()
        self._told: tuple[str, int | None] = ("", None)

    def watch(self, window: QWidget) -> None:
        """Feel what reaches a shown window from outside (qtkit.input.idle says why it is the window alone)."""
        self._window = window
        if (handle := window.windowHandle()) is not None:
            handle.installEventFilter(self)

    def stop(self) -> None:
        """Stop watching: the object that receives the touches may not exist any more."""
        if self._window is not None and (handle := self._window.windowHandle()) is not None:
            handle.removeEventFilter(self)
        self._window = None

    def forgive(self) -> None:
        """Forget what was felt: staff are at the screen."""
        self._take(self._guard.fresh(self._now_s()))

    def look(self) -> None:
        """See whether the kiosk must pause, or may go on; to be called now and then."""
        self._take(self._guard.looked(self._now_s()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt gives both
        """Take note of what reaches the window from outside, once each, and let it pass."""
        kind = event.type()
        if (kind in _PRESSES or kind in _RELEASES) and not _made_of_touch(event):
            felt = self._guard.pressed if kind in _PRESSES else self._guard.released
            self._guard = felt(self._now_s())
            self.look()
        return False

    def _take(self, guard: TouchGuard) -> None:
        self._guard = guard
        news = guard.why, guard.calm_in_s(self._now_s())
        if news != self._told:
            self._told = news
            self.changed.emit(*news)


def _made_of_touch(event: QEvent) -> bool:
    """Return whether Qt made this mouse event of a touch that was counted already."""
    return (
        event.type() in _MOUSE
        and isinstance(event, QMouseEvent)
        and event.deviceType() is QInputDevice.DeviceType.TouchScreen
    )
