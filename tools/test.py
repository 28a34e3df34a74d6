"""Run the checks and all tests, each core busy to the end, with one closing line."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from commands.runtime import system_packages
from common.configuration.command_parser import CommandParser

ROOT = Path(__file__).resolve().parent.parent
# The longest first: a free process takes the next part, so no long one is left for the end. Each part has a process,
# and a separate PostgreSQL where it asks for one, so the parts are few. What a part names is in no other part.
_PARTS: tuple[tuple[str, ...], ...] = (
    ("web/head", "web/frame", "web/reception", "web/requests", "web/settings", "web/setup", "web/day"),
    ("e2e/test_update.py", "e2e/test_rollout.py", "e2e/test_device_rollout.py", "e2e/test_replacement.py",
     "e2e/test_documented_commands.py", "e2e/test_leaver.py", "e2e/test_private_data.py",
     "e2e/test_a_day_without_the_hall.py"),
    ("e2e/test_first_day_of_a_head.py", "e2e/test_sync_proof.py", "e2e/test_agents_day.py", "e2e/test_token_renewal.py",
     "e2e/test_story.py", "e2e/test_readme.py", "e2e/test_list_from_the_centre.py"),
    ("e2e",),
    (".",),  # the tests that no other part names
    ("web", "figures"),
    ("central",),
    ("kiosk",),
    ("commands",),
    ("hall/platform", "hall/composition", "hall/centre", "hall/settings"),
    ("hall/queue", "hall/counters", "hall/day", "hall/offline", "printer"),
    ("counter_client", "serial_devices", "qtkit", "sync"),
    ("display_board", "tools"),
    ("e2e/test_bare_machine.py",),
)  # fmt: skip
_ALONE = "e2e/test_bare_machine.py"
"""What only a full run has, after all others: in there a whole run follows, and beside it nothing keeps its times."""
_QUICK = (
    (
        "hall/kernel",
        "hall/calendar",
        "hall/settings/setup",
        "hall/*/model",
        "hall/*/commands",
        "hall/*/queries",
        "hall/*/store",
        "hall/*/test_commands.py",
        "hall/*/test_queries.py",
        "hall/*/test_store.py",
        "figures",
        "sync",
        "contracts",
        "common",
        "test_main.py",
        "test_translations.py",
    ),
    ("kiosk", "counter_client", "display_board", "qtkit", "printer", "serial_devices"),
)
"""A quick run: rules, use cases over memory and SQLite, presenters, contracts and papers, one process for each core.

A test in here that starts a process is marked `process`, or it fails.
"""
_SLOW = (
    "printer/faults",  # printers on real lines, with real pauses
    "common/server",  # real sockets that wait
    "hall/waits/model/simulation/test_walk_against_erlang.py",  # thousands of visitors against queueing theory
    "hall/reporting/store/test_figures_by_hand.py",  # whole days lived, and every figure counted again in SQL
    "display_board/voice/test_spoken_sound.py",  # the sound of every number from 1 to 999
)
"""What a quick run leaves to the default one."""
_LEFT_OUT_OF_QUICK = ("full", "postgres", "browser", "window", "process")
_WAITING = 3
"""How many parts run in addition to one for each core: stories and pages wait for real processes."""
_WAITING_IN_FULL = 2
"""The same in a full run: its soaks keep the cores busy all the time, and more at once makes pages late."""


@dataclass
class Tally:
    """What the test runs of all parts counted; `broken` names runs that ended without counting."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    broken: list[str] = field(default_factory=list)
    skips: Counter[str] = field(default_factory=Counter)
    one_at_a_time: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    def add(self, name: str, report: Path, code: int) -> None:
        """Add the JUnit report of one run; a run that failed without one failure counted is broken."""
        before = self.failed
        if report.exists():
            for suite in ElementTree.parse(report).getroot().iter("testsuite"):  # noqa: S314  # our own report
                bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
                skipped = int(suite.get("skipped", 0))
                self.passed += int(suite.get("tests", 0)) - bad - skipped
                self.failed += bad
                self.skipped += skipped
                self.skips.update(str(s.get("message")) for case in suite for s in case.iter("skipped"))
        if code and self.failed == before:
            self.broken.append(f"{name} (exit {code})")

    def closing(self) -> str:
        """Return the closing line: what was skipped is named by its reasons' first words, as "emupos" is.

        >>> Tally(passed=7, skipped=2, skips=Counter({"emupos: needs python3.13": 2})).closing()
        'tests: 7 passed, 0 failed, 2 skipped (emupos: 2)'
        """
        names: Counter[str] = Counter()
        for reason, times in self.skips.items():
            names[reason.partition(":")[0]] += times
        named = f" ({', '.join(f'{name}: {times}' for name, times in sorted(names.items()))})" if names else ""
        return f"tests: {self.passed} passed, {self.failed} failed, {self.skipped} skipped{named}"


