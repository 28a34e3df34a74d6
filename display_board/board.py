"""The running board: turns the messages of the live link into the screen, the sound and the log of calls."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer

from common.clock.wall_clock import utc_now
from contracts.live import ANNOUNCING_KINDS, FactMessage, Snapshot
from contracts.queue.answers import BoardCall
from contracts.settings.hall_view import HallView
from display_board.calls.announcing import (
    SHOWN_LARGE_S,
    Announcement,
    Announcing,
    Turn,
    hear,
    settled,
    sound_ended,
    take_turn,
)
from display_board.calls.freshness import Freshness, came_online, hall_now, is_fresh, judge_fact, went_offline
from display_board.calls.log import BoardLog, call_fields
from display_board.calls.presenter import BoardInputs, derive_now_calling
from display_board.calls.repeating import CALLS_REPEATED, calls_to_repeat
from display_board.calls.state import CallKey, call_key, fold, from_snapshot, on_day, unheard, unseen
from display_board.speech.announcement_rules import fresh_s_of, speech_at
from display_board.speech.chime import Chime, Said
from display_board.window import BoardWindow

PAGE_MS = 6_000
"""How long one page of the list stands when more calls are awaited than there are rows."""


@dataclass(frozen=True)
class BoardManners:
    """How this board shows and speaks: languages in order, rows of the list, seconds a call stands large at least."""

    languages: tuple[str, ...]
    rows: int
    shown_large_s: float = SHOWN_LARGE_S
    spoken_before: frozenset[CallKey] = frozenset()
    """What it had spoken before it was started again, by its record."""


@dataclass(frozen=True)
class BoardClocks:
    """Where the board takes its time from: seconds that never jump, and this computer's instant."""

    steady_s: Callable[[], float] = field(default=time.monotonic)
    now: Callable[[], datetime] = field(default=utc_now)


