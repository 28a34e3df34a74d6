"""Apply settings from the centre: store them, apply them at a quiet moment, restore the old ones after a failure."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from contracts.centre.settings_document import InboxItem, SettingsReport, SignedSettings, opened
from contracts.codec.message import replace
from hall.administration.commands.in_use import InUseWork, refuse_in_use
from hall.administration.commands.named_entries import NamedEntriesWork, keep_named_entries
from hall.centre import inbox
from hall.centre.inbox import InboxWork
from hall.counters.commands.agent_access import end_access_of_removed
from hall.kernel.moment import Moment
from hall.kernel.refusals import HallError
from hall.kernel.settings import HallSettings
from hall.platform.store_ports import Store
from hall.queue.queries.board import board_view
from hall.reporting.queries.figures import queues_view
from hall.requests.commands.working_days import recompute
from hall.settings.model.history import Origin
from hall.settings.queries.hall import hall_view
from hall.settings.store import received_from_centre
from hall.settings.store.local_overrides import local_overrides
from hall.settings.store.merge import MergedSettings, MergeError, merge_settings
from hall.settings.store.received_from_centre import APPLIED, REFUSED, ROLLED_BACK, Given
from hall.settings.store.settings_store import SettingsStore

log = logging.getLogger(__name__)
T = TypeVar("T")

BY_CENTRE = "the centre"
LOOK_S = 20.0
"""How often a quiet moment is looked for."""


class SettingsWork(InUseWork, NamedEntriesWork, InboxWork, Protocol):
    """What the centre's settings change, and what is looked at when they hold."""


class SettingsSide(Store[SettingsWork], Protocol):
    """The hall's store, with its settings."""

    @property
    def settings(self) -> SettingsStore:
        """The settings as of the last commit."""
        ...

    @property
    def live_stream(self) -> str:
        """The stream of the live link."""
        ...


