"""`main.py voice`: make, record, check and hear the board's voices."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from common.configuration.command_parser import CommandParser
from common.text.program_name import program_name
from display_board.sound.player import PlayerError, SystemPlayer, find_players
from display_board.sound.wave import ClipError, length_s, to_wav
from display_board.voice.builder import SpeakerError, build_voice
from display_board.voice.folder import LANGUAGES, SHIPPED_VOICES, VoiceCheck, VoiceError, check_voice
from display_board.voice.ready import DEFAULT_VOICES, ready_sounds
from display_board.voice.script import script
from display_board.voice.spoken_call import call_parts

LARGEST_COUNTER = 999


def run(argv: list[str]) -> int:
    """Run the command; 0 when all is well, 1 when a voice is incomplete or silent, 2 for wrong arguments."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.act(arguments))
    except (VoiceError, SpeakerError, PlayerError, ClipError, OSError) as error:
        print(f"{program_name()} voice: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="voice", description="Make, record, check and hear the board's voices.")
    acts = parser.add_subparsers(required=True, metavar="build|record|check|script|say")
    build = acts.add_parser("build", help="make the default voices' clips with espeak-ng")
    build.add_argument("folder", nargs="?", type=Path, default=SHIPPED_VOICES, metavar="DIR", help="folder of voices")
    build.set_defaults(act=_build)
    record = acts.add_parser("record", help="record a person's voice in this machine's browser, clip by clip")
    record.add_argument("folder", nargs="?", type=Path, default=SHIPPED_VOICES, metavar="DIR", help="folder of voices")
    record.add_argument("--language", choices=[*LANGUAGES, "both"], default="both", help="which voice (default: both)")
    record.add_argument("--port", type=int, default=8096, help="port of the page (0: any free one)")
    record.add_argument("--no-browser", action="store_true", help="do not open a browser, only print the address")
    record.add_argument("--json", action="store_true", help="list the clips that nobody has spoken, and end")
    record.set_defaults(act=_record)
    check = acts.add_parser("check", help="list what a voice lacks")
    check.add_argument(
        "folder", nargs="?", type=Path, default=SHIPPED_VOICES, metavar="DIR", help="a voice, or a folder of voices"
    )
    check.add_argument("--json", action="store_true", help="answer as one JSON list")
    check.set_defaults(act=_check)
    words = acts.add_parser("script", help="print what a person reads for each clip")
    words.add_argument("language", choices=LANGUAGES)
    words.set_defaults(act=_script)
    say = acts.add_parser("say", help="say a call aloud, or into a WAV file")
    say.add_argument("ticket", help="ticket number, as A047")
    say.add_argument("--counter", type=_counter, required=True, metavar="N")
    say.add_argument("--out", type=Path, metavar="FILE", help="write a WAV file and play nothing")
    say.add_argument("--language", choices=[*LANGUAGES, "both"], default="both")
    say.add_argument("--voices", type=Path, metavar="DIR", help="folder of voices")
    for language, name in DEFAULT_VOICES.items():
        say.add_argument(f"--voice-{language}", default=name, metavar="NAME", help=f"default: {name}")
    say.set_defaults(act=_say)
    return parser


def _counter(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LARGEST_COUNTER:
        raise argparse.ArgumentTypeError(f"expected a counter from 1 to {LARGEST_COUNTER}, got {text!r}")
    return int(text)


def _build(arguments: argparse.Namespace) -> int:
    for language, name in DEFAULT_VOICES.items():
        count = build_voice(language, arguments.folder / name)
        print(f"{arguments.folder / name}: {count} clips")
    return 0


def _record(arguments: argparse.Namespace) -> int:
    from commands.voice.recording import list_gaps, serve_recording  # noqa: PLC0415  # a web server, for this alone

    languages = LANGUAGES if arguments.language == "both" else (arguments.language,)
    if arguments.json:
        return list_gaps(arguments.folder, languages)
    return serve_recording(arguments.folder, languages, arguments.port, opens_browser=not arguments.no_browser)


def _check(arguments: argparse.Namespace) -> int:
    checks = [check_voice(folder) for folder in _voices_in(arguments.folder)]
    if arguments.json:
        print(json.dumps([{**asdict(check), "complete": check.complete} for check in checks], ensure_ascii=False))
    else:
        print("\n".join(_lines(check) for check in checks))
    return 0 if all(check.complete for check in checks) else 1


def _voices_in(folder: Path) -> list[Path]:
    if folder.name.partition("_")[0] in LANGUAGES:
        return [folder]
    found = sorted(path for path in folder.glob("*") if path.is_dir() and path.name.partition("_")[0] in LANGUAGES)
    if not found:
        raise VoiceError(f"{folder}: no voice in it; make the default ones with: {program_name()} voice build {folder}")
    return found


def _lines(check: VoiceCheck) -> str:
    texts = script(check.language)
    head = f"{check.voice}: {check.clips} clips, {'complete' if check.complete else 'NOT complete'}"
    missing = [f"  missing {name}.wav: «{texts[name]}»" for name in check.missing]
    unfit = [f"  cannot be used: {problem}" for problem in check.unfit]
    doubtful = [f"  listen to it: {fault}" for fault in check.doubtful]
    unknown = [f"  not asked for: {name}.wav" for name in check.unknown]
    if check.synthetic:
        head += f"; synthetic voice: {len(check.synthetic)} of {len(texts)} clips"
    return "\n".join([head, *missing, *unfit, *doubtful, *unknown])


def _script(arguments: argparse.Namespace) -> int:
    print("\n".join(f"{clip}.wav\t{text}" for clip, text in script(arguments.language).items()))
    return 0


def _say(arguments: argparse.Namespace) -> int:
    if arguments.voices is not None and not arguments.voices.is_dir():
        print(f"{program_name()} voice: {arguments.voices}: there is no such folder of voices", file=sys.stderr)
        return 2
    languages = LANGUAGES if arguments.language == "both" else (arguments.language,)
    names = {"ar": arguments.voice_ar, "en": arguments.voice_en}
    sounds = ready_sounds(arguments.voices, {language: names[language] for language in languages})
    parts = call_parts(arguments.ticket, arguments.counter, languages)
    found, missing = sounds.gather(parts)
    samples = b"".join(found)
    if missing:
        print(f"{program_name()} voice: the voice lacks {', '.join(missing)}", file=sys.stderr)
    if arguments.out is not None:
        arguments.out.write_bytes(to_wav([samples]))
        print(f"{arguments.out}: {length_s(samples):.1f} s")
    else:
        _play(to_wav([samples]))
    return 1 if missing else 0


def _play(wav: bytes) -> None:
    try:
        SystemPlayer(find_players()).play(wav)
    except PlayerError as error:
        raise PlayerError(
            f"{error}; is a loudspeaker connected? --out FILE keeps the call as a file instead"
        ) from error
