"""Measure the budgets on this machine, each figure beside its limit and, where there is one, its peer."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import platform
import sys
from collections.abc import Iterator

import bench
from bench.figures import Figure, as_json, table

_NOT_MEASURED = {"figures", "at_once", "hall_process"}


def run(argv: list[str]) -> int:
    """Run the named benchmarks, or all; 0 when every budget holds."""
    names = benchmarks()
    parser = argparse.ArgumentParser(prog="main.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which of: {', '.join(names)} (default: all)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args(argv)
    if unknown := sorted(set(arguments.names) - set(names)):
        parser.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(names)}")
    figures = list(_measured(arguments.names or names))
    if arguments.json:
        print(json.dumps(as_json(figures), indent=1))
    else:
        print(f"{platform.machine()}, Python {platform.python_version()}\n{table(figures)}")
    return 0 if all(figure.holds for figure in figures) else 1


def benchmarks() -> list[str]:
    """Return the names of all benchmarks, in order."""
    found = (module.name for module in pkgutil.iter_modules(bench.__path__))
    return sorted(name for name in found if name not in _NOT_MEASURED)


def _measured(names: list[str]) -> Iterator[Figure]:
    for name in names:
        print(f"bench: {name} …", file=sys.stderr, flush=True)
        yield from importlib.import_module(f"bench.{name}").run()
