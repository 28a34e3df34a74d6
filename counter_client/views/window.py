"""The one window: sign-in or workplace, sheets over it, keys of all of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from counter_client.presenters.choices import ChoiceSheet
from counter_client.presenters.enquiries import EnquiriesSheet, EnquiryText
from counter_client.presenters.missing import MissingView
from counter_client.presenters.practice import PracticeView
from counter_client.presenters.return_code import ReturnCodeView
from counter_client.presenters.search import SearchView
from counter_client.presenters.sign_in import SignInView
from counter_client.presenters.transfer import TransferView
from counter_client.presenters.waiting_list import ListsView
from counter_client.presenters.workplace import WorkplaceScreen
from counter_client.views.choice_sheet import ChoiceSheetView
from counter_client.views.enquiries_dialog import EnquiriesDialog
from counter_client.views.enquiry_text_dialog import EnquiryTextDialog
from counter_client.views.missing_dialog import MissingDialog
from counter_client.views.practice_band import PracticeBand
from counter_client.views.return_code_dialog import ReturnCodeDialog
from counter_client.views.search_dialog import SearchDialog
from counter_client.views.sheet_frame import SheetFrame
from counter_client.views.sign_in import SignInScreen
from counter_client.views.transfer_dialog import TransferDialog
from counter_client.views.workplace import WorkplaceView
from qtkit.language import Language
from qtkit.theme import Theme

LEAST_PX = (1100, 720)
HELD_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace})


@dataclass(frozen=True)
class WindowView:
    """What the window shows; `sign_in` or the workplace with its lists and sheets."""

    sign_in: SignInView | None
    workplace: WorkplaceScreen
    lists: ListsView
    choices: ChoiceSheet | None
    transfer: TransferView | None
    missing: MissingView | None = None
    return_code: ReturnCodeView | None = None
    search: SearchView | None = None
    practice: PracticeView | None = None
    enquiries: EnquiriesSheet | None = None
    enquiry_text: EnquiryText | None = None


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


class CounterWindow(QWidget):
    """Tells every key that no field took, once for each press, however long it is held."""

    wished = Signal(object)  # counter_client.wishes.Wish
    key_pressed = Signal(int, str)  # Qt key code, what the layout typed

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setObjectName("counter_window")
        self.setMinimumSize(*LEAST_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.colour("ground"))
        self.setPalette(palette)
        self._theme = theme
        self._language = language
        self._view: WindowView | None = None
        self._sheet = ""
        self._sign_in = SignInScreen(theme, language)
        self._workplace = WorkplaceView(theme, language)
        self._practice = PracticeBand(theme, language)
        self._body = _Body(self)
        self._body.stack.addWidget(self._sign_in)
        self._body.stack.addWidget(self._workplace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._practice)
        column.addWidget(self._body, 1)
        self._choices = ChoiceSheetView(theme, language, self._body)
        # The larger ones need the band's room too.
        self._transfer = TransferDialog(theme, language, self)
        self._missing = MissingDialog(theme, language, self)
        self._return_code = ReturnCodeDialog(theme, language, self)
        self._search = SearchDialog(theme, language, self)
        self._enquiries = EnquiriesDialog(theme, language, self)
        self._enquiry_text = EnquiryTextDialog(theme, language, self)
        self._sheets: tuple[SheetFrame, ...] = (
            self._transfer,
            self._missing,
            self._return_code,
            self._search,
            self._enquiries,
            self._enquiry_text,
        )
        for part in (self._sign_in, self._workplace, self._practice, self._choices, *self._sheets):
            part.wished.connect(self.wished)

    def show_view(self, view: WindowView) -> None:
        """Show sign-in or workplace, and the open sheet."""
        self._view = view
        self._practice.show_view(view.practice)
        if view.sign_in is not None:
            self._sign_in.show_view(view.sign_in)
            self._body.stack.setCurrentWidget(self._sign_in)
        else:
            self._workplace.show_view(view.workplace, view.lists)
            self._body.stack.setCurrentWidget(self._workplace)
        sheets = view.sign_in is None
        sheet = self._sheet_of(view)
        if sheet != self._sheet:
            # Else Qt would give the focus of what is hidden to some button, and Enter would press it.
            self._sheet = sheet
            self.setFocus()
        self._choices.show_view(view.choices if sheets else None)
        self._transfer.show_view(view.transfer if sheets else None)
        self._missing.show_view(view.missing if sheets else None)
        self._return_code.show_view(view.return_code if sheets else None)
        self._search.show_view(view.search if sheets else None)
        self._enquiries.show_view(view.enquiries if sheets else None)
        self._enquiry_text.show_view(view.enquiry_text if sheets else None)
        self.setWindowTitle(self._title(view))

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
        )
        named = next((name for name, sheet in of_their_own if sheet is not None), "")
        return named or ("return_code" if view.return_code else view.choices.question if view.choices else "")

    def _title(self, view: WindowView) -> str:
        counter = self.tr("Counter {n}").format(n=view.workplace.counter)
        agent = view.workplace.session.name if view.sign_in is None and view.workplace.session else ""
        return self._language.number(" - ".join(part for part in (counter, agent) if part))

    def come_forward(self) -> None:
        """Stand before all other windows, with the keyboard."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def show_crash(self) -> None:
        """Say calmly, over everything, that the program starts again after a fault of its own."""
        sheet = SheetFrame(self._theme, self._language, "crash", 720, self)
        sheet.show_frame(
            self.tr("Something went wrong in this program"),
            self.tr("It starts again by itself in a moment; nothing is lost."),
            None,
            with_way_back=False,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the key; only what walks through a list may be held."""
        if not event.isAutoRepeat() or event.key() in HELD_KEYS:
            self.key_pressed.emit(event.key(), event.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the larger sheets over the whole window."""
        super().resizeEvent(event)
        for sheet in self._sheets:
            sheet.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
