"""What comes out of the loudspeaker, read back from the samples: each sentence against the written table, 1 to 999.

`spoken_numbers.tsv` has each number in full words, Arabic and English. It was written by the rules of grammar apart
from the program, and agrees with another program (num2words 0.5) in every row but 200, whose form there (مئتا) stands
only before a noun.
"""

from __future__ import annotations

import io
import random
import re
import shutil
import wave
from array import array
from pathlib import Path

import pytest

from display_board.sound.chime_wave import make_chime
from display_board.sound.recording_player import RecordingPlayer
from display_board.sound.wave import RATE_HZ, to_wav
from display_board.speech.chime import Studio
from display_board.voice.builder import PROGRAM, build_voice
from display_board.voice.folder import SHIPPED_VOICES, Sounds, Voice, voice_in
from display_board.voice.ready import DEFAULT_VOICES
from display_board.voice.script import script
from display_board.voice.spoken_call import BREATH_MS, CHIME, GAP_MS, LANGUAGE_GAP_MS, Clip, Pause, call_parts
from display_board.voice.spoken_number import number_words

ROWS = [line.split("\t") for line in (Path(__file__).parent / "spoken_numbers.tsv").read_text("utf-8").splitlines()]
TABLE = {int(number): {"ar": arabic, "en": english} for number, arabic, english in ROWS}
VOWELS = re.compile("[\u064b-\u0652\u0670]")
LETTERS = {"ar": {"A": "إيه", "L": "إل", "س": "سين"}, "en": {"A": "A", "L": "L", "س": "Seen"}}
GAPS = {GAP_MS, BREATH_MS, LANGUAGE_GAP_MS}
LOUD = re.compile(rb"[^\0]")
MARK = 8
"""The number of samples that identify a clip."""


def test_the_table_has_every_number_once() -> None:
    assert list(TABLE) == list(range(1, 1000))
    for language in ("ar", "en"):
        assert len({row[language] for row in TABLE.values()}) == 999


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_number_reads_as_in_the_table(language: str) -> None:
    assert {n: number_words(n, language) for n in TABLE} == {n: row[language] for n, row in TABLE.items()}


def noise_voice(folder: Path, language: str) -> Voice:
    """Write a voice whose clips are different noise without a zero, so that the sound shows clip and place."""
    target = folder / f"{language}_noise"
    target.mkdir()
    for nth, clip in enumerate(script(language)):
        rng = random.Random(f"{language}{clip}")
        samples = array("h", [rng.choice((-1, 1)) * rng.randint(1, 20_000) for _ in range(60 + 7 * nth)])
        (target / f"{clip}.wav").write_bytes(to_wav([samples.tobytes()]))
    return voice_in(target)


@pytest.fixture(scope="module")
def noise(tmp_path_factory: pytest.TempPathFactory) -> Sounds:
    folder = tmp_path_factory.mktemp("voices")
    return Sounds({language: noise_voice(folder, language) for language in ("ar", "en")})


class Listener:
    """Reads a WAV back into clips and silences; it knows the clips' sounds and nothing of how they are joined."""

    def __init__(self, sounds: Sounds) -> None:
        self._clips = {}
        for language, voice in sounds.voices.items():
            for name in script(language):
                samples = array("h", voice.clip(name) or b"")
                self._clips[tuple(samples[:MARK])] = (f"{language}/{name}", samples)
        self._chime = array("h", make_chime())

    def hear(self, wav: bytes) -> tuple[list[str], list[int]]:
        """Return the clips heard, each whole, and the silences between them in samples."""
        with wave.open(io.BytesIO(wav)) as sound:
            heard = sound.readframes(sound.getnframes())
        values = array("h", heard)
        assert values[: len(self._chime)] == self._chime
        at, clips, silences = len(self._chime), [CHIME], []
        while at < len(values):
            loud = LOUD.search(heard, 2 * at)
            assert loud, "the sound ends with a silence"
            begin = loud.start() // 2
            silences.append(begin - at)
            name, samples = self._clips[tuple(values[begin : begin + MARK])]
            assert values[begin : begin + len(samples)] == samples, f"{name} is cut or overlapped"
            clips.append(name)
            at = begin + len(samples)
        return clips, silences


