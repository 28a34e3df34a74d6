"""Make the shipped voices' clips with espeak-ng: a stand-in until a person has read the script."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from display_board.sound.wave import ClipError, read_clip, to_wav
from display_board.voice.clip_origin import SYNTHESISER, is_synthetic, marked
from display_board.voice.clip_sound import trimmed
from display_board.voice.script import script

PROGRAM = "espeak-ng"
SPEAK_TIMEOUT_S = 20
_VOICES: Mapping[str, tuple[str, ...]] = {
    "ar": ("-v", "ar", "-s", "175", "-p", "42"),
    "en": ("-v", "en-gb", "-s", "175", "-p", "42"),
}

_AS_HEARD: Mapping[str, str] = {
    "holder": "صَاحِبُرْ رَقْم",
    "go_to_counter": "[[j'uRdZat tawaddZ'uhu ?ilan na:f'iDati R'aqm]]",
    "n2": "[[?iTn'a:n]]",
    "and_n2": "[[waTn'a:n]]",
    "n8": "[[Tam'a:nijah]]",
    "and_n8": "[[waTam'a:nijah]]",
    "and_n1": "[[waw'a:Hid]]",
    "and_n12": "[[waTna: A'aSar]]",
    "n18": "[[Tama:n'ijata A'aSar]]",
    "and_n18": "[[waTama:n'ijata A'aSar]]",
    "letter_r": "[[?'a:R]]",
    "letter_q": "[[kj'u:]]",
    "letter_v": "[[v'i:]]",
    "letter_a": "[[?'e:j]]",
    "letter_j": "[[dZ'e:j]]",
    "letter_k": "[[k'e:j]]",
    "letter_o": "[[?'o:w]]",
    "letter_p": "[[p'i:]]",
}
_SUKUN = "\u0652"
_DOUBLED = re.compile("(?P<letter>[^\u064b-\u0652])(?P<vowel>[\u064e-\u0650]?)\u0651")
"""A letter with shadda; in stored text the vowel mark comes before it."""

Speak = Callable[[str, str, Path], None]
"""(language, what to say, WAV to write)"""


class SpeakerError(Exception):
    """The clips cannot be made; the text says what to install or what failed."""


def espeak(language: str, text: str, target: Path) -> None:
    """Write `text` as espeak-ng says it to `target`; raise SpeakerError where it is missing or fails."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise SpeakerError("espeak-ng is not installed; install it with: apt-get install espeak-ng")
    command = [program, *_VOICES[language], "-w", str(target), text]
    done = subprocess.run(command, capture_output=True, timeout=SPEAK_TIMEOUT_S, check=False)  # noqa: S603  # our own words
    if done.returncode != 0 or not target.exists():
        raise SpeakerError(f"espeak-ng could not say {text!r}: {done.stderr.decode(errors='replace').strip()}")


def spoken_text(language: str, clip: str, written: str) -> str:
    """Return what espeak-ng must be given so that it says `written` as a person would.

    Its Arabic rules lose the vowel after a shadda and say ة at the end as t: so the doubled letter is written twice, ة
    becomes ه, and a few words are given as phonemes.

    >>> spoken_text("en", "letter_a", "A"), spoken_text("ar", "n18", "ثَمَانِيَةَ عَشَر")
    ('a.', "[[Tama:n'ijata A'aSar]]")
    """
    if language != "ar":
        return f"{written.lower()}." if clip.startswith("letter_") and len(written) == 1 else written
    if clip in _AS_HEARD:
        return _AS_HEARD[clip]
    text = f"{written.removesuffix('ة')}ه" if written.endswith("ة") else written
    return _DOUBLED.sub(f"\\g<letter>{_SUKUN}\\g<letter>\\g<vowel>", text)


def build_voice(language: str, folder: Path, *, speak: Speak = espeak) -> int:
    """Write every clip of the `language`'s script into `folder`, trimmed and at one loudness; return how many.

    A new voice appears whole at once, so that a board that starts meanwhile never reads half of it. In a folder that
    is there each synthetic clip is replaced as a whole; clips that a person has spoken and other files stay.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building_", dir=folder.parent) as work:
        made = Path(work) / folder.name
        made.mkdir()
        for clip, written in script(language).items():
            raw = Path(work) / f"{clip}.wav"
            speak(language, spoken_text(language, clip, written), raw)
            (made / raw.name).write_bytes(marked(to_wav([trimmed(read_clip(raw))]), SYNTHESISER))
        count = len(list(made.iterdir()))
        if folder.exists():
            for clip_file in made.iterdir():
                if not _is_spoken(folder / clip_file.name):
                    clip_file.replace(folder / clip_file.name)
        else:
            _put_in_place(made, folder)
    return count


def _is_spoken(clip: Path) -> bool:
    """Return whether there is a clip that can be used and that a person has spoken."""
    try:
        read_clip(clip)
    except ClipError:
        return False
    return not is_synthetic(clip)


def _put_in_place(made: Path, folder: Path) -> None:
    try:
        made.rename(folder)
    except OSError:
        # Another board built the same voice in these seconds: its clips are as good as ours.
        if not folder.exists():
            raise