def run(argv: list[str]) -> int:
    """Run everything; 0 when every check and test passed."""
    parser = CommandParser(prog="test", description=__doc__)
    speed = parser.add_mutually_exclusive_group()
    speed.add_argument(
        "--quick", action="store_true", help="only what computes: no process, browser, window or PostgreSQL"
    )
    speed.add_argument("--full", action="store_true", help="all: soaks, many kills, bare machines, both databases")
    parser.add_argument("--no-lint", action="store_true", help="tests only")
    parser.add_argument("paths", nargs="*", help="only these tests, in one process")
    arguments = parser.parse_args(argv)
    started = time.monotonic()
    if arguments.full:
        _install_for_full()
    tally = Tally()
    lint_ok = _run_parts(arguments, tally)
    for reason, times in sorted(tally.skips.items()):
        print(f"skipped {times}: {reason}")
    for name in tally.broken:
        print(f"broken: {name}")
    print(f"{'all checks passed' if lint_ok else 'CHECKS FAILED'}; took {time.monotonic() - started:.0f} s")
    tally.failed += len(tally.broken) + (not lint_ok)
    print(tally.closing())
    return 1 if tally.failed or not tally.passed else 0


def _install_for_full() -> None:
    packages = system_packages.missing_for_full_tests()
    command = system_packages.install_command(packages)
    if packages and command:
        print(f"installing system packages: {' '.join(packages)}", file=sys.stderr)
        system_packages.install(command)


def _run_parts(arguments: argparse.Namespace, tally: Tally) -> bool:
    if arguments.paths:
        _pytest("tests", arguments.paths, arguments, tally)
        return True
    waiting = _WAITING_IN_FULL if arguments.full else _WAITING
    with ThreadPoolExecutor((os.cpu_count() or 1) + waiting) as pool:
        checks = [] if arguments.no_lint else [pool.submit(_lint)]
        parts = _quick_parts() if arguments.quick else _parts()
        alone = parts.pop(_ALONE, [])
        runs = [pool.submit(_pytest, name, paths, arguments, tally) for name, paths in parts.items()]
    for each in runs:
        each.result()
    if arguments.full:
        _pytest(_ALONE, alone, arguments, tally)
    return all(check.result() for check in checks)


def _lint() -> bool:
    return subprocess.run([sys.executable, ROOT / "main.py", "lint"], cwd=ROOT, check=False).returncode == 0


def _quick_parts() -> dict[str, list[str]]:
    tests = ROOT / "tests"
    return {part[0]: [str(path) for name in part for path in sorted(tests.glob(name))] for part in _QUICK}


def _parts() -> dict[str, list[str]]:
    tests = ROOT / "tests"
    named = {tests / name for part in _PARTS for name in part}
    return {
        part[0]: [str(path) for name in part for path in _without(tests / name, named - {tests / name})]
        for part in _PARTS
    }


def _without(path: Path, named: set[Path]) -> Iterator[Path]:
    """Yield `path`, or what lies in it besides the files and folders that are named."""
    if not any(path in one.parents for one in named):
        yield path
        return
    for inside in sorted(path.iterdir()):
        is_test = inside.match("test_*.py") or (inside.is_dir() and inside.name != "__pycache__")
        if is_test and inside not in named:
            yield from _without(inside, named)


def _speed(*, quick: bool, full: bool) -> list[str]:
    """Return pytest's options for one of the three speeds.

    >>> _speed(quick=False, full=False), _speed(quick=False, full=True)
    (['-m', 'not full'], ['--hypothesis-profile=full'])
    """
    if full:
        return ["--hypothesis-profile=full"]
    if quick:
        marks = " and ".join(f"not {mark}" for mark in _LEFT_OUT_OF_QUICK)
        slow = [f"--ignore={ROOT / 'tests' / name}" for name in _SLOW]
        return ["-m", marks, *slow, "--hypothesis-profile=quick"]
    return ["-m", "not full"]


def _environment() -> dict[str, str]:
    """Return the environment of the tests, in which Python keeps what it has compiled.

    They start some two hundred programs: each would compile all its modules, which takes a second, where this is off.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT)}


def _pytest(name: str, paths: list[str], arguments: argparse.Namespace, tally: Tally) -> None:
    with tempfile.TemporaryDirectory(prefix="dawr-test-") as folder:
        report = Path(folder) / "report.xml"
        speed = _speed(quick=arguments.quick, full=arguments.full)
        command = [sys.executable, "-m", "pytest", *speed, f"--junit-xml={report}", "--no-header", *paths]
        done = subprocess.run(command, cwd=ROOT, check=False, env=_environment())
        with tally.one_at_a_time:
            tally.add(f"part {name}", report, done.returncode)
