"""Who is next: pure functions of who waits, who asks and now.

A free counter takes, of those it may serve, the visit with the largest effective wait: the time waited and the head
start of its lane. Some go before that order: who was sent to the head of the queue, and, for an all-round agent, the
services he prefers, until somebody else has waited too long. Each choice says why, in a word that a screen turns into a
sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from contracts.words.hall import Lane
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.queue.model.calling.waiting_line import Waiting


class Why(Enum):
    """Why this visit and no other."""

    SENT_FIRST = "sent_first"
    """Transferred to the head of the queue."""
    PREFERRED_SERVICE = "preferred_service"
    """Of the first of the all-round agent's services for which somebody waits."""
    WAITED_TOO_LONG = "waited_too_long"
    """Waits longer than an agent's preference may hold anybody back."""
    LONGEST_WAIT = "longest_wait"
    """The largest effective wait of all."""
    BEST_KNOWN = "best_known"
    """Of the services that the agent knows best, for which somebody waits."""
    RESERVED_LANE = "reserved_lane"
    """Of the lane for which the counter is reserved."""
    HELPS_OTHERS = "helps_others"
    """Nobody of the counter's own lane waits, so it helps the others."""
    LANE_TURN = "lane_turn"
    """It is this lane's turn (the rule of the fixed ratio)."""


# Python 3.11 takes longer to find a member in its enum than to rank a visit by it.
_SENT_FIRST, _WAITED_TOO_LONG, _LONGEST_WAIT = Why.SENT_FIRST, Why.WAITED_TOO_LONG, Why.LONGEST_WAIT
_OTHER_LANE = 1000
"""More than any agent has services: at a reserved counter the lane goes before all preference."""


@dataclass(frozen=True, slots=True)
class CallingAgent:
    """Who asks for the next visit: a counter, its agent and the services they may serve, in order of preference."""

    counter: CounterId
    agent: AgentId
    services: tuple[ServiceCode, ...]
    all_round: bool = False
    levels: Mapping[ServiceCode, int] = field(default_factory=dict)
    """How well the agent knows a service: 1 (or not named) best, 2 and 3 only after those."""
    reserved_for: Lane | None = None
    """Visits of this lane go first at the counter."""

    @property
    def prefers(self) -> bool:
        """Whether anything but the effective wait ranks visits here."""
        return self.all_round or bool(self.levels) or self.reserved_for is not None


@dataclass(frozen=True, slots=True)
class QueueContext:
    """What the rule must know of the hall besides those who wait."""

    now: Moment
    calls: Mapping[ServiceCode, int] = field(default_factory=dict)
    """How often each service was called today."""
    manned: Collection[CounterId] = ()
    """Counters with somebody signed in: only these can keep a visit to themselves."""
    present: Collection[AgentId] = ()
    """Agents signed in anywhere."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One who waits in his place in the order, and why he stands there; seconds."""

    waiting: Waiting
    why: Why
    waited_s: float
    head_start_s: int
    held: bool = False
    among: int = field(default=1, compare=False)
    """How many waited whom the taker might have called, himself included."""

    @property
    def effective_wait_s(self) -> float:
        """What ranks the visit: time waited and the head start of its lane."""
        return self.waited_s + self.head_start_s

    def of(self, many: int) -> Choice:
        """Return the same choice with another number of visitors to choose from."""
        # Not `dataclasses.replace`, which takes three times as long: each call does this twice.
        return Choice(self.waiting, self.why, self.waited_s, self.head_start_s, self.held, many)


def next_visit(
    waiting: Iterable[Waiting], taker: CallingAgent, around: QueueContext, settings: HallSettings
) -> Choice | None:
    """Return who is next for the taker by the hall's own rule, or None when nobody he may serve waits."""
    choices = [choice for choice in choices_of(waiting, taker, around, settings) if not choice.held]
    rule = _first_by_ratio if settings.lane_ratio else _first_by_wait
    first = rule(choices, taker, around, settings)
    return None if first is None else first.of(len(choices))


def _first_by_wait(
    choices: Sequence[Choice], taker: CallingAgent, _around: QueueContext, _settings: HallSettings
) -> Choice | None:
    return min(choices, key=lambda choice: rank_of(choice, taker), default=None)


def _first_by_ratio(
    callable_now: Sequence[Choice], taker: CallingAgent, around: QueueContext, settings: HallSettings
) -> Choice | None:
    """Return the longest waiting visit of the lane whose turn it is; a lane in which nobody waits loses its turn.

    A round gives each lane as many turns as `settings.lane_ratio` says, in the order of the lanes there; the calls of
    the taker's services today say where the round stands. A lane that is not in the ratio takes the turns of standard.
    """
    first = [choice for choice in callable_now if choice.why is Why.SENT_FIRST]
    if first:
        return min(first, key=_by_issue)
    turn = sum(around.calls.get(service, 0) for service in taker.services)
    for lane in _lanes_from(turn, settings.lane_ratio):
        ours = [choice for choice in callable_now if settings.takes_turns_of(choice.waiting.lane) is lane]
        if ours:
            return replace(min(ours, key=_by_issue), why=Why.LANE_TURN)
    return min(callable_now, key=_by_issue, default=None)


