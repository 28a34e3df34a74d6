"""The strip at the foot: the way back at the leading end, the priority switch beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from common.text.digits import isolated
from kiosk.screens.widgets.priority_switch import PrioritySwitch, row_px
from kiosk.visitor.session import PhoneState
from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton


def has_head_buttons(theme: Theme) -> bool:
    """Return whether help and language lie at the foot: on an upright screen the head is above a wheelchair's reach."""
    return theme.reach or theme.portrait


@dataclass(frozen=True)
class FootView:
    """The way back (as "Done" where a ticket was given), the priority switch, the button for messages (None: none)."""

    back: bool = False
    priority: bool | None = None
    done: bool = False
    phone: PhoneState | None = None
    phone_shown: str = ""


class Footer(QWidget):
    """`back_wanted` and the others by touch or key; parts that are not shown leave their place empty."""

    back_wanted = Signal()
    priority_toggled = Signal()
    phone_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = FootView()
        self._taken: tuple[QWidget, ...] = ()
        self._row_px = row_px(theme)
        self.back = ActionButton(theme, "back_button", "quiet")
        self.priority = PrioritySwitch(theme)
        self.back.clicked.connect(self.back_wanted)
        self.priority.clicked.connect(self.priority_toggled)
        self.phone = ActionButton(theme, "phone_button", "quiet")
        self.phone.clicked.connect(self.phone_wanted)
        self.phone.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for button in (self.back, self.phone):
            # Large words take their own width: a wide way back would leave its neighbour too little.
            button.setMinimumSize(theme.touch_px if theme.large else theme.px(280), row_px(theme))
        gap = max(theme.touch_gap_px, theme.px(24))
        layout = self._rows = QVBoxLayout(self)
        edge = theme.px(40)
        layout.setContentsMargins(edge, theme.px(8), edge, theme.px(10 if theme.reach else 30))
        layout.setSpacing(gap)
        foot = self._foot = QHBoxLayout()
        foot.setSpacing(gap)
        foot.addWidget(self.back)
        foot.addStretch(0 if theme.reach else 1)  # within reach the words need all the width
        if theme.portrait:  # beside the way back, help and language its words would have to be small
            layout.addWidget(self.phone)
        else:
            foot.addWidget(self.phone, stretch=4)
        # An upright screen is too narrow for both in one row.
        if theme.portrait:
            layout.addWidget(self.priority)
        else:
            foot.addWidget(self.priority, stretch=3)
        layout.addLayout(foot)

    def take(self, *buttons: QWidget) -> None:
        """Take the head's buttons in (`has_head_buttons`)."""
        self._taken = buttons
        for button in buttons:
            button.setMinimumSize(max(button.minimumWidth(), self._row_px), self._row_px)
            self._foot.addWidget(button)

    def show_view(self, view: FootView) -> None:
        """Show what the screen above has."""
        self._shown = view
        self.back.setVisible(view.back)
        self.back.set_label(self.tr("Done") if view.done else self.tr("Back"))
        self.back.set_kind("primary" if view.done else "quiet")
        self.priority.setVisible(view.priority is not None)
        taken = any(not button.isHidden() for button in self._taken)
        self.setVisible(view.back or view.priority is not None or taken)
        self.priority.show_state(on=bool(view.priority))
        self.phone.setVisible(view.phone is not None)
        self.phone.setEnabled(view.phone is not PhoneState.SENDING)
        self.phone.set_label(self._phone_text(view))
        self._rows.activate()  # now, not with the next event: what is left for the screen depends on it

    def _phone_text(self, view: FootView) -> str:
        match view.phone:
            case PhoneState.KEPT:
                #: On the button beside a ticket: %1 is the masked number.
                text = self.tr("Messages will go to %1. Touch to cancel")
                return text.replace("%1", isolated(view.phone_shown))
            case PhoneState.SENDING:
                return self.tr("One moment")
            case PhoneState.FAILED:
                return self.tr("The number was not saved. Touch to try again")
        return self.tr("Message me when my turn is near")

    def changeEvent(self, event: QEvent) -> None:
        """Show the same parts in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_view(self._shown)
        super().changeEvent(event)
