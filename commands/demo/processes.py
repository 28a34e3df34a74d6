"""Start the parts of the demo that have no window, centre and hall, and return where they are and who may enter."""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
from dataclasses import dataclass
from pathlib import Path

from commands import COMMANDS
from commands.demo import tokens as demo_tokens
from commands.demo.setup_file import HALLS, write_setup
from commands.demo.tokens import DemoTokens
from commands.runtime.process_group import Family, FamilyError
from hall.settings.setup.file import read_setup


@dataclass(frozen=True)
class DemoParts:
    """Addresses without path, and the tokens."""

    hall: str
    centre: str
    tokens: DemoTokens

    @property
    def head_page(self) -> str:
        """The address that opens the hall head's page signed in; the token is in the fragment, which no server sees."""
        return f"{self.hall}/enter#{self.tokens.head}"


def start_parts(family: Family, folder: Path, size: str, port: int, database: str | None) -> DemoParts:
    """Start centre and hall in `folder`, new or where they stopped, and enrol every device; or raise FamilyError."""
    tokens = demo_tokens.load(folder)
    setup = folder / "hall.toml"
    if not setup.exists():
        tokens.pins = write_setup(size, setup)
        demo_tokens.keep(tokens, folder)
    place = ["--data", str(folder / "hall"), *(["--database", database] if database else [])]
    # In this order: in a new folder each makes the database that the next one opens.
    _make_missing(tokens, folder, setup, place)
    brand = ["--brand", str(HALLS / "land_housing.toml")]
    centre = family.start("central", ["--data", str(folder / "centre"), "--port", "0", "--open-pages", *brand])
    centre_address = family.address(centre)
    hall = family.start(
        "hall",
        [*place, "--no-device-limits", "--setup", str(setup), "--port", str(port), "--centre", centre_address],
        HALL_CENTRE_TOKEN=tokens.centre,
    )
    hall_address = family.address(hall)
    demo_tokens.enrol(tokens, hall_address)
    demo_tokens.keep(tokens, folder)
    return DemoParts(hall_address, centre_address, tokens)


def _make_missing(tokens: DemoTokens, folder: Path, setup: Path, place: list[str]) -> None:
    """Make the tokens that only the machine itself can give: of the centre, the hall head and the administrator."""
    settings = read_setup(setup).settings
    if not tokens.centre:
        names = ["--name", settings.names["ar"], "--name-en", settings.names["en"]]
        enrol = ["--config", os.devnull, "--data", str(folder / "centre"), "enrol", "--hall", settings.hall, *names]
        tokens.centre = output_of("central", *enrol).split()[-1]
    for role in ("head", "admin"):
        if not getattr(tokens, role):
            options = ["token", role, "--name", f"demo {role}", "--json"]
            setattr(tokens, role, json.loads(output_of("admin", *place, *options))["token"])
    demo_tokens.keep(tokens, folder)


def output_of(command: str, *arguments: str) -> str:
    """Return what a command prints; run in this process, which has loaded most of it already."""
    output, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        code = int(importlib.import_module(COMMANDS[command].module).run(list(arguments)))
    if code:
        raise FamilyError(f"main.py {command}: {output.getvalue()}{errors.getvalue()}")
    return output.getvalue()
