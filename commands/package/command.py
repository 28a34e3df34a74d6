"""Build the counter program as a package that a user installs for himself, without an administrator."""

from __future__ import annotations

import shutil
import sys
import tempfile
from importlib.metadata import distributions
from pathlib import Path

from commands.package import signing
from commands.package.debian import command as debian
from commands.package.parts import (
    PackageError,
    archive,
    copy_program,
    fetch_wheels,
    put_python,
    sha256_of,
    unpack_wheels,
)
from commands.package.third_party import LOCK, notices, packages, vendored
from common.configuration.command_parser import CommandParser
from common.text.program_name import program_name

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy" / "counter"
SYSTEMS = ("linux", "windows")


def run(argv: list[str]) -> int:
    """Build the package, or do what `signing` and `debian` do; 0 when it is done, 1 with a sentence."""
    if argv[:1] and argv[0] in signing.ACTS:
        return signing.run(argv)
    if argv[:1] and argv[0] in debian.ACTS:
        return debian.run(argv)
    parser = CommandParser(prog="package", description=__doc__)
    parser.add_argument("system", choices=SYSTEMS, help="what the agents' PCs run")
    parser.add_argument("--out", type=Path, default=Path("dist"), metavar="DIR", help="where it goes (dist)")
    parser.add_argument(
        "--wheels", type=Path, metavar="DIR", help="take the locked packages from here, not from the registry"
    )
    parser.add_argument(
        "--python", type=Path, metavar="ZIP", help="Windows: python.org's embeddable package, put in beside the program"
    )
    given = parser.parse_args(argv)
    try:
        with tempfile.TemporaryDirectory(prefix="dawr-package-") as folder:
            package = build(given.system, Path(folder), given.out, wheels=given.wheels, python=given.python)
    except PackageError as error:
        print(f"{program_name()} package: {error}", file=sys.stderr)
        return 1
    print(f"{package}  {package.stat().st_size / 2**20:.0f} MB  sha256 {sha256_of(package)}")
    if given.system == "windows" and given.python is None:
        print(
            "without --python it needs a Python 3.11 or newer that the user has installed for himself", file=sys.stderr
        )
    return 0


def _put_batch_file(name: str, folder: Path) -> None:
    """Copy a batch file with the line ends of Windows: its `goto` may miss a label in a file without them."""
    (folder / name).write_text((DEPLOY / name).read_text(encoding="utf-8"), encoding="utf-8", newline="\r\n")


def build(system: str, folder: Path, out: Path, *, wheels: Path | None, python: Path | None) -> Path:
    """Return the package, made below `folder` and put into `out`; raise PackageError."""
    root = folder / f"dawr-counter-{system}"
    program = root / "program"
    if wheels is None:
        wheels = folder / "wheels"
        fetch_wheels(system, LOCK, wheels)
    unpack_wheels(wheels, program / "lib")
    copy_program(ROOT, program)
    found = packages(distributions(path=[str(program / "lib")]), LOCK.read_text(encoding="utf-8"))
    (root / "THIRD_PARTY_NOTICES.txt").write_text(notices([*found, *vendored(program)]), encoding="utf-8")
    if python is not None:
        put_python(python, program / "python")
    shutil.copy2(DEPLOY / "counter.toml", program / "counter.toml")
    if system == "windows":
        _put_batch_file("install.cmd", root)
        _put_batch_file("counter.cmd", program)
    else:
        shutil.copy2(DEPLOY / "install.sh", root / "install.sh")
    shutil.copy2(ROOT / "LICENSE", root / "LICENSE")
    out.mkdir(parents=True, exist_ok=True)
    return archive(root, out, zipped=system == "windows")
