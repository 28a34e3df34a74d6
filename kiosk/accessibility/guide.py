"""The spoken guide: speaks each new screen and each control that the keypad reaches; meanwhile no time-out runs."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.accessibility.keypad_walk import KeypadWalk
from kiosk.accessibility.speaker import Speaker
from kiosk.accessibility.spoken_screen import Spoken
from kiosk.screens.window import KioskWindow
from kiosk.visitor.session import Session
from qtkit.input.idle import IdleWatch


class GuidedKiosk(Protocol):
    """The parts of the kiosk that the guide uses: its window and the visitor's session."""

    window: KioskWindow

    @property
    def session(self) -> Session:
        """Return the session of the visitor at the screen."""


class Guide(QObject):
    """Speaks while the visitor's session has the guide switched on; the keys `speak` and `repeat` switch it on, too."""

    def __init__(
        self, kiosk: GuidedKiosk, walk: KeypadWalk, speaker: Speaker, spoken: Spoken, idle: IdleWatch, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kiosk, self._walk, self._speaker, self._spoken, self._idle = kiosk, walk, speaker, spoken, idle
        self._said: tuple[object, ...] = ()
        self._before: tuple[str, ...] = ()
        self._wanted = False
        walk.pressed.connect(self._act_on_key)
        speaker.saying.connect(self._show_caption)
        kiosk.window.shown.connect(self._speak_screen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._speak_control)
        # Speaking counts as activity: otherwise the countdown to the end of the session would interrupt it.
        self._patience = QTimer(self)
        self._patience.setObjectName("guide_patience")
        self._patience.setInterval(1000)
        self._patience.timeout.connect(self._stay_active)

    def _stay_active(self) -> None:
        if self._speaker.speaking:
            self._idle.touch()

    def _act_on_key(self, act: str) -> None:
        on = self._kiosk.session.assist.spoken
        if act in {"speak", "repeat"} and not on:
            self._kiosk.window.assist_wanted.emit("spoken")
        elif on and act in {"repeat", "speak"}:
            self._speaker.again()
        elif on and act == "louder":
            self._speaker.louder()

    def _speak_screen(self) -> None:
        """Speak a new screen; stop when the visitor has left or has switched the guide off."""
        session, window = self._kiosk.session, self._kiosk.window
        if not session.assist.spoken:
            if self._wanted:
                self._wanted = False
                self._patience.stop()
                self._speaker.end()
            self._said = ()
            return
        if not self._wanted:
            self._wanted = True
            self._patience.start()
        said = self._screen()
        if said != self._said:
            self._said = said
            self._speaker.say(self._spoken.screen())
        elif window.cover() is None and (news := self._spoken.news(self._before)):
            self._speaker.add(news)
        self._before = self._spoken.changing()

    def _screen(self) -> tuple[object, ...]:
        """Return what identifies a screen, without the countdown, which changes each second but is spoken once."""
        session, window = self._kiosk.session, self._kiosk.window
        body, cover = window.bodies.currentWidget(), window.cover()
        answer = cover.accessibleName() if cover is not None and cover is not window.time_notice else ""
        place = (session.step, session.zone, session.category, session.ticket)
        return type(body), type(cover), answer, session.language, *place

    def _speak_control(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not self._wanted or not isinstance(now, QAbstractButton) or self._kiosk.window.keyboard.changing:
            return
        if self._screen()[1:3] != self._said[1:3]:
            self._speak_screen()  # a message that covers the screen has moved the focus
        else:
            self._before = self._spoken.changing()
            stops = self._walk.stops()
            if now in stops:
                self._speaker.say(self._spoken.control(now, stops.index(now) + 1, len(stops)))

    def _show_caption(self, text: str) -> None:
        self._kiosk.window.caption.show_text(text if self._wanted else "")
