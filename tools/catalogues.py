"""Bring the translation files up to date with the programs' texts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from common.configuration.command_parser import CommandParser
from qtkit.language.catalogues import I18N, qt_tool

ROOT = Path(__file__).resolve().parent.parent

PROGRAMS = {
    "kiosk": ("kiosk", "qtkit"),
    "counter": ("counter_client", "qtkit"),
    "board": ("display_board", "qtkit"),
}
"""Program to the folders whose texts its catalogues hold."""

VISITORS = ("ar", "en", "ur", "hi", "bn")
STAFF = ("ar", "en")
LANGUAGES = {"kiosk": VISITORS, "counter": STAFF, "board": VISITORS}
"""Program to the languages that it is complete in."""


def run(argv: list[str]) -> int:
    """Update the .ts files of the named programs (all without a name); return the exit status."""
    parser = CommandParser(prog="catalogues", description=__doc__)
    parser.add_argument("program", nargs="*", choices=[*PROGRAMS, []], help="kiosk, counter or board")
    for program in parser.parse_args(argv).program or list(PROGRAMS):
        for language in LANGUAGES[program]:
            print(update(program, language, I18N))
    return 0


def update(program: str, language: str, folder: Path) -> str:
    """Run lupdate for one catalogue in `folder`; return what it reported. Texts that are gone are dropped."""
    sources = [
        str(file.relative_to(ROOT)) for part in PROGRAMS[program] for file in sorted((ROOT / part).rglob("*.py"))
    ]
    # English is the language of the sources: its catalogue only says how to form plurals.
    plurals = ["-pluralonly"] if language == "en" else []
    target = folder / f"{program}_{language}.ts"
    tool = [str(qt_tool("lupdate")), "-locations", "none", "-no-obsolete", "-no-ui-lines"]
    languages = ["-source-language", "en", "-target-language", language]
    done = subprocess.run(
        [*tool, *plurals, *languages, *sources, "-ts", str(target)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"lupdate failed for {target}: {done.stderr.strip()}")
    return f"{target.name}: {done.stdout.strip().splitlines()[-1].strip() if done.stdout.strip() else 'up to date'}"


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