def calling_order(
    waiting: Iterable[Waiting], taker: CallingAgent, around: QueueContext, settings: HallSettings
) -> list[Choice]:
    """Return whom the taker may call in the order of the hall's rule (by wait), those held out at the end."""
    choices = choices_of(waiting, taker, around, settings)
    return sorted(choices, key=lambda choice: (choice.held, rank_of(choice, taker)))


def choices_of(
    waiting: Iterable[Waiting], taker: CallingAgent, around: QueueContext, settings: HallSettings
) -> list[Choice]:
    """Return those whom the taker may call, in any order, each with why and whether he is held out."""
    ours = [who for who in waiting if may_take(who, taker, around)]
    held = {who.visit for who in ours if is_held(who, around.calls)}
    # Held out only while somebody else of the service can be called instead.
    others = {who.service for who in ours if who.visit not in held} if held else frozenset()
    return [choice_of(who, taker, around, settings, held=who.visit in held and who.service in others) for who in ours]


def choice_of(
    who: Waiting, taker: CallingAgent | None, around: QueueContext, settings: HallSettings, *, held: bool = False
) -> Choice:
    """Return one who waits as the taker, or nobody in particular, ranks him."""
    waited_s = rank_seconds(who, around.now)
    why = _LONGEST_WAIT
    if who.goes_first:
        why = _SENT_FIRST
    elif taker is not None and taker.prefers:
        too_long = waited_s > settings.limits.preference_yields_s
        why = _WAITED_TOO_LONG if too_long else _preference(who, taker)
    return Choice(who, why, waited_s, settings.head_start_s(who.lane), held)


def precedence(who: Waiting, taker: CallingAgent) -> int:
    """Return what counts before the effective wait at this taker, the smaller first; a forecast walks by it, too.

    Minus one for who was sent to the head. Else, at a reserved counter, its lane before all others; then the place of
    the service in an all-round agent's order, or how well the agent knows it; else nothing.
    """
    if who.goes_first:
        return -1
    other_lane = _OTHER_LANE if taker.reserved_for is not None and who.lane is not taker.reserved_for else 0
    if taker.all_round:
        return other_lane + (taker.services.index(who.service) if who.service in taker.services else 0)
    return other_lane + taker.levels.get(who.service, 1) - 1


def _preference(who: Waiting, taker: CallingAgent) -> Why:
    if taker.reserved_for is not None:
        return Why.RESERVED_LANE if who.lane is taker.reserved_for else Why.HELPS_OTHERS
    return Why.PREFERRED_SERVICE if taker.all_round else Why.BEST_KNOWN


def rank_s(who: Waiting, now: Moment, settings: HallSettings) -> float:
    """Return minus the effective wait: of two with the same precedence the smaller goes first, now and later."""
    return -(rank_seconds(who, now) + settings.head_start_s(who.lane))


def rank_seconds(who: Waiting, now: Moment) -> float:
    """Return the seconds that rank him; below 0 while the slot of an appointment lies ahead.

    Who has waited since before the machine last started has waited at least since then, whatever its clock says now:
    else a clock that was set back would put him behind everybody who comes.
    """
    since_s = now.seconds_since(who.rank_from)
    if who.rank_from.boot == now.boot or who.lane is Lane.APPOINTMENT:
        return since_s or -who.rank_from.seconds_since(now)
    return max(since_s, now.monotonic_ns / 1e9)


def rank_of(choice: Choice, taker: CallingAgent) -> tuple[int, int, tuple[bool, float, datetime, str]]:
    """Return what orders the choices of a taker, the smallest first: a total order."""
    order = 0 if choice.why is _SENT_FIRST else 1 if choice.why is _WAITED_TOO_LONG else 2
    place = precedence(choice.waiting, taker) if order == 2 and taker.prefers else 0
    return order, place, by_wait(choice)


def by_wait(choice: Choice) -> tuple[bool, float, datetime, str]:
    """Return what orders choices without preference: effective wait (largest first), issue, id: a total order."""
    who = choice.waiting
    return not who.goes_first, -choice.effective_wait_s, who.issued.at, who.visit


def _by_issue(choice: Choice) -> tuple[float, datetime, str]:
    return -choice.waited_s, choice.waiting.issued.at, choice.waiting.visit


def _lanes_from(turn: int, ratio: Mapping[Lane, int]) -> Sequence[Lane]:
    """Return each lane once, the one whose turn it is first.

    >>> [lane.value for lane in _lanes_from(1, {Lane.PRIORITY: 1, Lane.STANDARD: 2})]
    ['standard', 'priority']
    """
    seats = [lane for lane, turns in ratio.items() for _ in range(turns)]
    at = turn % len(seats)
    return list(dict.fromkeys(seats[at:] + seats[:at]))


def may_take(who: Waiting, taker: CallingAgent, around: QueueContext) -> bool:
    """Return whether the taker may call him.

    One that waits for a counter or an agent is theirs alone while somebody is signed in there; when nobody is, it is
    anybody's who serves its service, so that nobody waits for a shut counter.
    """
    if who.for_counter is not None and who.for_counter in around.manned:
        return who.for_counter == taker.counter
    if who.for_agent is not None and who.for_agent in around.present:
        return who.for_agent == taker.agent
    return who.service in taker.services


def is_held(who: Waiting, calls: Mapping[ServiceCode, int]) -> bool:
    """Return whether a reinstated visit still lets others of its service go before it."""
    return who.held_until_calls is not None and calls.get(who.service, 0) < who.held_until_calls
