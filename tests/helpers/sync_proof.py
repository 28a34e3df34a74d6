"""The proof that nothing is lost and nothing doubled: many halls, a centre, a saboteur between them, kill -9 at random.

Every part is real and a separate process: the halls' engine, store, outbox and sync, the centre and its database.
"""

from __future__ import annotations

import contextlib
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Engine, select, text

from central.store.engine import open_engine
from central.store.tables.halls import quarantine, visit
from contracts.centre.outbox_entry import day_digest
from sync.uplink import HttpUplink
from tests.helpers.proof_hall import POISON
from tests.helpers.saboteur import Saboteur, saboteur

ROOT = Path(__file__).parents[2]
SHARE = 0.4
LEASE_S = 3
LONGEST_S = 900


@dataclass(frozen=True)
class Row:
    """One part of the proof, as measured."""

    what: str
    visits: int
    requests: int
    sabotaged: int
    kills_of_halls: int
    kills_of_centre: int
    lost: int
    doubled: int
    poison: int
    quarantined: int
    digests_equal: bool
    took_s: float

    @property
    def share(self) -> float:
        """The share of the requests that was sabotaged."""
        return self.sabotaged / max(1, self.requests)

    @property
    def holds(self) -> bool:
        """Whether nothing is lost, doubled or lies in quarantine without reason."""
        return not self.lost and not self.doubled and self.poison == self.quarantined and self.digests_equal


def table(rows: Sequence[Row], faults: Counter[str]) -> str:
    """Return the proof as a table for a person."""
    head = ("part", "visits", "requests", "sabotaged", "kills: halls", "centre", "lost", "doubled", "poison",
            "quarantined", "digests equal", "s")  # fmt: skip
    cells = [
        (row.what, *map(str, (row.visits, row.requests)), f"{row.sabotaged} ({row.share:.0%})",
         *map(str, (row.kills_of_halls, row.kills_of_centre, row.lost, row.doubled, row.poison, row.quarantined)),
         "yes" if row.digests_equal else "NO", f"{row.took_s:.0f}")
        for row in rows
    ]  # fmt: skip
    widths = [max(len(line[at]) for line in (head, *cells)) for at in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in (head, *cells)]
    return "\n".join([*lines, ", ".join(f"{name}: {count}" for name, count in sorted(faults.items()))])


@dataclass
class CentreProcess:
    """A centre that is killed and comes back at the same address."""

    data: Path
    database: str | None
    port: int = 0
    process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def database_url(self) -> str:
        """Its database."""
        return self.database or f"sqlite:///{self.data / 'centre.sqlite'}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        place = ["--data", str(self.data), *(["--database", self.database] if self.database else [])]
        command = [sys.executable, str(ROOT / "main.py"), "central", *place, "--port", str(self.port)]
        self.process = subprocess.Popen(
            [*command, "--lease-s", str(LEASE_S)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
        )
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline().strip().rpartition(":")[2])

    def kill(self) -> None:
        """End it as a power cut does."""
        assert self.process is not None
        assert self.process.stdout is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)
        self.process.stdout.close()

    def enrol(self, hall: str) -> str:
        """Make a hall known and return its token."""
        place = ["--data", str(self.data), *(["--database", self.database] if self.database else [])]
        command = [sys.executable, str(ROOT / "main.py"), "central", "enrol", *place, "--hall", hall]
        return (
            subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
            .stdout.split()[-1]
            .partition(".")[0]
        )

    def copy(self, aside: Path) -> None:
        """Copy a killed centre's database, as a nightly backup."""
        if self.database is None:
            shutil.copytree(self.data, aside)
        else:
            self._template(self.database.rpartition("/")[2], f"{self.database.rpartition('/')[2]}_copy")

    def restore(self, aside: Path) -> None:
        """Put the copy in place of a killed centre's database."""
        if self.database is None:
            shutil.rmtree(self.data)
            shutil.copytree(aside, self.data)
        else:
            place, _, name = self.database.rpartition("/")
            self._template(f"{name}_copy", f"{name}_again")
            self.database = f"{place}/{name}_again"

    def _template(self, source: str, made: str) -> None:
        assert self.database is not None
        engine = open_engine(f"{self.database.rpartition('/')[0]}/postgres").execution_options(
            isolation_level="AUTOCOMMIT"
        )
        with engine.connect() as connection:
            ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
            connection.execute(text(ended), {"name": source})
            connection.execute(text(f'CREATE DATABASE "{made}" TEMPLATE "{source}"'))
        engine.dispose()


