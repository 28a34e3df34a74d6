"""From inputs to the sign-in screen. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from counter_client.state.actions import Action
from counter_client.state.state import Inputs, Notice, Tone
from counter_client.texts.names import counter_name, hall_name, in_language

PIN_DIGITS = 6
PIN_MIN = 4
"""Shorter than a PIN that is set today: older ones of four digits go on to open the counter."""
PIN_MAX = 12


@dataclass(frozen=True)
class AgentRow:
    """One agent to choose."""

    agent: str
    name: str
    chosen: bool


@dataclass(frozen=True)
class SignInView:
    """The sign-in screen; `pin_length` dots are shown, never the digits."""

    counter: int
    counter_name: str
    hall_name: str
    agents: tuple[AgentRow, ...]
    pin_length: int
    ready: bool
    busy: bool
    notice: Notice | None
    cut_off: bool
    training: bool = False
    """A training can be begun from here."""


def derive_sign_in(inputs: Inputs) -> SignInView:
    """Return the screen: ready when an agent is chosen and the PIN is long enough; calm while the hall is not known."""
    agents = inputs.hall.agents if inputs.hall else ()
    rows = (
        AgentRow(one.agent, in_language(one.names, inputs.language, one.agent), one.agent == inputs.sign_in.agent)
        for one in agents
    )
    busy = inputs.busy in {Action.SIGN_IN, Action.TRAINING}
    return SignInView(
        counter=inputs.counter,
        counter_name=counter_name(inputs.hall, inputs.counter, inputs.language),
        hall_name=hall_name(inputs.hall, inputs.language),
        agents=tuple(sorted(rows, key=lambda row: row.name)),
        pin_length=len(inputs.sign_in.pin),
        ready=inputs.sign_in.agent is not None and len(inputs.sign_in.pin) >= PIN_MIN and not busy,
        busy=busy,
        notice=_notice(inputs),
        cut_off=inputs.link.cut_off_s is not None and not _refused(inputs),
        training=inputs.training.practice is None and inputs.hall is not None and inputs.busy is None,
    )


def with_digit(pin: str, digit: int) -> str:
    """Return the PIN with one more digit, as it was when it is full.

    >>> with_digit("123", 4), len(with_digit("1" * PIN_MAX, 1))
    ('1234', 12)
    """
    return pin + str(digit) if len(pin) < PIN_MAX else pin


def _refused(inputs: Inputs) -> bool:
    # The hall answers, but not to this device: a cut link would be the wrong thing to say.
    return inputs.notice is not None and inputs.notice.code in {"device_unknown", "certificate_refused"}


def _notice(inputs: Inputs) -> Notice | None:
    if inputs.notice is not None and not (inputs.day_is_closed and inputs.notice.code == "session_ended"):
        return inputs.notice
    if inputs.day_is_closed:
        # The close of the day ends every session: asking to sign in again would be wrong until it is opened again.
        return Notice(Tone.CALM, "day_closed_signed_out")
    if inputs.hall is None:
        return Notice(Tone.CALM, "looking_for_hall")
    return None
