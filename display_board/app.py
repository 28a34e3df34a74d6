"""Compose the board from its parts and run it."""

from __future__ import annotations

import logging
import signal
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject, QTimer

from contracts.codec.reader import from_json
from contracts.live import FactMessage, Snapshot
from contracts.queue.answers import Problem
from contracts.queue.queues_view import QueuesView
from contracts.settings.hall_view import DayView, HallView
from display_board.board import Board, BoardClocks, BoardManners
from display_board.calls.freshness import FRESH_S
from display_board.calls.log import BoardLog, spoken_before
from display_board.calls.presenter import BoardInputs
from display_board.calls.state import BoardState
from display_board.config import BoardConfig
from display_board.drawing.sizes import BoardSizes, Parts, Screen, board_sizes
from display_board.drawing.wording import Wording
from display_board.header.presenter import derive_clock
from display_board.media.show import media_show
from display_board.notices.presenter import derive_timed
from display_board.sound.player import Player, SystemPlayer, find_players
from display_board.speech.chime import Chime
from display_board.speech.opening_test import OpeningTest
from display_board.speech.sound_report import SoundReport
from display_board.voice.ready import ready_sounds
from display_board.waiting.poll import WaitingPoll
from display_board.waiting.presenter import derive_waiting
from display_board.window import BoardWindow
from qtkit.hall.emblems import Emblems
from qtkit.hall.heartbeats import SignsOfLife
from qtkit.hall.problems import Answer
from qtkit.look.theme import NIGHT, Theme
from qtkit.program.crash_guard import CrashGuard, restart
from qtkit.program.shell import Shell
from qtkit.program.watchdog import Heartbeat
from qtkit.video import find_decoder

log = logging.getLogger(__name__)

_ASK_AGAIN = timedelta(minutes=1)
LOOK = "look"
"""The word in a recall's detail by which an agent asks a visitor who cannot hear to look at the board."""


