"""The kiosk's window: header, the body of the moment, footer, and the announcement of the end."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from kiosk.screens.frame.caption import Caption
from kiosk.screens.frame.footer import Footer, FootView, has_head_buttons
from kiosk.screens.frame.header import Header
from kiosk.screens.frame.keyboard_focus import KeyboardPlace
from kiosk.screens.frame.reading import Reading
from kiosk.screens.frame.tab_order import put_in_order
from kiosk.screens.frame.time_notice import TimeNotice
from kiosk.screens.help.view import AssistScreen
from kiosk.screens.out_of_service.texts import NoticeTexts
from kiosk.screens.stack import Screens
from kiosk.screens.view_data.visitor import (
    AssistView,
    InformationPage,
    KindsView,
    KioskView,
    LongWaitView,
    NoticeView,
    ServicesView,
    TicketView,
)
from kiosk.screens.widgets.key_pad import key_of
from kiosk.screens.widgets.sentences import Sentences
from kiosk.visitor.help_options import HELP, LANGUAGES
from kiosk.visitor.keypad_input import ENTER
from qtkit.language.language import Language
from qtkit.look.looks import TEXT_STEPS, Looks
from qtkit.look.theme import Theme
from qtkit.widgets.focus_ring import FocusRing
from qtkit.widgets.painting import painting


class KioskWindow(QWidget):
    """Shows one KioskView. Signals tell what the visitor did; nothing is decided here."""

    language_wanted = Signal(str)  # language tag
    tile_chosen = Signal(str)  # key of a service, a category or a visitor kind
    back_wanted = Signal()
    priority_toggled = Signal()
    more_time_wanted = Signal()
    print_again_wanted = Signal()
    phone_wanted = Signal()
    key_pressed = Signal(str)  # of a visitor's keypad
    emblem_touched = Signal()
    assist_wanted = Signal(str)  # a page, or one of the switches
    staff_wanted = Signal()  # by key
    staff_key_pressed = Signal(str)  # of the PIN pad
    staff_act_wanted = Signal(str)
    staff_ticket_wanted = Signal(str)
    shown = Signal()  # a view was shown

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None, *, reception: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_window")
        self._plain, self._theme, self._language, self._reception = theme, theme, language, reception
        self.sentences, self.texts = Sentences(language), NoticeTexts()
        self._zone = ZoneInfo("Asia/Muscat")
        self._emblems: dict[str, bytes] = {}
        self.focus_ring = FocusRing(self, lambda: self._theme)
        self.keyboard = KeyboardPlace(self)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._build()

    @property
    def theme(self) -> Theme:
        """Return the tokens that the parts are made from now."""
        return self._theme

    def _build(self) -> None:
        """Make all parts from the theme. Sizes are baked into them: other looks mean other parts."""
        theme, language = self._theme, self._language
        self._stage = QWidget(self)
        self.header = Header(theme, language)
        for ground, file in self._emblems.items():
            self.header.show_emblem(ground, file)
        self.footer, self.caption = Footer(theme), Caption(theme)
        if has_head_buttons(theme):
            self.footer.take(self.header.assist, self.header.button)
        self.time_notice = TimeNotice(theme, self.sentences, self._stage)
        self.bodies = Screens(theme, language, self.sentences, self.texts, self._zone, reception=self._reception)
        self.bodies.currentChanged.connect(lambda _: self.bodies.updateGeometry())
        self._lay_out()
        self.set_zone(self._zone.key)
        self._connect()

    def show_emblem(self, ground: str, file: bytes) -> None:
        """Show the ministry's emblem for a `light` or `dark` ground in every look; b"" for none."""
        self._emblems[ground] = file
        self.header.show_emblem(ground, file)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self._stage)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self.reading = Reading(self._theme, self.bodies)
        self.reading.parted.connect(self.bodies.show_pages)
        layout.addWidget(self.reading, stretch=1)
        layout.addWidget(self.caption)
        layout.addWidget(self.footer)
        self._room.addWidget(self._stage)

    def _connect(self) -> None:
        self.header.language_wanted.connect(self.language_wanted)
        self.header.assist_wanted.connect(lambda: self.assist_wanted.emit(HELP))
        self.header.languages_wanted.connect(lambda: self.assist_wanted.emit(LANGUAGES))
        self.bodies.language_wanted.connect(self.language_wanted)
        self.bodies.tile_chosen.connect(self.tile_chosen)
        self.bodies.priority_toggled.connect(self.priority_toggled)
        self.bodies.key_pressed.connect(self.key_pressed)
        self.bodies.assist_wanted.connect(self.assist_wanted)
        self.bodies.print_again_wanted.connect(self.print_again_wanted)
        self.bodies.staff_key_pressed.connect(self.staff_key_pressed)
        self.bodies.staff_act_wanted.connect(self.staff_act_wanted)
        self.bodies.staff_ticket_wanted.connect(self.staff_ticket_wanted)
        self.footer.phone_wanted.connect(self.phone_wanted)
        self.footer.back_wanted.connect(self.back_wanted)
        self.footer.priority_toggled.connect(self.priority_toggled)
        self.time_notice.more_time_wanted.connect(self.more_time_wanted)
        self.header.emblem_touched.connect(self.emblem_touched)

    def _wear(self, looks: Looks) -> None:
        """Make the parts again where other looks are asked for."""
        theme = self._plain.in_looks(looks)
        if theme == self._theme:
            return
        self._theme, worn = theme, self._stage
        self._room.removeWidget(worn)
        worn.hide()
        worn.deleteLater()  # not now: it may be one of its buttons that asked
        self._build()
        self._stage.show()
        self._room.activate()

    def _fit(self) -> None:
        """Part large text into pages, once header and footer have taken their room."""
        layout = self._stage.layout()
        if self._theme.large and layout is not None:
            layout.activate()
        self.reading.fit()

    def show_view(self, view: KioskView) -> None:
        """Show `view`, first of all in its language."""
        self._language.set_digits(view.digits)
        if self._language.tag != view.language:
            self._language.show(view.language)
        theme = self._theme
        self.keyboard.begin()
        self._wear(view.looks)
        self.header.show_view(view.header)
        self.bodies.show_view(view.body)
        if isinstance(view.body, AssistView) and not self._theme.reach:
            self.bodies.assist.begin_grid_at(self._switches_top(view, view.body), self.width())
        self._show_foot(view)
        self._fit()
        put_in_order(self, (self.header, self.bodies, self.reading.buttons, self.footer))
        self.keyboard.end(view, made_anew=self._theme is not theme)
        self.focus_ring.look()
        self.shown.emit()

    def _switches_top(self, view: KioskView, body: AssistView) -> int:
        """Return where the switches begin in the largest text, px below the header of now.

        In every size they begin there: a second touch of "Larger text" must not land beside it.
        """
        largest = self._plain.in_looks(replace(view.looks, text_percent=TEXT_STEPS[-1]))
        header, screen = Header(largest, self._language), AssistScreen(largest, self._language)
        header.show_view(view.header)
        screen.show_view(body)
        top = header.minimumHeight() + screen.grid_top(self.width()) - self.header.minimumHeight()
        header.deleteLater()
        screen.deleteLater()
        return top

    def cover(self) -> QWidget | None:
        """Return what lies over the screen now: an answer to a scan, or the announcement of the end."""
        over = [part for part in self.children() if isinstance(part, QWidget) and part is not self._stage]
        scanned = next((part for part in over if part.isVisible() and not part.isWindow()), None)
        return scanned or (self.time_notice if self.time_notice.isVisible() else None)

    def show_calm_screen(self) -> None:
        """Show that the kiosk will be back, and take no more touches; the last word before a restart."""
        second = "ar" if self._language.tag == "en" else "en"
        self.bodies.show_view(NoticeView("hall_away", "wait", second=second))
        self.footer.hide()
        self.time_notice.hide()
        self.setEnabled(False)

    def set_zone(self, name: str) -> None:
        """Tell the time of the hall's own zone."""
        self._zone = ZoneInfo(name)
        self.header.zone = self._zone
        self.bodies.set_zone(self._zone)

    def _show_foot(self, view: KioskView) -> None:
        foot = FootView(view.back_shown)
        match view.body:
            case ServicesView() | KindsView() | LongWaitView() if self.bodies.services.asks_priority:
                pass  # the question stands above the tiles
            case ServicesView() | KindsView() | LongWaitView() | InformationPage():
                foot = FootView(view.back_shown, priority=view.body.priority)
            case TicketView():
                phone = None if view.body.covered else view.body.phone  # the next in line agrees to nothing here
                foot = FootView(view.back_shown, None, True, phone, view.body.phone_shown)
        self.footer.show_view(foot)
        self.time_notice.show_seconds(view.closes_in_s)
        self.time_notice.place_over(self.footer.geometry())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back, as the button does; F12 opens the staff menu, whose PIN may be typed."""
        pad = self.bodies.pad
        pad_key = key_of(event.key(), event.text()) if pad is not None else ""
        if event.key() == Qt.Key.Key_Escape and self.footer.back.isVisible():
            self.back_wanted.emit()
        elif event.key() == Qt.Key.Key_F12:
            self.staff_wanted.emit()
        elif pad_key == ENTER and isinstance(at := self.focusWidget(), QAbstractButton):
            at.click()  # never a number sent by who stands on "Back"
        elif pad is not None and pad_key:
            pad.emit(pad_key)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the announcement over the footer."""
        super().resizeEvent(event)
        self.time_notice.place_over(self.footer.geometry())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the ground."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("ground"))
