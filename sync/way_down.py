"""Fetch what the centre has for this hall: newer settings, what came in elsewhere; tell what became of the settings."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Protocol

from contracts.codec import ContractError
from contracts.settings_document import InboxItem, SettingsTold, SignedSettings
from sync.verdict import UplinkError

log = logging.getLogger(__name__)


class Desk(Protocol):
    """Where a hall keeps what the centre sends; each write is durable when it returns."""

    def settings_held(self) -> int:
        """Return the newest version of the centre's settings that is kept here, 0 for none."""
        ...

    def take_settings(self, signed: SignedSettings) -> None:
        """Keep a document; ContractError where it is not the centre's word to this hall. It is applied later."""
        ...

    def settings_told(self) -> SettingsTold | None:
        """Return what became of the newest version, None where there is none."""
        ...

    def inbox_held(self) -> int:
        """Return the number of the last thing kept here, 0 for none."""
        ...

    def take_inbox(self, items: Sequence[InboxItem]) -> None:
        """Keep things under their numbers, each once."""
        ...


class DownWire(Protocol):
    """The wire's part for the way down; each raises UplinkError where no answer of the centre came."""

    def newer_settings(self, version: int) -> SignedSettings | None:
        """Return settings newer than `version`, None where there are none."""
        ...

    def tell_settings(self, told: SettingsTold) -> bool:
        """Tell what became of a version and say whether it arrived."""
        ...

    def inbox_after(self, number: int) -> Sequence[InboxItem]:
        """Return what came in after `number`."""
        ...


class WayDown:
    """Fetches and tells, one `turn` at a time, from sync's thread."""

    def __init__(self, desk: Desk, wire: DownWire) -> None:
        self._desk = desk
        self._wire = wire
        self._told: SettingsTold | None = None
        self._refused: str | None = None

    def turn(self) -> None:
        """Fetch what is new and tell what is not told yet; a failure is for the next turn."""
        try:
            self._fetch_settings()
            told = self._desk.settings_told()
            if told is not None and told != self._told and self._wire.tell_settings(told):
                self._told = told
            self._fetch_inbox()
        except UplinkError:
            return

    def _fetch_settings(self) -> None:
        signed = self._wire.newer_settings(self._desk.settings_held())
        if signed is None or signed.signature == self._refused:
            return
        try:
            self._desk.take_settings(signed)
        except ContractError as error:
            # Told once, not every minute: nothing here can mend it.
            self._refused = signed.signature
            log.warning("settings that came from the centre are not taken: %s", error)

    def _fetch_inbox(self) -> None:
        held = self._desk.inbox_held()
        items = self._wire.inbox_after(held)
        numbers = [item.number for item in items]
        if numbers != list(range(held + 1, held + 1 + len(numbers))):
            log.warning("the centre's inbox has a gap after %d: nothing of it is taken", held)
        elif items:
            self._desk.take_inbox(items)
