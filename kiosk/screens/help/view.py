"""The page of switches: larger text, stronger contrast, everything within reach, and what else this kiosk has."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from kiosk.screens.view_data.visitor import AssistSwitch, AssistView
from kiosk.screens.widgets.tile_grid import TileGrid, add_grid
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from qtkit.widgets.tile_content import TileContent


class AssistScreen(QWidget):
    """Shows one AssistView; `chosen(str)` is the switch that was touched. Words show on and off."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assist_screen")
        self._theme, self._language = theme, language
        self._view: AssistView | None = None
        self.question = Words(theme, "headline", weight=QFont.Weight.Bold, colour="primary_dark", wrap=True)
        self.explanation = Words(theme, "lead", colour="ink_soft", wrap=True)
        self._short = (theme.large and not theme.portrait) or theme.reach
        self.grid = TileGrid(theme, "assist", steady=True)
        self.grid.chosen.connect(self.chosen)
        layout = QVBoxLayout(self)
        edge = theme.px(40)
        layout.setContentsMargins(edge, theme.px(14), edge, theme.px(16))
        layout.setSpacing(0)
        layout.addWidget(self.question)
        layout.addWidget(self.explanation)
        self._space = QSpacerItem(0, theme.px(12), QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        layout.addItem(self._space)
        add_grid(layout, self.grid, theme)

    def grid_top(self, width: int) -> int:
        """Return where the switches begin on a screen of `width` px, px from its top."""
        edge, top = self._theme.px(40), self._theme.px(14)
        words = [self.question] if self._short else [self.question, self.explanation]
        return top + sum(part.heightForWidth(width - 2 * edge) for part in words) + self._theme.px(12)

    def begin_grid_at(self, top: int, width: int) -> None:
        """Let the switches begin `top` px from the top of a screen of `width` px, or lower where the words need it."""
        space = self._theme.px(12) + max(0, top - self.grid_top(width))
        self._space.changeSize(0, space, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        layout = self.layout()
        if layout is not None:
            layout.invalidate()  # a spacer that changes tells nobody

    def show_view(self, view: AssistView) -> None:
        """Show `view`."""
        self._view = view
        self.question.set_text(self.tr("Accessibility options"))
        self.explanation.setVisible(not self._short)
        self.explanation.set_text(self.tr("Your choices stay on until you finish"))
        self.grid.show_tiles([self._tile(switch, view.text_percent) for switch in view.switches])

    def _tile(self, switch: AssistSwitch, text_percent: int) -> TileContent:
        on, off = self.tr("On"), self.tr("Off")
        state = on if switch.on else off
        if switch.act == "text":
            state = self._language.code(f"{text_percent}%")
        return TileContent(switch.act, self._name(switch.act), aside=state, selected=switch.on, centred=True)

    def _name(self, act: str) -> str:
        return {
            "text": self.tr("Larger text"),
            "contrast": self.tr("High contrast"),
            "reach": self.tr("Lower buttons"),
            "spoken": self.tr("Spoken guide"),
            "signed": self.tr("Sign language"),
        }[act]

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)
