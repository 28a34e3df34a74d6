"""Measure the budgets on this machine, each figure beside its limit and, where there is one, its peer."""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import os
import pkgutil
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

import bench
from bench.figures import Figure, as_json, table
from bench.processes.child import ChildFailedError
from bench.running_demo import DemoFailedError
from common.configuration.command_parser import CommandParser

ONLY_BY_NAME = {"set_up", "nothing_lost", "centre_many"}
"""Not among all: one installs packages, one is a proof that takes minutes, one takes an hour."""


def run(argv: list[str]) -> int:
    """Run the named benchmarks, or all; 0 when every budget holds, 1 too where a program that it needs has failed."""
    arguments = check(argv)
    # A program is compiled when it is installed. Containers keep Python from it, and each start would compile again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    figures: list[Figure] = []
    try:
        figures.extend(_measured(arguments.names or [name for name in benchmarks() if name not in ONLY_BY_NAME]))
    except (ChildFailedError, DemoFailedError) as failed:
        print(f"bench: {failed}", file=sys.stderr)
        return 1
    finally:  # print the figures of half an hour even when the next benchmark fails
        if arguments.json:
            print(json.dumps(as_json(figures), indent=1))
        else:
            print(f"{platform.machine()}, Python {platform.python_version()}\n{table(figures)}")
    return 0 if all(figure.holds for figure in figures) else 1


def check(argv: list[str]) -> argparse.Namespace:
    """Return what is asked for; end with the names that there are where one is wrong."""
    names = benchmarks()
    parser = CommandParser(prog="bench", description=__doc__)
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=f"which of: {', '.join(names)} (default: all except set_up, nothing_lost and centre_many)",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args(argv)
    if unknown := sorted(set(arguments.names) - set(names)):
        parser.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(names)}")
    return arguments


def benchmarks() -> list[str]:
    """Return the names of all benchmarks, in order: the modules with a `run`, read but not loaded."""
    found = (
        Path(folder) / f"{module.name}.py"
        for folder in bench.__path__
        for module in pkgutil.iter_modules([folder])
        if not module.ispkg
    )
    return sorted(path.stem for path in found if _has_run(path))


def _has_run(path: Path) -> bool:
    parts = ast.parse(path.read_text(encoding="utf-8")).body
    return any(isinstance(part, ast.FunctionDef) and part.name == "run" for part in parts)


def _measured(names: list[str]) -> Iterator[Figure]:
    for name in names:
        print(f"bench: {name} …", file=sys.stderr, flush=True)
        yield from importlib.import_module(f"bench.{name}").run()
