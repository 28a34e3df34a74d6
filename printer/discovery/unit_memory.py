"""Recognise the printer behind a connection, and learn what it can do when it is not known yet."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from common.clock.wall_clock import utc_now
from printer.discovery.capability_file import AbilityFile, Unit
from printer.discovery.probing import identify, probe
from printer.escpos.capabilities import Abilities, Known
from printer.spool.conversation import Conversation
from printer.spool.print_journal import BegunMark
from printer.transport.ports import unit_key

KEPT = ("tcp:", "serial:", "usb:")
"""Links behind which a unit stands that is worth remembering; a file and a printer made of memory are new each time."""


class UnitMemory:
    """Which unit is at one address. Its file is shared by all addresses of this machine."""

    def __init__(self, url: str, file: AbilityFile | None = None, now: Callable[[], datetime] = utc_now) -> None:
        self._url = url
        self._file = file if file is not None and url.startswith(KEPT) else AbilityFile(None)
        self._now = now

    @property
    def unit(self) -> Unit:
        """The unit as it is known now; one that was never met has shown nothing."""
        return self._file.find(unit_key(self._url)) or Unit(self._url)

    def begun(self) -> BegunMark:
        """Return the mark that stands while a ticket of this unit is begun and not ended."""
        name = hashlib.sha256(unit_key(self._url).encode()).hexdigest()[:12]
        return BegunMark(self._file.beside(f"ticket_begun_{name}"))

    def meet(self, talk: Conversation) -> Unit:
        """Return the unit behind a ready connection, asked again when it is a new one; raises WireError.

        The program notices another unit by its name, or when it no longer confirms tickets as the known unit did.
        """
        known = self.unit
        if known.learnt_at is None or self._is_another(known, talk):
            return self._learn(talk)
        return known

    def look(self, talk: Conversation) -> Unit:
        """Ask the unit everything again and keep what it showed; raises WireError."""
        talk.able = replace(talk.able, process_id=Known.UNKNOWN)
        talk.signs_heard = None
        return self._learn(talk)

    def _learn(self, talk: Conversation) -> Unit:
        """Probe the unit and keep what it showed. A person's word stays while the unit keeps its name."""
        before, found = self.unit, probe(talk)
        told = before.told if before.learnt_at is None or before.identity == found.identity else Abilities()
        unit = Unit(self._url, found.identity, found.abilities, told, self._now())
        self._keep(unit)
        return unit

    def tell(self, said: Mapping[str, Known]) -> Unit:
        """Keep what a person says; it outweighs what the unit shows. UNKNOWN takes an earlier word back."""
        unit = replace(self.unit, told=replace(self.unit.told, **said))
        self._keep(unit)
        return unit

    def forget(self) -> bool:
        """Forget the unit, as after its exchange for another; say whether it was known."""
        return self._file.forget(unit_key(self._url))

    def _keep(self, unit: Unit) -> None:
        self._file.keep(unit_key(self._url), unit)

    def _is_another(self, known: Unit, talk: Conversation) -> bool:
        before, now = known.shown, talk.able
        if before.fence.yes and not now.fence.yes:
            return True
        if known.identity.text:
            return identify(talk) != known.identity
        return False