@dataclass
class HallProcess:
    """A hall that is killed and comes back."""

    folder: Path
    hall: str
    token: str
    process: subprocess.Popen[bytes] | None = None

    def start(self, url: str, visits: int) -> None:
        """Start it; it ends when it has `visits` visits and all are delivered."""
        command = [sys.executable, "-m", "tests.helpers.proof_hall", str(self.folder), self.hall, url, self.token]
        with (self.folder.parent / f"{self.folder.name}.log").open("ab") as log:
            self.process = subprocess.Popen([*command, str(visits)], cwd=ROOT, stdout=log, stderr=log)

    @property
    def runs(self) -> bool:
        """Whether it still lives; an end with an error is an error here."""
        if self.process is None:
            return False
        code = self.process.poll()
        assert code in {None, 0}, f"hall {self.hall} ended with {code}: see {self.folder}.log"
        return code is None

    def kill(self) -> None:
        """End it as a power cut does."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)
        self.process = None


@dataclass
class Expected:
    """What the centre must hold: the revision of each visit by hall and day, and the bytes of the poison."""

    visits: dict[tuple[str, date, str], int] = field(default_factory=dict)
    poison: set[tuple[str, bytes]] = field(default_factory=set)

    def add(self, hall: HallProcess) -> None:
        """Add all that lies in a stopped hall's outbox."""
        with contextlib.closing(sqlite.connect(hall.folder / "hall.sqlite")) as connection:
            for day, one, rev in connection.execute(
                "SELECT service_day, visit, max(rev) FROM outbox WHERE kind = 'visit' GROUP BY service_day, visit"
            ):
                key = (hall.hall, date.fromisoformat(day), one)
                self.visits[key] = max(rev, self.visits.get(key, 0))
            for (body,) in connection.execute("SELECT body FROM outbox WHERE kind = 'audit'"):
                if POISON in bytes(body):
                    self.poison.add((hall.hall, bytes(body)))


