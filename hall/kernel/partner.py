"""What the people of a partner (a bank in a premium hall) may see: the partner's visits and requests, no others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.settings import Counter, HallSettings


class Served(Protocol):
    """A stage, as far as it is of a partner or not."""

    @property
    def service(self) -> ServiceCode:
        """For what the visitor came."""
        ...

    @property
    def counter(self) -> CounterId | None:
        """The counter that has it."""
        ...

    @property
    def for_counter(self) -> CounterId | None:
        """The counter that is to have it."""
        ...


@dataclass(frozen=True)
class PartnerScope:
    """The services of a partner and the counters at which his people work."""

    services: frozenset[ServiceCode]
    counters: frozenset[CounterId]

    def sees(self, service: str, counter: int | None) -> bool:
        """Return whether what is of this service, and at or for this counter, is the partner's."""
        return service in self.services or counter in self.counters

    def sees_stage(self, stage: Served) -> bool:
        """Return whether the stage is the partner's: by its service, or by the counter that has it or is to have it."""
        return self.sees(stage.service, stage.for_counter if stage.counter is None else stage.counter)


def partner_scope(settings: HallSettings, counter: CounterId | None, agent: AgentId | None) -> PartnerScope | None:
    """Return the scope of who works at a partner's counter or only for a partner's services; None for all others."""
    partner = next((one.partner for one in settings.counters if one.number == counter), None)
    partner = partner or employer(settings, agent)
    if partner is None:
        return None
    mine = [one for one in settings.counters if one.partner == partner]
    services = frozenset(code for one in mine for code in one.services)
    return PartnerScope(services, frozenset(one.number for one in mine))


def employer(settings: HallSettings, agent: AgentId | None) -> str | None:
    """Return the partner for whose services alone the agent is set up; None where he serves the ministry's too."""
    person = settings.find_agent(agent) if agent is not None else None
    if person is None or not person.services:
        return None
    partners = {_only_partner(code, settings.counters) for code in person.services}
    return partners.pop() if len(partners) == 1 else None


def _only_partner(service: ServiceCode, counters: tuple[Counter, ...]) -> str | None:
    partners = {one.partner for one in counters if service in one.services}
    return partners.pop() if len(partners) == 1 else None
