"""From inputs to the menu of all that an agent does less often. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from counter_client.keyboard.shortcuts import letter_name
from counter_client.state.actions import Action
from counter_client.state.state import Inputs, SheetKind
from counter_client.workplace.presenters.waiting_list import lane_action
from counter_client.workplace.presenters.workplace import ActionButton, allowed

OF_TOPICS = frozenset({Action.ENQUIRY, Action.ENQUIRIES})
"""Only in a hall that has topics of enquiries."""


@dataclass(frozen=True)
class MoreView:
    """The menu: its entries with their letters, and whether it is open."""

    items: tuple[ActionButton, ...]
    opened: bool


def _register(inputs: Inputs) -> tuple[Action, ...]:
    """Return the entry that registers a request, none in a hall that registers none."""
    return (Action.REGISTER,) if inputs.hall is not None and inputs.hall.requests is not None else ()


def derive_more(inputs: Inputs) -> MoreView:
    """Return the menu; entries that make no sense now stay in their places, as buttons do."""
    can = allowed(inputs)
    actions = (
        Action.SEARCH,
        Action.WALK_UP,
        *_register(inputs),
        Action.ENQUIRY,
        Action.ENQUIRIES,
        Action.COMPLAINT,
        lane_action(inputs),
        Action.LOOK,
        Action.REPRINT,
        Action.OWN_DAY,
        Action.BAR,
        Action.PIN,
        Action.LANGUAGE,
    )
    return MoreView(
        items=tuple(
            ActionButton(action, letter_name(action, inputs.language), action in can)
            for action in actions
            if action in can or action not in OF_TOPICS
        ),
        opened=inputs.sheet is not None and inputs.sheet.kind is SheetKind.MORE,
    )
