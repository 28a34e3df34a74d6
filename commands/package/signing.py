"""`main.py package key|sign|verify`: the key of the releases, and signatures of release files and checksum lists."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from common.configuration.command_parser import CommandParser
from common.releases.signature import SignatureError, make_keys, read_public_keys, sign_file, verify_file
from common.text.program_name import program_name

ACTS = ("key", "sign", "verify")
KEYS = Path("/etc/dawr/release-keys")
"""The public keys that this machine installs releases of."""
OPTION_HELP = "read the passphrase from this file, not from the keyboard; an empty file: no passphrase"


def run(argv: list[str]) -> int:
    """Do one thing; 0 when it is done, 1 with a sentence when it is refused."""
    parser = CommandParser(prog="package", description=__doc__)
    acts = parser.add_subparsers(required=True, dest="act", metavar="|".join(ACTS))
    key = acts.add_parser("key", help="make a new pair of keys for signing releases")
    key.add_argument("--private", type=Path, required=True, metavar="FILE", help="where the private key goes")
    key.add_argument("--public", type=Path, required=True, metavar="FILE", help="where the public key goes (.pub)")
    sign = acts.add_parser("sign", help="write FILE.sig beside each file")
    sign.add_argument("files", type=Path, nargs="+", metavar="FILE")
    sign.add_argument("--key", type=Path, required=True, metavar="FILE", help="the private key")
    for one in (key, sign):
        one.add_argument("--passphrase-file", type=Path, metavar="FILE", help=OPTION_HELP)
    verify = acts.add_parser("verify", help="say whether a known key has signed each file as it is")
    verify.add_argument("files", type=Path, nargs="+", metavar="FILE")
    verify.add_argument("--keys", type=Path, default=KEYS, metavar="DIR", help=f"folder of public keys ({KEYS})")
    given = parser.parse_args(argv)
    try:
        _do(given)
    except (SignatureError, OSError) as error:
        print(f"{program_name()} package: {error}", file=sys.stderr)
        return 1
    return 0


def _do(given: argparse.Namespace) -> None:
    if given.act == "key":
        make_keys(given.private, given.public, passphrase_from(given.passphrase_file, twice=True))
        print(f"{given.private} is the private key: keep it to yourself (a release key: docs/release_key.md)")
        print(f"{given.public} is the public key. Only that of a release key goes into {KEYS} of every machine")
    elif given.act == "sign":
        passphrase = passphrase_from(given.passphrase_file)
        for file in given.files:
            print(sign_file(file, given.key, passphrase))
    else:
        keys = read_public_keys(given.keys)
        for file in given.files:
            verify_file(file, keys)
            print(f"{file}: signed by a known key")


def passphrase_from(file: Path | None, *, twice: bool = False) -> bytes | None:
    """Return the passphrase of a private key, from a file or from the keyboard; None where the key has none."""
    if file is not None:
        return file.read_bytes().strip() or None
    try:
        typed = getpass.getpass("passphrase of the private key: ")
        again = getpass.getpass("again: ") if twice else typed
    except EOFError:
        raise SignatureError("no passphrase was typed; nothing is made") from None
    if typed != again:
        raise SignatureError("the two are not the same; nothing is made")
    return typed.encode() or None
