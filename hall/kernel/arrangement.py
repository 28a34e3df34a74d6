"""What the hall head changes of the set-up for one service day: by whom, since when and what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from contracts.words.hall import ArrangementKind
from hall.kernel.ids import AgentId, CounterId, ServiceCode


@dataclass(frozen=True)
class Arrangement:
    """One change for the service day; `kind` says which of the other fields it has. It ends with its day."""

    id: str
    kind: ArrangementKind
    by: str
    at: datetime
    day: date
    service: ServiceCode | None = None
    """Of `service_open` and `service_closed`."""
    counter: CounterId | None = None
    """Of `counter_reserved`."""
    agent: AgentId | None = None
    """Of `agent_services`."""
    services: tuple[ServiceCode, ...] = ()
    """Of `agent_services` (in order of preference) and `counter_reserved`."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Of `notice`, by language tag."""

    @property
    def subject(self) -> tuple[str, str]:
        """What it is about: of two about the same the later one holds; a notice is about itself."""
        match self.kind:
            case ArrangementKind.AGENT_SERVICES:
                return "agent", str(self.agent)
            case ArrangementKind.COUNTER_RESERVED:
                return "counter", str(self.counter)
            case ArrangementKind.NOTICE:
                return "notice", self.id
            case _:
                return "service", str(self.service)
