"""The card of the visit in hand: its number large, where it stands, for how long, and what the agent needs to know."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from contracts.words.hall import Lane, VisitState
from counter_client.texts.texts import KINDS, LANES, OUTCOMES, STATES, WALK_UP_NAME, minutes, say, stopwatch, word
from counter_client.widgets.canvas import Weight, fitting
from counter_client.widgets.label import Label, give_tone
from counter_client.widgets.style import CHIP_PX
from counter_client.workplace.presenters.visit_card import Pace, StageRow, VisitCard
from counter_client.workplace.presenters.workplace import SessionBar, WorkplaceScreen
from qtkit.language.language import Language
from qtkit.look.theme import Theme

PAD_PX = 24
BAR_PX = 8
STAGES_SHOWN = 3
NUMBER_PX, NUMBER_LEAST_PX = 170, 64
"""Below the least the number would not be read at a glance."""
TONES = {Pace.IN_TIME: "", Pace.OVER: "over", Pace.LONG: "long"}


class _Number(Label):
    """As large as there is room; its digits have no part below the line, so a line's own height is not needed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("number", name="visit_number")
        self._theme = theme
        self.setMinimumHeight(NUMBER_LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def fit(self) -> None:
        """Fit the type into the label."""
        font = self._theme.font("number", Weight.Bold)
        font.setPixelSize(max(NUMBER_LEAST_PX // 2, min(NUMBER_PX, int(self.height() * 0.95))))
        self.setFont(fitting(self.text(), font, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new room."""
        super().resizeEvent(event)
        self.fit()


class VisitCardWidget(QFrame):
    """Shows one of two pages: the visit, or the counter that is free or closed for a break."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit_card")
        self._language = language
        self._chips = [Label("chip") for _ in range(5)]
        self._number, self._service = _Number(theme), Label("lead", wrap=True)
        self._timer, self._pace, self._waited = (Label(look, side="end") for look in ("timer", "strong", "small"))
        self._bar = QProgressBar()
        self._note = Label("note", wrap=True, name="visit_note")
        self._stages = [Label("small", wrap=True) for _ in range(STAGES_SHOWN)]
        self._why = Label("small", wrap=True, name="why")
        self._free, self._line, self._left = (Label(look, side="centre") for look in ("title", "lead", "chip"))
        self._left.setFixedHeight(CHIP_PX)
        self._services = Label("small", side="centre", wrap=True, name="own_services")
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._visit_page())
        self._pages.addWidget(self._free_page())

    def _visit_page(self) -> QWidget:
        self._bar.setObjectName("pace")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(BAR_PX)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in self._chips:
            chip.setFixedHeight(CHIP_PX)
            chips.addWidget(chip)
        chips.addStretch(1)
        leading, trailing = QVBoxLayout(), QVBoxLayout()
        leading.addLayout(chips)
        leading.addWidget(self._number, 1)
        leading.addWidget(self._service)
        trailing.setSpacing(6)
        for label in (self._timer, self._bar, self._pace, self._waited, self._note, *self._stages):
            trailing.addWidget(label)
        trailing.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(PAD_PX)
        columns.addLayout(leading, 3)
        columns.addLayout(trailing, 2)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(PAD_PX, PAD_PX - 6, PAD_PX, PAD_PX - 10)
        whole.addLayout(columns, 1)
        whole.addWidget(self._why)
        return page

    def _free_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(PAD_PX, 0, PAD_PX, 0)
        column.addStretch(1)
        column.addWidget(self._free)
        column.addWidget(self._line)
        column.addWidget(self._left, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._services)
        column.addStretch(1)
        return page

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the number would not be read at a glance."""
        return QSize(480, 200)

    def show_view(self, screen: WorkplaceScreen) -> None:
        """Show the card of `screen`."""
        card = screen.card
        self.setAccessibleName(f"{self._ticket(card)} {say(STATES[card.state])}" if card else self._free_title(screen))
        self.setAccessibleDescription(card.note if card else "")
        self._pages.setCurrentIndex(1 if card is None else 0)
        if card is None:
            self._show_free(screen)
        else:
            self._show_visit(card)

    def _show_visit(self, card: VisitCard) -> None:
        number = self._language.number
        for chip, (text, tone) in zip(self._chips, self._chips_of(card), strict=True):
            chip.show_text(text, tone)
        self._number.setText(self._ticket(card))
        self._number.fit()
        self._service.show_text(card.service)
        tone = TONES[card.pace]
        self._timer.show_text(number(stopwatch(card.timer_s)), tone)
        self._show_pace(card, tone)
        self._waited.show_text(
            number(self.tr("waited {time}").format(time=minutes(card.waited_s))) if card.ticket else ""
        )
        self._note.show_text(self.tr("Note: {text}").format(text=card.note) if card.note else "")
        for label, stage in zip(self._stages, [*card.earlier[-STAGES_SHOWN:], *[None] * STAGES_SHOWN], strict=False):
            label.show_text(self._stage(stage) if stage else "")
        self._why.show_text(number(card.why))

    def _show_pace(self, card: VisitCard, tone: str) -> None:
        """Show how the timer stands against the target, as a bar and in words: colour alone says nothing to some."""
        texts = {
            Pace.IN_TIME: self.tr("target {time}"),
            Pace.OVER: self.tr("over the target of {time}"),
            Pace.LONG: self.tr("far over the target of {time}"),
        }
        told = texts[card.pace].format(time=minutes(card.target_s)) if card.target_s else ""
        self._pace.show_text(self._language.number(told), tone)
        self._bar.setVisible(bool(card.target_s))
        self._bar.setAccessibleName(told)
        self._bar.setMaximum(card.target_s or 1)
        self._bar.setValue(min(card.timer_s, card.target_s))
        give_tone(self._bar, tone)

    def _chips_of(self, card: VisitCard) -> list[tuple[str, str]]:
        state = (say(STATES[card.state]), "alert" if card.state is VisitState.CALLED else "")
        lane = say(LANES[card.lane]) if card.lane is not Lane.STANDARD else ""
        kind = say(KINDS[card.visitor_kind]) if card.visitor_kind is not None else ""
        group = self.tr("Group") if card.group else ""
        back = self.tr("Returns afterwards") if card.goes_back else ""
        return [state, (lane, "wait"), *((text, "") for text in (kind, group, back))]

    def _stage(self, stage: StageRow) -> str:
        parts = [self.tr("Before: {service}").format(service=stage.service)]
        if stage.counter is not None:
            parts.append(self.tr("counter {n}").format(n=stage.counter))
        if stage.agent:
            parts.append(stage.agent)
        if stage.outcome is not None:
            parts.append(say(OUTCOMES[stage.outcome]))
        if stage.served_s is not None:
            parts.append(self.tr("served {time}").format(time=minutes(stage.served_s)))
        return self._language.number("   ·   ".join(parts))

    def _show_free(self, screen: WorkplaceScreen) -> None:
        session = screen.session
        on_break = session is not None and session.state == "on_break"
        line = self.waiting_text(screen.waiting)
        if session is not None and on_break:
            since = self.tr("for {time}").format(time=stopwatch(session.since_s))
            line = f"{word(session.break_reason or '')}   ·   {since}"
        self._free.show_text(self._free_title(screen))
        self._line.show_text(self._language.number(line))
        self._left.show_text(*self._left_of(session if on_break else None))
        self._services.show_text("" if on_break else self._services_text(screen.services))

    def _left_of(self, session: SessionBar | None) -> tuple[str, str]:
        """Return how much of the break is left, or by how much it is over, and its tone."""
        if session is None or session.left_s is None:
            return "", ""
        over = session.left_s < 0
        text = self.tr("{time} over") if over else self.tr("{time} left")
        return self._language.number(text.format(time=stopwatch(abs(session.left_s)))), "alert" if over else ""

    def waiting_text(self, waiting: int) -> str:
        """Return how many wait, with the plural of the language; the empty list beside it says that nobody does."""
        return self.tr("%n visitor(s) waiting for your services", "", waiting) if waiting else ""

    def _services_text(self, services: tuple[str, ...]) -> str:
        return self.tr("Your services: {services}").format(services=" · ".join(services)) if services else ""

    def _free_title(self, screen: WorkplaceScreen) -> str:
        session = screen.session
        return self.tr("On a break") if session and session.state == "on_break" else self.tr("The counter is free")

    def _ticket(self, card: VisitCard | None) -> str:
        if card is None:
            return ""
        return self._language.number(card.ticket) if card.ticket else say(WALK_UP_NAME)
