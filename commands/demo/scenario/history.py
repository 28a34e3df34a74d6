"""Make the living demo's folder: three halls with eight weeks behind them, and the centre that knows 22 halls."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_EXCEPTION, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import OperationalError

from central.composition import database
from central.config import CentralConfig
from commands.demo.scenario import clock, other_halls, past_day, requests_and_complaints, setup_files, today
from commands.runtime.process_group import FamilyError
from common.clock.wall_clock import utc_now
from common.files.private import keys_beside
from contracts.words.enquiries import Channel
from hall.kernel.settings import HallSettings
from hall.platform.db.engine import StoreError
from hall.platform.db.writer.command_queue import CommandQueueError
from hall.settings.setup.file import read_setup

UNFINISHED = "demo-unfinished"
PREMIUM, CALL_CENTRE = "premium", "call-centre"
_LOOK_S = 0.2
"""How often the making looks whether it is to stop."""
_A_DAY = {"hall": 46, PREMIUM: 12}
_ESTIMATED = timedelta(days=14)
"""Tickets of the last two weeks carry the hall's own forecast, from which it learns how right it is."""
_PARTS = ("hall", "centre", PREMIUM, CALL_CENTRE)


def clear_unfinished(folder: Path) -> None:
    """Remove what a making that was interrupted has left; a finished demo is not touched."""
    if (folder / UNFINISHED).exists():
        for name in _PARTS:
            shutil.rmtree(folder / name, ignore_errors=True)
            shutil.rmtree(keys_beside(folder / name), ignore_errors=True)
            (folder / f"{name}.toml").unlink(missing_ok=True)
        (folder / "demo-tokens.json").unlink(missing_ok=True)


def write_setups(folder: Path) -> dict[str, str]:
    """Write the set-up files of the three halls; return the PINs by agent code, the premium hall's last."""
    (folder / UNFINISHED).touch()
    setup_files.write_call_centre(folder / f"{CALL_CENTRE}.toml")
    return setup_files.write_hall(folder / "hall.toml") | setup_files.write_premium(folder / f"{PREMIUM}.toml")


def make(folder: Path, database_url: str, stop: threading.Event) -> None:
    """Live the eight weeks and this morning of every hall, two at a time; the clock stands where the demo begins.

    With `stop` set it ends at once with FamilyError, as it does where the disk is full; the next start begins again.
    """
    now = utc_now()
    spawn = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(2, mp_context=spawn, initializer=_end_with_parent) as pool:
            with _ctrl_c_ignored():  # as long as processes start, which inherit it
                main = pool.submit(live_hall, folder, database_url, now)
                parts = (pool.submit(live_centre, folder, now), pool.submit(live_small, folder, now), main)
            while not stop.is_set():
                done, going = wait(parts, timeout=_LOOK_S, return_when=FIRST_EXCEPTION)
                if not going or any(one.exception() for one in done):
                    break
            if stop.is_set():
                for process in multiprocessing.active_children():
                    process.kill()
            with _storing(folder, database_url):
                for one in parts:
                    one.result()
    except (BrokenProcessPool, KeyboardInterrupt) as error:
        raise FamilyError("the history of the demo was not finished; start it again") from error
    (folder / UNFINISHED).unlink()


@contextmanager
def _storing(folder: Path, database_url: str) -> Iterator[None]:
    """Raise FamilyError where something cannot be stored, with what to do."""
    try:
        yield
    except StoreError as error:
        raise FamilyError(str(error)) from error
    except (CommandQueueError, OperationalError, OSError) as error:
        cause = (error.orig if isinstance(error, OperationalError) else None) or error
        own = make_url(database_url).get_backend_name() == "sqlite"
        places = str(folder) if own else f"{folder} and in the database of --database"
        raise FamilyError(
            f"the demo cannot write in {places} ({cause}). See that the disk is neither full nor read-only, "
            "or choose another folder: --data DIR"
        ) from error


@contextmanager
def _ctrl_c_ignored() -> Iterator[None]:
    """Let processes that are started meanwhile ignore Ctrl-C: a terminal sends it to them too, and this one ends them.

    From their first instruction on: an initializer comes too late for those that still import their modules.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _end_with_parent() -> None:
    """End this process as soon as the demo ends, however that ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_after, args=[parent], name="parent", daemon=True).start()


def _leave_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def live_hall(folder: Path, database_url: str, now: datetime) -> None:
    """Live the weeks of the main hall, and its morning."""
    settings = _settings(folder, "hall")
    store = past_day.open_hall(database_url, folder / "hall.toml")
    try:
        day = now.astimezone(other_halls.ZONE).date()
        more = requests_and_complaints.Matters(day)
        for one in clock.days_before(day, settings.hours):
            usual = past_day.usual_day(settings, one, _A_DAY["hall"], estimated=day - one <= _ESTIMATED)
            past_day.live(store, usual, partial(more.of, one))
        past_day.live(store, today.this_morning(settings, day), partial(more.of, day))
    finally:
        store.close()


def live_next_morning(folder: Path, database_url: str, day: datetime) -> None:
    """Live another morning of a hall that is there: the day before is closed by its first command."""
    settings = _settings(folder, "hall")
    with _storing(folder, database_url):
        store = past_day.open_hall(database_url, folder / "hall.toml")
        try:
            past_day.live(
                store,
                today.this_morning(settings, day.date()),
                partial(requests_and_complaints.Matters(day.date()).of, day.date()),
            )
        finally:
            store.close()


def live_small(folder: Path, now: datetime) -> None:
    """Live the weeks of the premium hall and of the call centre."""
    day = now.astimezone(other_halls.ZONE).date()
    for name in (PREMIUM, CALL_CENTRE):
        settings = _settings(folder, name)
        store = past_day.open_hall(f"sqlite:///{folder / name / 'hall.sqlite'}", folder / f"{name}.toml")
        try:
            for one in clock.days_before(day, settings.hours):
                if name == PREMIUM:
                    past_day.live(
                        store, past_day.usual_day(settings, one, _A_DAY[name], estimated=day - one <= _ESTIMATED)
                    )
                else:
                    past_day.live_matters(
                        store, partial(requests_and_complaints.Matters(day, 0, 22, Channel.CALL_CENTRE).of, one)
                    )
        finally:
            store.close()


def live_centre(folder: Path, now: datetime) -> None:
    """Give the centre the weeks of the halls that are not on this machine."""
    settings = _settings(folder, "hall")
    day = now.astimezone(other_halls.ZONE).date()
    with database(CentralConfig(data=folder / "centre")) as engine:
        other_halls.fill_centre(engine, [*clock.days_before(day, settings.hours), day], settings, now)


def _settings(folder: Path, name: str) -> HallSettings:
    return read_setup(folder / f"{name}.toml").settings
