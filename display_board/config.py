"""The board's settings, read from its command line and its settings file."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field, replace
from pathlib import Path

from common.configuration.parser import SettingsError, SettingsParser
from common.text.program_name import program_name
from display_board.calls.announcing import SHOWN_LARGE_S
from display_board.calls.zone import EVERYWHERE, Zone, ZoneError, read_counters
from display_board.drawing.wording import BOTH
from display_board.voice.ready import DEFAULT_VOICES
from qtkit.program.options import ShellOptions, add_shell_options, add_turned_screen, read_shell_options

BOARD_INCHES = 43.0
VIEWING_M = 12.0
PICTURE_S = 12.0
LANGUAGE_SETTINGS = ("ar", "en", BOTH)


@dataclass(frozen=True)
class BoardConfig:
    """The settings of one board at its start; `language` is ar, en or both, `shell.language` the one it runs in.

    `zone` has the counters and services whose calls it shows. `media` is a folder of pictures and videos; each picture
    stays for `picture_s` seconds. `waiting` adds a bar with waiting times, `numbers_only` hides the services' names.
    `voices` is the folder of the voices (None: the one that ships), `voice_names` the voice for each language.
    """

    shell: ShellOptions
    language: str = BOTH
    mute: bool = False
    shown_large_s: float = SHOWN_LARGE_S
    viewing_m: float = VIEWING_M
    zone: Zone = EVERYWHERE
    waiting: bool = False
    numbers_only: bool = False
    media: Path | None = None
    picture_s: float = PICTURE_S
    log: Path | None = None
    voices: Path | None = None
    voice_names: dict[str, str] = field(default_factory=lambda: dict(DEFAULT_VOICES))
    keep: bool = False
    """Whether another process watches the program and starts it again."""


def parser() -> SettingsParser:
    """Return the parser of the board's settings."""
    options = SettingsParser("board", "The wall board that shows and speaks calls.")
    add_shell_options(options, inches=BOARD_INCHES)
    add_turned_screen(options)
    options.set_defaults(language=BOTH)
    options.add_argument(
        "--keep", action="store_true", help="start it again when it ends by a fault and when it hangs (not on Windows)"
    )
    options.add_setting(
        "--mute",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="show calls without chime and voice; without it the hall head gets an alert while no "
        "player (pw-play, paplay or aplay) works",
    )
    options.add_setting(
        "--viewing-m",
        type=float,
        default=VIEWING_M,
        metavar="M",
        help="metres from the board to the farthest seat; sets the size of the numbers",
    )
    options.add_setting(
        "--shown-large-s", type=float, default=SHOWN_LARGE_S, metavar="S", help="seconds a call stands large at least"
    )
    options.add_setting(
        "--counters", default="", metavar="LIST", help="show calls to these counters only, as in 1-4,7 (a zone)"
    )
    options.add_setting(
        "--services", default="", metavar="LIST", help="show calls for these services only, by code, as in A,B"
    )
    options.add_setting(
        "--waiting",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="show who waits for which service, and how long",
    )
    options.add_setting(
        "--numbers-only",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="numbers and counters without services' names, notices, figures and pictures; premium "
        "halls always hide names and text",
    )
    options.add_setting(
        "--media",
        type=Path,
        metavar="DIR",
        help="folder of pictures (png jpg webp) and videos (mp4 m4v mkv mov webm, where ffmpeg is "
        "installed), shown in turn by name",
    )
    options.add_setting(
        "--picture-s", type=float, default=PICTURE_S, metavar="S", help="seconds that each picture stands"
    )
    options.add_setting("--log", type=Path, metavar="FILE", help="record what was shown and spoken, JSON lines")
    options.add_setting("--voices", type=Path, metavar="DIR", help="folder of voices (default: those that ship)")
    for language, name in DEFAULT_VOICES.items():
        options.add_setting(
            f"--voice-{language}", default=name, metavar="NAME", help="a voice of that folder, for this language"
        )
    return options


def read_config(options: SettingsParser, given: argparse.Namespace) -> BoardConfig:
    """Return the settings that `options` has read; raise SettingsError with all problems, one a line."""
    problems = _problems(given)
    zone = EVERYWHERE
    try:
        zone = _zone(given.counters, given.services)
    except ZoneError as error:
        problems.append(f"--counters {given.counters}: {error}")
    try:
        shell = read_shell_options(given)
    except SettingsError as error:
        problems[:0] = error.problems
    options.refuse(problems)
    return BoardConfig(
        shell=replace(shell, language="ar" if given.language == BOTH else given.language),
        language=given.language,
        keep=given.keep,
        mute=given.mute,
        shown_large_s=given.shown_large_s,
        viewing_m=given.viewing_m,
        zone=zone,
        waiting=given.waiting,
        numbers_only=given.numbers_only,
        media=given.media,
        picture_s=given.picture_s,
        log=given.log,
        voices=given.voices,
        voice_names={"ar": given.voice_ar, "en": given.voice_en},
    )


def _problems(given: argparse.Namespace) -> list[str]:
    """Return the problems of the board's own options; each text says what to do."""
    problems = []
    if given.language not in LANGUAGE_SETTINGS:
        problems.append(f"--language {given.language}: expected ar, en or both")
    if not 1 <= given.viewing_m <= 100:
        problems.append(f"--viewing-m {given.viewing_m:g}: expected the farthest seat's distance, 1 to 100 m")
    if not 0 <= given.shown_large_s <= 60:
        problems.append(f"--shown-large-s {given.shown_large_s:g}: expected how long a call stands large, 0 to 60 s")
    if not 3 <= given.picture_s <= 3600:
        problems.append(f"--picture-s {given.picture_s:g}: expected how long a picture stands, 3 to 3600 s")
    if given.media is not None and not given.media.is_dir():
        problems.append(f"--media {given.media}: no such folder; make it, and put pictures and videos into it")
    if given.voices is not None and not given.voices.is_dir():
        problems.append(
            f"--voices {given.voices}: no such folder; make one with: {program_name()} voice build {given.voices}"
        )
    return problems


def _zone(counters: str, services: str) -> Zone:
    codes = frozenset(code.strip() for code in services.split(",") if code.strip())
    return Zone(read_counters(counters) if counters else frozenset(), codes)
