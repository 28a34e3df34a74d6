"""A large touchable card: a letter as its mark, a title that shrinks to fit, and two lines of facts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qtkit.look.theme import Theme, lettered
from qtkit.widgets.icons import draw_sign
from qtkit.widgets.painting import draw_card, draw_text, fitted_px, leading, lines_of, mirrored, painting, trailing
from qtkit.widgets.tile_content import TileContent
from qtkit.widgets.tile_room import (
    ASIDE_GAP_PX,
    LETTER_GAP_PX,
    LETTER_PX,
    MARK_GAP_PX,
    RIM_PX,
    WIDE_GAP_PX,
    WIDE_MARK_PX,
    TilePlan,
    edge_px,
    facts_line_px,
    facts_width,
    mark_px,
    plan_centred,
    plan_tile,
    title_room,
    under_px,
)

LET_GO_MS = 30
"""How long a tile looks pressed after the finger has left it."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Tile(QAbstractButton):
    """Shows one TileContent; `clicked` by touch, Space or Enter. Nothing on it is shown by colour alone.

    A tall tile has its facts at the foot, a wide one under its title, a low one at the trailing side.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(2 * theme.touch_px, theme.touch_px)
        self._theme = theme
        self._title_px = 0
        """The size that its title and those of its neighbours have in common, px; 0 for what its type says."""
        self.content = TileContent("", "")

    def show_content(self, content: TileContent) -> None:
        """Show `content`."""
        self.content = content
        self.setEnabled(content.enabled)
        self.setAccessibleName(content.title)
        self.setAccessibleDescription("، ".join(text for text in (content.facts, content.aside) if text))
        self.update()

    def fitted_title_px(self) -> int:
        """Return the largest size, px, in which its title fits the tile as it is."""
        if self.content.centred:
            box, font = self._centred_title_box(self._inner()), self._title_type()
        else:
            inner = self._inner().size()
            room = title_room(self._theme, self.content, self._plan(), (inner.width(), inner.height()))
            box, font = QRect(0, 0, *room), self._title_type()
        return fitted_px(lettered(font, self.content.title), self.content.title, box, wrap=True)

    def set_title_px(self, size: int) -> None:
        """Paint the title no larger than this; 0: as large as its type says."""
        if size != self._title_px:
            self._title_px = size
            self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size; layouts stretch it."""
        return QSize(self._theme.px(420), self._theme.px(180))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of the touch first: Qt would paint the tile as it is let go before it says `clicked`.

        Painting takes longer than asking the hall for a ticket does, and a request leaves in some turns of the loop.
        """
        self.setUpdatesEnabled(False)
        super().mouseReleaseEvent(event)
        QTimer.singleShot(LET_GO_MS, self, self._paint_again)

    def _paint_again(self) -> None:
        self.setUpdatesEnabled(True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the card, its mark, title and facts."""
        theme, content = self._theme, self.content
        radius = theme.radius("large")
        fill = "primary_soft" if self.isDown() or content.selected else "card" if content.enabled else "ground"
        inner = self._inner()
        with painting(self) as painter:
            border = theme.colour("alert" if content.danger else "primary" if content.selected else "edge")
            edge = theme.px(5)
            draw_card(painter, self.rect(), theme.colour("line"), None, radius)
            sunk = edge if self.isDown() else 0
            draw_card(painter, self.rect().adjusted(0, sunk, 0, sunk - edge), theme.colour(fill), border, radius)
            if content.centred:
                self._paint_centred(painter, inner)
            else:
                self._paint_planned(painter, inner)
            if content.selected:
                self._paint_tick(painter)

    def _inner(self) -> QRect:
        pad, rim = edge_px(self._theme, self.width()), self._theme.px(RIM_PX)
        return self.rect().adjusted(pad, rim, -pad, -rim)

    def _plan(self) -> TilePlan:
        tall = self.height() > self.width() * 0.5 or self._theme.large
        inner = self._inner()
        return plan_tile(self._theme, self.content, (inner.width(), inner.height()), tall=tall)

    def _title_type(self) -> QFont:
        """Return the font of the title at its largest."""
        theme, content = self._theme, self.content
        if content.centred:
            return theme.font("headline" if content.aside else "title", QFont.Weight.Bold)
        return theme.font("tile", QFont.Weight.DemiBold)

    def _title_font(self) -> QFont:
        """Return the font of the title, in the size that it has in common with its neighbours."""
        font = self._title_type()
        if self._title_px:
            font.setPixelSize(min(font.pixelSize(), self._title_px))
        return font

    def _paint_tick(self, painter: QPainter) -> None:
        """Paint a tick into the trailing corner: what is chosen is not told by colour alone.

        A centred title may be as wide as the tile: then the tick lies beside the short text under the title.
        """
        theme, content = self._theme, self.content
        side, edge = theme.px(36), theme.px(22)
        top = self.height() - edge - side if content.centred and content.aside else edge
        box = mirrored(self, QRect(self.width() - edge - side, top, side, side))
        painter.setPen(QPen(theme.colour("primary"), theme.px(6), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        turn = QPoint(box.x() + side * 2 // 5, box.bottom() - side // 8)
        painter.drawLine(QPoint(box.x(), box.center().y()), turn)
        painter.drawLine(turn, QPoint(box.right(), box.y() + side // 8))

    def _centred_title_box(self, inner: QRect) -> QRect:
        theme = self._theme
        foot, side = plan_centred(theme, self.content, (inner.width(), inner.height()))
        return inner.adjusted(0, 0, -side - (theme.px(ASIDE_GAP_PX) if side else 0), -foot)

    def _paint_centred(self, painter: QPainter, inner: QRect) -> None:
        theme, content = self._theme, self.content
        foot, side = plan_centred(theme, content, (inner.width(), inner.height()))
        upper, title = self._centred_title_box(inner), self._title_font()
        ink, soft = theme.colour("primary_dark"), theme.colour("ink_soft")
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, mirrored(self, upper), content.title, title, ink, centre | _MIDDLE, wrap=True)
        if foot:
            lower, align = QRect(inner.x(), upper.bottom(), inner.width(), foot), centre | Qt.AlignmentFlag.AlignTop
            draw_text(painter, lower, content.aside, theme.font("lead"), soft, align, wrap=theme.large)
        elif side:
            right = QRect(inner.right() + 1 - side, inner.y(), side, inner.height())
            draw_text(
                painter, mirrored(self, right), content.aside, theme.font("lead"), soft, centre | _MIDDLE, wrap=True
            )

    def _paint_planned(self, painter: QPainter, inner: QRect) -> None:
        plan = self._plan()
        if plan.facts == "below":
            self._paint_tall(painter, inner, plan)
        elif plan.facts == "under":
            self._paint_under(painter, inner, plan)
        else:
            self._paint_wide(painter, inner, plan)

    def _paint_tall(self, painter: QPainter, inner: QRect, plan: TilePlan) -> None:
        theme = self._theme
        # Two lines' room also for one: the titles of a row of tiles stand at one height.
        foot = 2 * facts_line_px(theme)
        width, height = title_room(theme, self.content, plan, (inner.width(), inner.height()))
        title = QRect(inner.right() + 1 - width, inner.y(), width, height)
        if plan.mark:
            side = min(mark_px(theme, inner.width()), height)
            mark = QRect(title.x() - theme.px(MARK_GAP_PX) - side, title.center().y() - side // 2, side, side)
            self._paint_mark(painter, mirrored(self, mark))
        self._paint_title(painter, mirrored(self, title))
        facts = QRect(inner.x(), inner.bottom() - foot, inner.width() - plan.letter, foot)
        self._paint_facts(painter, mirrored(self, facts), leading(self))
        self._paint_letter(painter, facts, plan)

    def _paint_wide(self, painter: QPainter, inner: QRect, plan: TilePlan) -> None:
        theme = self._theme
        left = self._paint_wide_mark(painter, inner, plan)
        width, height = title_room(theme, self.content, plan, (inner.width(), inner.height()))
        self._paint_title(painter, mirrored(self, QRect(left, inner.y(), width, height)))
        self._paint_letter(painter, QRect(left, inner.y(), width, height), plan)
        facts = facts_width(plan, inner.width())
        if facts:
            height = min(2 * facts_line_px(theme), inner.height())
            box = QRect(inner.right() - facts, inner.center().y() - height // 2, facts, height)
            self._paint_facts(painter, mirrored(self, box), trailing(self))

    def _paint_under(self, painter: QPainter, inner: QRect, plan: TilePlan) -> None:
        """Paint the title with letter and facts in the lines under it, together in the middle of the height."""
        theme, content = self._theme, self.content
        left = self._paint_wide_mark(painter, inner, plan)
        width, height = title_room(theme, content, plan, (inner.width(), inner.height()))
        foot, title = under_px(theme, content), lettered(self._title_font(), content.title)
        title.setPixelSize(fitted_px(title, content.title, QRect(0, 0, width, height), wrap=True))
        metrics = QFontMetrics(title)
        height = min(height, len(lines_of(content.title, metrics, width)) * metrics.height())
        top = inner.y() + (inner.height() - height - foot) // 2
        self._paint_title(painter, mirrored(self, QRect(left, top, width, height)))
        lines = QRect(left, top + height, width, foot)
        self._paint_letter(painter, QRect(left - theme.px(LETTER_GAP_PX), lines.y(), 0, foot), plan)
        facts = lines.adjusted(plan.letter, 0, 0, 0)
        self._paint_facts(painter, mirrored(self, facts), leading(self))

    def _paint_wide_mark(self, painter: QPainter, inner: QRect, plan: TilePlan) -> int:
        """Paint the mark at the leading edge and return where the texts beside it begin."""
        if not plan.mark:
            return inner.x()
        side = min(self._theme.px(WIDE_MARK_PX), inner.height())
        mark = QRect(inner.x(), inner.center().y() - side // 2, side, side)
        self._paint_mark(painter, mirrored(self, mark))
        return inner.x() + side + self._theme.px(WIDE_GAP_PX)

    def _paint_letter(self, painter: QPainter, beside: QRect, plan: TilePlan) -> None:
        """Paint the letter of the numbers small at the end of `beside`, where a drawn sign has its place."""
        if not plan.letter:
            return
        theme, content = self._theme, self.content
        side = theme.px(LETTER_PX)
        left = beside.right() + 1 + plan.letter - side
        place = mirrored(self, QRect(left, beside.center().y() - side // 2, side, side))
        colour = theme.colour("primary_dark" if content.enabled else "ink_soft")
        draw_card(painter, place, theme.colour("primary_soft"), None, theme.px(12))
        font = theme.font("body", QFont.Weight.Bold)
        draw_text(painter, place, content.mark, font, colour, Qt.AlignmentFlag.AlignCenter)

    def _paint_mark(self, painter: QPainter, box: QRect) -> None:
        theme, enabled = self._theme, self.content.enabled
        border = None if enabled else theme.colour("line")
        draw_card(painter, box, theme.colour("primary" if enabled else "ground"), border, box.height() // 4)
        colour = theme.colour("on_primary" if enabled else "ink_soft")
        if self.content.sign:
            rim = box.height() // 11
            draw_sign(painter, self.content.sign, box.adjusted(rim, rim, -rim, -rim), colour)
            return
        font = theme.font("title", QFont.Weight.Bold)
        draw_text(painter, box.adjusted(6, 0, -6, 0), self.content.mark, font, colour, Qt.AlignmentFlag.AlignCenter)

    def _paint_title(self, painter: QPainter, box: QRect) -> None:
        theme, content = self._theme, self.content
        ink = theme.colour("ink" if content.enabled else "ink_soft")
        draw_text(painter, box, content.title, self._title_font(), ink, leading(self) | _MIDDLE, wrap=True)

    def _paint_facts(self, painter: QPainter, box: QRect, side: Qt.AlignmentFlag) -> None:
        theme, content = self._theme, self.content
        lines = [
            (content.facts, theme.font("body"), theme.colour("ink_soft")),
            (content.aside, theme.font("body", QFont.Weight.DemiBold), theme.colour("primary_dark")),
        ]
        lines = [line for line in lines if line[0]]
        if len(lines) == 1:
            text, font, colour = lines[0]
            draw_text(painter, box, text, font, colour, side | _MIDDLE, wrap=True)
            return
        height = min(facts_line_px(self._theme), box.height() // max(1, len(lines)))
        for at, (text, font, colour) in enumerate(lines):
            line = QRect(box.x(), box.y() + at * height, box.width(), height)
            draw_text(painter, line, text, font, colour, side | _MIDDLE)


def even_titles(theme: Theme, tiles: Sequence[Tile]) -> None:
    """Give the titles of neighbouring tiles one size: the largest in which all of them fit.

    That is the size of running text at least: a title that needs a smaller one is smaller than its neighbours.
    """
    for centred in (False, True):
        alike = [tile for tile in tiles if tile.content.centred == centred]
        if alike:
            size = max(min(tile.fitted_title_px() for tile in alike), theme.size("body"))
            for tile in alike:
                tile.set_title_px(size)
