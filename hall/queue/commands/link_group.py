"""Link visits that belong together (a family, a company's people) to go to one counter, and part them again."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.words.hall import VisitState
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import GroupSizeError
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class LinkGroup:
    """Let `visits` be one group; `group` is a new UUID, `by` the person at reception."""

    group: str
    visits: tuple[VisitId, ...]
    by: str


def link_group(command: LinkGroup, *, work: HasVisits, now: Moment) -> list[Visit]:  # noqa: ARG001  # all are asked alike
    """Link the waiting visits; one that was in another group leaves that. No place in the queue changes."""
    names = list(dict.fromkeys(command.visits))
    if len(names) < 2:
        raise GroupSizeError(f"a group has at least two visits, got {len(names)}")
    members = [work.visits.get(name) for name in names]
    for visit in members:
        visit.link(command.group, command.by)
    for visit in members:
        work.visits.save(visit)
    return members


@dataclass(frozen=True)
class UnlinkGroup:
    """Let each of `visits` be on its own again; `by` is the person at reception."""

    visits: tuple[VisitId, ...]
    by: str


def unlink_group(command: UnlinkGroup, *, work: HasVisits, now: Moment) -> list[Visit]:  # noqa: ARG001  # all are asked alike
    """Take the waiting visits out of their group; all of them or, where one is in none, nothing."""
    members = [work.visits.get(name) for name in dict.fromkeys(command.visits)]
    for visit in members:
        visit.unlink(command.by)
    for visit in members:
        work.visits.save(visit)
    return members


def draw_group(first: Visit, counter: CounterId, *, work: HasVisits) -> None:
    """Let those of the called visit's group who still wait go to the same counter, at its head."""
    if first.group is None:
        return
    for visit in work.visits.waiting(first.service_day):
        if visit.group == first.group and visit.id != first.id and visit.state is VisitState.WAITING:
            visit.draw_to(counter)
            work.visits.save(visit)
