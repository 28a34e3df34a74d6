"""A headless demo for each database: real processes, a real centre, nobody who calls or comes by himself."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from bench.running_demo import RunningDemo

StartDemo = Callable[..., RunningDemo]
Prepared = Callable[[str], Path]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Return a function that gives the folder of a demo of this size that was set up, paired and signed in, and ended.

    To migrate both databases, hash every agent's PIN and pair each device is half of what a new demo's start takes.
    """
    made: dict[str, Path] = {}

    def prepare(size: str) -> Path:
        if size not in made:
            made[size] = tmp_path_factory.mktemp("prepared") / size
            with RunningDemo(made[size], size=size):
                pass
            free_lease(made[size] / "centre" / "centre.sqlite")
            shutil.rmtree(made[size] / "logs")
            (made[size] / "demo.log").unlink()
        return made[size]

    return prepare


def free_lease(centre: Path) -> None:
    """Let another folder than the prepared one send: the centre holds a hall for its installation for 15 minutes."""
    with closing(sqlite3.connect(centre)) as connection, connection:
        connection.execute("UPDATE hall SET held_until = NULL, holder = NULL")


@pytest.fixture
def start_demo(tmp_path: Path, prepared: Prepared) -> Iterator[StartDemo]:
    """Return a function that starts a demo (size=, database=) in a separate folder; all end with the test.

    One on PostgreSQL begins in an empty database, as every new demo does.
    """
    with ExitStack() as stack:

        def start(*, size: str = "middle", database: str | None = None) -> RunningDemo:
            folder = tmp_path / f"demo{len(list(tmp_path.iterdir()))}"
            if database is None:
                shutil.copytree(prepared(size), folder)
            return stack.enter_context(RunningDemo(folder, size=size, database=database))

        yield start
