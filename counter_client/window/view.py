"""The one window: sign-in or workplace, sheets over it, keys of all of it."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, QWindowStateChangeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from counter_client.sign_in.presenter import SignInView
from counter_client.sign_in.view import SignInScreen
from counter_client.training.view import PracticeBand
from counter_client.widgets.note_box import NoteBox
from counter_client.widgets.note_field import NoteField
from counter_client.widgets.sheet_frame import SheetFrame
from counter_client.widgets.style import style_sheet
from counter_client.window.presenter import WindowView
from counter_client.window.sheets import Sheets
from counter_client.workplace.views.workplace import WorkplaceView
from qtkit.language.language import Language
from qtkit.look.theme import Theme

LEAST_PX = (1100, 680)
"""A screen of 768 lines less a title and a task bar: the smallest that ministries still have on their tables."""
HELD_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace})


class _Body(QWidget):
    """Sign-in or workplace, and the sheets over all of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("body")
        self.stack = QStackedLayout(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheets over the whole of it."""
        super().resizeEvent(event)
        for sheet in self.findChildren(SheetFrame, options=Qt.FindChildOption.FindDirectChildrenOnly):
            sheet.setGeometry(self.rect())


def _is_written_on(part: QWidget) -> bool:
    return isinstance(part, NoteField | NoteBox) and part.isVisible()


class CounterWindow(QWidget):
    """Tells every key that no field took, once for each press, however long it is held."""

    wished = Signal(object)  # counter_client.state.intents.Wish
    key_pressed = Signal(int, str)  # Qt key code, what the layout typed
    brought_back = Signal()  # by the desktop, after it was minimised

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setObjectName("counter_window")
        self.setMinimumSize(*LEAST_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(style_sheet(theme))
        self._theme = theme
        self._language = language
        self._view: WindowView | None = None
        self._sheet = ""
        self._sign_in = SignInScreen(theme, language)
        self._sign_in.wished.connect(self.wished)
        self._body = _Body(self)
        self._body.stack.addWidget(self._sign_in)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._body, 1)

    # What is behind the sign-in is read and made once the first screen is painted, or when it is first shown.

    @cached_property
    def _workplace(self) -> WorkplaceView:
        made = WorkplaceView(self._theme, self._language)
        self._body.stack.addWidget(made)
        made.wished.connect(self.wished)
        made.key_pressed.connect(self.key_pressed)
        return made

    @cached_property
    def _practice(self) -> PracticeBand:
        made = PracticeBand(self._theme, self._language)
        self._column.insertWidget(0, made)
        made.wished.connect(self.wished)
        return made

    @cached_property
    def _sheets(self) -> Sheets:
        _below = self._workplace, self._practice
        made = Sheets(self._theme, self._language, over_body=self._body, over_all=self)
        for part in made.parts:
            part.wished.connect(self.wished)
        return made

    def show_sign_in(self, view: SignInView) -> None:
        """Show the sign-in screen, and make nothing else yet."""
        self._sign_in.show_view(view)
        self.setWindowTitle(self._title(view.counter, ""))

    def show_view(self, view: WindowView) -> None:
        """Show sign-in or workplace, and the open sheet."""
        self._view = view
        self._practice.show_view(view.practice)
        if view.sign_in is not None:
            self._sign_in.show_view(view.sign_in)
            if "_workplace" in self.__dict__:
                self._workplace.close_menu()
            self._body.stack.setCurrentWidget(self._sign_in)
        else:
            self._workplace.show_view(view.workplace, view.lists, view.more)
            self._body.stack.setCurrentWidget(self._workplace)
        sheet = self._sheet_of(view)
        if sheet != self._sheet:
            # Else Qt would give the focus of what is hidden to some button, and Enter would press it.
            self._sheet = sheet
            self.setFocus()
        self._sheets.show_view(view)
        agent = view.workplace.session.name if view.sign_in is None and view.workplace.session else ""
        self.setWindowTitle(self._title(view.workplace.counter, agent))

    @staticmethod
    def _sheet_of(view: WindowView) -> str:
        if view.sign_in is not None:
            return "sign_in"
        of_their_own = (
            ("transfer", view.transfer),
            ("missing", view.missing),
            ("search", view.search),
            ("enquiries", view.enquiries),
            ("enquiry_text", view.enquiry_text),
            ("complaint_taken", view.complaint_taken),
            ("request_details", view.request_details),
            ("follow_up", view.follow_up),
            ("registered", view.registered),
            ("pin", view.pin),
        )
        named = next((name for name, sheet in of_their_own if sheet is not None), "")
        return named or ("return_code" if view.return_code else view.choices.question if view.choices else "")

    def _title(self, number: int, agent: str) -> str:
        counter = self.tr("Counter {n}").format(n=number)
        return self._language.number(" - ".join(part for part in (counter, agent) if part))

    def step_aside(self) -> None:
        """Make room for the bar, minimised and not hidden: the desktop's own key for its windows still finds it."""
        self.setWindowState(self.windowState() | Qt.WindowState.WindowMinimized)

    def come_forward(self) -> None:
        """Stand before all other windows, with the keyboard."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def show_crash(self) -> None:
        """Say calmly, over everything, that the program starts again after a fault in it."""
        sheet = SheetFrame(self._theme, self._language, "crash", 720, self)
        sheet.show_frame(
            self.tr("Something went wrong in this program"),
            self.tr("It restarts automatically in a moment. Nothing is lost."),
            None,
            with_way_back=False,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard: Qt would give it to the first button, and Enter would press that one."""
        super().showEvent(event)
        if not event.spontaneous():  # back from the task bar, the agent goes on writing where the cursor was
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the key; only what walks through a list may be held."""
        if not event.isAutoRepeat() or event.key() in HELD_KEYS:
            self.key_pressed.emit(event.key(), event.text())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the focus by Tab; it stays on the open sheet, and comes first to where one writes on it."""
        # Behind the sheet nobody sees where the focus is, and Enter would press what lies there.
        sheet = self._sheets.open_one() if "_sheets" in self.__dict__ else None
        if sheet is None:
            return super().focusNextPrevChild(forward)
        line = next((one for one in sheet.findChildren(QWidget) if _is_written_on(one)), None)
        if line is not None and not sheet.isAncestorOf(self.focusWidget()):
            line.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        passed: list[QWidget] = []
        while super().focusNextPrevChild(forward) and (at := self.focusWidget()) not in passed:
            if sheet.isAncestorOf(at):
                return True
            passed.append(at)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the larger sheets over the whole window."""
        super().resizeEvent(event)
        if "_sheets" in self.__dict__:
            self._sheets.cover(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language; tell that the window is back."""
        super().changeEvent(event)
        if isinstance(event, QWindowStateChangeEvent) and event.oldState() & Qt.WindowState.WindowMinimized:
            self.brought_back.emit()
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
