"""Fetch newer settings and inbox items for this hall from the centre, and report what the hall did with settings."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from common.clock.wall_clock import utc_now
from contracts.centre.settings_document import InboxItem, SettingsReport, SignedSettings
from contracts.codec.reader import ContractError
from sync.verdict import UplinkError

log = logging.getLogger(__name__)

REFUSED = "refused"
PAGES = 5
"""Pages of the inbox that one turn takes at most: live figures and batches wait meanwhile."""


@dataclass(frozen=True)
class InboxStatus:
    """How the inbox stands at the hall.

    `taken` is the number of the last item kept here (0: none), `asked_at` when the centre last answered, `problem` why
    its items are not taken, `unanswered` why the centre gave no answer since; both are empty while all is well.
    """

    taken: int = 0
    asked_at: datetime | None = None
    problem: str = ""
    unanswered: str = ""


class Desk(Protocol):
    """Where a hall keeps what the centre sends; each write is durable when it returns."""

    def settings_held(self) -> int:
        """Return the newest version of the centre's settings that is kept here, 0 for none."""
        ...

    def take_settings(self, signed: SignedSettings) -> None:
        """Keep a document; ContractError where it is not the centre's word to this hall. It is applied later."""
        ...

    def settings_told(self) -> SettingsReport | None:
        """Return the result of the newest version, or None if there is none."""
        ...

    def inbox_held(self) -> int:
        """Return the number of the last thing kept here, 0 for none."""
        ...

    def take_inbox(self, items: Sequence[InboxItem]) -> None:
        """Keep things under their numbers, each once."""
        ...


class DownWire(Protocol):
    """The part of the wire that reads from the centre; each method raises UplinkError if the centre does not answer."""

    def newer_settings(self, version: int) -> SignedSettings | None:
        """Return settings newer than `version`, None where there are none."""
        ...

    def tell_settings(self, told: SettingsReport) -> bool:
        """Report the result of a version; return whether the report arrived."""
        ...

    def inbox_after(self, number: int) -> Sequence[InboxItem]:
        """Return what came in after `number`."""
        ...


class WayDown:
    """Fetches and tells, one `turn` at a time, from sync's thread; `inbox` may be read from any thread."""

    def __init__(self, desk: Desk, wire: DownWire, *, now: Callable[[], datetime] = utc_now) -> None:
        self._desk = desk
        self._wire = wire
        self._now = now
        self.inbox = InboxStatus()
        self._told: SettingsReport | None = None
        self._refused: str | None = None
        self._not_taken: SettingsReport | None = None

    def turn(self) -> None:
        """Fetch what is new and tell what is not told yet; a failure is for the next turn."""
        try:
            self._fetch_settings()
            told = self._not_taken or self._desk.settings_told()
            if told is not None and told != self._told and self._wire.tell_settings(told):
                self._told = told
            self._fetch_inbox()
        except UplinkError as error:
            self.inbox = replace(self.inbox, unanswered=str(error))

    def _fetch_settings(self) -> None:
        signed = self._wire.newer_settings(self._desk.settings_held())
        if signed is None or signed.signature == self._refused:
            return
        try:
            self._desk.take_settings(signed)
            self._not_taken = None
        except ContractError as error:
            # Reported once, not every minute: the hall cannot correct it.
            self._refused = signed.signature
            self._not_taken = self._refusal(signed, str(error))
            log.warning("settings that came from the centre are not taken: %s", error)

    def _refusal(self, signed: SignedSettings, problem: str) -> SettingsReport | None:
        """Return the answer to the centre about a document that is not believed; None where it names no version."""
        try:
            version = json.loads(signed.document)["version"]
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        return SettingsReport(version, REFUSED, self._now(), problem) if isinstance(version, int) else None

    def _fetch_inbox(self) -> None:
        """Take what came in; asking again after each page tells the centre at once that it was taken."""
        for _ in range(PAGES):
            if not self._take_page():
                return

    def _take_page(self) -> bool:
        held = self._desk.inbox_held()
        self.inbox = replace(self.inbox, taken=held)
        items = self._wire.inbox_after(held)
        problem = _order_problem(held, [item.number for item in items])
        if problem and problem != self.inbox.problem:
            log.warning("the centre's inbox is not taken: %s", problem)
        taken = bool(items) and not problem
        if taken:
            self._desk.take_inbox(items)
        self.inbox = InboxStatus(self._desk.inbox_held(), self._now(), problem)
        return taken


def _order_problem(held: int, numbers: Sequence[int]) -> str:
    """Return what is wrong with the order of new items, empty where each number is higher than the one before it.

    Numbers have gaps: the centre takes the millisecond in which an item came.

    >>> _order_problem(7, [9, 1795911515145]), _order_problem(0, [])
    ('', '')
    >>> _order_problem(7, [9, 9])
    'item 9 came after item 9'
    """
    for before, number in zip([held, *numbers], numbers, strict=False):
        if number <= before:
            return f"item {number} came after item {before}"
    return ""
