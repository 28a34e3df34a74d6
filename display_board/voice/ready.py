"""Find the voices that the board's settings name, and make the default ones where they were not built yet."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from common.text.program_name import program_name
from display_board.voice.builder import SpeakerError, build_voice
from display_board.voice.folder import SHIPPED_VOICES, Sounds, Voice, VoiceError, voice_in

log = logging.getLogger(__name__)

DEFAULT_VOICES: Mapping[str, str] = {"ar": "ar_default", "en": "en_default"}

Build = Callable[[str, Path], int]


def cache_folder() -> Path:
    """Return where voices are built when the program's own folder is read-only."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dawr" / "voices"


def ready_sounds(
    folder: Path | None, names: Mapping[str, str], *, build: Build = build_voice, cache: Path | None = None
) -> Sounds:
    """Return chime and voices `names` (language → folder name), looked for in `folder` or where they ship.

    A default voice that is nowhere is built, which takes a second. A voice that cannot be had is logged and left out:
    calls then sound with the chime alone in that language.
    """
    places = [folder] if folder is not None else [SHIPPED_VOICES, cache if cache is not None else cache_folder()]
    voices: dict[str, Voice] = {}
    for language, name in names.items():
        try:
            voices[language] = voice_in(_find(places, language, name, build))
        except (SpeakerError, VoiceError, OSError) as error:
            log.warning("the voice %s cannot be used: %s", name, error)
    return Sounds(voices)


def _find(places: list[Path], language: str, name: str, build: Build) -> Path:
    for place in places:
        if any((place / name).glob("*.wav")):
            return place / name
    if name != DEFAULT_VOICES[language]:
        raise VoiceError(f"there is no {places[0] / name}; see: {program_name()} voice check {places[0] / name}")
    target = next((place for place in places if _writable(place)), places[-1]) / name
    build(language, target)
    return target


def _writable(place: Path) -> bool:
    while not place.exists():
        place = place.parent
    return os.access(place, os.W_OK)
