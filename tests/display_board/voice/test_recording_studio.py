"""What is still to be spoken, and what a right take does to the voice's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from display_board.sound.wave import read_clip, to_wav
from display_board.voice.builder import build_voice
from display_board.voice.clip_origin import SYNTHESISER, is_synthetic, made_by_of, marked
from display_board.voice.folder import check_voice
from display_board.voice.recording_studio import ClipUnknownError, RecordingStudio
from display_board.voice.script import script
from tests.display_board.voice.test_builder import Speaker
from tests.display_board.voice.test_take import take

RIGHT = take(rate=22_050)


def states(studio: RecordingStudio) -> dict[str, str]:
    return {f"{one.language}/{one.clip}": one.state for one in studio.clips()}


def test_every_clip_of_the_script_is_to_be_spoken_with_its_meaning(tmp_path: Path) -> None:
    clips = {(one.language, one.clip): one for one in RecordingStudio(tmp_path, ("ar", "en")).clips()}
    assert len(clips) == len(script("ar")) + len(script("en"))
    assert {one.state for one in clips.values()} == {"missing"}
    assert all(one.text and one.meaning for one in clips.values())
    seven = clips["ar", "and_n7"]
    assert (seven.text, seven.meaning) == ("وَسَبْعَة", "and seven")


def test_a_right_take_is_a_clip_of_the_board_and_counts_after_a_restart(tmp_path: Path) -> None:
    RecordingStudio(tmp_path, ("ar",)).take("ar", "n7", RIGHT)
    assert states(RecordingStudio(tmp_path, ("ar",)))["ar/n7"] == "spoken"
    assert read_clip(tmp_path / "ar_default" / "n7.wav")
    assert not is_synthetic(tmp_path / "ar_default" / "n7.wav")


def test_a_wrong_take_leaves_the_clip_that_was_there(tmp_path: Path) -> None:
    studio = RecordingStudio(tmp_path, ("en",))
    studio.take("en", "n7", RIGHT)
    before = studio.wav("en", "n7")
    assert studio.take("en", "n7", take(volume=1.5, rate=22_050)).faults == ("clipped",)
    assert studio.wav("en", "n7") == before


def test_building_the_synthetic_voice_again_keeps_what_a_person_has_spoken(tmp_path: Path) -> None:
    folder = tmp_path / "en_default"
    build_voice("en", folder, speak=Speaker())
    assert len(check_voice(folder).synthetic) == len(script("en"))
    studio = RecordingStudio(tmp_path, ("en",))
    studio.take("en", "n7", RIGHT)
    spoken = studio.wav("en", "n7")
    build_voice("en", folder, speak=Speaker())
    assert studio.wav("en", "n7") == spoken
    assert len(check_voice(folder).synthetic) == len(script("en")) - 1
    assert states(studio)["en/n8"] == "synthetic"


def test_a_clip_that_was_copied_in_by_hand_is_a_persons(tmp_path: Path) -> None:
    (tmp_path / "ar_default").mkdir()
    (tmp_path / "ar_default" / "n7.wav").write_bytes(to_wav([b"\0\x20" * 9_000]))
    assert states(RecordingStudio(tmp_path, ("ar",)))["ar/n7"] == "spoken"


@pytest.mark.parametrize(("language", "clip"), [("en", "n7"), ("ar", "../../x"), ("ar", "hundred")])
def test_a_clip_that_is_not_asked_for_is_refused(tmp_path: Path, language: str, clip: str) -> None:
    with pytest.raises(ClipUnknownError):
        RecordingStudio(tmp_path, ("ar",)).take(language, clip, RIGHT)
    assert list(tmp_path.iterdir()) == []


def test_the_mark_stays_in_the_file_and_changes_no_sample(tmp_path: Path) -> None:
    samples = b"\1\2" * 101
    clip = tmp_path / "n1.wav"
    clip.write_bytes(marked(to_wav([samples]), SYNTHESISER))
    assert read_clip(clip) == samples
    assert made_by_of(clip.read_bytes()) == SYNTHESISER
    assert made_by_of(to_wav([samples])) == ""
