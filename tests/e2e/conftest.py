"""A headless demo for each database: real processes, a real centre, nobody who calls or comes by himself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from commands.running_demo import RunningDemo

StartDemo = Callable[..., RunningDemo]


@pytest.fixture
def start_demo(tmp_path: Path) -> Iterator[StartDemo]:
    """Return a function that starts a demo (size=, database=) in a folder of its own; all end with the test."""
    with ExitStack() as stack:

        def start(**options: object) -> RunningDemo:
            folder = tmp_path / f"demo{len(list(tmp_path.iterdir()))}"
            return stack.enter_context(RunningDemo(folder, **options))  # type: ignore[arg-type]  # a test's shorthand

        yield start
