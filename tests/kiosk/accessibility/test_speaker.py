from __future__ import annotations

import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.accessibility.speaker import LOUDNESS, VOICES, Speaker, find_voice
from tests.helpers.heard import Heard

WAIT_MS = 20_000


@pytest.fixture
def heard(tmp_path: Path) -> Heard:
    return Heard(tmp_path)


def test_sentences_are_said_one_after_the_other_each_in_its_language(qtbot: QtBot, heard: Heard) -> None:
    speaker = Speaker(heard.programs, "hw:1,0")
    captions: list[str] = []
    speaker.saying.connect(captions.append)
    speaker.say((("ar", "تذكرتك"), ("hi", "आपका टिकट")))
    qtbot.waitUntil(lambda: not speaker.speaking, timeout=WAIT_MS)
    assert heard.lines() == ["hw:1,0|ar|120|تذكرتك", "hw:1,0|hi|120|आपका टिकट"]
    assert captions == ["تذكرتك", "आपका टिकट", ""]


def test_what_is_added_is_said_after_the_rest_and_with_it_again(qtbot: QtBot, heard: Heard) -> None:
    speaker = Speaker(heard.programs, "default")
    speaker.add((("en", "One"),))
    speaker.add((("en", "Two"),))
    qtbot.waitUntil(lambda: not speaker.speaking, timeout=WAIT_MS)
    speaker.again()
    qtbot.waitUntil(lambda: not speaker.speaking, timeout=WAIT_MS)
    assert heard.words() == ["One", "Two", "One", "Two"]


def test_it_is_said_again_and_louder_and_the_next_visitor_begins_in_the_middle(qtbot: QtBot, heard: Heard) -> None:
    speaker = Speaker(heard.programs, "default")
    speaker.say((("en", "Two"),))
    qtbot.waitUntil(lambda: len(heard.lines()) == 1, timeout=WAIT_MS)
    speaker.again()
    qtbot.waitUntil(lambda: len(heard.lines()) == 2, timeout=WAIT_MS)
    speaker.louder()
    qtbot.waitUntil(lambda: len(heard.lines()) == 3, timeout=WAIT_MS)
    assert [line.split("|")[2] for line in heard.lines()] == ["120", "120", str(LOUDNESS[2])]
    speaker.end()
    assert (speaker.speaking, speaker.loudness) == (False, 1)
    speaker.again()
    assert not speaker.speaking, "nothing of the last visitor is left to say"


def test_new_sentences_break_off_what_is_being_said(qtbot: QtBot, tmp_path: Path, heard: Heard) -> None:
    endless = tmp_path / "endless"
    endless.write_text("#!/bin/sh\nexec tail -f /dev/null\n")
    endless.chmod(0o755)
    slow = Speaker((heard.programs[0], str(endless)), "default")
    slow.say((("en", "a very long one"),))
    assert slow.speaking
    slow.end()
    assert not slow.speaking


@pytest.mark.allow_logs
def test_a_dead_loudspeaker_is_told_in_the_log_and_the_captions_go_on(
    qtbot: QtBot, tmp_path: Path, heard: Heard, caplog: pytest.LogCaptureFixture
) -> None:
    dead = tmp_path / "dead"
    dead.write_text("#!/bin/sh\ncat >/dev/null\necho no such device >&2\nexit 1\n")
    dead.chmod(0o755)
    for player in (str(dead), str(tmp_path / "not_there")):
        speaker = Speaker((heard.programs[0], player), "hw:9,9")
        captions: list[str] = []
        speaker.saying.connect(captions.append)
        speaker.say((("en", "One"), ("en", "Two")))
        qtbot.waitUntil(lambda said=captions: said == ["One", "Two", ""], timeout=WAIT_MS)
    assert "nothing is heard on hw:9,9: no such device" in caplog.text
    assert "not_there could not be started" in caplog.text


@pytest.mark.skipif(find_voice() is None, reason="espeak-ng and aplay are not installed")
@pytest.mark.parametrize("tag", sorted(VOICES))
def test_the_real_voice_speaks_every_language(qtbot: QtBot, tmp_path: Path, tag: str) -> None:
    voice = find_voice()
    assert voice is not None
    kept, sound = tmp_path / "play", tmp_path / "said.wav"
    kept.write_text(f'#!/bin/sh\nexec cat > "{sound}"\n')
    kept.chmod(0o755)
    speaker = Speaker((voice[0], str(kept)), "default")
    words = {"ar": "رقم دورك", "en": "Your number", "ur": "آپ کا نمبر", "hi": "आपका नंबर", "bn": "আপনার নম্বর"}
    speaker.say(((tag, words[tag]),))
    qtbot.waitUntil(lambda: not speaker.speaking, timeout=WAIT_MS)
    with wave.open(str(sound)) as said:
        # espeak-ng writes no length into a pipe: what came is counted.
        frames = len(said.readframes(10_000_000)) / said.getsampwidth()
        assert frames / said.getframerate() > 0.3
