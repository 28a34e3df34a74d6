"""The lines of a forecast: who is alike to every counter, what a counter takes of them, and who may still come."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from contracts.words.hall import Lane
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.settings import HallSettings
from hall.queue.model.calling.rule import CallingAgent, QueueContext, may_take, precedence
from hall.queue.model.calling.waiting_line import Waiting
from hall.waits.model.arrivals import Booked, by_booking, by_rate
from hall.waits.model.simulation.queue_now import Arrival, Line
from hall.waits.model.wait_ports import BookedVisit
from hall.waits.queries.past import Past

HORIZON_S = 7200.0
"""Seconds ahead for which arrivals with a head start are forecast."""
LineKey = tuple[ServiceCode, CounterId | None, AgentId | None, bool, Lane | None]


@dataclass
class Lines:
    """The lines of one queue: who is alike to every counter stands in one, and one of them speaks for all."""

    settings: HallSettings
    around: QueueContext
    numbers: dict[LineKey, int] = field(default_factory=dict)
    speakers: list[Waiting] = field(default_factory=list)

    def __post_init__(self) -> None:
        # A preference yields to who has waited too long: in a line of one lane that is its head.
        agents, counters = self.settings.agents, self.settings.counters
        yields = any((one.all_round or one.levels) and one.code in self.around.present for one in agents)
        yields = yields or any(one.reserved_for is not None for one in counters)
        self._by_lane = yields or bool(self.settings.lane_ratio)

    def of(self, who: Waiting) -> int:
        """Return the number of the line in which he stands."""
        counter = who.for_counter if who.for_counter in self.around.manned else None
        agent = who.for_agent if who.for_agent in self.around.present else None
        lane = who.lane if self._by_lane else None
        key = (who.service, counter, agent, who.goes_first, lane)
        if key not in self.numbers:
            self.numbers[key] = len(self.speakers)
            self.speakers.append(who)
        return self.numbers[key]

    def all(self) -> tuple[Line, ...]:
        """Return the lines; where lanes take turns, each with the place of the lane whose turns it takes."""
        places = {lane: place for place, lane in enumerate(self.settings.lane_ratio)}
        taken = self.settings.takes_turns_of
        return tuple(Line(who.service, places.get(taken(who.lane), len(places))) for who in self.speakers)

    def taken_by(self, taker: CallingAgent) -> tuple[tuple[int, int], ...]:
        """Return (precedence, line) of what a counter takes, by the calling rule's own functions."""
        return tuple(
            (precedence(who, taker), line)
            for line, who in enumerate(self.speakers)
            if may_take(who, taker, self.around)
        )


def arrivals_of(lines: Lines, here: datetime, past: Past, lanes: Sequence[Lane] | None = None) -> list[Arrival]:
    """Return who may come by chance in the next hours, in the lanes with a head start unless other lanes are named.

    Where visits are booked, nobody of their lane comes by chance: `booked_of` says who does.
    """
    settings = lines.settings
    wanted = lanes if lanes is not None else [lane for lane, head_s in settings.head_starts_s.items() if head_s > 0]
    if settings.lane_ratio and lanes is None:
        wanted = list(settings.lane_ratio)
    if settings.appointments.offered:
        wanted = [lane for lane in wanted if lane is not Lane.APPOINTMENT]
    keys: dict[Hashable, tuple[int, float]] = {}
    for key, number in lines.numbers.items():
        service, counter, agent, first, of_lane = key
        if counter is None and agent is None and not first:
            for lane in wanted:
                if of_lane in {None, lane}:
                    keys[service, lane] = number, _head_start_s(lane, settings)
    second = 3600.0 * here.hour + 60 * here.minute + here.second
    return by_rate(past.history, keys, second, HORIZON_S)


def booked_of(lines: Lines, booked: Iterable[BookedVisit], past: Past) -> list[Arrival]:
    """Return who is booked in the next hours and has not come; each stands in a line of his lane."""
    now, head_start_s = lines.around.now, _head_start_s(Lane.APPOINTMENT, lines.settings)
    expected = [
        Booked(
            (one.slot - now.at) / timedelta(seconds=1),
            lines.of(Waiting(VisitId(f"~{one.number}"), "", one.service, Lane.APPOINTMENT, now, now)),
            head_start_s,
        )
        for one in booked
        if one.visit is None and one.cancelled is None
    ]
    return by_booking(expected, past.history.show_up, HORIZON_S)


def _head_start_s(lane: Lane, settings: HallSettings) -> float:
    return 0.0 if settings.lane_ratio else settings.head_start_s(lane)