class Board(QObject):
    """Connect a link's signals to `online`, `refused`, `snapshot` and `fact`; all else follows."""

    def __init__(
        self,
        window: BoardWindow,
        chime: Chime,
        record: BoardLog,
        *,
        manners: BoardManners,
        inputs: BoardInputs | None = None,
        clocks: BoardClocks | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._chime, self._record, self._manners = window, chime, record, manners
        self._clocks = clocks if clocks is not None else BoardClocks()
        self._inputs = replace(inputs or BoardInputs(), rows=manners.rows)
        self._announcing = Announcing()
        self._freshness = Freshness()
        self._unshown: dict[CallKey, Announcement] = {}
        self._turn_over = _timer(self, "board_turn", self.next_turn, single=True)
        self._page = _timer(self, "board_page", self.turn_page, single=False)
        chime.muted.connect(self._muted)
        window.painted.connect(self._painted)
        self._show()

    @property
    def inputs(self) -> BoardInputs:
        """Return all that decides the screen now."""
        return self._inputs

    def hall_now(self) -> datetime:
        """Return the instant by the hall's clock, as far as the board has learnt how its own one is off."""
        return hall_now(self._freshness, self._clocks.now())

    def online(self, online: bool) -> None:  # a signal's argument
        """Note that the link was connected or cut."""
        at_s = self._clocks.steady_s()
        self._freshness = came_online(self._freshness, at_s=at_s) if online else went_offline(self._freshness)
        refused = None if online else self._inputs.refused
        self._inputs = replace(self._inputs, online=online, refused=refused)
        self._record.write("online" if online else "cut_off")
        self._show()

    def refused(self, code: str) -> None:
        """Note that the hall does not know this board."""
        if code in {"token_unknown", "role_refused", "certificate_refused"}:
            self._inputs = replace(self._inputs, refused=code)
            self._record.write("refused", {"code": code})
            self._show()

    def snapshot(self, snapshot: Snapshot) -> None:
        """Show the hall's state; calls that are new to this board are spoken only if they are seconds old."""
        before = self._inputs.state
        after = from_snapshot(snapshot, before.zone)
        self._inputs = replace(self._inputs, state=after)
        self._freshness = replace(self._freshness, fresh_s=fresh_s_of(after.hall))
        self._record.write("snapshot", {"seq": snapshot.seq, "calls": len(after.calls), "recent": len(after.recent)})
        now = self._clocks.now()
        for call in unseen(before, after):
            self._hear(Announcement(snapshot.seq, call), fresh=False)
        for call in unheard(before, after):
            fresh = is_fresh(self._freshness, call.recalled_at or call.called_at, now=now)
            self._hear(Announcement(snapshot.seq, call), fresh=fresh and not self._spoke(call))
        self.next_turn()

    def fact(self, fact: FactMessage) -> None:
        """Process one fact: fold it into the state, and announce it if it is a call."""
        if fact.seq <= self._inputs.state.seq:
            return
        state = fold(self._inputs.state, fact)
        self._inputs = replace(self._inputs, state=state)
        now, at_s = self._clocks.now(), self._clocks.steady_s()
        self._freshness, fresh = judge_fact(self._freshness, fact.at, now=now, at_s=at_s)
        call = state.known(fact.visit.visit) if fact.visit is not None and fact.kind in ANNOUNCING_KINDS else None
        if call is not None:
            self._hear(Announcement(fact.seq, call), fresh=fresh)
        if fact.kind == CALLS_REPEATED and fresh:
            for standing in calls_to_repeat(state, self._announcing, self.hall_now()):
                again = Announcement(fact.seq, standing, again=True)
                self._announcing, _ = hear(self._announcing, again, fresh=True)
        self.next_turn()

    def hall_changed(self, hall: HallView) -> None:
        """Show the hall's new names, services and notices, and speak as it is set."""
        self._freshness = replace(self._freshness, fresh_s=fresh_s_of(hall))
        state = replace(on_day(self._inputs.state, hall.day.service_day), hall=hall, notices=hall.notices)
        self._inputs = replace(self._inputs, state=state)
        self._show()

    def _hear(self, announcement: Announcement, *, fresh: bool) -> None:
        self._announcing, heard = hear(self._announcing, announcement, fresh=fresh)
        self._record.write("heard", {**_named(announcement), "became": heard.value})
        for key in [key for key in self._unshown if key[0] == announcement.call.visit]:
            self._record.write("superseded", _named(self._unshown.pop(key)))
        self._unshown[call_key(announcement.call)] = announcement

    def next_turn(self) -> None:
        """End a turn that is over, begin the next one, and show."""
        at_s = self._clocks.steady_s()
        self._announcing, turn = take_turn(
            settled(self._announcing, at_s=at_s, shown_large_s=self._manners.shown_large_s), at_s=at_s
        )
        self._inputs = replace(self._inputs, announced=self._announcing.current)
        self._show()
        if turn is not None:
            self._say(turn)
        else:
            self._await_turn_over()

    def _say(self, turn: Turn) -> None:
        call = turn.announcement.call
        now = self.hall_now()
        speech = speech_at(self._inputs.state.hall, self._manners.languages, now)
        languages = speech.languages[:1] if turn.brief else speech.languages
        if speech.silent_because:
            self._after_speech(turn, languages, Said((), (), speech.silent_because))
            return
        self._chime.say(
            call.ticket,
            call.counter,
            languages,
            lambda said: self._after_speech(turn, languages, said),
            chime=speech.chime,
            percent=speech.percent,
        )

    def _spoke(self, call: BoardCall) -> bool:
        """Return whether this board spoke the call before it was started again: a power cut is no second call."""
        return call_key(call) in self._manners.spoken_before

    def _after_speech(self, turn: Turn, languages: tuple[str, ...], said: Said) -> None:
        named = {**_named(turn.announcement), "languages": list(languages)}
        why = {"because": said.silent_because} if said.silent_because else {"missing": list(said.missing)}
        event = "not_spoken" if said.silent_because else "spoken"
        self._record.write("said_again" if turn.announcement.again else event, {**named, **why})
        self._announcing = sound_ended(self._announcing)
        self._await_turn_over()

    def _await_turn_over(self) -> None:
        # Started again when the turn is not over yet: a timer that fires a little early must not end the announcing.
        if self._announcing.current is not None and not self._announcing.sounding:
            left_s = self._announcing.begun_s + self._manners.shown_large_s - self._clocks.steady_s()
            self._turn_over.start(max(1, ceil(left_s * 1000)))

    def _muted(self, muted: bool) -> None:  # a signal's argument
        self._record.write("muted" if muted else "heard_again")

    def turn_page(self) -> None:
        """Show the next page of the list; a timer does so while more calls are awaited than there are rows."""
        self._inputs = replace(self._inputs, page=self._inputs.page + 1)
        self._show()

    def _show(self) -> None:
        view = derive_now_calling(self._inputs)
        if view.pages > 1 and not self._page.isActive():
            self._page.start(PAGE_MS)
        elif view.pages == 1 and self._page.isActive():
            self._page.stop()
            self._inputs = replace(self._inputs, page=0)
        self._window.show_view(view)
        self._give_up_passed()

    def _painted(self, visible: frozenset[CallKey]) -> None:
        for key in visible & self._unshown.keys():
            self._record.write("shown", _named(self._unshown.pop(key)))

    def _give_up_passed(self) -> None:
        """Record calls that were over before there was room to show them (many at once, after a cut)."""
        state = self._inputs.state
        pending = {
            call_key(one.call) for one in (*self._announcing.waiting, self._announcing.current) if one is not None
        }
        kept = pending | {call_key(call) for call in (*state.calls, *state.recent)}
        for key in self._unshown.keys() - kept:
            self._record.write("passed", _named(self._unshown.pop(key)))


def _timer(parent: QObject, name: str, then: Callable[[], None], *, single: bool) -> QTimer:
    timer = QTimer(parent)
    timer.setObjectName(name)
    timer.setSingleShot(single)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(then)
    return timer


def _named(one: Announcement) -> dict[str, object]:
    return call_fields(one.seq, one.call)
