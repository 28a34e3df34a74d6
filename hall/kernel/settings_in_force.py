"""The settings as they hold now: the set-up with the day's arrangements over it (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contracts.words.hall import ArrangementKind
from hall.kernel.arrangement import Arrangement
from hall.kernel.settings import Agent, Counter, HallSettings, Service


def arranged(set_up: HallSettings) -> HallSettings:
    """Return the settings that hold: later arrangements over earlier ones, all of them over the set-up.

    One that names what has left the set-up changes nothing.
    """
    if not set_up.arrangements:
        return set_up
    holding = {one.subject: one for one in set_up.arrangements}
    notices = tuple(one.texts for one in set_up.arrangements if one.kind is ArrangementKind.NOTICE)
    return replace(
        set_up,
        services=tuple(_service(one, holding.get(("service", one.code))) for one in set_up.services),
        agents=tuple(_agent(one, holding.get(("agent", one.code))) for one in set_up.agents),
        counters=tuple(_counter(one, holding.get(("counter", str(one.number)))) for one in set_up.counters),
        notices=(*notices, *set_up.notices),
    )


def holding_now(arrangements: Sequence[Arrangement]) -> tuple[Arrangement, ...]:
    """Return those that hold, in the order in which they were made: not the ones that a later one covers."""
    last = {one.subject: one.id for one in arrangements}
    return tuple(one for one in arrangements if last[one.subject] == one.id)


def changes_set_up(one: Arrangement, set_up: HallSettings) -> bool:
    """Return whether the hall works otherwise than it was set up while this alone holds."""
    alone = replace(set_up, arrangements=(one,))
    return arranged(alone) != alone


def _service(service: Service, by: Arrangement | None) -> Service:
    return service if by is None else replace(service, open=by.kind is ArrangementKind.SERVICE_OPEN)


def _agent(agent: Agent, by: Arrangement | None) -> Agent:
    return agent if by is None else replace(agent, services=by.services)


def _counter(counter: Counter, by: Arrangement | None) -> Counter:
    return counter if by is None else replace(counter, services=by.services)