class BoardProgram(QObject):
    """One board with its window, link and clock; `start()` connects it to the hall."""

    def __init__(
        self,
        config: BoardConfig,
        *,
        player: Player | None,
        clocks: BoardClocks | None = None,
        shell: Shell | None = None,
    ) -> None:
        super().__init__()
        self.config = config
        self.clocks = clocks if clocks is not None else BoardClocks()
        self.shell = shell if shell is not None else Shell("board", config.shell, palette=NIGHT)
        theme = self.shell.theme
        sizes = sizes_for(config, theme)
        self.wording = Wording(self.shell.language, config.language)
        self.record = BoardLog(config.log, now=self.clocks.now)
        self.chime = Chime(lambda: ready_sounds(config.voices, config.voice_names), player, parent=self)
        self.window = BoardWindow(theme, sizes, self.wording, steady_s=self.clocks.steady_s)
        self.board = self._board(sizes.rows)
        self.opening = OpeningTest(self.chime, self.shell.calls, self.wording.tags)
        self.waiting = WaitingPoll(self.shell.calls, parent=self) if sizes.figures_px else None
        self.media = media_show(
            self.window.media,
            None if config.numbers_only else config.media,
            picture_s=config.picture_s,
            ground=NIGHT.ground,
            decoder=find_decoder(),
            parent=self,
        )
        self._queues: QueuesView | None = None
        self._zone: ZoneInfo | None = None
        self._asked_on: datetime | None = None
        self._clock = QTimer(self)
        self._clock.setObjectName("board_clock")
        self.emblems = Emblems(self.shell.addresses, ("dark",), self)
        self.emblems.changed.connect(lambda _ground, file: self.window.header.show_emblem(file))
        self.signs = SignsOfLife(self.shell.calls, self.window, parent=self)
        self.sound = SoundReport(self.shell.calls, self._is_silent, self, voices=lambda: self.chime.synthetic)
        self._connect()
        self.record.write("started", {"muted": self.chime.is_muted, "rows": sizes.rows})

    def _board(self, rows: int) -> Board:
        config = self.config
        spoken = spoken_before(config.log) if config.log else frozenset()
        return Board(
            self.window,
            self.chime,
            self.record,
            manners=BoardManners(self.wording.tags, rows, config.shown_large_s, spoken),
            inputs=BoardInputs(BoardState(zone=config.zone), numbers_only=config.numbers_only),
            clocks=self.clocks,
            parent=self,
        )

    def start(self) -> None:
        """Show the window and speak to the hall."""
        self.shell.show(self.window)
        self._tick()
        self._clock.start(1000)
        self.chime.prepare()
        self.shell.link.start()
        self.shell.renewal.start()
        for part in (self.waiting, self.media, self.signs):
            if part is not None:
                part.start()

    def stop(self) -> None:
        """Hang up, end the sound and close the record."""
        self.shell.link.stop()
        self.shell.renewal.stop()
        self.emblems.stop()
        for part in (self.waiting, self.media, self.signs, self.sound):
            if part is not None:
                part.stop()
        self.chime.stop()
        self.record.close()

    def _connect(self) -> None:
        self._clock.timeout.connect(self._tick)
        link, board = self.shell.link, self.board
        link.online.connect(board.online)
        link.online.connect(self._report_sound)
        self.chime.muted.connect(self.sound.report)
        self.chime.checked.connect(self.sound.report)
        self.chime.counted.connect(self.sound.report)
        link.refused.connect(board.refused)
        link.snapshot.connect(self._snapshot)
        link.fact.connect(self._fact)
        if self.waiting is not None:
            self.waiting.told.connect(self._told_waiting)

    def _report_sound(self, online: bool) -> None:  # a signal's argument
        if online:
            self.sound.report()

    def _is_silent(self) -> bool | None:
        """Return whether calls are silent although they should be heard; None before the player was checked."""
        return self.chime.is_muted and not self.config.mute if self.chime.is_checked else None

    def _snapshot(self, snapshot: Snapshot) -> None:
        self._take_hall(snapshot.hall)
        self.board.snapshot(snapshot)
        self._tick()
        if self.waiting is not None and snapshot.queues is not None:
            self._told_waiting(snapshot.queues)

    def _fact(self, fact: FactMessage) -> None:
        self.board.fact(fact)
        self.opening.follow(fact, self.board.inputs.state.hall, self.board.hall_now())
        # A new day has other prayers and other hours; a closed one has no more calls.
        if fact.kind in {"settings_changed", "day_opened", "day_closed"}:
            self._ask_hall()
        if fact.kind == "visit_recalled" and fact.detail.get(LOOK):
            self._look_at_me(fact)

    def _look_at_me(self, fact: FactMessage) -> None:
        """Flash the whole screen where the agent asked for it and the call is this board's."""
        if abs((self.board.hall_now() - fact.at).total_seconds()) > FRESH_S:
            return
        lines = (self.window.view.large, *self.window.view.lines) if self.window.view is not None else ()
        for line in lines:
            if line is not None and fact.visit is not None and line.visit == fact.visit.visit:
                self.window.look_at_me(line, line.key)

    def _told_waiting(self, queues: QueuesView) -> None:
        self._queues = queues
        self._show_waiting()

    def _show_waiting(self) -> None:
        state = self.board.inputs.state
        self.window.show_figures(derive_waiting(self._queues, state.hall, state.zone))

    def _ask_hall(self) -> None:
        self.shell.calls.call("GET", "/hall", None, self._hall_answered)

    def _hall_answered(self, answer: Answer | None, problem: Problem | None) -> None:
        if answer is None:
            log.warning("the hall's new settings could not be read: %s", problem.detail if problem else "no content")
            return
        hall = from_json(HallView, answer)
        self._take_hall(hall)
        self.board.hall_changed(hall)
        self._tick()

    def _take_hall(self, hall: HallView) -> None:
        self.emblems.follow(hall.brand)
        self.shell.language.set_digits(hall.digits)
        try:
            self._zone = ZoneInfo(hall.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            if self._zone is None:
                log.warning("time zone %s is not known here: the clock shows this computer's time", hall.time_zone)

    def _tick(self) -> None:
        now, hall = self.board.hall_now(), self.board.inputs.state.hall
        if hall is not None:  # before, the hall's time zone is not known: no clock is better than another place's
            local: datetime = now.astimezone(self._zone)
            if self._is_of_yesterday(hall.day, local):
                self._asked_on = local
                self._ask_hall()
            offset = hall.hijri_offset_days
            clocks = (derive_clock(local, tag, hijri_offset_days=offset) for tag in self.wording.tags)
            self.window.show_clocks(tuple(clocks))
        self.window.show_timed(derive_timed(hall.timed, now, self._zone) if hall is not None else None)
        if self.waiting is not None:
            self._show_waiting()

    def _is_of_yesterday(self, day: DayView, local: datetime) -> bool:
        """Return whether "closed" is yesterday's; no fact tells of midnight, so the hall is asked each minute."""
        is_old = day.state == "closed" and day.service_day < local.date()
        return is_old and (self._asked_on is None or abs(local - self._asked_on) >= _ASK_AGAIN)


def sizes_for(config: BoardConfig, theme: Theme) -> BoardSizes:
    """Return the sizes of this board's parts; say so where numbers cannot be read from the farthest seat."""
    words = not config.numbers_only
    parts = Parts(figures=config.waiting and words, media=config.media is not None and words)
    sizes = board_sizes(Screen(theme.width_px, theme.height_px, theme.inches, config.viewing_m), parts)
    if not sizes.enough:
        log.warning(
            "numbers on %g inches are too small for %g m: use a larger screen, or set --viewing-m if it is nearer",
            theme.inches,
            config.viewing_m,
        )
    return sizes


def start(config: BoardConfig) -> int:
    """Run the board until it gets the command to end; return the exit code."""
    if config.mute:
        log.info("calls are shown without sound: --mute was given")
    program = BoardProgram(config, player=None if config.mute else SystemPlayer(find_players()))
    for number in (signal.SIGTERM, signal.SIGINT):
        # Not quit(): that closes the window first, and what still wants to paint then has nothing to paint on.
        signal.signal(number, lambda *_: program.shell.app.exit(0))
    guard = CrashGuard(lambda pause_s: QTimer.singleShot(round(pause_s * 1000), restart))
    if config.shell.picture is None:
        guard.install()
    program.start()
    heartbeat = Heartbeat(parent=program.shell)
    # Once the first paint is through: a program that cannot show anything is not up.
    QTimer.singleShot(0, heartbeat.start)
    try:
        return int(program.shell.app.exec())
    finally:
        heartbeat.stop()
        program.stop()
