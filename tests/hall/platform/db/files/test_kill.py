"""kill -9 while tickets are issued: what was answered is there, nothing is twice, no number line has a gap."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from hall.platform.db.engine import make_engine
from hall.platform.db.files.sqlite_copy import problem_of
from hall.platform.db.tables.core import fact, stage, visit

pytestmark = [pytest.mark.dialect, pytest.mark.process]

ROOT = Path(__file__).resolve().parents[5]


def answered_before_the_kill(url: str, wanted: int) -> list[tuple[str, str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.hall.platform.lane_process", url], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(wanted)]
    assert all(lines), "the process ended before it was killed"
    process.kill()
    rest = process.stdout.read()  # what it had answered and we had not yet read
    process.wait()
    process.stdout.close()
    whole = "".join(lines) + rest
    return [(visit_id, ticket) for visit_id, ticket in map(str.split, whole.splitlines()[: whole.count("\n")])]


def check(url: str, answered: dict[str, str]) -> None:
    engine = make_engine(url)
    with engine.connect() as connection:
        stored = dict(connection.execute(select(visit.c.id, visit.c.ticket)).all())
        seqs = connection.execute(select(fact.c.seq).order_by(fact.c.seq)).scalars().all()
        stages = connection.execute(select(stage.c.visit)).scalars().all()
    engine.dispose()
    assert answered.items() <= stored.items()
    assert len(set(stored.values())) == len(stored)
    assert seqs == list(range(1, len(seqs) + 1))
    assert sorted(stages) == sorted(stored)


@pytest.mark.parametrize("kills", [3, pytest.param(20, marks=pytest.mark.full)])
def test_no_kill_loses_an_answered_ticket_or_gives_a_number_twice(database_url: str, kills: int) -> None:
    answered: dict[str, str] = {}
    for at in range(kills):
        answered.update(answered_before_the_kill(database_url, 7 + 13 * (at % 5)))
        check(database_url, answered)
    assert len(answered) >= 7 * kills
    if database_url.startswith("sqlite"):
        assert problem_of(Path(database_url.removeprefix("sqlite:///"))) is None
