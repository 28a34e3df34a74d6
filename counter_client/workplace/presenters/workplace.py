"""From inputs to the agent's workplace: who is at it, the visit in hand, the buttons, what there is to know. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.queue.answers import SessionView
from contracts.words.hall import NextAction, VisitState
from counter_client.keyboard.shortcuts import key_name
from counter_client.state.actions import NEXT, Action, offered
from counter_client.state.server_clock import seconds_since
from counter_client.state.state import Inputs, ListKind, Notice, Tone
from counter_client.texts.names import agent_name, counter_name, hall_name, in_language, service_name
from counter_client.workplace.presenters.standing_notice import auto_call_s, standing_notice
from counter_client.workplace.presenters.visit_card import VisitCard, derive_card

MOVES = (Action.RECALL, Action.NO_SHOW, Action.RETURN, Action.PARK, Action.TRANSFER, Action.MORE)
"""The buttons below the next thing to do, always in these places."""

CALLING = frozenset({Action.CALL_CHOSEN, Action.WALK_UP})
"""What begins a visit beside the next step: it needs an open service day."""

ANYTIME = frozenset({Action.LANGUAGE, Action.BAR, Action.WINDOW})


@dataclass(frozen=True)
class ActionButton:
    """One button: its key as painted on it, and whether it can be pressed now."""

    action: Action
    key: str
    enabled: bool


@dataclass(frozen=True)
class SessionBar:
    """Who works here since when: `state` working or on_break, `since_s` seconds in it, `served` visits today."""

    agent: str
    name: str
    state: str
    break_reason: str | None
    since_s: int
    served: int
    left_s: int | None = None
    """Seconds of the break that are left, negative past its end; None where the agent named no length."""


@dataclass(frozen=True)
class UndoButton:
    """What can be taken back and for how many more seconds."""

    action: Action
    ticket: str
    left_s: int
    key: str


@dataclass(frozen=True)
class CutOff:
    """The hall has not been heard for `since_s` seconds; `with_visit`: somebody is at the counter."""

    since_s: int
    with_visit: bool


@dataclass(frozen=True)
class WorkplaceScreen:
    """The whole workplace but for the lists and the open sheet."""

    counter: int
    counter_name: str
    hall_name: str
    session: SessionBar | None
    card: VisitCard | None
    waiting: int
    services: tuple[str, ...]
    """Names of the services for which this counter calls."""
    primary: ActionButton | None
    """None where the hall names a next step that this program does not know."""
    moves: tuple[ActionButton, ...]
    pause: ActionButton
    sign_out: ActionButton
    undo: UndoButton | None
    notice: Notice | None
    help: ActionButton
    stop_auto_call: ActionButton | None
    cut_off: CutOff | None
    busy: bool


def derive_workplace(inputs: Inputs) -> WorkplaceScreen:
    """Return the workplace for these inputs; only the language can be pressed while a command is on its way."""
    can = allowed(inputs)
    primary = next_thing(inputs)
    pause = _pause(inputs)
    # While the link is cut the banner says that calling is not possible: the button must not look as if it were.
    paintable = can - {Action.CALL_NEXT} if inputs.link.cut_off_s is not None else can
    return WorkplaceScreen(
        counter=inputs.counter,
        counter_name=counter_name(inputs.hall, inputs.counter, inputs.language),
        hall_name=hall_name(inputs.hall, inputs.language),
        session=_session(inputs),
        card=derive_card(inputs),
        waiting=inputs.workplace.all_waiting if inputs.workplace else 0,
        services=_services(inputs),
        primary=_button(primary, paintable, primary=True) if primary else None,
        moves=tuple(_button(action, can) for action in MOVES),
        pause=_button(pause, can),
        sign_out=_button(Action.SIGN_OUT, can),
        undo=_undo(inputs),
        notice=_notice(inputs),
        help=_button(Action.HELP_OVER if help_asked(inputs) else Action.HELP, can),
        stop_auto_call=_button(Action.STOP_AUTO_CALL, can) if auto_call_s(inputs) is not None else None,
        cut_off=_cut_off(inputs),
        busy=inputs.busy is not None,
    )


def _services(inputs: Inputs) -> tuple[str, ...]:
    codes = inputs.workplace.services if inputs.workplace else ()
    return tuple(service_name(inputs.hall, code, inputs.language) for code in codes)


def _notice(inputs: Inputs) -> Notice | None:
    """Return what has just happened, else what there is to know; a call to come and an unknown step go first."""
    passing, place = inputs.notice, inputs.workplace
    unknown = place is not None and not place.knows_next
    if passing is None or auto_call_s(inputs) is not None or (unknown and passing.tone is not Tone.WARNING):
        return standing_notice(inputs)
    return passing


def next_thing(inputs: Inputs) -> Action | None:
    """Return what stands on the large button: the next step as the hall named it last, else a call, which is pale.

    None where the hall names a step that this program does not know: what is right to do then only a newer one knows.
    """
    if inputs.workplace is not None and not inputs.workplace.knows_next:
        return None
    return next(iter(_next_step(inputs)), Action.CALL_NEXT)


def _next_step(inputs: Inputs) -> tuple[Action, ...]:
    step = inputs.workplace.next_action if inputs.workplace else NextAction.NONE
    return (NEXT[step],) if step in NEXT else ()


def allowed(inputs: Inputs) -> frozenset[Action]:
    """Return all that can be pressed now."""
    if inputs.workplace is None or inputs.workplace.session is None or inputs.busy is not None:
        return ANYTIME
    can = {
        *ANYTIME,
        Action.MORE,
        Action.SEARCH,
        Action.COMPLAINT,
        Action.OWN_DAY,
        *_enquiry(inputs),
        *_own_pin(inputs),
        *_next_step(inputs),
        *_request(inputs),
        *offered(_state(inputs), on_break=inputs.on_break),
    }
    if inputs.paper is None:
        can.discard(Action.REPRINT)
    if break_asked(inputs):
        can.discard(Action.BREAK)
        can.add(Action.NO_BREAK)
    if not inputs.on_break:
        can.add(Action.REINSTATE)
        if inputs.listed.kind is ListKind.WAITING:
            can |= {Action.GIVE_PRIORITY, Action.TAKE_PRIORITY}
    can.add(Action.HELP_OVER if help_asked(inputs) else Action.HELP)
    if auto_call_s(inputs) is not None:
        can.add(Action.STOP_AUTO_CALL)
    if _undo(inputs) is not None:
        can.add(Action.UNDO)
    return frozenset(can - CALLING if inputs.day_is_closed else can)


def _own_pin(inputs: Inputs) -> tuple[Action, ...]:
    return (Action.PIN,) if inputs.training.practice is None else ()  # every agent of a training has the same


def _request(inputs: Inputs) -> tuple[Action, ...]:
    return (Action.REGISTER,) if Action.FINISH in _next_step(inputs) else ()


def _enquiry(inputs: Inputs) -> tuple[Action, ...]:
    lists = inputs.hall.requests if inputs.hall else None
    return (Action.ENQUIRY, Action.ENQUIRIES) if lists is not None and lists.topics else ()


def help_asked(inputs: Inputs) -> bool:
    """Return whether the hall head is called to this counter."""
    session = inputs.workplace.session if inputs.workplace else None
    return session is not None and session.help_since is not None


def break_asked(inputs: Inputs) -> bool:
    """Return whether a break begins when the visit in hand leaves."""
    session = inputs.workplace.session if inputs.workplace else None
    return session is not None and session.break_asked is not None


def _pause(inputs: Inputs) -> Action:
    if inputs.on_break:
        return Action.RESUME_WORK
    return Action.NO_BREAK if break_asked(inputs) else Action.BREAK


def _state(inputs: Inputs) -> VisitState | None:
    current = inputs.workplace.current if inputs.workplace else None
    return current.state if current else None


def _button(action: Action, can: frozenset[Action], *, primary: bool = False) -> ActionButton:
    return ActionButton(action, key_name(action, primary=primary), action in can)


def _session(inputs: Inputs) -> SessionBar | None:
    session = inputs.workplace.session if inputs.workplace else None
    if session is None:
        return None
    return SessionBar(
        agent=session.agent,
        name=_agent(session, inputs),
        state=session.state,
        break_reason=session.break_reason,
        since_s=seconds_since(session.since, inputs.now),
        served=session.served,
        left_s=_left_s(session, inputs),
    )


def _left_s(session: SessionView, inputs: Inputs) -> int | None:
    if session.break_until is None or inputs.now is None or not inputs.on_break:
        return None
    return int((session.break_until - inputs.now).total_seconds())


def _agent(session: SessionView, inputs: Inputs) -> str:
    return in_language(session.names, inputs.language) or agent_name(inputs.hall, session.agent, inputs.language)


def _undo(inputs: Inputs) -> UndoButton | None:
    offer, now = inputs.undo, inputs.now
    if offer is None or now is None or offer.until <= now or inputs.on_break or _state(inputs) is not None:
        return None
    return UndoButton(offer.action, offer.ticket, seconds_since(now, offer.until), key_name(Action.UNDO, primary=False))


def _cut_off(inputs: Inputs) -> CutOff | None:
    if inputs.link.cut_off_s is None:
        return None
    return CutOff(max(0, int(inputs.now_s - inputs.link.cut_off_s)), _state(inputs) is not None)
