from __future__ import annotations

from pathlib import Path

import pytest

from display_board.sound.wave import read_clip, silence, to_wav
from display_board.voice.folder import Sounds, VoiceError, check_voice, voice_in
from display_board.voice.spoken_call import Clip, Pause, call_parts
from tests.display_board.helpers.voices import make_voice, samples_of_clip


def test_a_complete_voice_lacks_nothing(tmp_path: Path) -> None:
    check = check_voice(make_voice(tmp_path, "ar"))
    assert check.complete
    assert (check.clips, check.missing, check.unfit, check.unknown) == (120, (), (), ())


def test_what_is_missing_unfit_or_unknown_is_named(tmp_path: Path) -> None:
    voice = make_voice(tmp_path, "en")
    (voice / "n7.wav").unlink()
    (voice / "n8.wav").write_bytes(b"not a sound")
    (voice / "n8x.wav").write_bytes(b"")
    check = check_voice(voice)
    assert not check.complete
    assert check.missing == ("n7",)
    assert [text.partition(":")[0] for text in check.unfit] == ["n8.wav"]
    assert check.unknown == ("n8x",)
    assert check.clips == 84


def test_clips_that_do_not_sound_right_are_named_and_are_used_all_the_same(tmp_path: Path) -> None:
    voice = make_voice(tmp_path, "en")
    sound = read_clip(voice / "n7.wav")
    (voice / "n7.wav").write_bytes(to_wav([silence(400), sound]))
    (voice / "n8.wav").write_bytes(to_wav([b"\0\x40" * 800]))
    check = check_voice(voice)
    assert check.complete
    assert [fault for fault in check.doubtful if fault.startswith("n7.wav")] == [
        "n7.wav has 400 ms of silence at its beginning: cut it"
    ]
    assert any(fault.startswith("n8.wav is ") and "louder than the others" in fault for fault in check.doubtful)


def test_a_folder_that_names_no_language_is_no_voice(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="ar_NAME"):
        check_voice(tmp_path / "default")


def test_a_voice_that_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="voice build"):
        check_voice(tmp_path / "ar_default")


def test_a_call_is_made_of_whole_clips_in_order(tmp_path: Path) -> None:
    make_voice(tmp_path, "ar")
    sounds = Sounds({"ar": voice_in(tmp_path / "ar_test")})
    samples, missing = sounds.gather(call_parts("A047", 3, ("ar",)))
    clips = ["holder", "letter_a", "n7", "and_n40", "go_to_counter", "n3"]
    expected = [sounds.chime, silence(250)]
    for nth, clip in enumerate(clips):
        if nth:
            expected.append(silence(250 if clip == "go_to_counter" else 40))
        expected.append(samples_of_clip("ar", clip))
    assert samples == expected
    assert missing == ()


def test_a_missing_clip_is_told_and_the_rest_is_said(tmp_path: Path) -> None:
    (make_voice(tmp_path, "en") / "n7.wav").unlink()
    sounds = Sounds({"en": voice_in(tmp_path / "en_test")})
    parts = call_parts("A047", 3, ("en",))
    samples, missing = sounds.gather(parts)
    assert missing == ("en/n7",)
    assert len(samples) == len(parts) - 1


def test_a_clip_that_cannot_be_used_counts_as_missing(tmp_path: Path) -> None:
    voice = make_voice(tmp_path, "en")
    (voice / "n7.wav").write_bytes(b"RIFF")
    assert voice_in(voice).clip("n7") is None
    assert voice_in(voice).clip("n8") is not None


def test_a_clip_replaced_by_a_person_is_heard_at_the_next_call(tmp_path: Path) -> None:
    voice = voice_in(make_voice(tmp_path, "ar"))
    assert voice.clip("n7") == samples_of_clip("ar", "n7")
    (voice.folder / "n7.wav").write_bytes(to_wav([silence(100)]))
    assert voice.clip("n7") == silence(100)


def test_without_a_voice_only_the_chime_sounds() -> None:
    sounds = Sounds({})
    assert sounds.gather([Clip("chime"), Pause(40), Clip("n7", "ar")]) == ([sounds.chime, silence(40)], ("ar/n7",))
