"""The clips that a person is to speak, which of them are spoken, and the takes that become clips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from common.files.durable import write_bytes_whole
from display_board.sound.wave import ClipError, read_clip, to_wav
from display_board.voice.clip_origin import RECORDER, is_synthetic, marked
from display_board.voice.clip_sound import faults_of
from display_board.voice.ready import DEFAULT_VOICES
from display_board.voice.script import script
from display_board.voice.take import Take, judge

MISSING, SYNTHETIC, SPOKEN, UNFIT = "missing", "synthetic", "spoken", "unfit"
_OTHER = {"ar": "en", "en": "ar"}


@dataclass(frozen=True)
class ClipToSpeak:
    """One clip: what is read, what that means in the other language, and how the clip is now.

    `state` is missing, synthetic (no person has spoken it), unfit (it cannot be used, or has a fault) or spoken.
    """

    language: str
    clip: str
    text: str
    meaning: str
    state: str


class ClipUnknownError(Exception):
    """No voice has such a clip."""


class RecordingStudio:
    """The voices of one folder, in the order of their scripts; what was spoken before counts, so that one may stop."""

    def __init__(self, folder: Path, languages: Sequence[str]) -> None:
        self._folder, self._languages = folder, tuple(languages)

    def clips(self) -> list[ClipToSpeak]:
        """Return every clip of the voices that are recorded here."""
        return [
            ClipToSpeak(language, clip, text, _meaning(language, clip), self._state(language, clip))
            for language in self._languages
            for clip, text in script(language).items()
        ]

    def take(self, language: str, clip: str, wav: bytes) -> Take:
        """Return what is wrong with a take; one that is right becomes the clip at once.

        Raises ClipUnknownError for a clip that is not asked for here, TakeError for what is no recording.
        """
        file = self._file(language, clip)
        take = judge(wav)
        if take.clip:
            write_bytes_whole(file, marked(to_wav([take.clip]), RECORDER), mode=0o644)
        return take

    def wav(self, language: str, clip: str) -> bytes:
        """Return the clip as the board plays it, empty where there is none."""
        try:
            return self._file(language, clip).read_bytes()
        except OSError:
            return b""

    def _file(self, language: str, clip: str) -> Path:
        if language not in self._languages or clip not in script(language):
            raise ClipUnknownError(f"{language}/{clip}: no such clip")
        return self._folder / DEFAULT_VOICES[language] / f"{clip}.wav"

    def _state(self, language: str, clip: str) -> str:
        file = self._file(language, clip)
        if not file.exists():
            return MISSING
        try:
            samples = read_clip(file)
        except ClipError:
            return UNFIT
        if is_synthetic(file):
            return SYNTHETIC
        return UNFIT if faults_of(samples) else SPOKEN


def _meaning(language: str, clip: str) -> str:
    """Return what a clip says in the other language.

    >>> _meaning("ar", "and_n7"), _meaning("ar", "n300"), _meaning("en", "hundred")
    ('and seven', 'three hundred', 'مِئَة')
    """
    texts = script(_OTHER[language])
    if clip in texts:
        return texts[clip]
    if clip.startswith("and_"):
        return f"{texts['and']} {_meaning(language, clip.removeprefix('and_'))}"
    if language == "ar":
        return f"{texts['n' + clip[1]]} {texts['hundred']}"
    return texts["n100"] if clip == "hundred" else "وَ"
