"""Enrol this device at a hall with a pairing code: the token it gets goes into a file that only its owner can read."""

from __future__ import annotations

import argparse
import errno
import json
import os
import ssl
import sys
from http.client import HTTPException
from pathlib import Path
from typing import Any

from commands.hall_client import HallAwayError, HallClient, HallRefusedError
from commands.runtime.installed import InstalledProgram, installed
from common.configuration.command_parser import CommandParser
from common.configuration.written import with_values
from common.files.durable import write_whole
from common.server.trust import WRONG_HALL, WrongHallError, authority_file, offered_authority
from common.text.program_name import program_name, typed_program
from contracts.devices.pairing_string import PairingStringError, fingerprint_of, read_pairing_string

_TIMEOUT_S = 10.0


def run(argv: list[str]) -> int:
    """Spend the code; 0 when the token is in its file, 1 when the hall refuses or is away."""
    parser = CommandParser(prog="pair", description=__doc__)
    parser.add_argument("kind", choices=("kiosk", "board", "counter", "reader"))
    parser.add_argument("--hall", required=True, metavar="URL", help="the hall service's address")
    parser.add_argument("--code", required=True, help="the pairing code, as the administrator's screen shows it")
    parser.add_argument(
        "--token-file",
        type=Path,
        metavar="FILE",
        help="where the token goes (default: KIND.token, counter-N.token; as root where the package has it)",
    )
    parser.add_argument(
        "--settings",
        type=Path,
        metavar="FILE",
        help="also write hall, token file, and counter or device into a program's settings file",
    )
    parser.add_argument(
        "--hall-ca",
        type=Path,
        metavar="FILE",
        help="PEM file of the hall's authority, where it is known already: then the bare code is enough",
    )
    arguments = parser.parse_args(argv)
    program = installed(arguments.kind) if arguments.token_file is None else None
    if program is not None:  # its package says where its files are
        arguments.token_file = program.token_file
        arguments.settings = arguments.settings or program.settings
    path = arguments.token_file or Path(f"{arguments.kind}.token")
    try:
        hall = arguments.hall.rstrip("/")
        code, authority = checked_hall(hall, arguments.code, arguments.hall_ca)
        paired = _paired(HallClient(hall, "", hall_ca=authority), code, arguments.kind, path)
        if arguments.token_file is None and paired["counter"]:
            # Which counter it is comes with the answer; a second one on this machine must not replace the first.
            path = path.replace(path.with_name(f"{arguments.kind}-{paired['counter']}.token"))
        _keep_authority(authority, path)
        if program is not None:
            program.give_token()
    except (HallRefusedError, HallAwayError, PairingStringError, WrongHallError) as error:
        print(f"{program_name()} pair: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"{program_name()} pair: {path} cannot be written: {error.strerror}; choose --token-file FILE",
            file=sys.stderr,
        )
        return 1
    print(json.dumps({"device": paired["device"], "token_file": str(path)}))
    if arguments.settings is None:
        return _tell_next(arguments, path, paired)
    return _write_settings(arguments, path, paired, program)


def checked_hall(hall: str, typed: str, given: Path | None) -> tuple[str, Path | str | None]:
    """Return the code to send and the authority to trust, after the hall has shown that it is the string's own.

    Over HTTPS this machine sends only the request for the certificate before that. Raise PairingStringError,
    WrongHallError or HallAwayError.
    """
    code, fingerprint = read_pairing_string(typed)
    if not hall.startswith("https://"):
        if fingerprint:
            raise PairingStringError(f"this hall speaks HTTPS: give its address as {hall.replace('http:', 'https:')}")
        return code, None
    if given is not None:
        return code, given
    if not fingerprint:
        raise PairingStringError(
            "over https:// the whole pairing string is needed, 25 characters: it says which hall this is"
        )
    try:
        offered = offered_authority(hall, _TIMEOUT_S)
    except (ssl.SSLError, HTTPException, ValueError) as error:
        raise HallAwayError(f"{hall} offers no certificate of a hall: {error}") from error
    except OSError as error:
        raise HallAwayError(f"{hall} does not answer: {error}") from error
    if fingerprint_of(offered) != fingerprint:
        raise WrongHallError(WRONG_HALL.format(url=hall))
    return code, ssl.DER_cert_to_PEM_cert(offered)


def _keep_authority(authority: Path | str | None, token_file: Path) -> None:
    """Put the authority beside the token, or take away that of a hall of before."""
    beside = authority_file(token_file)
    if authority is None:
        beside.unlink(missing_ok=True)
    else:
        pem = authority if isinstance(authority, str) else authority.read_text(encoding="ascii")
        write_whole(beside, pem, mode=0o644)


def _write_settings(
    arguments: argparse.Namespace, token_file: Path, paired: dict[str, Any], program: InstalledProgram | None
) -> int:
    """Put what pairing gave into the settings file; 1 where that fails, though the device is paired."""
    path: Path = arguments.settings
    values: dict[str, Any] = {"hall": [arguments.hall.rstrip("/")], "token_file": str(token_file.absolute())}
    if arguments.kind == "kiosk":
        values["device"] = paired["device"]
    if paired["counter"]:
        values["counter"] = paired["counter"]
    try:
        before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        os.scandir(path.parent).close()  # a slip in the path must not make a folder
        # The program's own user reads it: its mode stays open, as an editor leaves it.
        write_whole(path, with_values(before, values), mode=0o644)
        if program is not None and path == program.settings:
            program.protect_settings()
    except (OSError, ValueError) as error:
        lines = "\n".join(f"  {key} = {json.dumps(value)}" for key, value in values.items())
        print(
            f"{program_name()} pair: paired, but {path} cannot be changed ({_reason(error)}); write into it:",
            file=sys.stderr,
        )
        print(lines, file=sys.stderr)
        return 1
    start = f"start the {arguments.kind} program" if program is None else f"systemctl restart dawr-{arguments.kind}"
    print(f"next: {start}; {', '.join(values)} are set in {path}")
    return 0


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else f"it is not TOML: {error}"


def _tell_next(arguments: argparse.Namespace, path: Path, paired: dict[str, Any]) -> int:
    counter = f" --counter {paired['counter']}" if paired["counter"] else ""
    device = f" --device {paired['device']} --printer URL" if arguments.kind == "kiosk" else ""
    print(f"next: python3 main.py {arguments.kind} --hall {arguments.hall} --token-file {path}{counter}{device}")
    if device:
        print(f"      {typed_program()} printer list shows the URL of its printer (memory: to try without one)")
    return 0


def _paired(hall: HallClient, code: str, kind: str, path: Path) -> dict[str, Any]:
    """Spend the code and store its token; the file is opened first, so that no code is spent for nothing."""
    draft = path.with_name(path.name + ".new")
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            paired: dict[str, Any] = hall.post("/devices/pair", {"code": code, "kind": kind})
            file.write(paired["token"])
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return paired
