"""Show a touched service in sign language first, where the visitor asks for it and the hall has a clip of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from contracts.settings.hall_view import ServiceView
from kiosk.accessibility.clip_files import sign_clips
from kiosk.accessibility.clip_view import SignClip
from kiosk.screens.window import KioskWindow
from kiosk.visitor.session import Session, Step
from qtkit.input.idle import IdleWatch
from qtkit.language.language import Language


class SignDesk(QObject):
    """`wanted(str)` is the service whose ticket is wanted after its clip."""

    wanted = Signal(str)

    def __init__(
        self, window: KioskWindow, language: Language, folder: Path, decoder: str, idle: IdleWatch, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._language = window, language
        self._folder, self._decoder, self._idle = folder, decoder, idle
        self._shown: SignClip | None = None
        # Who watches does not touch: the time stands still while the clip runs.
        self._patience = QTimer(self)
        self._patience.setObjectName("sign_patience")
        self._patience.setInterval(1000)
        self._patience.timeout.connect(self._wait)

    @property
    def shown(self) -> SignClip | None:
        """Return the clip that lies over the window now."""
        return self._shown

    def shows(self, session: Session, service: ServiceView) -> bool:
        """Show the clip of `service` and return True, or return False where there is none to show."""
        clip = sign_clips(self._folder).get(service.code) if session.assist.signed else None
        if clip is None or session.step is not Step.SERVICES:
            return False
        self.close()
        shown = self._shown = SignClip(self._window.theme, self._decoder, self._window)
        shown.taken.connect(lambda: self._take(service.code))
        shown.left.connect(self.close)
        shown.show_clip(self._language.pick(service.names), clip)
        self._patience.start()
        return True

    def follow(self, session: Session) -> None:
        """Go away with the screen that it lies over."""
        if session.step is not Step.SERVICES or not session.assist.signed:
            self.close()

    def close(self) -> None:
        """Show what lies below again."""
        shown, self._shown = self._shown, None
        self._patience.stop()
        if shown is not None:
            shown.close_clip()

    def _take(self, service: str) -> None:
        self.close()
        self.wanted.emit(service)

    def _wait(self) -> None:
        if self._shown is not None and self._shown.playing:
            self._idle.touch()
