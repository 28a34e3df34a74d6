from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from display_board.speech.sound_report import SoundReport
from display_board.voice.clip_origin import SYNTHESISER, marked
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from tests.display_board.helpers.example import hall as example_hall
from tests.display_board.helpers.example import snapshot
from tests.display_board.helpers.programs import running_board
from tests.display_board.helpers.voices import make_voice
from tests.helpers.fake_hall import TOKEN, FakeHall, running_hall
from tests.helpers.fake_live import running_live


@pytest.fixture
def hall() -> Iterator[FakeHall]:
    with running_hall() as fake:
        yield fake


def reports(hall: FakeHall) -> list[str]:
    with hall.lock:
        return [content.decode() for kind, _, content in hall.signs if kind == "state"]


def report_to(hall: FakeHall, is_silent: Callable[[], bool | None]) -> SoundReport:
    return SoundReport(HallCalls(HallAddresses([hall.url]), TOKEN), is_silent)


def test_nothing_is_reported_before_it_is_known_and_then_the_newest_state(qtbot: QtBot, hall: FakeHall) -> None:
    state: list[bool | None] = [None]
    report = report_to(hall, lambda: state[0])
    report.report()
    assert report._on_its_way is None
    state[0] = True
    report.report()
    state[0] = False  # while the first report is on its way
    report.report()
    qtbot.waitUntil(lambda: len(reports(hall)) == 2)
    assert [('"no_sound"' in one, '"degraded"' in one) for one in reports(hall)] == [(True, True), (False, False)]


@pytest.mark.parametrize("spoken_by_a_person", [False, True])
def test_a_board_tells_how_many_of_its_clips_no_person_has_spoken(
    qtbot: QtBot, tmp_path: Path, spoken_by_a_person: bool
) -> None:
    folder = make_voice(tmp_path / "voices", "ar", "default")
    make_voice(tmp_path / "voices", "en", "default")
    if not spoken_by_a_person:
        for clip in ("n1", "n2"):
            file = folder / f"{clip}.wav"
            file.write_bytes(marked(file.read_bytes(), SYNTHESISER))
    with (
        running_live(example_hall(), lambda seq: snapshot(seq=seq)) as live,
        running_board(tmp_path, url=live.url) as board,
    ):
        board.program.start()
        qtbot.waitUntil(lambda: board.program.chime.synthetic is not None and board.program.chime.is_checked)
        state = board.program.sound._state()
    assert state is not None
    assert (state.state, state.clips, state.synthetic) == ("ok", 206, 0 if spoken_by_a_person else 2)


def test_a_report_that_the_hall_does_not_take_is_repeated(qtbot: QtBot, hall: FakeHall) -> None:
    hall.token = "another"
    report = report_to(hall, lambda: True)
    again = report.findChild(QTimer, "sound_report_again")
    report.report()
    qtbot.waitUntil(again.isActive)
    hall.token = TOKEN
    again.timeout.emit()
    qtbot.waitUntil(lambda: len(reports(hall)) == 1)
    report.stop()


def test_an_answer_that_comes_after_the_end_starts_nothing(qtbot: QtBot, hall: FakeHall) -> None:
    hall.token = "another"
    report = report_to(hall, lambda: True)
    report.report()
    report.stop()
    qtbot.waitUntil(lambda: report._on_its_way is None)
    assert not report.findChild(QTimer, "sound_report_again").isActive()


@pytest.mark.parametrize(("mute", "is_silent"), [(False, True), (True, False)])
def test_a_board_that_is_to_be_mute_is_not_in_trouble(
    qtbot: QtBot, tmp_path: Path, mute: bool, is_silent: bool
) -> None:
    with (
        running_live(example_hall(), lambda seq: snapshot(seq=seq)) as live,
        running_board(tmp_path, url=live.url, sound=False, mute=mute) as board,
    ):
        board.program.start()
        qtbot.waitUntil(lambda: bool(board.events("snapshot")))
        assert board.program.sound._is_silent() is is_silent
