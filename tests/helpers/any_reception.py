"""What reception and the officials' desk do on a random day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hall.appointments.commands.appointments import (
    Book,
    CancelAppointment,
    CheckInVisit,
    book,
    cancel_appointment,
    check_in,
)
from hall.appointments.commands.officials import (
    BookOfficial,
    MoveAppointment,
    book_official,
    move_appointment,
    official_of,
    slots_on,
)
from hall.kernel.ids import DeviceId, VisitId
from hall.queue.commands.link_group import LinkGroup, UnlinkGroup, link_group, unlink_group
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.commands.reception.change_service import ChangeService, change_service
from hall.queue.commands.reception.undo import Undo, undo
from hall.queue.model.visit import Visit
from hall.queue.queries.ticket_paper import AskTicket, Reprint, ask_ticket, reprint
from tests.helpers.any_model import AnyModel
from tests.helpers.any_world import OFFICE, SERVICES, TrueMoment
from tests.helpers.example_hall import LANDS
from tests.helpers.replacing import replace

KIOSKS = (None, DeviceId("kiosk-1"))


class AnyReception(AnyModel):
    """Books, links, corrects and reprints."""

    def appoint(self) -> None:
        ahead_s = self.chance.choice([-200, 300, 1500]) + 1
        slot = self.clock.at + timedelta(seconds=max(ahead_s, 301))
        number = f"{self.chance.randrange(10**7, 10**8)}"
        if self.do(book, Book(LANDS, slot, (number,), "reception")) is None:
            return
        self.advance(self.chance.choice([0, 60, 280]))
        ahead_now_s = (slot - self.clock.at).total_seconds() - 1  # the command comes a second later
        at_s = self.true_s + 1 + ahead_now_s
        self.slot_of[number] = TrueMoment(at_s, self.off_s, self.boot, self.booted_s)
        self.do(check_in, CheckInVisit(number, self.name(), "kiosk-1"))

    def official(self) -> None:
        """Book with the official, or have a booking arrive, moved or given up."""
        chance, settings = self.chance, self.hall.settings
        director = official_of("director", settings)
        ahead = [at for at in slots_on(director, self.local().date(), settings) if at > self.clock.at][:6]
        known = chance.choice(self.bookings[-8:]) if self.bookings else ""
        what = chance.choice(["book", "book", "arrive", "arrive", "move", "cancel"])
        if what == "book" and ahead:
            number = f"{chance.randrange(10**7, 10**8)}"
            if self.do(book_official, BookOfficial("director", chance.choice(ahead), (number,), "reception")):
                self.bookings.append(number)
        elif what == "move" and ahead and known:
            self.do(move_appointment, MoveAppointment(known, chance.choice(ahead), "reception", lambda *_of: None))
        elif what == "cancel" and known:
            self.do(cancel_appointment, CancelAppointment(known, "reception"))
        elif what == "arrive" and known:
            self.arrive(known)

    def arrive(self, number: str) -> None:
        """Let the holder of a booking in; he is ranked from his slot."""
        slot = self.hall.stored.appointments[number].slot
        ahead_s = (slot - self.clock.at).total_seconds() - 1  # the command comes a second later
        self.slot_of[number] = TrueMoment(self.true_s + 1 + ahead_s, self.off_s, self.boot, self.booted_s)
        self.do(check_in, CheckInVisit(number, self.name(), "kiosk-1"))

    def at_reception(self) -> None:
        """Link a group, part one, change a service and perhaps back, or print a ticket again."""
        chance = self.chance
        one, other, here = self.some("waiting"), self.some("waiting"), self.some("waiting", "called", "no_show")
        linked = [name for name in self.groups if self.place[name] == "waiting"]
        options: list[tuple[Any, object]] = []
        if one and other:
            self.named += 1
            options += [(link_group, LinkGroup(f"g{self.named}", (one, other), "reception"))] * 2
            options += [(change_service, ChangeService(one, chance.choice((*SERVICES, OFFICE)), "reception"))]
        if linked:
            options += [(unlink_group, UnlinkGroup((VisitId(chance.choice(linked)),), "reception"))] * 2
        if here:
            seen = self.hall.stored.visits[here].reprints + chance.choice([0, 0, 0, -1])
            options += [
                (reprint, Reprint(here, lambda many: f"{here}-{many}", seen, "reception", chance.choice(KIOSKS)))
            ]
            options += [(ask_ticket, AskTicket(here, DeviceId("kiosk-1"), "reception"))]
        if options:
            self.do(*chance.choice(options))

    def correct(self) -> None:
        """Do something by mistake and take it back at once: all is as it was, but for the facts."""
        one = self.some("waiting")
        if one is None:
            return
        before = self.hall.visit(one)
        if self.chance.random() < 0.5:
            if self.do(cancel, Cancel(one, "reception")) and self.do(undo, Undo(one, "reception")):
                self.must_be(before)
            return
        other = self.chance.choice([service for service in SERVICES if service != before.service])
        if self.do(change_service, ChangeService(one, other, "reception")):
            self.do(change_service, ChangeService(one, before.service, "reception"))
            self.must_be(before)

    def must_be(self, before: Visit) -> None:
        """Hold a visit against what it was before it was changed by mistake."""
        now = self.hall.visit(before.id)
        kept = [(one.lane, one.state, one.group, one.stage) for one in (before, now)]
        kept = [(*rest, replace(stage, changed_from=None)) for *rest, stage in kept]
        assert kept[0] == kept[1], f"{before.id} is not what it was"