def sentence(language: str, letter: str, number: int, counter: int) -> str:
    """Return the whole sentence by the table."""
    who, where = f"{LETTERS[language][letter]} {TABLE[number][language]}", TABLE[counter][language]
    if language == "ar":
        return f"صاحب الرقم {who} يرجى التوجه إلى النافذة رقم {where}"
    return f"Number {who} please go to counter {where}"


def heard_words(language: str, clips: list[str]) -> str:
    """Return what clips of one language say, without vowel marks."""
    texts = script(language)
    said = [texts[clip.partition("/")[2]] for clip in clips if clip.startswith(f"{language}/")]
    return VOWELS.sub("", " ".join(said))


def test_every_number_is_heard_whole_and_in_order_as_the_table_has_it(noise: Sounds) -> None:
    player, listener = RecordingPlayer(), Listener(noise)
    studio = Studio(lambda: noise, player)
    for number in TABLE:
        letter, counter = "ALس"[number % 3], number * 7 % 99 + 1
        for spoken in (("ar",), ("en",), ("ar", "en")):
            said = studio.sound(call_parts(f"{letter}{number:03}", counter, spoken), 100)
            assert said.missing == ()
            clips, silences = listener.hear(player.played.pop())
            for language in spoken:
                assert heard_words(language, clips) == sentence(language, letter, number, counter)
            assert [clip[:3] for clip in clips[1:]] == sorted(
                (clip[:3] for clip in clips[1:]), key=[f"{tag}/" for tag in spoken].index
            )
            assert {1000 * silence // RATE_HZ + (1000 * silence % RATE_HZ > 0) for silence in silences} <= GAPS


def test_the_listener_notices_a_clip_that_is_cut(noise: Sounds) -> None:
    samples, _ = noise.gather(call_parts("A001", 1, ("ar",)))
    with pytest.raises(AssertionError, match="is cut or overlapped"):
        Listener(noise).hear(to_wav([*samples[:2], samples[2][:-2], *samples[3:]]))


@pytest.fixture(scope="module")
def default_voices(tmp_path_factory: pytest.TempPathFactory) -> Sounds:
    """Return the voices that ship, built now where this tree has none."""
    built = tmp_path_factory.mktemp("default")
    voices = {}
    for language, name in DEFAULT_VOICES.items():
        folder = SHIPPED_VOICES / name
        if not any(folder.glob("*.wav")):
            folder = built / name
            build_voice(language, folder)
        voices[language] = voice_in(folder)
    return Sounds(voices)


@pytest.mark.process
@pytest.mark.skipif(
    not any(SHIPPED_VOICES.glob("*/*.wav")) and shutil.which(PROGRAM) is None,
    reason="no default voice is built here, and espeak-ng is not installed",
)
def test_the_default_voices_sound_is_its_clips_sample_by_sample(default_voices: Sounds) -> None:
    player = RecordingPlayer()
    studio = Studio(lambda: default_voices, player)
    for number in (1, 9, 10, 11, 12, 19, 20, 21, 47, 99, 100, 101, 110, 212, 300, 347, 816, 999):
        parts = call_parts(f"A{number:03}", number % 20 + 1, ("ar", "en"))
        assert studio.sound(parts, 100).missing == ()
        with wave.open(io.BytesIO(player.played.pop())) as sound:
            heard = sound.readframes(sound.getnframes())
        at = 0
        for part in parts:
            expected = _file_of(default_voices, part)
            assert heard[at : at + len(expected)] == expected, part
            at += len(expected)
        assert at == len(heard)


def _file_of(sounds: Sounds, part: Clip | Pause) -> bytes:
    if isinstance(part, Pause):
        return bytes(2 * (RATE_HZ * part.ms // 1000))
    if part.language is None:
        return make_chime()
    with wave.open(str(sounds.voices[part.language].folder / f"{part.name}.wav")) as sound:
        return sound.readframes(sound.getnframes())
