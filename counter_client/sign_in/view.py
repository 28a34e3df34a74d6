"""The sign-in screen: the list of agents on the side where reading begins, the PIN beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_client.keyboard.shortcuts import key_name
from counter_client.sign_in.agent_list import AgentList
from counter_client.sign_in.presenter import PIN_DIGITS, SignInView
from counter_client.state.actions import Action
from counter_client.state.intents import Do, EraseDigit, PickAgent, TypeDigit
from counter_client.texts.texts import ACTIONS, say
from counter_client.widgets.button import Button, Look
from counter_client.widgets.label import Label
from counter_client.widgets.notice_strip import NoticeStrip
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.banner import Banner

PAD = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "erase")
PANEL_PX = 900
LOW_PX = 700
"""Below this height the number pad and the gaps are smaller; below a training's band they were cut."""
DOTS_PX = 50
KEY_PX, LARGE_KEY_PX = 38, 90
"""The number pad is as high as the list of names, between these."""


class SignInScreen(QWidget):
    """Agents by name, a number pad for the PIN; all of it by keyboard as well."""

    wished = Signal(object)  # counter_client.state.intents.Wish

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in")
        self._theme = theme
        self._language = language
        self._view: SignInView | None = None
        self._banner = Banner(theme, "sign_in_cut_off")
        self._hall, self._title = Label("section"), Label("title")
        self._other_language = Button(theme, Look.QUIET, "sign_in_language", 46)
        self._training = Button(theme, Look.QUIET, "training", 46)
        self._who, self._pin_title = Label("section"), Label("section")
        self._agents = AgentList(theme)
        self._dots = Label("dots", side="centre", name="pin_dots")
        self._dots.setFixedHeight(DOTS_PX)
        self._pad = {name: Button(theme, Look.PAD, f"pad_{name}", KEY_PX) for name in PAD}
        self._notice = NoticeStrip(language, "sign_in_notice")
        self._enter = Button(theme, Look.PRIMARY, "sign_in_button", 68)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout()
        column.addLayout(self._top())
        column.addLayout(self._middle(), 1)
        column.addWidget(self._notice)
        column.addWidget(self._enter)
        panel = QWidget()
        panel.setMaximumSize(PANEL_PX, 720)
        panel.setMinimumWidth(PANEL_PX)
        panel.setLayout(column)
        row = self._row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(panel)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._banner)
        outer.addLayout(row, 1)
        self._fit(low=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit pad and gaps to the height."""
        super().resizeEvent(event)
        self._fit(low=self.height() < LOW_PX)

    def _fit(self, *, low: bool) -> None:
        self._column.setSpacing(8 if low else 14)
        self._row.setContentsMargins(40, 6 if low else 20, 40, 6 if low else 20)

    def _top(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.addWidget(self._hall)
        names.addWidget(self._title)
        top = QHBoxLayout()
        top.addLayout(names, 1)
        self._other_language.setMaximumWidth(170)
        self._training.setMaximumWidth(190)
        top.addWidget(self._training, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._other_language, 0, Qt.AlignmentFlag.AlignTop)
        return top

    def _middle(self) -> QHBoxLayout:
        for title in (self._who, self._pin_title):
            title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        who, pin = QVBoxLayout(), QVBoxLayout()
        who.addWidget(self._who)
        who.addWidget(self._agents)
        for part in (self._pin_title, self._dots):
            pin.addWidget(part)
        pin.addWidget(self._pad_box(), 1)
        both = QHBoxLayout()
        both.setSpacing(36)
        for column, share in ((who, 5), (pin, 4)):
            column.setSpacing(10)
            both.addLayout(column, share)
        return both

    def _pad_box(self) -> QWidget:
        box = QWidget()
        # A number pad has the same places in every script.
        box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        pad = QGridLayout(box)
        pad.setContentsMargins(0, 0, 0, 0)
        pad.setSpacing(8)
        for at, button in enumerate(self._pad.values()):
            button.setMinimumHeight(KEY_PX)
            button.setMaximumHeight(LARGE_KEY_PX)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            pad.addWidget(button, at // 3, at % 3)
        return box

    def _connect(self) -> None:
        for name, button in self._pad.items():
            button.clicked.connect(lambda _=False, name=name: self.wished.emit(_pad_wish(name)))
        self._agents.picked.connect(lambda agent: self.wished.emit(PickAgent(agent)))
        self._enter.clicked.connect(lambda: self.wished.emit(Do(Action.SIGN_IN)))
        self._training.clicked.connect(lambda: self.wished.emit(Do(Action.TRAINING)))
        self._other_language.clicked.connect(lambda: self.wished.emit(Do(Action.LANGUAGE)))

    def show_view(self, view: SignInView) -> None:
        """Show names, dots and notice."""
        self._view = view
        self._banner.show_text(
            self.tr("Reconnecting. You can sign in when the connection is back.") if view.cut_off else ""
        )
        self._hall.show_text(view.hall_name)
        self._title.show_text(self._language.number(self.tr("Counter {n}").format(n=view.counter)))
        self._who.show_text(self.tr("Choose your name"))
        self._pin_title.show_text(self.tr("Your PIN"))
        self._other_language.show_button(say(ACTIONS[Action.LANGUAGE]), key_name(Action.LANGUAGE, primary=False))
        self._training.setVisible(view.training)
        self._training.show_button(say(ACTIONS[Action.TRAINING]), key_name(Action.TRAINING, primary=False))
        self._agents.show_agents(view.agents)
        self._dots.setText(" ".join("\u2022" * view.pin_length + "\u00b7" * (PIN_DIGITS - view.pin_length)))
        self._dots.setAccessibleName(str(view.pin_length))
        for name, button in self._pad.items():
            button.show_button(self._pad_text(name))
        self._notice.show_notice(view.notice)
        self._enter.show_button(self._enter_text(view), "Enter", enabled=view.ready)

    def _enter_text(self, view: SignInView) -> str:
        """Return what the main button does, or what must be done before it can be pressed."""
        if view.busy:
            return self.tr("One moment…")
        if view.ready:
            return say(ACTIONS[Action.SIGN_IN])
        chosen = any(row.chosen for row in view.agents)
        return self.tr("To sign in, enter your PIN") if chosen else self.tr("To sign in, choose your name first")

    def _pad_text(self, name: str) -> str:
        texts = {"clear": self.tr("Clear"), "erase": "⌫"}
        return texts.get(name) or self._language.number(name)


def _pad_wish(name: str) -> TypeDigit | EraseDigit:
    return TypeDigit(int(name)) if name.isdigit() else EraseDigit(everything=name == "clear")
