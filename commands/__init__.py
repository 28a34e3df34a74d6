"""One module for each command of main.py; this list is what `--help` shows. Stdlib only: read before any set-up.

Commands for developers are listed here and live in `tools/`, which the packages of single programs leave out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from common.text.program_name import typed_program


@dataclass(frozen=True)
class Command:
    """A command: its module, what it needs of the machine, and one line of help."""

    module: str
    needs: str
    help: str
    writes_for_others: bool = False
    """Whether what it writes is for everybody, such as code and packages; else it is for the program's user alone."""


COMMANDS = {
    "demo": Command(
        "commands.demo.command",
        "screen",
        "a whole hall on this machine: centre, hall, kiosk, counter, board, printer of memory",
    ),
    "test": Command(
        "tools.test",
        "test",
        "all tests and checks with one closing line; --quick: a part in 90 s; --full: the soaks and bare machines too",
        writes_for_others=True,
    ),
    "hall": Command("commands.run.hall", "server", "the hall service of one hall; --check FILE"),
    "kiosk": Command("commands.run.kiosk", "screen", "the touch screen that gives tickets"),
    "counter": Command("commands.run.counter", "screen", "an agent's counter program"),
    "board": Command("commands.run.board", "screen", "the wall board that shows and speaks calls"),
    "central": Command("commands.central.command", "server", "the centre, which stores the records of every hall"),
    "sync": Command("commands.sync", "server", "what waits for the centre: status, now, verify"),
    "simulate": Command(
        "tools.simulation.command", "server", "a day of made-up visitors and agents over the real contract"
    ),
    "printer": Command("commands.printer.command", "screen", "list, probe, sample and emulate ticket printers"),
    "accept": Command(
        "commands.accept.command", "screen", "try a machine and its printer step by step, and sign the result"
    ),
    "voice": Command("commands.voice.command", "server", "build, check and try the spoken clips"),
    "signs": Command(
        "commands.serial_devices.signs", "server", "LED counter signs over serial lines, following the hall"
    ),
    "keypad": Command(
        "commands.serial_devices.keypad", "server", "a counter without a PC: a keypad asks, its LED sign shows"
    ),
    "waits": Command(
        "tools.waits.replay", "nothing", "replay recorded waits against every estimator: waits replay DIR"
    ),
    "setup": Command("commands.setup.command", "screen", "make a hall's set-up file in the browser"),
    "config": Command(
        "commands.config", "server", "a program's settings file: check it, show the values in effect and their sources"
    ),
    "doctor": Command("commands.doctor.command", "server", "one page of PASS, FAIL and what to do"),
    "backup": Command(
        "commands.backup.command", "server", "copy a hall's database to another disk or machine, proved by a restore"
    ),
    "restore": Command("commands.backup.restore", "server", "put a copy of a hall's database in its place"),
    "paper": Command(
        "commands.paper.command", "screen", "number sheets for a day without hall and kiosks; enter them later"
    ),
    "update": Command(
        "commands.update.command", "server", "install a signed release, watch the hall, go back where it does not work"
    ),
    "admin": Command("commands.admin.command", "server", "tokens, PINs and devices of a hall, from its own machine"),
    "report": Command(
        "commands.report", "nothing", "exported figures: verify FILE; scheduled reports: list, send NAME"
    ),
    "pair": Command("commands.pair", "server", "enrol this device at a hall with a pairing code"),
    "package": Command(
        "commands.package.command",
        "screen",
        "packages to install: linux, windows (the counter program alone), deb, stick, release (Debian)",
        writes_for_others=True,
    ),
    "sbom": Command("commands.package.third_party", "server", "the packages of others: CycloneDX list, or --notices"),
    "completion": Command("commands.runtime.completion", "server", "completion of the command dawr in a shell"),
    "pictures": Command(
        "tools.pictures.command", "test", "take the pictures of every screen and ticket again", writes_for_others=True
    ),
    "bench": Command("tools.bench", "test", "measure the budgets, each beside its limit", writes_for_others=True),
    "mutations": Command(
        "tools.mutations",
        "test",
        "put known mistakes into a copy of the code: the tests must catch each",
        writes_for_others=True,
    ),
    "lint": Command(
        "tools.lint",
        "test",
        "ruff, mypy --strict, import-linter, codespell, plain words, tsc, eslint",
        writes_for_others=True,
    ),
    "tokens": Command(
        "tools.tokens", "nothing", "write the web style of assets/design/tokens.toml; --check", writes_for_others=True
    ),
    "fmt": Command("tools.fmt", "test", "format the code", writes_for_others=True),
    "lock": Command("tools.lock", "nothing", "lock the dependencies again (needs uv)", writes_for_others=True),
}


GROUPS = {
    "Try it": ("demo", "simulate"),
    "Programs of a hall": ("hall", "kiosk", "counter", "board", "signs", "keypad"),
    "Set up a hall and look after it": (
        "setup", "config", "admin", "pair", "doctor", "backup", "restore", "update", "accept", "paper", "printer",
        "voice", "report", "sync",
    ),
    "The centre": ("central",),
    "Packages and this command": ("package", "sbom", "completion"),
    "Development": ("test", "lint", "fmt", "lock", "tokens", "pictures", "bench", "mutations", "waits"),
}  # fmt: skip
"""The commands as `--help` groups them."""
_FOLDERS = Path(__file__).resolve().parent.parent


def is_here(command: Command) -> bool:
    """Return whether this copy of the project has the command: installed packages have none of `tools`."""
    return (_FOLDERS / command.module.partition(".")[0]).is_dir()


def usage() -> str:
    """Return the page that `--help` prints."""
    lines = [f"usage: {typed_program()} [COMMAND] [--help] [OPTIONS]"]
    grouped = {name for names in GROUPS.values() for name in names}
    for title, names in {**GROUPS, "More": tuple(name for name in COMMANDS if name not in grouped)}.items():
        here = [f"  {name:<10} {COMMANDS[name].help}" for name in names if is_here(COMMANDS[name])]
        lines += ["", f"{title}:", *here] if here else []
    return "\n".join([*lines, "", "Without a command it starts the demo. --version prints the version and the commit."])
