"""What a change of the set-up must not take away: services, ticket numbers and counters that somebody still needs."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Protocol

from hall.administration.model.refusals import (
    AgentNeedsServiceError,
    CounterInUseError,
    NumbersAtKioskError,
    NumbersOnPaperError,
    OfficialInUseError,
    PartnerMixedError,
    ServiceInUseError,
)
from hall.appointments.commands.official_hours import LOOKED_AHEAD_DAYS
from hall.appointments.model.ports import HasAppointments
from hall.calendar.ports import HasDays
from hall.calendar.service_day import local
from hall.kernel.ids import DeviceId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.partner import employer
from hall.kernel.settings import HallSettings, Service
from hall.offline.commands.reserve_numbers import PAPER
from hall.people.model.identity_ports import HasIdentities
from hall.queue.model.ports import HasBlocks, HasSessions, HasVisits


class InUseWork(HasAppointments, HasIdentities, HasBlocks, HasDays, HasSessions, HasVisits, Protocol):
    """What is looked at before a part of the set-up is taken away."""


def refuse_in_use(standing: HallSettings, settings: HallSettings, *, work: InUseWork, now: Moment) -> None:
    """Refuse to take away a service, its ticket numbers or a counter that somebody still needs."""
    _refuse_services_in_use(standing, settings, work, now)
    _refuse_counters_in_use(standing, settings, work)
    _refuse_officials_in_use(standing, settings, work, now)
    _refuse_wider_agents(standing, settings)


def _refuse_services_in_use(standing: HallSettings, settings: HallSettings, work: InUseWork, now: Moment) -> None:
    kept = {one.code: one for one in settings.services}
    gone = {one.code for one in standing.services} - set(kept)
    renumbered = {
        one.code for one in standing.services if one.code in kept and not _takes_tickets_of(one, kept[one.code])
    }
    day = work.days.latest()
    in_hall = work.visits.in_hall(day.day) if day else []
    holding = {code for visit in in_hall for code in (visit.service, visit.stages[0].service)}
    used = ((gone | renumbered) & holding) | (gone & set(work.appointments.booked_services(now.at)))
    if used:
        raise ServiceInUseError(f"visitors hold tickets of or have booked {', '.join(sorted(used))}")
    _refuse_numbers_given_out(gone | renumbered, work)


def _takes_tickets_of(before: Service, after: Service) -> bool:
    """Return whether every ticket of the service as it was still belongs to it."""
    wide_enough = after.first_number <= before.first_number and before.last_number <= after.last_number
    return after.prefix == before.prefix and wide_enough


def _refuse_numbers_given_out(services: Collection[ServiceCode], work: InUseWork) -> None:
    """Refuse while a kiosk may have given numbers of these services without the hall, or paper sheets have them."""
    out = [block for block in work.blocks.all() if block.service in services]
    if on_paper := {block.service for block in out if block.device == PAPER}:
        raise NumbersOnPaperError(f"paper sheets have numbers of {', '.join(sorted(on_paper))}")
    enrolled = {DeviceId(one.device) for one in work.identities.devices()}
    if at_kiosks := {block.service for block in out if block.device in enrolled}:
        raise NumbersAtKioskError(f"kiosks hold numbers of {', '.join(sorted(at_kiosks))}")


def _refuse_counters_in_use(standing: HallSettings, settings: HallSettings, work: InUseWork) -> None:
    removed = {one.number for one in standing.counters} - {one.number for one in settings.counters}
    signed_in = {session.counter for session in work.sessions.open()}
    for counter in sorted(removed):
        if counter in signed_in or work.visits.at_counter(counter) or work.visits.parked_at(counter):
            raise CounterInUseError(f"an agent is signed in at counter {counter}, or a visit is there")


def _refuse_officials_in_use(standing: HallSettings, settings: HallSettings, work: InUseWork, now: Moment) -> None:
    gone = {one.code for one in standing.officials} - {one.code for one in settings.officials}
    if not gone:
        return
    today = local(now, standing).date()
    to_come = work.appointments.with_officials(today, today + timedelta(days=LOOKED_AHEAD_DAYS))
    booked = {one.guest.official for one in to_come if one.guest and one.slot > now.at and one.visit is None}
    if used := gone & booked:
        raise OfficialInUseError(f"visitors have booked {', '.join(sorted(used))}")


def _refuse_wider_agents(standing: HallSettings, settings: HallSettings) -> None:
    """Refuse what gives agents all services, or a partner's agents the ministry's visits, without saying so."""
    gone = {one.code for one in standing.services} - {one.code for one in settings.services}
    for agent in settings.agents:
        before = standing.find_agent(agent.code)
        if before is None:
            continue
        if not agent.services and gone.intersection(before.services):
            raise AgentNeedsServiceError(f"{agent.code} serves only what is removed: give other services first")
        partner = employer(standing, agent.code)
        if partner and agent.services == before.services and employer(settings, agent.code) != partner:
            raise PartnerMixedError(f"{agent.code} works for {partner} and would see visits of others")