class Proof:
    """The halls, the centre and the saboteur of one run; each part adds a row."""

    kills = 2
    """How often each hall, or the centre for it, is killed in a part."""

    def __init__(self, folder: Path, halls: int, visits: int, database: str | None, seed: int) -> None:
        self.folder, self.visits = folder, visits
        self.rng = random.Random(seed)
        self.rows: list[Row] = []
        self.faults: Counter[str] = Counter()
        self.expected = Expected()
        self.centre = CentreProcess(folder / "centre", database)
        self.centre.start()
        names = [f"hall-{number}" for number in range(1, halls + 1)]
        self.halls = [HallProcess(folder / name, name, self.centre.enrol(name)) for name in names]

    def run(self) -> list[Row]:
        """Do all parts and return their rows."""
        yesterday = self.folder / "yesterday"
        with saboteur(self.centre.url, self.rng) as between:
            between.share = SHARE
            self._part("half of it", between, self.halls, self.visits // 2)
            self._take_copies(yesterday)
            self._part("all of it", between, self.halls, self.visits)
            self.centre.kill()
            self.centre.restore(yesterday / "centre")
            self.centre.start()
            self._part("the centre restored from yesterday", between, self.halls, self.visits + 5)
            # After the centre, not before: what both sides lose on the same day nobody can bring back.
            first, second = self.halls[0], self.halls[1 % len(self.halls)]
            shutil.rmtree(first.folder)
            shutil.copytree(yesterday / first.hall, first.folder)
            self._part("a hall restored from yesterday", between, [first], self.visits)
            twin = HallProcess(self.folder / "twin", second.hall, second.token)
            shutil.copytree(second.folder, twin.folder)
            self._part("one hall run twice", between, [second, twin], self.visits + 60, kills=False)
        return self.rows

    def _take_copies(self, yesterday: Path) -> None:
        yesterday.mkdir()
        shutil.copytree(self.halls[0].folder, yesterday / self.halls[0].hall)
        self.centre.kill()
        self.centre.copy(yesterday / "centre")
        self.centre.start()

    def _part(
        self, what: str, between: Saboteur, halls: Sequence[HallProcess], visits: int, *, kills: bool = True
    ) -> None:
        before, begun, killed = Counter(between.did), time.monotonic(), Counter[str]()
        for hall in halls:
            hall.start(between.url, visits)
        self._until_all_ended(between, halls, visits, killed, kills=kills)
        for hall in halls:
            self.expected.add(hall)
        did = between.did - before
        self.faults.update(did)
        engine = open_engine(self.centre.database_url)
        lost, doubled, wrong = _difference(engine, self.expected)
        requests = sum(count for name, count in did.items() if name != "the centre's own fault")
        self.rows.append(
            Row(
                what, len(self.expected.visits), requests, requests - did["passed"], killed["hall"], killed["centre"],
                lost, doubled, len(self.expected.poison), len(self.expected.poison) - wrong,
                self._digests_equal(), time.monotonic() - begun,
            )
        )  # fmt: skip
        engine.dispose()

    def _until_all_ended(
        self, between: Saboteur, halls: Sequence[HallProcess], visits: int, killed: Counter[str], *, kills: bool
    ) -> None:
        end = time.monotonic() + LONGEST_S
        left = self.kills * len(halls) if kills else 0
        while alive := [hall for hall in halls if hall.runs]:
            assert time.monotonic() < end, f"{[hall.hall for hall in alive]} did not end"
            time.sleep(self.rng.uniform(0.3, 1.2))
            if left and self.rng.random() < 0.6:
                left -= 1
                if self.rng.random() < 0.2:
                    self.centre.kill()
                    self.centre.start()
                    killed["centre"] += 1
                elif (victim := self.rng.choice(alive)).runs:
                    victim.kill()
                    victim.start(between.url, visits)
                    killed["hall"] += 1

    def _digests_equal(self) -> bool:
        today = datetime.now(UTC).date()
        for hall in self.halls:
            days: dict[date, list[tuple[str, int]]] = {}
            for (name, day, one), rev in self.expected.visits.items():
                if name == hall.hall:
                    days.setdefault(day, []).append((one, rev))
            uplink = HttpUplink(self.centre.url, hall.hall, hall.token)
            theirs = uplink.day_digests(today - timedelta(days=3), today + timedelta(days=3))
            uplink.close()
            if {one.service_day: one.digest for one in theirs} != {day: day_digest(all_) for day, all_ in days.items()}:
                return False
        return True

    def stop(self) -> None:
        """Kill whatever still runs."""
        for one in (*self.halls, self.centre):
            if one.process is not None and one.process.poll() is None:
                one.kill()


def _difference(engine: Engine, expected: Expected) -> tuple[int, int, int]:
    """Return how many visits are missing, are there too often or unasked, and how much poison is out of place."""
    with engine.connect() as connection:
        stored = Counter(
            (row.hall, row.service_day, row.visit)
            for row in connection.execute(select(visit.c.hall, visit.c.service_day, visit.c.visit))
        )
        held = select(quarantine.c.hall, quarantine.c.body).where(quarantine.c.resolved_at.is_(None))
        bad = {(row.hall, bytes(row.body)) for row in connection.execute(held)}
    lost = len(expected.visits.keys() - stored.keys())
    by_id = Counter(one for _, _, one in stored.elements())
    doubled = sum(count - 1 for count in by_id.values()) + len(stored.keys() - expected.visits.keys())
    return lost, doubled, len(expected.poison ^ bad)


@contextlib.contextmanager
def proof(folder: Path, *, halls: int, visits: int, database: str | None = None, seed: int = 8) -> Iterator[Proof]:
    """Give a proof to run in `folder`; kill all its processes at the end."""
    one = Proof(folder, halls, visits, database, seed)
    try:
        yield one
    finally:
        one.stop()
