"""Run cases that mostly wait beside each other: a hundred take seconds, and each is a separate test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from tests.printer.faults.links import Way

AT_ONCE = 8

Case = tuple[str, Way]


@contextmanager
def side_by_side(
    session: pytest.Session, test: Callable[..., None], run: Callable[[str, Way], None]
) -> Iterator[dict[Case, Future[None]]]:
    """Begin every case of `test` that this session will ask for; yields where their ends can be waited for."""
    chosen = [
        (item.callspec.params["row"], item.callspec.params["way"])
        for item in session.items
        if isinstance(item, pytest.Function) and item.obj is test
    ]
    assert chosen, "the table has rows"
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield {case: pool.submit(run, *case) for case in chosen}
