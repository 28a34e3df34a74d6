"""Let the Tab key move through a window in reading order, whatever the order in which its parts were made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_order(window: QWidget, parts: Sequence[QWidget]) -> None:
    """Have the controls of each of `parts` follow those of the one before; within a part they stay as they are.

    Qt puts a control that is made later behind all others: the tiles of a screen came after the way back.
    """
    found = stops(window)
    placed = [stop for part in parts for stop in found if part.isAncestorOf(stop)]
    if placed != [stop for stop in found if stop in placed]:
        for one, other in pairwise(placed):
            QWidget.setTabOrder(one, other)


def stops(window: QWidget) -> list[QWidget]:
    """Return the window's controls in the tabulator's order."""
    found: list[QWidget] = []
    at = window.nextInFocusChain()
    while at is not None and at is not window:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(at)
        at = at.nextInFocusChain()
    return found
