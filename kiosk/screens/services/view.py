"""The screen of services, of their categories, of visitor kinds, or of a long wait: a question and a grid of tiles."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.screens.services.priority_strip import PriorityStrip, has_strip
from kiosk.screens.view_data.visitor import AnotherView, ConsentView, KindsView, LongWaitView, ServicesView, ServiceTile
from kiosk.screens.widgets.priority_switch import PrioritySwitch
from kiosk.screens.widgets.sentences import Sentences
from kiosk.screens.widgets.tile_grid import TileGrid, add_grid
from kiosk.visitor.choosing import OTHER, TAKE
from kiosk.visitor.offer import BOOKING
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from qtkit.widgets.tile_content import TileContent

Shown = ServicesView | KindsView | LongWaitView | AnotherView | ConsentView


class ServicesScreen(QWidget):
    """Shows services or a question with a tile for each answer; `chosen(str)` is the key of the touched tile."""

    chosen = Signal(str)
    priority_toggled = Signal()

    def __init__(self, theme: Theme, language: Language, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language, self._sentences = theme, language, sentences
        self._view: Shown | None = None
        self._switched = theme.large and not theme.portrait and not theme.reach
        """The question and a small switch for priority share one row: a separate one would take it from the tiles."""
        size = "title" if self._switched else "headline"
        self._question = Words(theme, size, weight=QFont.Weight.Bold, colour="primary_dark")
        self._explanation = Words(theme, "lead", colour="ink_soft")
        self._explained = not theme.large and not theme.reach
        """Where room is short, a text that repeats the question has no separate line."""
        self.priority = PriorityStrip(theme) if has_strip(theme) else PrioritySwitch(theme)
        self.priority.clicked.connect(self.priority_toggled)
        self.grid = TileGrid(theme, "tile")
        self.grid.chosen.connect(self.chosen)
        layout = QVBoxLayout(self)
        self._edge = theme.px(40)
        layout.setContentsMargins(self._edge, theme.px(14), self._edge, theme.px(16))
        layout.setSpacing(0)
        self._gap = QWidget()
        self._gap.setFixedHeight(max(theme.touch_gap_px, theme.px(20)))
        self._lay_out(layout)

    @property
    def asks_priority(self) -> bool:
        """Return whether the question for priority stands on this screen; otherwise it stands at the foot."""
        return not self.priority.isHidden()

    def _lay_out(self, layout: QVBoxLayout) -> None:
        theme = self._theme
        if self._switched:
            row = QHBoxLayout()
            row.setSpacing(theme.px(16))
            row.addWidget(self._question, stretch=1)
            row.addWidget(self.priority)
            layout.addLayout(row)
        else:
            layout.addWidget(self._question)
        layout.addWidget(self._explanation)
        layout.addSpacing(theme.px(12))
        before: list[QWidget] = [] if self._switched else [self.priority, self._gap]
        add_grid(layout, self.grid, theme, *before)

    def show_view(self, view: Shown) -> None:
        """Show `view`."""
        self._view = view
        self._explanation.show()
        match view:
            case KindsView():
                self._show_kinds(view)
            case LongWaitView():
                self._show_long_wait(view)
            case ConsentView():
                self._show_consent(view)
            case AnotherView():
                self._show_another(view)
            case ServicesView():
                self._show_services(view)
        self._show_priority(view.priority if isinstance(view, ServicesView | KindsView | LongWaitView) else None)

    def _show_priority(self, asked: bool | None) -> None:
        """Ask for priority before the tiles, where there is room for it."""
        self.priority.show_state(on=bool(asked))
        beside = self._room_beside()
        shown = asked is not None and beside > 0
        self.priority.setVisible(shown)
        self._gap.setVisible(shown and not self._switched)
        if self._switched and shown:
            self.priority.setFixedWidth(beside)

    def _room_beside(self) -> int:
        """Return the width of the switch for priority, px; 0 where it stands at the foot."""
        theme = self._theme
        if theme.portrait or has_strip(theme):
            return theme.width_px - 2 * self._edge
        if theme.reach or not isinstance(self.priority, PrioritySwitch):
            return 0
        room = theme.width_px - 2 * self._edge - theme.px(16) - self._question.sizeHint().width()
        widths = (self.priority.full_width(), self.priority.words_width())
        return next((width for width in widths if width <= room), 0)

    def _show_long_wait(self, view: LongWaitView) -> None:
        self._question.set_text(self.tr("The wait is long at the moment"))
        #: Below the headline: %1 is the service, %2 the expected wait ("40 to 60 minutes").
        text = self.tr("%1: %2. Do you still want a ticket?")
        wait = self._sentences.wait(view.wait_min)
        self._explanation.set_text(text.replace("%1", self._language.pick(view.service_names)).replace("%2", wait))
        take, other = self.tr("Yes, take a ticket"), self.tr("No, another service")
        self.grid.show_tiles([TileContent(TAKE, take, centred=True), TileContent(OTHER, other, centred=True)])

    def _show_another(self, view: AnotherView) -> None:
        self._question.set_text(self.tr("Do you want another ticket?"))
        self._explanation.set_text(self._language.pick(view.service_names))
        done, another = self.tr("No, I have finished"), self.tr("Yes, another ticket")
        self.grid.show_tiles([TileContent(OTHER, done, centred=True), TileContent(TAKE, another, centred=True)])

    def _show_consent(self, view: ConsentView) -> None:
        self._question.set_text(self.tr("Send messages to this number?"))
        number = self._language.code(view.number)
        self._explanation.set_text(number)
        change, agree = self.tr("No, change the number"), self.tr("Yes, I agree")
        self.grid.show_tiles(
            [TileContent(OTHER, change, centred=True), TileContent(TAKE, agree, aside=number, centred=True)]
        )

    def _show_kinds(self, view: KindsView) -> None:
        self._question.set_text(self.tr("Who is the service for?"))
        self._explanation.set_text(self._language.pick(view.service_names))
        self.grid.show_tiles([TileContent(kind.value, self._sentences.kind(kind), centred=True) for kind in view.kinds])

    def _show_services(self, view: ServicesView) -> None:
        self._question.set_text(self.tr("How can we help you?"))
        choose = self.tr("Choose a group of services") if view.of_categories else ""
        self._explanation.set_text(choose or self.tr("Choose a service"))
        # The strip takes its place on a lying screen: the tiles need the height.
        self._explanation.setVisible(self._explained and self._theme.portrait)
        self.grid.show_tiles([self._tile(tile) for tile in view.tiles])

    def _tile(self, tile: ServiceTile) -> TileContent:
        closed, full = self.tr("Not available now"), self.tr("No tickets left today")
        return TileContent(
            key=tile.key,
            title=self._title(tile),
            mark=tile.prefix,
            sign=tile.sign,
            facts=closed if not tile.enabled else full if tile.full else self._facts(tile),
            aside=self._aside(tile) if tile.enabled and not tile.full else "",
            enabled=tile.enabled,
        )

    def _title(self, tile: ServiceTile) -> str:
        if tile.key == BOOKING:
            return self.tr("I have an appointment")
        return self._language.pick(tile.names) or self.tr("Other services")

    def _facts(self, tile: ServiceTile) -> str:
        """Return who waits; where nobody does, why nobody is called; nothing beside an expected wait.

        Counters are shared: a visitor also waits for those of other services, so this count would contradict the wait.
        """
        if tile.wait_min is not None:
            return ""
        return (not tile.waiting and self._not_served(tile)) or self._sentences.waiting(tile.waiting)

    def _aside(self, tile: ServiceTile) -> str:
        not_served = self._not_served(tile) if tile.waiting else ""
        return self._sentences.longest_wait(tile.wait_min) or not_served or self._language.pick(tile.for_whom)

    def _not_served(self, tile: ServiceTile) -> str:
        return self._sentences.not_served(staffed=tile.staffed, begins_at=tile.begins_at)

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)
