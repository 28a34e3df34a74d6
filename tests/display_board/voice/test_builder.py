from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from display_board.sound.wave import length_s, read_clip, to_wav
from display_board.voice import builder
from display_board.voice.builder import SpeakerError, build_voice, espeak, spoken_text
from display_board.voice.folder import check_voice
from display_board.voice.script import LATIN_LETTERS, script
from tests.helpers.examples import assert_examples_hold

needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")


class Speaker:
    """Writes 0.1 s of sound between two of silence, and remembers what it was to say."""

    def __init__(self, fails_at: str = "") -> None:
        self.said: list[tuple[str, str]] = []
        self._fails_at = fails_at

    def __call__(self, language: str, text: str, target: Path) -> None:
        self.said.append((language, text))
        if target.stem == self._fails_at:
            raise SpeakerError("no more")
        target.write_bytes(to_wav([bytes(4_410), b"\0\x20" * 2_205, bytes(4_410)]))


def test_every_clip_of_the_script_is_made_and_trimmed(tmp_path: Path) -> None:
    speaker = Speaker()
    assert build_voice("en", tmp_path / "en_default", speak=speaker) == len(script("en"))
    assert check_voice(tmp_path / "en_default").complete
    assert length_s(read_clip(tmp_path / "en_default" / "n7.wav")) == pytest.approx(0.130, abs=0.001)
    assert ("en", "seven") in speaker.said


def test_a_voice_that_fails_half_way_leaves_the_old_clips(tmp_path: Path) -> None:
    folder = tmp_path / "ar_default"
    build_voice("ar", folder, speak=Speaker())
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    with pytest.raises(SpeakerError, match="no more"):
        build_voice("ar", folder, speak=Speaker(fails_at="n90"))
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_a_persons_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / "ar_default").mkdir()
    (tmp_path / "ar_default" / "README").write_text("read by Salma")
    build_voice("ar", tmp_path / "ar_default", speak=Speaker())
    assert (tmp_path / "ar_default" / "README").read_text() == "read by Salma"


def test_two_boards_that_build_at_once_both_end_with_a_whole_voice(tmp_path: Path) -> None:
    folder, speaker = tmp_path / "en_default", Speaker()

    def other_builds_meanwhile(language: str, text: str, target: Path) -> None:
        if target.stem == "n90" and not folder.exists():
            build_voice("en", folder, speak=Speaker())
        speaker(language, text, target)

    assert build_voice("en", folder, speak=other_builds_meanwhile) == len(script("en"))
    assert check_voice(folder).complete
    assert [path.name for path in tmp_path.iterdir()] == ["en_default"]


@pytest.mark.parametrize(
    ("clip", "said"),
    [("n7", "سَبْعَه"), ("n6", "سِتْتَه"), ("and_n60", "وَسِتْتُون"), ("n600", "سِتْتُمِئَه"), ("n20", "عِشْرُون")],
)
def test_arabic_is_written_as_espeak_must_read_it(clip: str, said: str) -> None:
    assert spoken_text("ar", clip, script("ar")[clip]) == said


@pytest.mark.process
@needs_espeak
@pytest.mark.parametrize("language", ["ar", "en"])
def test_espeak_says_a_clip(tmp_path: Path, language: str) -> None:
    espeak(language, spoken_text(language, "n8", script(language)["n8"]), tmp_path / "n8.wav")
    assert 0.2 < length_s(read_clip(tmp_path / "n8.wav")) < 3


@pytest.mark.process
def test_a_missing_espeak_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SpeakerError, match="apt-get install espeak-ng"):
        espeak("ar", "سَبْعَه", tmp_path / "x.wav")


def test_the_examples_hold() -> None:
    assert_examples_hold(builder)


@pytest.mark.process
@needs_espeak
@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_two_latin_letters_are_said_alike(language: str) -> None:
    texts = script(language)
    letters = [f"letter_{letter.lower()}" for letter in LATIN_LETTERS]
    said = {clip: phonemes(language, spoken_text(language, clip, texts[clip])) for clip in letters}
    alike = [(one, other) for one, other in itertools.combinations(letters, 2) if said[one] == said[other]]
    assert alike == []


def phonemes(language: str, text: str) -> str:
    """Return what espeak-ng says, without stress and length: what a visitor may not hear."""
    voice = {"ar": "ar", "en": "en-gb"}[language]
    done = subprocess.run(["espeak-ng", "-v", voice, "-q", "-x", text], capture_output=True, text=True, check=True)
    # An h at the end is a breath: who hears "jee" does not know it from "jeeh".
    return re.sub(r"[',:]|h$", "", done.stdout.strip())
