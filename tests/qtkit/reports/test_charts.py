"""The pictures of a report stand for its figures: bars as high as waits, the darkest field the longest wait."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from contracts.reporting.report import COUNT, DURATION, TEXT, Column, ReportTable
from qtkit.reports.charts import bars, heat, minutes, top_of
from qtkit.reports.sheet import DEEP, LIGHT, ReportSheet, add_fonts


class Painted:
    """The filled boxes of a real sheet."""

    def __init__(self, sheet: ReportSheet) -> None:
        self.boxes: list[tuple[QColor, QRectF]] = []
        self._fill = sheet.painter.fillRect
        sheet.painter.fillRect = self.note  # type: ignore[method-assign]

    def note(self, box: QRectF, ink: QColor) -> None:
        self.boxes.append((ink, box))
        self._fill(box, ink)

    def of(self, ink: QColor) -> list[QRectF]:
        return [box for of, box in self.boxes if of == ink]


@pytest.fixture
def sheet(qtbot: QtBot) -> Iterator[ReportSheet]:
    add_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = ReportSheet(buffer, "Report", right_to_left=False)
    yield made
    made.end()


HOURS = ReportTable(
    "hours", "By hour",
    (Column("Hour", TEXT), Column("Visits", COUNT), Column("Called", COUNT), Column("Mean", DURATION),
     Column("Median", DURATION), Column("9 of 10", DURATION)),
    (("08:00", 4, 4, 600.0, 600.0, 1200.0), ("09:00", 2, 0, None, None, None), ("10:00", 4, 4, 300.0, 300.0, 600.0)),
)  # fmt: skip
WEEK = ReportTable(
    "heat", "When", HOURS.columns[:1] * 2 + HOURS.columns[1:4],
    (("Sunday", "08:00", 4.0, 4.0, 1200.0), ("Sunday", "09:00", 2.0, 0.0, None), ("Monday", "08:00", 3.0, 3.0, 300.0)),
)  # fmt: skip


def test_a_bar_is_as_high_as_its_wait_and_who_was_not_called_has_none(sheet: ReportSheet) -> None:
    painted = Painted(sheet)
    bars(sheet, HOURS)
    medians = [box.height() for box in painted.of(DEEP)[1:]]
    assert len(medians) == 2
    assert medians[0] == pytest.approx(2 * medians[1])
    assert [box.height() for box in painted.of(LIGHT)[1:]] == [pytest.approx(2 * tall) for tall in medians]


def test_the_longest_wait_is_the_darkest_field(sheet: ReportSheet) -> None:
    painted = Painted(sheet)
    heat(sheet, WEEK)
    shades = [ink.lightness() for ink, _ in painted.boxes]
    assert len(shades) == 3
    assert shades[0] < shades[2] < shades[1]
    assert painted.boxes[0][0] == DEEP


@pytest.mark.parametrize(
    ("seconds", "top"), [([], (1, 1)), ([59.0], (1, 1)), ([1250.0], (25, 5)), ([40_000.0], (720, 240))]
)
def test_an_axis_ends_at_a_whole_step(seconds: list[float], top: tuple[int, int]) -> None:
    assert top_of(seconds) == top


def test_half_a_minute_is_a_whole_one() -> None:
    assert [minutes(value) for value in (None, 89.0, 90.0)] == ["–", "1", "2"]
