from __future__ import annotations

import json
import shutil
import wave
from pathlib import Path

import pytest

from commands.voice.command import run
from display_board.voice.clip_origin import SYNTHESISER, marked
from display_board.voice.script import script
from tests.display_board.helpers.voices import make_voice

needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")


def test_a_complete_folder_of_voices_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_voice(tmp_path, "ar")
    make_voice(tmp_path, "en")
    assert run(["check", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines() == ["ar_test: 120 clips, complete", "en_test: 86 clips, complete"]


def test_clips_that_no_person_has_spoken_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clip = make_voice(tmp_path, "en") / "n7.wav"
    clip.write_bytes(marked(clip.read_bytes(), SYNTHESISER))
    assert run(["check", str(tmp_path)]) == 0
    assert capsys.readouterr().out.strip() == "en_test: 86 clips, complete; synthetic voice: 1 of 86 clips"


def test_a_program_reads_which_clips_are_to_be_spoken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["record", str(tmp_path), "--language", "en", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["clips"], told["missing"], len(told["gaps"])) == (86, 86, 86)


def test_what_a_voice_lacks_is_listed_with_the_words_to_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (make_voice(tmp_path, "ar") / "n7.wav").unlink()
    assert run(["check", str(tmp_path / "ar_test")]) == 1
    assert "missing n7.wav: «سَبْعَة»" in capsys.readouterr().out


def test_a_script_can_read_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (make_voice(tmp_path, "en") / "and.wav").write_bytes(b"no wave")
    assert run(["check", str(tmp_path), "--json"]) == 1
    (check,) = json.loads(capsys.readouterr().out)
    assert (check["voice"], check["complete"], check["missing"]) == ("en_test", False, [])
    assert check["unfit"][0].startswith("and.wav")


@pytest.mark.parametrize("argv", [["check", "/nowhere"], ["check", "/nowhere/ar_default"]])
def test_a_folder_without_a_voice_says_how_to_make_one(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(argv) == 2
    assert "main.py voice build" in capsys.readouterr().err


def test_a_call_is_written_as_a_file(tmp_path: Path) -> None:
    make_voice(tmp_path, "ar", "default")
    file = tmp_path / "call.wav"
    options = ["--counter", "3", "--out", str(file), "--language", "ar", "--voices", str(tmp_path)]
    assert run(["say", "A047", *options]) == 0
    with wave.open(str(file)) as sound:
        assert sound.getnframes() > 22_050


def test_what_could_not_be_said_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (make_voice(tmp_path, "en", "default") / "n7.wav").unlink()
    options = ["--counter", "3", "--out", str(tmp_path / "c.wav"), "--language", "en", "--voices", str(tmp_path)]
    assert run(["say", "A047", *options]) == 1
    assert "en/n7" in capsys.readouterr().err


@pytest.mark.parametrize("counter", ["0", "1000", "x", "-1"])
def test_a_counter_out_of_range_is_refused(counter: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        run(["say", "A047", f"--counter={counter}"])
    assert refused.value.code == 2
    assert "1 to 999" in capsys.readouterr().err


def test_without_a_player_saying_it_aloud_fails_with_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_voice(tmp_path, "en", "default")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(["say", "A047", "--counter", "3", "--language", "en", "--voices", str(tmp_path)]) == 2
    assert "pw-play, paplay or aplay" in capsys.readouterr().err


def test_the_script_is_printed_for_a_speaker(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["script", "ar"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(script("ar"))
    assert "n7.wav\tسَبْعَة" in lines


@needs_espeak
@pytest.mark.full
def test_the_default_voices_are_built_complete_and_none_of_their_clips_sounds_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", str(tmp_path)]) == 0
    capsys.readouterr()
    assert run(["check", str(tmp_path)]) == 0
    heads = [
        f"{voice}: {many} clips, complete; synthetic voice: {many} of {many} clips"
        for voice, many in (("ar_default", 120), ("en_default", 86))
    ]
    assert capsys.readouterr().out.splitlines() == heads


def test_a_folder_of_voices_that_is_not_there_is_named_and_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["say", "A047", "--counter", "3", "--voices", str(tmp_path / "nope")]) == 2
    assert "no such folder of voices" in capsys.readouterr().err
    assert not (tmp_path / "nope").exists()