class SettingsDesk:
    """`sync.downlink_poller.Desk` over the hall's store; `look` is a task of the hall.

    May be used from several threads.

    `key` is the hall's settings key, empty where it was given none: then it takes no settings.
    `check` looks at the hall as its clients do, right after new settings are in force, and raises where it cannot work.
    """

    def __init__(self, store: SettingsSide, key: str, *, check: Callable[[SettingsSide], None] | None = None) -> None:
        self._store = store
        self._key = key
        self._check = check or self_check

    def settings_held(self) -> int:
        """Return the newest version of the centre's settings that is kept here, 0 for none."""
        return self._ask(received_from_centre.newest_version)

    def take_settings(self, signed: SignedSettings) -> None:
        """Keep a document to apply it at a quiet moment; ContractError where it is not the centre's word to us."""
        document = opened(signed, hall=self._store.settings().hall, key=self._key)

        def keep(work: SettingsWork, now: Moment) -> None:
            if document.version > received_from_centre.newest_version(work.connection):
                received_from_centre.keep_settings(work.connection, document.version, signed, now.at)

        self._store.commands.run(keep).result()

    def settings_told(self) -> SettingsReport | None:
        """Return the result of the newest version, with what the hall has set itself since; None if there is none."""
        return self._ask(self._told)

    def _told(self, connection: Connection) -> SettingsReport | None:
        told = received_from_centre.fate_of_newest(connection)
        if told is None or told.state != APPLIED:
            return told
        return replace(told, overrides=local_overrides(connection, self._store.settings.set_up()))

    def inbox_held(self) -> int:
        """Return the number of the last thing kept here, 0 for none."""
        return self._ask(received_from_centre.inbox_held)

    def take_inbox(self, items: Sequence[InboxItem]) -> None:
        """Take things under their numbers, each once."""
        inbox.take_items(self._store, items, key=self._key)

    def look(self) -> None:
        """Apply what waits if this is a moment for it; look whether the hall works by it, and put it back if not."""
        if self._ask(received_from_centre.waiting_settings) is None:
            return
        done = self._store.commands.run(self._apply).result()
        if done is None:
            return
        version, before, whose = done
        try:
            self._check(self._store)
        except Exception as error:
            # The edge: whatever goes wrong under new settings, the hall goes on by the old ones.
            log.exception("the hall does not work with version %d of the centre's settings; restored the old", version)
            problem = f"the self-check failed: {type(error).__name__}: {error}"
            self._store.commands.run(
                lambda work, now: self._put_back(work, now, version, before, whose, problem)
            ).result()

    def _apply(self, work: SettingsWork, now: Moment) -> tuple[int, HallSettings, dict[str, Given]] | None:
        waiting = received_from_centre.waiting_settings(work.connection)
        if waiting is None:
            return None
        version, signed = waiting
        before, whose = self._store.settings.newest, dict(received_from_centre.origins(work.connection))
        try:
            document = opened(signed, hall=before.hall, key=self._key)
            made = merge_settings(before, document, whose)
        except (MergeError, ValueError) as error:
            _refuse(work, now, version, error)
            return None
        settings = keep_named_entries(before, made.settings, work)
        if not _moment_for(made, work, at_once=document.at_once):
            return None
        try:
            refuse_in_use(before, settings, work=work, now=now)
        except HallError as refusal:
            _refuse(work, now, version, refusal)
            return None
        self._change(work, now, settings, document.by or BY_CENTRE)
        received_from_centre.mark_as_centres(work.connection, made.names, made.locked, made.own)
        received_from_centre.mark_as_halls(work.connection, made.put_back)
        received_from_centre.tell_fate(work.connection, version, APPLIED, now.at, overrides=made.overrides)
        return version, before, whose

    def _put_back(
        self, work: SettingsWork, now: Moment, version: int, before: HallSettings, whose: dict[str, Given], problem: str
    ) -> None:
        self._change(work, now, before, BY_CENTRE)
        received_from_centre.put_back(work.connection, whose)
        received_from_centre.tell_fate(work.connection, version, ROLLED_BACK, now.at, problem=problem)

    def _change(self, work: SettingsWork, now: Moment, settings: HallSettings, by: str) -> None:
        """Let these settings hold; removed agents lose PIN and session, open requests get the dates that follow."""
        end_access_of_removed(self._store.settings.newest, settings, by, work=work, now=now)
        changed = self._store.settings.change(work, settings, by=by, origin=Origin.CENTRE)
        recompute(work, changed)

    def _ask(self, question: Callable[[Connection], T]) -> T:
        return self._store.reads.read(lambda work, _now: question(work.connection)).result()


def self_check(store: SettingsSide) -> None:
    """Ask for all that clients ask for first: the hall, the board, the queues; raise whatever they raise."""

    def look(work: SettingsWork, now: Moment) -> None:
        hall_view(work=work, now=now)
        board_view(work=work, now=now, stream=store.live_stream, seq=work.seq)
        queues_view(work=work, now=now, stream=store.live_stream, seq=work.seq, estimate=lambda *_: None)

    store.reads.read(look).result()


def _refuse(work: SettingsWork, now: Moment, version: int, refusal: Exception) -> None:
    received_from_centre.tell_fate(work.connection, version, REFUSED, now.at, problem=str(refusal))
    log.warning("version %d of the centre's settings is refused: %s", version, refusal)


def _moment_for(made: MergedSettings, work: SettingsWork, *, at_once: bool) -> bool:
    """Return whether this is a moment to change.

    Nobody is signed in at a counter that goes, and nobody is in the hall, or at once where nobody in it would notice.
    """
    counters = {counter.number for counter in made.settings.counters}
    if not {session.counter for session in work.sessions.open()} <= counters:
        return False
    day = work.days.latest()
    in_hall = work.visits.in_hall(day.day) if day is not None else ()
    if not in_hall:
        return True
    if not at_once:
        return False
    services = {service.code for service in made.settings.services}
    return {visit.service for visit in in_hall} <= services
