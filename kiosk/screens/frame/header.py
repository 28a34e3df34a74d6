"""The strip at the top of every screen: the hall's name, the time, and the language button, always in its place."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QEvent, QLocale, QRect, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from common.clock.wall_clock import utc_now
from kiosk.screens.frame.footer import has_head_buttons
from kiosk.screens.frame.help_button import AssistButton
from kiosk.screens.view_data.visitor import HeaderView
from kiosk.screens.widgets.language_names import LANGUAGE_NAMES, LANGUAGE_WORDS
from qtkit.language.language import Language
from qtkit.look.theme import Theme, lettered
from qtkit.widgets.action_button import ActionButton
from qtkit.widgets.emblem import draw_emblem, draw_lattice, draw_mark
from qtkit.widgets.painting import draw_card, draw_text, leading, lines_of, mirrored, painting


class Header(QWidget):
    """Shows one HeaderView; `language_wanted(str)` is the tag that the language button offers."""

    language_wanted = Signal(str)
    languages_wanted = Signal()  # the page of all languages
    emblem_touched = Signal()
    assist_wanted = Signal()

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._view = HeaderView({}, None)
        self._drawn_ground = QPixmap()
        self._emblems: dict[str, bytes] = {}
        self.zone = ZoneInfo("Asia/Muscat")
        self._below = theme.large and theme.portrait
        """The words stand in a separate row: beside the buttons there is no room for large ones."""
        self._row_px = max(theme.px(132), theme.touch_px + theme.px(36))
        self._make_room(1)
        self.button = ActionButton(theme, "language_button", "quiet", parent=self)
        self.button.clicked.connect(self._ask_for_language)
        self.assist = AssistButton(theme, self)
        self.assist.clicked.connect(self.assist_wanted)
        self._clock = QTimer(self)
        self._clock.setObjectName("header_clock")
        self._clock.setInterval(5000)
        self._clock.timeout.connect(self.update)
        self._clock.start()

    def show_view(self, view: HeaderView) -> None:
        """Show the hall's name and offer the other language."""
        self._view = view
        tag = view.other_language
        self.button.setVisible(tag is not None)
        self.assist.setVisible(view.help)
        if tag is not None:
            self.button.set_label(*self._offer(tag))
        self.assist.setAccessibleName(self.tr("Help with this screen"))
        self._place()
        self._make_room(self._lines_of_name() if self._below else 1)
        self.update()

    def show_emblem(self, ground: str, file: bytes) -> None:
        """Show the ministry's emblem for a `light` or `dark` ground; b"" for none."""
        self._emblems[ground] = file
        self.update()

    def _ministry(self) -> str:
        """Return the ministry's name; "" where the hall sets none, and where large text needs its room."""
        return "" if self._theme.large else self._language.pick(self._view.ministry)

    def _lines_of_name(self) -> int:
        theme, name = self._theme, self._language.pick(self._view.hall_names)
        font = lettered(theme.font("lead", QFont.Weight.Bold), name)
        return len(lines_of(name, QFontMetrics(font), theme.width_px - 2 * theme.px(40)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell a touch on the emblem; anything else of the strip does nothing."""
        if self.emblem().contains(event.position().toPoint()):
            self.emblem_touched.emit()

    def emblem(self) -> QRect:
        """Return where the emblem lies, with the edge around it that a finger may hit."""
        side = self._theme.px(40 + 84 + 28)
        return mirrored(self, QRect(0, 0, side, self.height()))

    def _make_room(self, lines: int) -> None:
        words = self._line("lead") * lines + self._line("body") + self._theme.px(26)
        words += self._line("small") if self._ministry() else 0
        self.setFixedHeight(self._row_px + words if self._below else max(self._row_px, words))

    def _line(self, size: str) -> int:
        return round(self._theme.size(size) * 1.4)

    def _offer(self, tag: str) -> tuple[str, str]:
        """Return what the button says to the eye and to the ear: a language by its own name, or that there are more."""
        change = self.tr("Change the language")
        if self._view.many:
            return LANGUAGE_WORDS.get(self._language.tag, LANGUAGE_WORDS["ar"]), change
        self._language.know(tag)
        name = LANGUAGE_NAMES.get(tag, tag)
        return name, f"{change} ({name})"

    def _ask_for_language(self) -> None:
        if self._view.many:
            self.languages_wanted.emit()
        elif self._view.other_language is not None:
            self.language_wanted.emit(self._view.other_language)

    def _place(self) -> None:
        if has_head_buttons(self._theme):
            return  # the buttons lie at the foot
        edge = self._theme.px(40)
        size = self.button.sizeHint().expandedTo(self.button.minimumSize())
        width = max(size.width(), self._theme.px(210))
        row = self._row_px if self._below else self.height()
        top = (row - size.height()) // 2
        left = self.width() - edge - width
        self.button.setGeometry(mirrored(self, QRect(left, top, width, size.height())))
        side = self.assist.minimumWidth()
        left -= max(self._theme.touch_gap_px, self._theme.px(24)) + side
        self.assist.setGeometry(mirrored(self, QRect(left, (row - side) // 2, side, side)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the language button at the trailing end."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the new language and direction."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self.show_view(self._view)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the ground, the emblem, the hall's name and the time."""
        theme = self._theme
        edge, side = theme.px(40), theme.px(84)
        row = self._row_px if self._below else self.height()
        with painting(self) as painter:
            painter.drawTiledPixmap(self.rect(), self._ground())
            mark = QRect(edge, (row - side) // 2, side, side)
            if self._below:
                self._paint_ministry_above(painter, mark, row)
            left = edge + side + theme.px(28) if self._paint_emblem(painter, mirrored(self, mark)) else edge
            words = QRect(left, 0, self._words_width(left), row)
            if self._below:
                words = QRect(edge, row, self.width() - 2 * edge, self.height() - row)
            self._paint_words(painter, mirrored(self, words))

    def _paint_emblem(self, painter: QPainter, box: QRect) -> bool:
        """Paint the ministry's emblem, else the product's mark; return False where the ministry's name stands alone."""
        light, dark = self._emblems.get("light", b""), self._emblems.get("dark", b"")
        colour = self._theme.colour
        on_dark = colour("primary_dark").lightnessF() < 0.5
        if on_dark and dark:
            return draw_emblem(painter, box, dark)
        if light:
            if on_dark:  # an emblem for light grounds alone brings its ground along
                draw_card(painter, box, colour("card"), None, self._theme.radius("medium"))
                inset = self._theme.px(6)
                box = box.adjusted(inset, inset, -inset, -inset)
            return draw_emblem(painter, box, light)
        if self._language.pick(self._view.ministry):
            return False
        draw_mark(painter, box, colour("on_primary"), colour("accent"), colour("primary_dark"))
        return True

    def _paint_ministry_above(self, painter: QPainter, mark: QRect, row: int) -> None:
        """Paint the ministry's name into the row above large words, beside its emblem where there is one."""
        theme, name = self._theme, self._language.pick(self._view.ministry)
        left = mark.right() + theme.px(28) if any(self._emblems.values()) else mark.x()
        box = mirrored(self, QRect(left, 0, self._words_width(left), row))
        ink, middle = theme.colour("on_primary"), leading(self) | Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, box, name, theme.font("body", QFont.Weight.Medium), ink, middle, wrap=True)

    def _words_width(self, left: int) -> int:
        """Return the room between the emblem and the first of the buttons."""
        if has_head_buttons(self._theme):
            return self.width() - left - self._theme.px(40)
        return self.width() - left - self.button.width() - self.assist.width() - 3 * self._theme.px(40)

    def _ground(self) -> QPixmap:
        """Return one column of the lattice, drawn once for each height: each paint would wait 4 ms for all.

        One column, repeated, is a fifteenth of the whole in memory.
        """
        theme, ratio, cell = self._theme, self.devicePixelRatioF(), self._theme.px(76)
        size = (QSizeF(cell, self.height()) * ratio).toSize()
        if self._drawn_ground.size() != size or self._drawn_ground.devicePixelRatio() != ratio:
            self._drawn_ground = QPixmap(size)
            self._drawn_ground.setDevicePixelRatio(ratio)
            self._drawn_ground.fill(theme.colour("primary_dark"))
            veil = QColor(theme.colour("accent"))
            veil.setAlpha(38)
            painter = QPainter(self._drawn_ground)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_lattice(painter, QRect(0, 0, cell, self.height()), veil, cell)
            painter.fillRect(0, self.height() - theme.px(5), cell, theme.px(5), theme.colour("accent"))
            painter.end()
        return self._drawn_ground

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        theme = self._theme
        ink, middle = theme.colour("on_primary"), leading(self) | Qt.AlignmentFlag.AlignVCenter
        foot = max(self._line("body"), (box.height() - theme.px(46)) // 2)
        head = self._line("small") if self._ministry() else 0
        if head:
            foot = self._line("body")
            ministry = QRect(box.x(), box.y() + theme.px(8), box.width(), head)
            draw_text(painter, ministry, self._ministry(), theme.font("small", QFont.Weight.Medium), ink, middle)
        upper = box.adjusted(0, theme.px(10) + head, 0, -foot - theme.px(16))
        lower = QRect(box.x(), upper.bottom() + theme.px(2), box.width(), foot)
        name = self._language.pick(self._view.hall_names)
        draw_text(painter, upper, name, theme.font("lead", QFont.Weight.Bold), ink, middle, wrap=theme.large)
        draw_text(painter, lower, self.now_text(), theme.font("body"), ink, middle)

    def now_text(self) -> str:
        """Return weekday, date and time in the hall's zone and in the language shown."""
        now = utc_now().astimezone(self.zone)
        day = QLocale().toString(QDate(now.year, now.month, now.day), "dddd d MMMM")
        return self._language.number(f"{day}  ·  ") + self._language.time(f"{now:%H:%M}")
