from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_client.dialogs.question.day_lines import LINE_PX, DayLines
from counter_client.dialogs.question.your_day import YourDay
from qtkit.language.language import Language
from qtkit.look.theme import Theme


def test_the_day_is_told_line_by_line(holder: QWidget, theme: Theme, english: Language) -> None:
    lines = DayLines(theme, english)
    lines.setParent(holder)
    lines.show_day(YourDay(23, 2, 360, 840, 7))
    assert lines.lines == (
        ("Served today", "23"),
        ("Median serving time", "6 min"),
        ("Median wait before your call", "14 min"),
        ("No-shows", "2"),
        ("Satisfied visitors", "7"),
    )
    assert lines.height() == 5 * LINE_PX
    assert "Served today: 23" in lines.accessibleName()


def test_what_nobody_knows_yet_has_no_line(holder: QWidget, theme: Theme, arabic: Language) -> None:
    lines = DayLines(theme, arabic)
    lines.setParent(holder)
    lines.show_day(YourDay(0, 0, None))
    assert len(lines.lines) == 2
    lines.show_day(None)
    assert lines.lines == ()
    assert not lines.isVisible()
