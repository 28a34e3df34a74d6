"""The page of switches for visitors who need another screen: which switches there are, and the state of each."""

from __future__ import annotations

from kiosk.screens.view_data.visitor import AssistSwitch, AssistView
from kiosk.visitor.help_options import ACTS, Assist, is_on

EVERYWHERE = frozenset({"text", "contrast", "reach"})
"""Switches that need only the screen."""


def derive_assist(assist: Assist, able: frozenset[str] = EVERYWHERE) -> AssistView:
    """Return the switches that this kiosk is `able` to keep: no sound without a voice, no signs without clips."""
    offered = [act for act in ACTS if act in able]
    return AssistView(tuple(AssistSwitch(act, on=is_on(assist, act)) for act in offered), assist.looks.text_percent)
