from __future__ import annotations

import io
import logging
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from display_board.sound.chime_wave import make_chime
from display_board.sound.recording_player import RecordingPlayer
from display_board.sound.wave import silence, softened
from display_board.speech.chime import Chime, Said
from display_board.voice.folder import Sounds, voice_in
from display_board.voice.spoken_call import call_parts
from tests.display_board.helpers.voices import make_voice, samples_of_clip


def sounds(folder: Path) -> Sounds:
    if not (folder / "ar_test").exists():
        make_voice(folder, "ar")
    return Sounds({"ar": voice_in(folder / "ar_test")})


def frames(wav: bytes) -> bytes:
    with wave.open(io.BytesIO(wav)) as sound:
        return sound.readframes(sound.getnframes())


def test_what_is_played_is_chime_and_clips_whole(qtbot: QtBot, tmp_path: Path) -> None:
    player, ended = RecordingPlayer(), list[Said]()
    chime = Chime(lambda: sounds(tmp_path), player)
    chime.say("A007", 3, ("ar",), ended.append)
    qtbot.waitUntil(lambda: len(ended) == 1)
    chime.stop()
    said = b"".join(sounds(tmp_path).gather(call_parts("A007", 3, ("ar",)))[0])
    assert frames(player.played[0]) == said
    assert said.startswith(make_chime() + silence(250) + samples_of_clip("ar", "holder"))
    assert ended[0].silent_because == ""


def test_calls_sound_in_order_and_never_two_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    player, ended = RecordingPlayer(), list[Said]()
    chime = Chime(lambda: sounds(tmp_path), player)
    for number in range(1, 8):
        chime.say(f"A{number:03}", number, ("ar",), ended.append)
    qtbot.waitUntil(lambda: len(ended) == 7)
    chime.stop()
    assert player.overlaps == 0
    assert [said.parts for said in ended] == [call_parts(f"A{n:03}", n, ("ar",)) for n in range(1, 8)]


def test_without_a_player_the_call_ends_at_once_and_unheard(tmp_path: Path) -> None:
    ended: list[Said] = []
    chime = Chime(lambda: sounds(tmp_path), None)
    assert chime.is_muted
    chime.say("A001", 1, ("ar",), ended.append)
    assert [said.silent_because for said in ended] == ["no player"]
    chime.stop()


@pytest.mark.allow_logs
def test_a_dead_loudspeaker_mutes_once_and_comes_back(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    player, ended, muted = RecordingPlayer(), list[Said](), list[bool]()
    chime = Chime(lambda: sounds(tmp_path), player)
    chime.muted.connect(muted.append)
    player.fail = True
    with caplog.at_level(logging.INFO):
        for _ in range(3):
            chime.say("A001", 1, ("ar",), ended.append)
        qtbot.waitUntil(lambda: len(ended) == 3)
        player.fail = False
        chime.say("A001", 1, ("ar",), ended.append)
        qtbot.waitUntil(lambda: len(ended) == 4)
    chime.stop()
    assert muted == [True, False]
    assert caplog.text.count("without sound: the loudspeaker is unplugged") == 1
    assert caplog.text.count("heard again") == 1


@pytest.mark.allow_logs
def test_a_missing_clip_is_logged_once_and_the_rest_said(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    player, ended = RecordingPlayer(), list[Said]()
    make_voice(tmp_path, "ar")
    (tmp_path / "ar_test" / "n7.wav").unlink()
    chime = Chime(lambda: sounds(tmp_path), player)
    for _ in range(2):
        chime.say("A007", 1, ("ar",), ended.append)
    qtbot.waitUntil(lambda: len(ended) == 2)
    chime.stop()
    assert len(player.played) == 2
    assert ended[1].missing == ("ar/n7",)
    assert caplog.text.count("ar/n7") == 1


@pytest.mark.allow_logs
def test_a_bug_in_the_sound_is_logged_whole_and_the_call_ends(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ended: list[Said] = []

    def broken() -> Sounds:
        raise ZeroDivisionError("a bug")

    chime = Chime(broken, RecordingPlayer())
    chime.say("A001", 1, ("ar",), ended.append)
    qtbot.waitUntil(lambda: len(ended) == 1)
    chime.stop()
    assert "ZeroDivisionError" in caplog.text
    assert ended[0].silent_because == "a bug"


def test_voices_are_found_once_and_before_the_first_call_when_asked(qtbot: QtBot, tmp_path: Path) -> None:
    read: list[str] = []

    def load() -> Sounds:
        read.append("once")
        return sounds(tmp_path)

    chime, ended = Chime(load, RecordingPlayer()), list[Said]()
    chime.prepare()
    chime.say("A001", 1, ("ar",), ended.append)
    qtbot.waitUntil(lambda: len(ended) == 1)
    chime.stop()
    assert read == ["once"]


def test_a_hall_may_have_no_chime_and_calls_softer(qtbot: QtBot, tmp_path: Path) -> None:
    player, ended = RecordingPlayer(), list[Said]()
    chime = Chime(lambda: sounds(tmp_path), player)
    chime.say("A007", 3, ("ar",), ended.append, chime=False, percent=50)
    qtbot.waitUntil(lambda: len(ended) == 1)
    chime.stop()
    heard = frames(player.played[0])
    assert heard.startswith(softened(samples_of_clip("ar", "holder"), 50))
    assert len(heard) == len(b"".join(sounds(tmp_path).gather(ended[0].parts)[0]))


@pytest.mark.allow_logs
def test_a_player_that_fails_is_known_before_the_first_call_and_checked_until_it_works(
    qtbot: QtBot, tmp_path: Path
) -> None:
    player, muted, checked = RecordingPlayer(), list[bool](), list[bool]()
    player.fail = True
    chime = Chime(lambda: sounds(tmp_path), player)
    chime.muted.connect(muted.append)
    chime.checked.connect(lambda: checked.append(chime.is_muted))
    assert not chime.is_checked
    chime.prepare()
    qtbot.waitUntil(lambda: checked == [True])
    again = chime.findChild(QTimer, "chime_check")
    assert again.isActive()
    player.fail = False
    again.timeout.emit()
    qtbot.waitUntil(lambda: muted == [True, False])
    chime.stop()
    assert (again.isActive(), checked, player.played) == (False, [True], [])
