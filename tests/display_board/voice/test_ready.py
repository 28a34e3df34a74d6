from __future__ import annotations

import logging
from pathlib import Path

import pytest

from display_board.voice.builder import SpeakerError
from display_board.voice.ready import ready_sounds
from tests.display_board.helpers.voices import make_voice, samples_of_clip


def refuses(language: str, folder: Path) -> int:
    raise SpeakerError("espeak-ng is not installed; install it with: apt-get install espeak-ng")


def test_voices_that_are_there_are_read_and_not_built(tmp_path: Path) -> None:
    make_voice(tmp_path, "ar", "default")
    sounds = ready_sounds(tmp_path, {"ar": "ar_default"}, build=refuses)
    assert sounds.voices["ar"].clip("n7") == samples_of_clip("ar", "n7")


def test_a_default_voice_that_is_nowhere_is_built(tmp_path: Path) -> None:
    built: list[Path] = []

    def build(language: str, folder: Path) -> int:
        built.append(folder)
        make_voice(folder.parent, language, "default")
        return 1

    sounds = ready_sounds(tmp_path, {"en": "en_default"}, build=build)
    assert built == [tmp_path / "en_default"]
    assert sounds.voices["en"].clip("hundred") == samples_of_clip("en", "hundred")


@pytest.mark.allow_logs
def test_a_voice_that_cannot_be_built_leaves_the_chime_and_says_why(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        sounds = ready_sounds(tmp_path, {"ar": "ar_default"}, build=refuses)
    assert sounds.voices == {}
    assert len(sounds.chime) > 0
    assert "apt-get install espeak-ng" in caplog.text


@pytest.mark.allow_logs
def test_a_persons_voice_that_is_missing_is_not_replaced_by_another(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    sounds = ready_sounds(tmp_path, {"ar": "ar_salma"}, build=refuses)
    assert sounds.voices == {}
    assert "ar_salma" in caplog.text
