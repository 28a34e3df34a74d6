from __future__ import annotations

import itertools

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from display_board.calls.announcing import Announcement
from display_board.calls.presenter import BoardInputs, derive_now_calling
from display_board.calls.state import fold, from_snapshot
from display_board.drawing.sizes import Parts, Screen, board_sizes
from display_board.drawing.wording import Wording
from display_board.notices.presenter import TimedView
from display_board.window import BoardWindow
from tests.display_board.helpers.board_parts import LANDSCAPE, PORTRAIT, shown_in, sizes_of, theme_of
from tests.display_board.helpers.example import call, fact, snapshot
from tests.helpers.replacing import replace

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
        parts = (window.header, window.large, window.calls, window.notices)
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
        qtbot.waitUntil(lambda: bool(told) and told[-1] == (True, True, VIEW.visible))
        other = replace(VIEW, large=VIEW.lines[0], lines=())
        window.show_view(other)
        assert not window.large.on_glass
        qtbot.waitUntil(lambda: told[-1] == (True, True, other.visible))
        large = VIEW.large
        assert large is not None
        assert all(large.key not in keys for on_glass, _, keys in told if not on_glass)


def test_a_new_call_is_on_the_glass_before_the_list_is_painted(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        window = board_window(qtbot, wording)
        window.show()
        window.show_view(VIEW)
        qtbot.waitUntil(lambda: window.large.on_glass and window.calls.on_glass)
        told: list[frozenset[object]] = []
        window.painted.connect(told.append)
        called = derive_now_calling(
            BoardInputs(
                fold(STATE, fact("visit_called", "A009", 9, at_s=40)),
                announced=Announcement(1, call("A009", 9, at_s=40)),
                online=True,
            )
        )
        window.show_view(called)
        assert called.large is not None
        assert called.large.key in told[0]
        assert not any(line.key in keys for keys in told for line in called.lines if line not in VIEW.lines)
        assert not window.calls.on_glass
        qtbot.waitUntil(lambda: told[-1] == called.visible)


def test_a_new_call_ends_the_flash_of_another_but_not_its_own(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        window = board_window(qtbot, wording)
        window.show()
        window.show_view(VIEW)
        for announced, stays in ((call("A002", 2, at_s=20), True), (call("A003", 3, at_s=30), False)):
            line = next(one for one in (VIEW.large, *VIEW.lines) if one is not None and one.ticket == "A002")
            window.look_at_me(line, (line.visit, line.key[1], 9 if stays else 8))
            window.show_view(derive_now_calling(BoardInputs(STATE, announced=Announcement(1, announced), online=True)))
            assert window.look.isVisible() is stays


def test_a_hidden_board_tells_of_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        window = board_window(qtbot, wording)
        told: list[object] = []
        window.painted.connect(told.append)
        window.show_view(VIEW)
        qtbot.wait(20)
        assert told == []


def test_notices_stand_in_arabic_then_in_english(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        window = board_window(qtbot, wording)
        notices = ({"ar": "أول", "en": "first"}, {"ar": "ثانٍ"}, {"en": "third"})
        window.show_view(replace(VIEW, notices=notices))
        shown = window.notices.notices
        assert [one.text for one in shown] == ["أول", "first", "ثانٍ", "third"]
        assert [one.right_to_left for one in shown] == [True, False, True, False]


def test_the_frames_rest_while_nothing_moves(qtbot: QtBot, qapp: QApplication) -> None:
    now = [100.0]
    with shown_in(qapp, "both") as wording:
        window = BoardWindow(theme_of(LANDSCAPE), sizes_of(LANDSCAPE), wording, steady_s=lambda: now[0])
        qtbot.addWidget(window)
        window.show_view(VIEW)
        assert not window.frames_run, "notices stand still"
        window.turn_notices()
        assert window.frames_run
        now[0] += 1.0
        window.advance()
        assert not window.frames_run


@pytest.mark.parametrize("mark", ["connecting", "cut_off", "refused", "wrong_certificate"])
@pytest.mark.parametrize("setting", ["ar", "en", "both"])
def test_every_mark_has_its_words_in_every_language(qtbot: QtBot, qapp: QApplication, mark: str, setting: str) -> None:
    with shown_in(qapp, setting) as wording:
        window = board_window(qtbot, wording)
        window.show_view(replace(VIEW, mark=mark))
        text = window.notices.mark
        assert text
        assert any("\u0600" <= letter <= "\u06ff" for letter in text) == (setting != "en")


def test_pictures_stand_beside_the_list_or_under_it_upright(qtbot: QtBot, qapp: QApplication) -> None:
    for size in (LANDSCAPE, PORTRAIT):
        with shown_in(qapp, "ar") as wording:
            sizes = board_sizes(Screen(*size, 43, 12), Parts(media=True, figures=size == LANDSCAPE))
            window = BoardWindow(theme_of(size), sizes, wording)
            qtbot.addWidget(window)
            window.setFixedSize(*size)
            window.show()
            parts = [window.header, window.large, window.calls, window.media, window.figures, window.notices]
            shown = [part.geometry() for part in parts if part.isVisible()]
            assert not any(one.intersects(other) for at, one in enumerate(shown) for other in shown[:at])
            assert sum(box.width() * box.height() for box in shown) == size[0] * size[1]
            assert window.media.isVisible()


def test_a_board_without_pictures_and_figures_has_neither(qtbot: QtBot, qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        window = board_window(qtbot, wording)
        window.show()
        assert not window.media.isVisible()
        assert not window.figures.isVisible()


def test_look_at_me_covers_the_whole_screen_flashes_and_goes(qtbot: QtBot, qapp: QApplication) -> None:
    now = [100.0]
    with shown_in(qapp, "both") as wording:
        window = BoardWindow(theme_of(LANDSCAPE), sizes_of(LANDSCAPE), wording, steady_s=lambda: now[0])
        qtbot.addWidget(window)
        window.setFixedSize(*LANDSCAPE)
        window.show()
        window.show_view(VIEW)
        line = VIEW.lines[0]
        window.look_at_me(line, line.key)
        assert window.look.isVisible()
        assert window.look.geometry() == window.rect()
        assert window.look.line == line
        lit = []
        for _ in range(299):
            now[0] += 1 / 60
            window.advance()
            lit.append(window.look.lit)
        begins = sum(after and not before for before, after in itertools.pairwise(lit))
        assert 9 <= begins <= 10
        now[0] += 1
        window.advance()
        assert not window.look.isVisible()


def test_a_second_wish_flashes_again(qtbot: QtBot, qapp: QApplication) -> None:
    now = [100.0]
    with shown_in(qapp, "both") as wording:
        window = BoardWindow(theme_of(LANDSCAPE), sizes_of(LANDSCAPE), wording, steady_s=lambda: now[0])
        qtbot.addWidget(window)
        line = VIEW.lines[0]
        for recall in (1, 2):
            window.look_at_me(line, (line.visit, line.key[1], recall))
            assert window.look.moving
            now[0] += 10
            window.advance()
            assert not window.look.moving


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_a_notice_by_the_clock_stands_in_the_place_of_the_name(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int]
) -> None:
    with shown_in(qapp, "both") as wording:
        window = board_window(qtbot, wording, size)
        window.show_view(VIEW)
        before = window.header.grab().toImage()
        window.show_timed(TimedView("prayer", "coming", "dhuhr", "11:54"))
        during = window.header.grab().toImage()
        assert "الظهر" in window.header.accessibleDescription()
        colour = theme_of(size).colour("wait")
        points = [(x, y) for x in range(0, size[0], 3) for y in range(0, during.height(), 3)]
        assert sum(during.pixelColor(x, y) == colour for x, y in points) > len(points) * 0.2
        window.show_timed(None)
        assert window.header.accessibleDescription() == ""
        assert window.header.grab().toImage() == before
