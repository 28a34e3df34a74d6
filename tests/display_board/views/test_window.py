from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from display_board.board_state import from_snapshot
from display_board.presenters.now_calling import BoardInputs, derive_now_calling
from display_board.views.window import BoardWindow
from display_board.views.wording import Wording
from tests.display_board.example import call, snapshot
from tests.display_board.views.board_parts import LANDSCAPE, PORTRAIT, shown_in, sizes_of, theme_of

STATE = from_snapshot(snapshot([call("A003", 3, at_s=30), call("A002", 2, at_s=20)], [call("B001", 1)]))
VIEW = derive_now_calling(BoardInputs(STATE, online=True))


def board_window(qtbot: QtBot, wording: Wording, size: tuple[int, int] = LANDSCAPE) -> BoardWindow:
    window = BoardWindow(theme_of(size), sizes_of(size), wording)
    qtbot.addWidget(window)
    window.setFixedSize(*size)
    return window


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_the_parts_fill_the_screen(qtbot: QtBot, qapp: QApplication, size: tuple[int, int]) -> None:
    with shown_in(qapp, "both") as wording:
        window = board_window(qtbot, wording, size)
        window.show()
        parts = (window.header, window.large, window.calls, window.ticker)
        edges = [(part.y(), part.y() + part.height()) for part in parts]
        assert [edge[0] for edge in edges] == [0, *(edge[1] for edge in edges[:-1])]
        assert edges[-1][1] == size[1]
        assert all(part.width() == size[0] for part in parts)


def test_what_stands_on_the_glass_is_told_after_it_was_painted(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        window = board_window(qtbot, wording)
        told: list[tuple[bool, bool, frozenset[object]]] = []
        window.painted.connect(lambda visible: told.append((window.large.on_glass, window.calls.on_glass, visible)))
        window.show()
        window.show_view(VIEW)
        qtbot.waitUntil(lambda: bool(told))
        assert told[0] == (True, True, VIEW.visible)
        other = replace(VIEW, large=VIEW.lines[0], lines=())
        window.show_view(other)
        assert not window.large.on_glass
        qtbot.waitUntil(lambda: told[-1] == (True, True, other.visible))


def test_a_hidden_board_tells_of_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        window = board_window(qtbot, wording)
        told: list[object] = []
        window.painted.connect(told.append)
        window.show_view(VIEW)
        qtbot.wait(20)
        assert told == []


def test_notices_run_once_in_each_language(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        window = board_window(qtbot, wording)
        notices = ({"ar": "أول", "en": "first"}, {"ar": "ثانٍ"}, {"en": "third"})
        window.show_view(replace(VIEW, notices=notices))
        runs = window.ticker.runs
        assert [run.right_to_left for run in runs] == [True, False]
        assert runs[0].text.split("◆")[0].strip() == "أول"
        assert "ثانٍ" in runs[0].text
        assert "third" in runs[1].text


def test_the_frames_rest_while_nothing_moves(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        window = board_window(qtbot, wording)
        window.show_view(replace(VIEW, notices=()))
        assert not window.frames_run
        window.show_view(VIEW)
        assert window.frames_run


@pytest.mark.parametrize("mark", ["connecting", "cut_off", "refused"])
@pytest.mark.parametrize("setting", ["ar", "en", "both"])
def test_every_mark_has_its_words_in_every_language(qtbot: QtBot, qapp: QApplication, mark: str, setting: str) -> None:
    with shown_in(qapp, setting) as wording:
        window = board_window(qtbot, wording)
        window.show_view(replace(VIEW, mark=mark))
        text = window.ticker.mark
        assert text
        assert any("\u0600" <= letter <= "\u06ff" for letter in text) == (setting != "en")
