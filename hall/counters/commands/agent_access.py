"""Give agents PINs, and end their access: PIN and session out at once."""

from __future__ import annotations

from typing import Protocol

from hall.kernel.ids import AgentId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings, RecordsFacts
from hall.kernel.settings import HallSettings
from hall.people.model.facts import AgentAccessChanged
from hall.people.model.identity_ports import HasIdentities
from hall.queue.model.ports import HasSessions


class AgentAccessWork(HasIdentities, HasSessions, HasSettings, RecordsFacts, Protocol):
    """What giving and ending an agent's access reads and writes."""


def end_agent_access(agent: AgentId, by: str, *, work: AgentAccessWork, now: Moment) -> None:
    """Take the agent's PIN away and sign the agent out; who signs in at that counter next finds the visit in hand."""
    session = work.sessions.of(agent)
    if session is not None:
        session.sign_out(by, at=now)
        work.sessions.save(session)
    work.identities.drop_pin(agent)
    work.record(AgentAccessChanged(agent, "ended", by))


def end_access_of_removed(
    standing: HallSettings, settings: HallSettings, by: str, *, work: AgentAccessWork, now: Moment
) -> None:
    """End the access of each agent who is in the settings of before and not in the new ones."""
    removed = {one.code for one in standing.agents} - {one.code for one in settings.agents}
    for agent in sorted(removed):
        end_agent_access(agent, by, work=work, now=now)


def give_pin(agent: AgentId, pin_hash: str, by: str, *, work: AgentAccessWork) -> None:
    """Give an agent of the hall another PIN; an agent who is signed in with the old one signs in again."""
    work.settings.agent(agent)
    work.identities.set_pin_hash(agent, pin_hash)
    work.record(AgentAccessChanged(agent, "pin_given", by))


def change_own_pin(agent: AgentId, known: str | None, pin_hash: str, *, work: AgentAccessWork) -> bool:
    """Give an agent the new PIN of the agent's own choice; say False where it was changed meanwhile."""
    if known is None or work.identities.pin_hash(agent) != known:
        return False
    work.identities.set_pin_hash(agent, pin_hash, keeps_session=True)
    work.record(AgentAccessChanged(agent, "pin_changed", agent))
    return True
