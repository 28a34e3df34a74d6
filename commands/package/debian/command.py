"""`main.py package deb|stick|container|release`: packages, a stick, an image and an update file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from commands.package.debian.container import build_container
from commands.package.debian.packages import build_packages
from commands.package.debian.release import DEBIANS
from commands.package.debian.release_file import build_release_file
from commands.package.debian.stick import SUMS, build_stick
from commands.package.parts import PackageError, sha256_of
from commands.package.signing import OPTION_HELP, passphrase_from
from common.configuration.command_parser import CommandParser
from common.releases.signature import SignatureError, sign_file
from common.text.program_name import program_name, typed_program

ACTS = ("deb", "stick", "container", "release")
_ROOT = Path(__file__).resolve().parents[3]


def run(argv: list[str]) -> int:
    """Do one thing; 0 when it is done, 1 where something is missing, with a sentence."""
    parser = CommandParser(prog="package", description=__doc__)
    acts = parser.add_subparsers(required=True, dest="act", metavar="|".join(ACTS))
    deb = acts.add_parser("deb", help="build the packages dawr, dawr-hall, -centre, -kiosk, -board, -counter, -devices")
    stick = acts.add_parser("stick", help="make a folder for a USB stick that installs every role without a network")
    container = acts.add_parser("container", help="make a container image for hall and centre (as root)")
    release = acts.add_parser("release", help="make the file that `update` installs; with --key it is signed as well")
    release.add_argument("--key", type=Path, metavar="FILE", help="sign it with this private key (docs/release_key.md)")
    release.add_argument("--passphrase-file", type=Path, metavar="FILE", help=OPTION_HELP)
    for act in (deb, stick, container, release):
        act.add_argument("--for", dest="debian", choices=sorted(DEBIANS), default="debian13", help="for which Debian")
        act.add_argument("--out", type=Path, default=Path("dist"), metavar="DIR", help="where it goes (dist)")
        words = "take the locked packages from this folder, not from the registry"
        act.add_argument("--wheels", type=Path, metavar="DIR", help=words)
    given = parser.parse_args(argv)
    try:
        if given.act == "stick":
            _show_stick(build_stick(_ROOT, given.out, DEBIANS[given.debian], wheels=given.wheels))
        elif given.act == "release":
            _make_release_file(given)
        elif given.act == "container":
            print(build_container(_ROOT, given.out, DEBIANS[given.debian], wheels=given.wheels))
        else:
            for package in build_packages(_ROOT, given.out, DEBIANS[given.debian], wheels=given.wheels):
                print(f"{package}  {package.stat().st_size / 2**20:.1f} MB  sha256 {sha256_of(package)}")
    except (PackageError, SignatureError, OSError) as error:
        print(f"{program_name()} package: {error}", file=sys.stderr)
        return 1
    return 0


def _make_release_file(given: argparse.Namespace) -> None:
    """Make the file and sign it; ask for the passphrase first, so that nobody waits for the question."""
    passphrase = passphrase_from(given.passphrase_file) if given.key else None
    file = build_release_file(_ROOT, given.out, DEBIANS[given.debian], wheels=given.wheels)
    print(f"{file}  {file.stat().st_size / 2**20:.1f} MB  sha256 {sha256_of(file)}")
    if given.key:
        print(sign_file(file, given.key, passphrase))
    else:
        print(f"next: sign it: {typed_program()} package sign {file} --key FILE")


def _show_stick(stick: Path) -> None:
    size = sum(path.stat().st_size for path in stick.rglob("*") if path.is_file())
    print(f"{stick}  {size / 2**20:.0f} MB  {len(list(stick.glob('packages/*.deb')))} packages")
    print(f"next: sign {stick / SUMS}, and copy the folder to a USB stick with the label DAWR")
