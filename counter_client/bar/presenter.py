"""From inputs to the small bar that stays on top: who is here, since when, the next thing to do. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter_client.dialogs.question.presenter import OF_THEIR_OWN, ChoiceSheet, derive_choices
from counter_client.keyboard.shortcuts import SWITCH_KEYS
from counter_client.state.actions import Action
from counter_client.state.state import Inputs, Notice
from counter_client.workplace.presenters.visit_card import VisitCard
from counter_client.workplace.presenters.workplace import ActionButton, CutOff, derive_workplace
from serial_devices.keypad.keys import Key

MOVES = ((Action.RECALL, Key.RECALL), (Action.NO_SHOW, Key.NO_SHOW))
"""What the bar offers beside the next thing to do; all else is one press away in the window."""

OF_THE_WINDOW = OF_THEIR_OWN
"""Sheets with more on them than fits the bar."""


@dataclass(frozen=True)
class BarView:
    """The bar. Keys are global hot keys, empty where there is none; `choices` unfold below it."""

    counter: int
    card: VisitCard | None
    on_break: bool
    break_reason: str
    break_s: int
    break_left_s: int | None
    """Seconds of the break that are left, negative past its end; None where no length was named."""
    waiting: int
    primary: ActionButton | None
    moves: tuple[ActionButton, ...]
    stop: ActionButton | None
    """Stops the automatic call; None while there is none."""
    window_key: str
    choices: ChoiceSheet | None
    choice_key: str
    """Takes the answer that the keypad's arrows have come to, else the first where space takes it."""
    notice: Notice | None
    cut_off: CutOff | None
    busy: bool
    practising: bool = False
    """Nothing of what is done counts: the counter is in training."""


def derive_bar(inputs: Inputs) -> BarView | None:
    """Return the bar, None where the window is shown: at sign-in, and for a sheet that needs its room."""
    sheet = inputs.sheet
    if not inputs.pc.bar or not inputs.signed_in or (sheet is not None and sheet.kind in OF_THE_WINDOW):
        return None
    screen = derive_workplace(inputs)
    session = screen.session
    names = dict(inputs.pc.hot_keys)
    primary = screen.primary
    enabled = {move.action for move in screen.moves if move.enabled}
    return BarView(
        counter=inputs.counter,
        card=screen.card,
        on_break=inputs.on_break,
        break_reason=(session.break_reason or "") if session else "",
        break_s=session.since_s if session else 0,
        break_left_s=session.left_s if session else None,
        waiting=screen.waiting,
        primary=replace(primary, key=names.get(Key.NEXT, ""), enabled=primary.enabled and not sheet)
        if primary
        else None,
        moves=tuple(ActionButton(action, names.get(key, ""), action in enabled and not sheet) for action, key in MOVES),
        stop=replace(screen.stop_auto_call, key="") if screen.stop_auto_call else None,
        window_key=names.get(Key.WINDOW, SWITCH_KEYS),
        choices=derive_choices(inputs),
        choice_key=names.get(Key.NEXT, ""),
        notice=screen.notice,
        cut_off=screen.cut_off,
        busy=screen.busy,
        practising=inputs.training.practice is not None,
    )
