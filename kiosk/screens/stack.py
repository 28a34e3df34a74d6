"""All screens of the kiosk as bodies of its window, each imported and made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from kiosk.screens.before_ticket.information_view import InformationScreen
from kiosk.screens.help.view import AssistScreen
from kiosk.screens.keypad.view import KeypadScreen
from kiosk.screens.languages.view import LanguagesScreen
from kiosk.screens.out_of_service.texts import NoticeTexts
from kiosk.screens.out_of_service.view import NoticeScreen
from kiosk.screens.services.view import ServicesScreen
from kiosk.screens.staff.stack import StaffScreens
from kiosk.screens.ticket_taken.view import TicketScreen
from kiosk.screens.view_data.visitor import (
    AnotherView,
    AssistView,
    Body,
    ConsentView,
    InformationPage,
    KeypadView,
    KindsView,
    LanguagesView,
    LongWaitView,
    NoticeView,
    ServicesView,
    TicketView,
    WelcomeView,
)
from kiosk.screens.welcome.view import WelcomeScreen
from kiosk.screens.widgets.body_stack import Bodies
from kiosk.screens.widgets.sentences import Sentences
from qtkit.language.language import Language
from qtkit.look.theme import Theme

_Screen = TypeVar("_Screen", bound=QWidget)


class Screens(Bodies):
    """Shows one body of a KioskView; the signals tell what was done on any of its screens."""

    language_wanted = Signal(str)  # language tag
    priority_toggled = Signal()
    tile_chosen = Signal(str)  # key of a service, a category, an answer
    key_pressed = Signal(str)  # of a visitor's keypad
    print_again_wanted = Signal()
    assist_wanted = Signal(str)  # one of the switches of the help
    staff_key_pressed = Signal(str)  # of the PIN pad
    staff_act_wanted = Signal(str)
    staff_ticket_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        language: Language,
        sentences: Sentences,
        texts: NoticeTexts,
        zone: ZoneInfo,
        parent: QWidget | None = None,
        *,
        reception: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._sentences, self._texts = theme, language, sentences, texts
        self._zone, self._reception = zone, reception
        self._of: dict[type, Callable[[], Any]] = {
            WelcomeView: lambda: self.welcome,
            **dict.fromkeys((ServicesView, KindsView, LongWaitView, AnotherView, ConsentView), lambda: self.services),
            InformationPage: lambda: self.information,
            KeypadView: lambda: self.keypad,
            TicketView: lambda: self.ticket,
            NoticeView: lambda: self.notice,
            AssistView: lambda: self.assist,
            LanguagesView: lambda: self.languages,
        }

    def show_view(self, view: Body) -> None:
        """Show the body on its screen; a body that is not for visitors is shown on the staff's screen."""
        screen: Any = self._of.get(type(view), lambda: self.staff)()
        screen.show_view(view)
        self.setCurrentWidget(screen)

    def show_pages(self, pages: tuple[tuple[int, int], ...]) -> None:
        """Tell the ticket in which pages it is read."""
        if "ticket" in self.__dict__ and self.currentWidget() is self.ticket:
            self.ticket.show_pages(pages)

    def make_ready(self) -> None:
        """Make the screens that every visitor comes to, so that the first one waits for none of them."""
        self.services.ensurePolished()
        self.ticket.ensurePolished()

    def set_zone(self, zone: ZoneInfo) -> None:
        """Tell times in the hall's own zone."""
        self._zone = zone
        if "staff" in self.__dict__:
            self.staff.set_zone(zone)

    @property
    def pad(self) -> SignalInstance | None:
        """Return the signal of the pad that is shown, None where none is: what its keys stand for may be typed."""
        if "keypad" in self.__dict__ and self.keypad.isVisible():
            return self.key_pressed
        if "staff" in self.__dict__ and self.staff.pin.isVisible():
            return self.staff_key_pressed
        return None

    @cached_property
    def welcome(self) -> WelcomeScreen:
        """Where each visitor begins: the languages."""
        made = self._taken(WelcomeScreen(self._theme, self._language, self))
        made.language_chosen.connect(self.language_wanted)
        return made

    @cached_property
    def services(self) -> ServicesScreen:
        """Services, groups of them, kinds of visitors, and whether a long wait is taken: tiles."""
        made = self._taken(ServicesScreen(self._theme, self._language, self._sentences, self))
        made.chosen.connect(self.tile_chosen)
        made.priority_toggled.connect(self.priority_toggled)
        return made

    @cached_property
    def information(self) -> InformationScreen:
        """What to bring, before a ticket is given."""
        made = self._taken(InformationScreen(self._theme, self._language, self))
        made.chosen.connect(self.tile_chosen)
        return made

    @cached_property
    def keypad(self) -> KeypadScreen:
        """Where a visitor types a number."""
        made = self._taken(KeypadScreen(self._theme, self._language, self))
        made.key_pressed.connect(self.key_pressed)
        return made

    @cached_property
    def ticket(self) -> TicketScreen:
        """The ticket on the screen."""
        made = self._taken(TicketScreen(self._theme, self._language, self._sentences, self._texts, self))
        made.print_again_wanted.connect(self.print_again_wanted)
        return made

    @cached_property
    def notice(self) -> NoticeScreen:
        """Why there is no ticket now."""
        return self._taken(NoticeScreen(self._theme, self._language, self._texts, self, towards=self._reception))

    @cached_property
    def assist(self) -> AssistScreen:
        """The help a visitor may switch on."""
        made = self._taken(AssistScreen(self._theme, self._language, self))
        made.chosen.connect(self.assist_wanted)
        return made

    @cached_property
    def languages(self) -> LanguagesScreen:
        """All languages, where they are more than two."""
        made = self._taken(LanguagesScreen(self._theme, self._language, self))
        made.language_chosen.connect(self.language_wanted)
        return made

    @cached_property
    def staff(self) -> StaffScreens:
        """The staff's screens: a kiosk has them open a minute a week."""
        made = self._taken(StaffScreens(self._theme, self._language, self))
        made.set_zone(self._zone)
        made.key_pressed.connect(self.staff_key_pressed)
        made.act_wanted.connect(self.staff_act_wanted)
        made.ticket_wanted.connect(self.staff_ticket_wanted)
        return made

    def _taken(self, made: _Screen) -> _Screen:
        self.addWidget(made)
        return made
