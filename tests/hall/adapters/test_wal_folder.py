"""The WAL is folded in the pauses of the hall, and at last without one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from hall.adapters.engine import make_engine
from hall.adapters.wal_folder import AT_LAST_S, EVERY_S, PAUSE_S, WalFolder


class Watch:
    """Seconds by hand: what the clock shows, and for how long the writer has been idle."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.idle_s = 0.0

    def folder(self, engine: Engine) -> WalFolder:
        return WalFolder(engine, lambda: self.idle_s, clock_s=lambda: self.now_s)


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Engine]:
    """Return a database with something in its WAL."""
    engine = make_engine(f"sqlite:///{tmp_path / 'hall.sqlite'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE thing (name TEXT)"))
    yield engine
    engine.dispose()


def test_it_is_folded_in_a_pause(written: Engine) -> None:
    watch = Watch()
    folder = watch.folder(written)
    watch.now_s += EVERY_S
    watch.idle_s = PAUSE_S
    assert (folder.look() or 0) > 0


def test_while_commands_come_it_is_left_for_later(written: Engine) -> None:
    watch = Watch()
    folder = watch.folder(written)
    watch.now_s += AT_LAST_S - 1
    watch.idle_s = PAUSE_S / 2
    assert folder.look() is None


def test_without_a_pause_it_is_folded_at_last(written: Engine) -> None:
    watch = Watch()
    folder = watch.folder(written)
    watch.now_s += AT_LAST_S
    assert (folder.look() or 0) > 0


def test_it_rests_between_two_times(written: Engine) -> None:
    watch = Watch()
    folder = watch.folder(written)
    watch.idle_s = 10 * EVERY_S
    assert folder.look() is None, "the hall has only just begun"
    watch.now_s += EVERY_S
    assert folder.look() is not None
    watch.now_s += EVERY_S / 2
    assert folder.look() is None
