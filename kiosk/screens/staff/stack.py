"""All screens of the staff's menu as one body of the window: which view goes to which of them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff.menu import StaffMenu
from kiosk.screens.staff.paper_guide import PaperGuide
from kiosk.screens.staff.pin_pad import PinPad
from kiosk.screens.staff.printer_status import PrinterStatusScreen
from kiosk.screens.staff.question import StaffQuestion
from kiosk.screens.staff.texts import StaffTexts
from kiosk.screens.view_data.staff import (
    GuideView,
    MenuView,
    PinView,
    QuestionView,
    ReprintView,
    StaffView,
    StatusView,
)
from kiosk.screens.widgets.body_stack import Bodies
from qtkit.language.language import Language
from qtkit.look.theme import Theme


class StaffScreens(Bodies):
    """`key_pressed(str)` of the PIN pad; `act_wanted(str)` of a tile or a button; `ticket_wanted(str)` a visit."""

    key_pressed = Signal(str)
    act_wanted = Signal(str)
    ticket_wanted = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = StaffTexts(language)
        self.pin = PinPad(theme, language, texts)
        self.menu = StaffMenu(theme, language, texts)
        self.guide = PaperGuide(theme, language, texts)
        self.status = PrinterStatusScreen(theme, language, texts)
        self.question = StaffQuestion(theme, language, texts)
        for screen in (self.pin, self.menu, self.guide, self.status, self.question):
            self.addWidget(screen)
        self.pin.key_pressed.connect(self.key_pressed)
        self.menu.act_chosen.connect(self.act_wanted)
        self.menu.ticket_chosen.connect(self.ticket_wanted)
        self.guide.next_wanted.connect(lambda: self.act_wanted.emit("paper_next"))
        self.question.answered.connect(self.act_wanted)

    def set_zone(self, zone: ZoneInfo) -> None:
        """Tell times in the hall's own zone."""
        self.menu.zone = self.status.zone = zone

    def show_view(self, view: StaffView) -> None:
        """Show `view` on the screen that it is for."""
        match view:
            case PinView():
                self.pin.show_view(view)
                self.setCurrentWidget(self.pin)
            case MenuView() | ReprintView():
                self.menu.show_view(view)
                self.setCurrentWidget(self.menu)
            case GuideView():
                self.guide.show_view(view)
                self.setCurrentWidget(self.guide)
            case StatusView():
                self.status.show_view(view)
                self.setCurrentWidget(self.status)
            case QuestionView():
                self.question.show_view(view)
                self.setCurrentWidget(self.question)
