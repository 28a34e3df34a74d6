"""Read a voice (a folder of clips) and list the clips that it lacks.

The name of a voice's folder is its language and a free name: `ar_default`, `en_ministry`. A human voice replaces
any clip by a WAV of the same name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from common.text.program_name import program_name
from display_board.sound.chime_wave import make_chime
from display_board.sound.wave import ClipError, read_clip, silence
from display_board.voice.clip_origin import count_synthetic, is_synthetic
from display_board.voice.clip_sound import faults_of, loudness_db, out_of_step
from display_board.voice.script import script
from display_board.voice.spoken_call import CHIME, Clip, Part

LANGUAGES = ("ar", "en")
SHIPPED_VOICES = Path(__file__).parents[2] / "assets" / "sounds" / "voices"


class VoiceError(Exception):
    """A folder is no voice; the text says why and how to make one."""


@dataclass(frozen=True)
class VoiceCheck:
    """What `voice check` found: clip ids without a file, files that cannot be used, files nobody asks for.

    `doubtful`: clips that sound, and do not sound right; a person should hear them.
    """

    voice: str
    language: str
    clips: int
    missing: tuple[str, ...]
    unfit: tuple[str, ...]
    unknown: tuple[str, ...]
    doubtful: tuple[str, ...] = ()
    synthetic: tuple[str, ...] = ()
    """Clips that no person has spoken."""

    @property
    def complete(self) -> bool:
        """Return whether every number and letter can be said."""
        return not self.missing and not self.unfit


@dataclass(frozen=True)
class Voice:
    """A voice on disk. Clips are read call by call: 20 small files in a millisecond, against 5 MB kept in memory."""

    language: str
    folder: Path

    def clip(self, name: str) -> bytes | None:
        """Return the samples of a clip, or None where it is missing or cannot be used."""
        try:
            return read_clip(self.folder / f"{name}.wav")
        except ClipError:
            return None


@dataclass(frozen=True)
class Sounds:
    """All that the board can sound: the chime and one voice a language."""

    voices: Mapping[str, Voice]
    chime: bytes = field(default_factory=make_chime)

    def gather(self, parts: Sequence[Part]) -> tuple[list[bytes], tuple[str, ...]]:
        """Return the samples of `parts` in order, and what no voice has (as LANGUAGE/ID), which is left out."""
        found, missing = [], []
        for part in parts:
            sound = self._of(part)
            if sound is not None:
                found.append(sound)
            elif isinstance(part, Clip):
                missing.append(f"{part.language}/{part.name}")
        return found, tuple(missing)

    def synthetic(self) -> tuple[int, int]:
        """Return how many clips of the voices no person has spoken, and how many clips they have."""
        scripts = {language: script(language) for language in self.voices}
        counted = sum(count_synthetic(voice.folder, scripts[language]) for language, voice in self.voices.items())
        return counted, sum(map(len, scripts.values()))

    def _of(self, part: Part) -> bytes | None:
        if not isinstance(part, Clip):
            return silence(part.ms)
        if part.name == CHIME:
            return self.chime
        voice = self.voices.get(part.language or "")
        return voice.clip(part.name) if voice else None


def language_of(folder: Path) -> str:
    """Return the language of a voice by its folder's name; raise VoiceError where the name tells none."""
    language = folder.name.partition("_")[0]
    if language not in LANGUAGES:
        raise VoiceError(f"{folder}: a voice's folder begins with its language: ar_NAME or en_NAME")
    return language


def voice_in(folder: Path) -> Voice:
    """Return the voice in `folder`; raise VoiceError where its name tells no language."""
    return Voice(language_of(folder), folder)


def check_voice(folder: Path) -> VoiceCheck:
    """Return what the voice in `folder` has and lacks; raise VoiceError where there is no such voice."""
    language = language_of(folder)
    if not folder.is_dir():
        raise VoiceError(
            f"{folder}: there is no such folder; make one with: {program_name()} voice build {folder.parent}"
        )
    wanted = script(language)
    there = {path.stem for path in folder.glob("*.wav")}
    unfit, sounds = [], {}
    for name in sorted(there & set(wanted)):
        try:
            sounds[name] = read_clip(folder / f"{name}.wav")
        except ClipError as error:
            unfit.append(str(error))
    return VoiceCheck(
        voice=folder.name,
        language=language,
        clips=len(there & set(wanted)) - len(unfit),
        missing=tuple(name for name in wanted if name not in there),
        unfit=tuple(unfit),
        unknown=tuple(sorted(there - set(wanted))),
        doubtful=_doubtful(sounds),
        synthetic=tuple(name for name in sounds if is_synthetic(folder / f"{name}.wav")),
    )


def _doubtful(sounds: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return what does not sound right, by clip."""
    steps = out_of_step({name: loudness_db(samples) for name, samples in sounds.items()})
    said = []
    for name, samples in sounds.items():
        faults = faults_of(samples)
        if name in steps:
            faults.append(f"is {abs(steps[name]):g} dB {'louder' if steps[name] > 0 else 'quieter'} than the others")
        said += [f"{name}.wav {fault}" for fault in faults]
    return tuple(said)
