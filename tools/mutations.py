"""Put known mistakes into a copy of the code, one at a time, and check that the tests of its package fail.

The mistakes stand in `tools/mutations.toml`. Nothing is changed in the working tree itself.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.util import cache_from_source
from pathlib import Path

from common.configuration.command_parser import CommandParser

ROOT = Path(__file__).resolve().parent.parent
TABLE = Path(__file__).with_suffix(".toml")
_TEST_LIMIT_S = 60
"""A mistake may make a test wait for ever: after this time the test has failed."""
_NO_FAILURE, _FAILURE, _STOPPED = 0, 1, 2
"""What pytest ends with; it is stopped by a file of tests that cannot be imported."""
_FIRST_FAILURE = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", re.MULTILINE)


class MutationError(Exception):
    """The check itself cannot be done; the message says why and what to change."""


@dataclass(frozen=True)
class Mutation:
    """One mistake: `text`, which stands in `file` exactly once, becomes `becomes`; `tests` must fail then."""

    id: str
    package: str
    file: str
    text: str
    becomes: str
    breaks: str
    """What goes wrong for people, in one sentence."""
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """The result of one mistake; `first_failure` is the test that caught it, empty if none did."""

    id: str
    package: str
    breaks: str
    caught: bool
    first_failure: str
    seconds: float


def run(argv: list[str]) -> int:
    """Try the mistakes; 0 when each was caught, 1 when one was missed, 2 when the check cannot be done."""
    arguments = _parser().parse_args(argv)
    try:
        chosen = _chosen(read_table(TABLE), arguments.only)
        with tempfile.TemporaryDirectory(prefix="dawr-mutations-") as folder:
            tree = Path(folder)
            _copy(ROOT, tree, arguments.at)
            results = []
            for result in try_all(chosen, tree):
                results.append(result)
                if not arguments.json:
                    print(_line(result), flush=True)
    except MutationError as error:
        print(f"main.py mutations: {error}", file=sys.stderr)
        return 2
    missed = sum(not result.caught for result in results)
    closing = f"mutations: {len(results) - missed} caught, {missed} missed"
    print(json.dumps([asdict(result) for result in results], indent=2) if arguments.json else closing)
    return 1 if missed else 0


def read_table(path: Path) -> tuple[Mutation, ...]:
    """Return the mistakes that a table lists; raise MutationError where two have the same id."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["mutation"]
    table = tuple(Mutation(**{**row, "tests": tuple(row["tests"])}) for row in rows)
    twice = {one.id for one in table if sum(other.id == one.id for other in table) > 1}
    if twice:
        raise MutationError(f"{path.name} has these ids twice: {', '.join(sorted(twice))}")
    return table


def try_all(mutations: Sequence[Mutation], tree: Path) -> Iterator[Result]:
    """Try each mistake in the copy at `tree` and yield its result.

    Raise MutationError at once where a text is no longer found, and at the end where a test that caught a mistake fails
    without any.
    """
    problems = [problem for mutation in mutations if (problem := _problem(mutation, tree))]
    if problems:
        raise MutationError("\n  ".join(["the table does not fit the code:", *problems]))
    failures: set[str] = set()
    for mutation in mutations:
        started = time.monotonic()
        with _applied(mutation, tree):
            failure = _first_failure(tree, mutation.tests)
        if failure is not None:
            failures.add(failure)
        seconds = round(time.monotonic() - started, 1)
        yield Result(mutation.id, mutation.package, mutation.breaks, failure is not None, failure or "", seconds)
    failure = _first_failure(tree, sorted(failures)) if failures else None
    if failure is not None:
        raise MutationError(f"{failure} fails without any mistake in the code")


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="mutations", description=__doc__)
    parser.add_argument("--only", metavar="ID", action="append", default=[], help="only this one; may be repeated")
    parser.add_argument("--at", metavar="COMMIT", help="the code and the tests of a commit, not those of the folder")
    parser.add_argument("--json", action="store_true", help="print the results as JSON at the end")
    return parser


def _chosen(table: Sequence[Mutation], only: Sequence[str]) -> Sequence[Mutation]:
    unknown = set(only) - {mutation.id for mutation in table}
    if unknown:
        raise MutationError(f"no mutation has the id {', '.join(sorted(unknown))}")
    return [mutation for mutation in table if not only or mutation.id in only]


def _copy(root: Path, tree: Path, commit: str | None) -> None:
    """Copy what git knows of: of a commit, or of the folder as it stands, with what is not committed yet."""
    if commit is not None:
        with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", "--format=tar", commit))) as archive:
            archive.extractall(tree, filter="data")
    else:
        for name in filter(
            None, _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split(b"\0")
        ):
            here, there = root / os.fsdecode(name), tree / os.fsdecode(name)
            if here.is_file():
                there.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(here, there)
    if (root / ".venv").exists():
        (tree / ".venv").symlink_to(root / ".venv")


def _git(root: Path, *arguments: str) -> bytes:
    done = subprocess.run(["git", *arguments], cwd=root, check=False, capture_output=True)
    if done.returncode:
        raise MutationError(done.stderr.decode(errors="replace").strip())
    return done.stdout


def _problem(mutation: Mutation, tree: Path) -> str:
    """Return why the mistake cannot be made in this tree; empty when it can."""
    file = tree / mutation.file
    if not file.is_file():
        return f"{mutation.id}: there is no file {mutation.file}"
    times = file.read_text(encoding="utf-8").count(mutation.text)
    if times != 1:
        return f"{mutation.id}: its text stands {times} times in {mutation.file}, not once: change the table"
    missing = [path for path in mutation.tests if not (tree / path).exists()]
    return f"{mutation.id}: there are no tests {', '.join(missing)}" if missing else ""


@contextmanager
def _applied(mutation: Mutation, tree: Path) -> Iterator[None]:
    file = tree / mutation.file
    original = file.read_text(encoding="utf-8")
    _write(file, original.replace(mutation.text, mutation.becomes))
    try:
        yield
    finally:
        _write(file, original)


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    # Python goes by size and second of change: a file that changes twice in a second may look unchanged.
    Path(cache_from_source(str(file))).unlink(missing_ok=True)


def _first_failure(tree: Path, tests: Sequence[str]) -> str | None:
    """Run the tests up to the first one that fails and return its name; None when all passed."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:randomly", "-rfE"]
    done = subprocess.run(
        [*command, f"--timeout={_TEST_LIMIT_S}", *tests],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode == _NO_FAILURE:
        return None
    found = _FIRST_FAILURE.search(done.stdout)
    if done.returncode not in {_FAILURE, _STOPPED} or found is None:
        raise MutationError(f"pytest ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return found[1]


def _line(result: Result) -> str:
    if result.caught:
        return f"caught  {result.id} in {result.seconds} s by {result.first_failure}"
    return f"MISSED  {result.id}: {result.breaks}"
