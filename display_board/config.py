"""The board's options, from its command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from display_board.announcing import SHOWN_LARGE_S
from display_board.views.wording import BOTH
from display_board.voice_ready import DEFAULT_VOICES
from qtkit.shell import OptionsError, ShellOptions, add_shell_options, read_shell_options

BOARD_INCHES = 43.0
VIEWING_M = 12.0
LANGUAGE_SETTINGS = ("ar", "en", BOTH)


@dataclass(frozen=True)
class BoardConfig:
    """What one board is told at its start; `language` is ar, en or both, `shell.language` the one it runs in.

    `voices` is the folder of the voices (None: where they ship), `voice_names` the one used for each language.
    """

    shell: ShellOptions
    language: str = BOTH
    mute: bool = False
    shown_large_s: float = SHOWN_LARGE_S
    viewing_m: float = VIEWING_M
    log: Path | None = None
    voices: Path | None = None
    voice_names: dict[str, str] = field(default_factory=lambda: dict(DEFAULT_VOICES))


def parser() -> argparse.ArgumentParser:
    """Return the parser of the board's command line."""
    options = argparse.ArgumentParser(prog="main.py board", description="The wall board that shows and speaks calls.")
    add_shell_options(options, inches=BOARD_INCHES)
    options.set_defaults(language=BOTH)
    options.add_argument("--mute", action="store_true", help="show calls without chime and voice")
    options.add_argument(
        "--viewing-m", type=float, default=VIEWING_M, metavar="M", help="metres from the board to the farthest seat"
    )
    options.add_argument(
        "--shown-large-s", type=float, default=SHOWN_LARGE_S, metavar="S", help="seconds a call stands large at least"
    )
    options.add_argument("--log", type=Path, metavar="FILE", help="record what was shown and spoken, JSON lines")
    options.add_argument("--voices", type=Path, metavar="DIR", help="folder of voices (default: those that ship)")
    for language, name in DEFAULT_VOICES.items():
        options.add_argument(f"--voice-{language}", default=name, metavar="NAME", help=f"default: {name}")
    return options


def read_config(argv: Sequence[str]) -> BoardConfig:
    """Return the configuration; raise OptionsError with all problems, one a line."""
    given = parser().parse_args(argv)
    problems = []
    if given.language not in LANGUAGE_SETTINGS:
        problems.append(f"--language {given.language}: expected ar, en or both")
    if not 1 <= given.viewing_m <= 100:
        problems.append(f"--viewing-m {given.viewing_m:g}: expected the farthest seat's distance, 1 to 100 m")
    if not 0 <= given.shown_large_s <= 60:
        problems.append(f"--shown-large-s {given.shown_large_s:g}: expected how long a call stands large, 0 to 60 s")
    if given.voices is not None and not given.voices.is_dir():
        problems.append(f"--voices {given.voices}: no such folder; make one with: main.py voice build {given.voices}")
    try:
        shell = read_shell_options(given)
    except OptionsError as error:
        raise OptionsError("\n".join([str(error), *problems])) from error
    if problems:
        raise OptionsError("\n".join(problems))
    return BoardConfig(
        shell=replace(shell, language="ar" if given.language == BOTH else given.language),
        language=given.language,
        mute=given.mute,
        shown_large_s=given.shown_large_s,
        viewing_m=given.viewing_m,
        log=given.log,
        voices=given.voices,
        voice_names={"ar": given.voice_ar, "en": given.voice_en},
    )
