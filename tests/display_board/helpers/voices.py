"""Voices for tests: each clip is a tone of a different length, so that a joined call shows which clips it has."""

from __future__ import annotations

from pathlib import Path

from display_board.sound.wave import to_wav
from display_board.voice.script import script

SAMPLES_A_STEP = 20


def samples_of_clip(language: str, clip: str) -> bytes:
    """Return the samples that the made-up voice has for a clip: its place in the script tells its length."""
    place = list(script(language)).index(clip) + 1
    return b"\7\0" * (SAMPLES_A_STEP * place)


def make_voice(folder: Path, language: str, name: str = "test") -> Path:
    """Write a complete voice and return its folder."""
    target = folder / f"{language}_{name}"
    target.mkdir(parents=True)
    for clip in script(language):
        (target / f"{clip}.wav").write_bytes(to_wav([samples_of_clip(language, clip)]))
    return target
