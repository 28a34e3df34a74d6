from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from contracts.words.hall import Lane
from counter_client.workplace.presenters.waiting_list import ListRow, derive_lists
from counter_client.workplace.views.list_rows import BELOW_PX, ROW_PX, RowModel, RowPainter
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.counter_client.helpers.builders import at_work, row
from tests.helpers.replacing import replace

ROWS = derive_lists(at_work(None, row("F021", "F", 380, 1200), row("A047"), row("B012", held=True))).rows


def shown(qtbot: QtBot, theme: Theme, language: Language, rows: tuple[ListRow, ...]) -> QListView:
    view = QListView()
    model = RowModel(view)
    model.show_rows(rows)
    view.setModel(model)
    view.setItemDelegate(RowPainter(theme, language, view))
    view.resize(420, 4 * ROW_PX)
    qtbot.addWidget(view)
    return view


def test_the_model_keeps_qts_rules_while_rows_come_and_go() -> None:
    model = RowModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in (ROWS, ROWS[1:], (), ROWS):
        model.show_rows(rows)
        assert model.rowCount() == len(rows)
    assert tester.model() is model
    assert model.rowCount(model.index(0)) == 0


def test_a_list_that_only_grew_older_is_not_built_anew() -> None:
    model = RowModel()
    model.show_rows(ROWS)
    resets: list[str] = []
    changes: list[int] = []
    model.modelReset.connect(lambda: resets.append("reset"))
    model.dataChanged.connect(lambda first, last: changes.append(last.row() - first.row() + 1))
    model.show_rows(tuple(replace(one, waited_s=one.waited_s + 60) for one in ROWS))
    assert (resets, changes) == ([], [1, 1, 1])
    model.show_rows(ROWS[:2])
    assert resets == ["reset"]


def test_only_rows_that_read_otherwise_are_painted_anew() -> None:
    model = RowModel()
    rows = tuple(replace(one, waited_s=600, remind_s=61) for one in ROWS)
    model.show_rows(rows)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    seconds_later = tuple(replace(one, waited_s=659, remind_s=60) for one in rows)
    model.show_rows(seconds_later)
    assert changed == []
    last = replace(seconds_later[2], chosen=True)
    model.show_rows((replace(seconds_later[0], waited_s=660), seconds_later[1], last))
    assert changed == [0, 2]
    model.show_rows((replace(seconds_later[0], waited_s=660), replace(seconds_later[1], remind_s=1), last))
    model.show_rows((replace(seconds_later[0], waited_s=660), replace(seconds_later[1], remind_s=0), last))
    assert changed == [0, 2, 1, 1]


@pytest.mark.process
def test_a_row_is_told_to_a_screen_reader_and_knows_its_visit(english: Language) -> None:
    model = RowModel()
    model.show_rows(ROWS)
    index = model.index(1)
    assert model.data(index) == "A047 Housing assistance 10 min"
    assert model.visit_at(index) == "visit-A047"
    assert model.data(index, Qt.ItemDataRole.DecorationRole) is None


def test_chosen_held_and_ordinary_rows_look_different(qtbot: QtBot, theme: Theme, english: Language) -> None:
    pictures = [
        shown(qtbot, theme, english, (one,)).grab().toImage()
        for one in (ROWS[1], replace(ROWS[1], chosen=True), replace(ROWS[1], held=True))
    ]
    assert pictures[0] != pictures[1]
    assert pictures[0] != pictures[2]


def test_rows_have_one_height(qtbot: QtBot, theme: Theme, english: Language) -> None:
    view = shown(qtbot, theme, english, ROWS)
    assert [view.sizeHintForRow(at) for at in range(3)] == [ROW_PX] * 3


def test_the_time_of_a_row_with_chips_stands_above_them(qtbot: QtBot, theme: Theme, english: Language) -> None:
    chips = replace(ROWS[1], held=True, lane=Lane.RETURNING)
    short, long = (
        shown(qtbot, theme, english, (replace(chips, waited_s=waited_s),)).grab().toImage() for waited_s in (60, 6000)
    )
    below = QRect(0, BELOW_PX, short.width(), ROW_PX - BELOW_PX)
    assert short != long
    assert short.copy(below) == long.copy(below)


def test_a_parked_row_shows_its_reminder_and_its_note(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    def picture(**changes: object) -> QImage:
        one = replace(ROWS[1], **changes)  # type: ignore[arg-type]  # a test's shorthand
        view = shown(qtbot, theme, arabic, (one,))
        view.show()
        return view.grab().toImage()

    pictures = [picture(), picture(remind_s=0), picture(remind_s=700), picture(note="سند الملكية")]
    assert picture() == pictures[0]
    assert not any(one == other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def test_a_row_shows_priority(qtbot: QtBot, theme: Theme, english: Language) -> None:
    def picture(**changes: object) -> QImage:
        one = replace(ROWS[1], **changes)  # type: ignore[arg-type]  # a test's shorthand
        return shown(qtbot, theme, english, (one,)).grab().toImage()

    assert picture(lane=Lane.PRIORITY) != picture()
