"""The card of the visit in hand: its number large, where it stands, for how long, what was before."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from contracts.hall_words import Lane, VisitState
from counter_client.presenters.current_visit import Pace, StageRow, VisitCard
from counter_client.presenters.workplace import SessionBar, WorkplaceScreen
from counter_client.texts import KINDS, LANES, OUTCOMES, STATES, WALK_UP_NAME, minutes, say, stopwatch, word
from counter_client.views.canvas import LARGE_PX, RADIUS_PX, Canvas, Side, Weight, fitting, text_width
from counter_client.views.shown import Shown
from qtkit.language import Language
from qtkit.parts.painting import lines_of
from qtkit.theme import Theme

PAD_PX = 32.0
STAGE_PX = 30.0
NOTE_LINE_PX, NOTE_PAD_PX = 25.0, 15.0
NUMBER_LEAST_PX = 64.0
"""Below it the number would not be read at a glance: a long note is cut before."""
STAGES_SHOWN = 3
NUMBER_PX = 190.0
NAME_PX = 72.0
"""A visit without a ticket has a name for a number; it need not shout."""


PACES = {
    Pace.IN_TIME: ("", "ink"),
    Pace.OVER: ("", "alert"),
    Pace.LONG: ("alert_soft", "alert"),
}
"""Ground and ink of the timer."""


class VisitCardWidget(QWidget):
    """Paints one of three: the visit, the free counter, the break."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit_card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._language = language
        self._screen: WorkplaceScreen | None = None
        self._shown = Shown(language)

    def show_view(self, screen: WorkplaceScreen) -> None:
        """Show the card of `screen`."""
        self._screen = screen
        card = screen.card
        # A free counter's card tells of the break and of who waits; a visit's of nothing but the visit.
        if not self._shown.becomes(card, *((screen.session, screen.waiting) if card is None else ())):
            return
        self.setAccessibleName(f"{self._ticket(card)} {say(STATES[card.state])}" if card else self._free_title(screen))
        self.setAccessibleDescription(card.note if card else "")
        self.setToolTip(card.note if card else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at which nothing is cut."""
        return QSize(600, 340)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the number would not be read at a glance."""
        return QSize(480, 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        del event
        if self._screen is None:
            return
        painter = QPainter(self)
        canvas = Canvas.on_widget(painter, self, self._theme)
        canvas.fill(canvas.box(0, 0, canvas.width, canvas.height), "card", radius=LARGE_PX, line="line")
        card = self._screen.card
        if card is None:
            self._paint_free(canvas, self._screen)
        else:
            canvas.stripe("accent" if card.state is VisitState.CALLED else "primary", 10, radius=LARGE_PX)
            self._paint_visit(canvas, card)
        painter.end()

    def _paint_visit(self, canvas: Canvas, card: VisitCard) -> None:
        self._paint_top(canvas, card)
        width = canvas.width - 2 * PAD_PX
        lines = self._note_lines(canvas, card)
        middle = canvas.height - 64 - self._below_height(card, lines) - 44
        number = self._ticket(card)
        size = canvas.font("number", Weight.Bold)
        size.setPixelSize(int(min(NUMBER_PX if card.ticket else NAME_PX, max(middle * 0.86, 40.0))))
        box = canvas.box(PAD_PX, 58, width, middle)
        canvas.text(box, number, fitting(number, size, width), "primary_dark")
        y = 58 + middle
        font = fitting(card.service, canvas.font("lead", Weight.DemiBold), width, 15)
        canvas.text(canvas.box(PAD_PX, y, width, 36), card.service, font, "ink")
        self._paint_below(canvas, card, y + 44, lines)

    def _paint_top(self, canvas: Canvas, card: VisitCard) -> None:
        ground, ink = ("alert_soft", "alert") if card.state is VisitState.CALLED else ("primary_soft", "primary_dark")
        x = PAD_PX + canvas.chip(PAD_PX, 24, 34, say(STATES[card.state]), ground=ground, ink=ink) + 8
        if card.lane is not Lane.STANDARD:
            x += canvas.chip(x, 24, 34, say(LANES[card.lane]), ground="wait", ink="on_wait") + 8
        for text in self._chips(card):
            x += canvas.chip(x, 24, 34, text, ground="primary_soft", ink="primary_dark") + 8
        ground, ink = PACES[card.pace]
        time = self._language.number(stopwatch(card.timer_s))
        font = canvas.font("headline", Weight.Medium)
        width = text_width(time, font)
        if ground:
            canvas.fill(canvas.box(canvas.width - PAD_PX - width - 12, 16, width + 24, 50), ground, radius=RADIUS_PX)
        canvas.text(canvas.box(canvas.width - PAD_PX - 220, 18, 220, 46), time, font, ink, Side.END)
        lines = [line for line in (self._target(card), self._waited(card)) if line]
        for at, line in enumerate(lines):
            told = "alert" if card.pace is not Pace.IN_TIME and at == 0 else "ink_soft"
            box = canvas.box(canvas.width - PAD_PX - 300, 68 + 24 * at, 300, 26)
            canvas.text(box, line, canvas.font("small", Weight.Medium), told, Side.END)

    def _chips(self, card: VisitCard) -> list[str]:
        kind = say(KINDS[card.visitor_kind]) if card.visitor_kind is not None else ""
        group = self.tr("Group") if card.group else ""
        back = self.tr("Returns afterwards") if card.goes_back else ""
        return [text for text in (kind, group, back) if text]

    def _target(self, card: VisitCard) -> str:
        """Return how the timer stands against the target, in words: colour alone says nothing to some."""
        if not card.target_s:
            return ""
        texts = {
            Pace.IN_TIME: self.tr("target {time}"),
            Pace.OVER: self.tr("over the target of {time}"),
            Pace.LONG: self.tr("far over the target of {time}"),
        }
        return self._language.number(texts[card.pace].format(time=minutes(card.target_s)))

    def _waited(self, card: VisitCard) -> str:
        if not card.ticket:
            return ""
        return self._language.number(self.tr("waited {time}").format(time=minutes(card.waited_s)))

    def _note_lines(self, canvas: Canvas, card: VisitCard) -> list[str]:
        """Return the note in as many lines as it needs and the card has room for, the last one with an ellipsis."""
        if not card.note:
            return []
        note = self.tr("Note: {text}").format(text=card.note)
        metrics = QFontMetrics(canvas.font("small", Weight.Medium))
        width = int(canvas.width - 2 * PAD_PX - 28)
        lines = lines_of(note, metrics, width)
        room = canvas.height - 64 - 44 - NUMBER_LEAST_PX - self._below_height(card, [""])
        most = max(1, 1 + int(room // NOTE_LINE_PX))
        if len(lines) > most:
            rest = " ".join(lines[most - 1 :])
            lines = [*lines[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
        return lines

    def _below_height(self, card: VisitCard, note: list[str]) -> float:
        stages = min(len(card.earlier), STAGES_SHOWN)
        return (
            (STAGE_PX if card.why else 0)
            + (len(note) * NOTE_LINE_PX + NOTE_PAD_PX + 10 if note else 0)
            + (stages * STAGE_PX + 10 if stages else 0)
            + 14
        )

    def _paint_below(self, canvas: Canvas, card: VisitCard, y: float, note: list[str]) -> None:
        width = canvas.width - 2 * PAD_PX
        if card.why:
            why = self._language.number(card.why)
            font = fitting(why, canvas.font("small"), width, 12)
            canvas.text(canvas.box(PAD_PX, y - 6, width, STAGE_PX), why, font, "ink_soft")
            y += STAGE_PX
        if note:
            high = len(note) * NOTE_LINE_PX + NOTE_PAD_PX
            canvas.fill(canvas.box(PAD_PX, y, width, high), "primary_soft", radius=RADIUS_PX)
            for at, line in enumerate(note):
                box = canvas.box(PAD_PX + 14, y + NOTE_PAD_PX / 2 + at * NOTE_LINE_PX, width - 28, NOTE_LINE_PX)
                canvas.text(box, line, canvas.font("small", Weight.Medium), "primary_dark")
            y += high + 10
        for stage in card.earlier[-STAGES_SHOWN:]:
            text = self._stage(stage)
            font = fitting(text, canvas.font("small"), width, 12)
            canvas.text(canvas.box(PAD_PX, y, width, STAGE_PX), text, font, "ink_soft")
            y += STAGE_PX

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

    def _paint_free(self, canvas: Canvas, screen: WorkplaceScreen) -> None:
        width = canvas.width - 2 * PAD_PX
        y = canvas.height / 2 - 76
        title = self._free_title(screen)
        font = fitting(title, canvas.font("headline", Weight.DemiBold), width)
        canvas.text(canvas.box(PAD_PX, y, width, 64), title, font, "primary_dark", Side.CENTRE)
        session = screen.session
        if session is not None and session.state == "on_break":
            line = f"{word(session.break_reason or '')}   ·   {stopwatch(session.since_s)}"
            self._paint_left(canvas, session, y + 124)
        else:
            line = self.waiting_text(screen.waiting)
        box = canvas.box(PAD_PX, y + 74, width, 44)
        canvas.text(box, self._language.number(line), canvas.font("lead"), "ink_soft", Side.CENTRE)

    def _paint_left(self, canvas: Canvas, session: SessionBar, y: float) -> None:
        """Paint how much of the break is left, or by how much it is over."""
        if session.left_s is None:
            return
        over = session.left_s < 0
        text = self.tr("{time} over") if over else self.tr("{time} left")
        shown = self._language.number(text.format(time=stopwatch(abs(session.left_s))))
        ground, ink = ("alert_soft", "alert") if over else ("primary_soft", "primary_dark")
        font = canvas.font("lead", Weight.DemiBold)
        width = text_width(shown, font) + 48
        box = canvas.box((canvas.width - width) / 2, y, width, 48)
        canvas.fill(box, ground, radius=24)
        canvas.text(box, shown, font, ink, Side.CENTRE)

    def waiting_text(self, waiting: int) -> str:
        """Return how many wait, with the plural of the language."""
        if waiting == 0:
            return self.tr("Nobody is waiting for your services")
        return self.tr("%n visitor(s) waiting for your services", "", waiting)

    def _free_title(self, screen: WorkplaceScreen) -> str:
        session = screen.session
        return self.tr("On a break") if session and session.state == "on_break" else self.tr("The counter is free")

    def _ticket(self, card: VisitCard | None) -> str:
        if card is None:
            return ""
        return self._language.number(card.ticket) if card.ticket else say(WALK_UP_NAME)
