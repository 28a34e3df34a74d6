"""One ticket printer, from its address to the paper: what the kiosk and the commands use."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from contracts.words.hall import PrintState
from printer.address import link_of, told_by, wire_of
from printer.composer import Composer
from printer.discovery.capability_file import AbilityFile, Unit
from printer.discovery.unit_memory import KEPT, UnitMemory
from printer.documents.letterhead import PLAIN, Letterhead
from printer.documents.missing_letters import missing_in
from printer.documents.slip_content import Slip
from printer.documents.test_slip import Trial, lay_out_trial
from printer.documents.ticket import Names, TicketContent
from printer.escpos.capabilities import Abilities
from printer.escpos.encode import warm_up
from printer.escpos.encoding_choice import Encoding
from printer.escpos.status import PrinterStatus
from printer.profiles import Link, PaperProfile, paper_of
from printer.render.logo import load_logo, logo_of
from printer.render.paper_length import length_mm
from printer.spool.attempt import ConfirmedBy, OnState
from printer.spool.conversation import Conversation
from printer.spool.reconnect import Reconnect
from printer.spool.spooler import Spooler
from printer.stored_graphics.nv_memory import ArtFile
from printer.stored_graphics.store import ArtStore
from printer.transport.wire import Fault, Wire, WireError

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PrintResult:
    """The result of one attempt. `ms` runs from the call to the end state; `text` names the fault for a technician."""

    state: PrintState
    bytes_sent: int
    confirmed_by: ConfirmedBy | None
    ms: float
    fault: Fault | None = None
    text: str = ""


class Printer:
    """A printer at a wire. Call it from one thread at a time, never the GUI thread: calls take up to some seconds."""

    def __init__(
        self,
        wire: Wire,
        paper: PaperProfile,
        link: Link,
        units: UnitMemory | None = None,
        *,
        told: Abilities | None = None,
        letterhead: Letterhead = PLAIN,
        art: ArtStore | None = None,
    ) -> None:
        self.wire = wire
        self.paper = paper
        self._composer = Composer(paper, link, answers=wire.two_way, letterhead=letterhead, art=art)
        self._own_logo = letterhead.logo is not None
        self._units = units or UnitMemory("memory:")
        self._told = told or Abilities()
        self._met = False
        self._told_missing: set[str] = set()
        self._spooler = Spooler(wire, able=self._units.unit.shown, on_ready=self._meet, begun=self._units.begun())
        self._reconnect = Reconnect()

    @property
    def abilities(self) -> Abilities:
        """What this unit can do, as far as it is known; all of it once the printer has been ready.

        What its address says of it outweighs what it has shown.
        """
        return self._told.kept_from(self._units.unit.abilities)

    @property
    def encoding(self) -> Encoding:
        """How tickets are sent to this unit, as far as it is known."""
        return self._composer.encoding(self.abilities)

    @property
    def unit(self) -> Unit:
        """The unit behind the address, as it is known now."""
        return self._units.unit

    def look(self) -> Unit:
        """Ask a printer that is ready again what it can do; raises WireError. Erases what it keeps in RAM."""
        self._composer.art.let_go()
        return self._spooler.talk_with(self._units.look)

    def _meet(self, talk: Conversation) -> None:
        unit = self._units.meet(talk)
        self._composer.art.meet(talk, f"{unit.url} {unit.identity.text}", self.abilities)
        self._met = True

    def set_letterhead(self, emblem: bytes, ministry: Names) -> None:
        """Head every paper from now on with the ministry's name and its emblem; raise LogoError where it is no emblem.

        A logo that the program was started with stays in the emblem's place.
        """
        before = self._composer.letterhead
        self._composer.letterhead = Letterhead(before.logo if self._own_logo else None, ministry)
        if emblem and not self._own_logo:
            self._composer.letterhead = Letterhead(logo_of(emblem, self.paper, "emblem"), ministry)

    def status(self) -> PrinterStatus:
        """Ask the printer how it is; ask every 2 to 10 s while idle. Never raises for what the printer does."""
        if not self._reconnect.due(self.wire.now()):
            return self._reconnect.last
        status = self._reconnect.noted(self._spooler.status(), self.wire.now())
        if status.answers and status.can_print and self.lacks_art:
            self._use(self._composer.art.add_one)
        return status

    @property
    def lacks_art(self) -> bool:
        """Whether it could keep parts of the tickets drawn so far that it does not keep yet; `status` adds one each."""
        return self._composer.lacks_art(self.abilities)

    def prepare(self, content: TicketContent) -> int:
        """Draw a ticket without printing it, so that its fixed parts are ready at the tap; returns its bytes.

        Logs, once, letters that no font of this machine has: they would come out as boxes.
        """
        warm_up()
        missing = set(missing_in(content)) - self._told_missing
        if missing:
            _LOG.warning(
                "no font of this machine has %s: names with it are printed as boxes; install fonts-noto-core",
                " ".join(sorted(missing)),
            )
            self._told_missing |= missing
        return sum(map(len, self.segments(content)))

    def segments(self, content: TicketContent) -> list[bytes]:
        """Return the bytes of a ticket in segments of at most 1 KB."""
        return self._composer.ticket(content, self.abilities)

    def print_ticket(self, content: TicketContent, attempt_id: str, on_state: OnState | None = None) -> PrintResult:
        """Print one ticket at most once.

        `attempt_id` is new for every attempt; `on_state` hears each change of state, in this thread.
        """
        return self._print(lambda: self.segments(content), attempt_id, on_state or _nobody)

    def print_trial(self, trial: Trial, attempt_id: str) -> PrintResult:
        """Print a test slip at most once; it tells a person whether head, paper width and cutter are in order."""
        slip = lay_out_trial(trial, self.paper)
        return self._print(lambda: self._composer.segments(slip, self.abilities), attempt_id, _nobody)

    def print_slip(self, slip: Slip, attempt_id: str) -> PrintResult:
        """Print the receipt of a request, or the paper with a return code, at most once."""
        return self._print(lambda: self.slip_segments(slip), attempt_id, _nobody)

    def slip_segments(self, slip: Slip) -> list[bytes]:
        """Return the bytes of a slip in segments of at most 1 KB."""
        warm_up()
        return self._composer.slip(slip, self.abilities)

    def _print(self, compose: Callable[[], list[bytes]], attempt_id: str, on_state: OnState) -> PrintResult:
        """Compose for the printer as it is now, print, and time both.

        The first time its abilities are learnt before; where it keeps pictures, they are looked for before each ticket.
        """
        start = time.perf_counter()
        if not self._met or self._composer.encoding(self.abilities).art:
            self._use(self._composer.art.check)
            self._met = True  # a printer that cannot answer is not asked before every ticket
        outcome = self._spooler.print_once(compose(), attempt_id, on_state)
        ms = (time.perf_counter() - start) * 1000
        return PrintResult(outcome.state, outcome.bytes_sent, outcome.confirmed_by, ms, outcome.fault, outcome.text)

    def _use(self, work: Callable[[Conversation], object]) -> None:
        """Do something about the pictures kept in the printer; where it fails, none is believed until it is met again.

        The status or the attempt that follows says what is wrong with the printer.
        """
        try:
            self._spooler.talk_with(work)
        except WireError:
            self._composer.art.let_go()

    def length_mm(self, content: TicketContent) -> int:
        """Return how much of the roll a ticket takes, in mm."""
        return length_mm(self._composer.blocks(content), self.paper)

    def close(self) -> None:
        """Let go of the device; the next call connects again."""
        self._spooler.close()


def open_printer(
    url: str,
    paper_mm: int = 80,
    units: AbilityFile | None = None,
    *,
    link: Link | None = None,
    logo: Path | None = None,
    art: ArtFile | None = None,
) -> Printer:
    """Return the printer at an address; it is connected at first use.

    `units` is where units are remembered; without it this one is asked what it can do once for this object. `link`
    stands in for the kind of link that the address tells. `logo` is the hall's own; `art` is where it is noted what
    lies in printers' NV memory: without it nothing is put there.
    Raises PrinterAddressError for a wrong address, PaperWidthError for a paper that is not supported and LogoError for
    a file that cannot be a logo.
    """
    paper = paper_of(paper_mm)
    plain, told = told_by(url)
    wire = wire_of(plain, paper)
    return Printer(
        wire,
        paper,
        link or link_of(plain),
        UnitMemory(plain, units),
        told=told,
        letterhead=Letterhead(load_logo(logo, paper) if logo is not None else None),
        art=ArtStore(art if url.startswith(KEPT) else None),
    )


def _nobody(_state: PrintState) -> None:
    return
