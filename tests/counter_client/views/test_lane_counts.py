from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from contracts.hall_words import Lane
from counter_client.views.lane_counts import LaneCounts
from qtkit.language import Language
from qtkit.theme import Theme


def test_lanes_are_told_apart_only_where_there_is_more_than_one(
    qtbot: QtBot, holder: QWidget, theme: Theme, arabic: Language
) -> None:
    counts = LaneCounts(theme, arabic, holder)
    counts.resize(400, 28)
    counts.show_counts(((Lane.STANDARD, 40), (Lane.PRIORITY, 2)))
    assert counts.text == "عادي 40   ·   أولوية 2"
    assert counts.isVisibleTo(holder)
    counts.grab()
    counts.show_counts(((Lane.STANDARD, 40),))
    assert (counts.text, counts.isVisibleTo(holder)) == ("", False)
