"""The spoken guide: what the keypad comes to is said, each new screen is said, and the time stands still meanwhile."""

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
    """What the guide needs of a kiosk: its window, and where the visitor is."""

    window: KioskWindow

    @property
    def session(self) -> Session:
        """Return where the visitor at the screen is."""


class Guide(QObject):
    """Speaks while the visitor's session wants it; the first visitor to press `speak` or `repeat` switches it on."""

    def __init__(
        self, kiosk: GuidedKiosk, walk: KeypadWalk, speaker: Speaker, spoken: Spoken, idle: IdleWatch, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kiosk, self._walk, self._speaker, self._spoken, self._idle = kiosk, walk, speaker, spoken, idle
        self._said: tuple[object, ...] = ()
        self._before: tuple[str, ...] = ()
        self._wanted = False
        walk.pressed.connect(self._press)
        speaker.saying.connect(self._caption)
        kiosk.window.shown.connect(self._follow)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focused)
        # While something is said nobody is idle: the announcement of the end would break into it.
        self._patience = QTimer(self)
        self._patience.setObjectName("guide_patience")
        self._patience.setInterval(1000)
        self._patience.timeout.connect(self._wait)

    def _wait(self) -> None:
        if self._speaker.speaking:
            self._idle.touch()

    def _press(self, act: str) -> None:
        on = self._kiosk.session.assist.spoken
        if act in {"speak", "repeat"} and not on:
            self._kiosk.window.assist_wanted.emit("spoken")
        elif on and act in {"repeat", "speak"}:
            self._speaker.again()
        elif on and act == "louder":
            self._speaker.louder()

    def _follow(self) -> None:
        """Say a screen when it comes; fall silent when the visitor is gone or wants no more of it."""
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
        """Return what makes a screen another one. The last seconds are counted once a second, and announced once."""
        session, window = self._kiosk.session, self._kiosk.window
        body, cover = window.bodies.currentWidget(), window.cover()
        answer = cover.accessibleName() if cover is not None and cover is not window.time_notice else ""
        place = (session.step, session.zone, session.category, session.ticket)
        return type(body), type(cover), answer, session.language, *place

    def _focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not self._wanted or not isinstance(now, QAbstractButton) or self._kiosk.window.keyboard.changing:
            return
        if self._screen()[1:3] != self._said[1:3]:
            self._follow()  # an answer that came over the screen has put the keyboard there
        else:
            self._before = self._spoken.changing()
            stops = self._walk.stops()
            if now in stops:
                self._speaker.say(self._spoken.control(now, stops.index(now) + 1, len(stops)))

    def _caption(self, text: str) -> None:
        self._kiosk.window.caption.show_text(text if self._wanted else "")
