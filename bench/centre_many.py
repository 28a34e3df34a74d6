"""The centre's pages over 2.5, 5 and 10 million visits: 22, 44 and 88 halls of ten years; what follows for 50 million.

Halls are what grows: a hall's ten years are the same however many others there are. The first 22 are those of the
benchmark `centre`; the others are written by the database too, and have their roll-ups. Takes an hour and 10 GB.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from itertools import pairwise
from pathlib import Path

from sqlalchemy import Engine, text

from bench.centre import MANY, VISITS_A_YEAR, _counted, make_halls, move_back, step, write_year
from bench.figures import Figure
from bench.upload import _DURABLE, HALLS
from central.composition import database
from central.config import CentralConfig

YEARS = 10
STEPS = (22, 44, 88)
_TWICE = """
INSERT INTO rollup (hall, span, first, service, total, parts)
SELECT 'hall' || (substr(hall, 5)::int + :shift), span, first, service, total, parts FROM rollup WHERE hall <> ''
"""


def run() -> list[Figure]:
    """Measure; without PostgreSQL say so and measure nothing."""
    from tests.helpers.postgres import bin_dir, running_server

    try:
        bin_dir()
    except RuntimeError as error:
        print(f"bench: centre_many is not measured: {error}", file=sys.stderr)
        return []
    last = date.today().replace(month=1, day=1)  # noqa: DTZ011 - whole years that are over
    steps: list[list[Figure]] = []
    with running_server(_DURABLE) as server, tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        url = server.create_database()
        with database(CentralConfig(data=Path(folder), database=url)) as engine:
            _first_halls(engine, last)
            steps.append(step(folder, url, last, f"{HALLS} halls"))
            for before, halls in pairwise(STEPS):
                _more_halls(engine, last, before, halls)
                steps.append(step(folder, url, last, f"{halls} halls"))
    return [*(figure for found in steps for figure in found), *law(steps)]


def law(steps: list[list[Figure]]) -> list[Figure]:
    """Return what follows for 50 million visits: times and sizes go on as they did between the last two steps."""
    wanted = STEPS[-1] * MANY / (VISITS_A_YEAR * YEARS * STEPS[-1] / HALLS)
    before, after = steps[-2:]
    return [
        Figure(
            f"… follows for {MANY:,} visits of {wanted:.0f} halls: {new.name.partition(': ')[2]}",
            new.value + (new.value - old.value) * (wanted - STEPS[-1]) / (STEPS[-1] - STEPS[-2]),
            new.unit,
            beside=new.beside,
        )
        for old, new in zip(before, after, strict=True)
    ]


def _first_halls(engine: Engine, last: date) -> None:
    make_halls(engine, range(HALLS))
    write_year(engine, last.replace(year=last.year - 1))
    _counted(engine)
    for back in range(2, YEARS + 1):
        write_year(engine, last.replace(year=last.year - back))
        move_back(engine, back - 1)


def _more_halls(engine: Engine, last: date, before: int, halls: int) -> None:
    make_halls(engine, range(before, halls))
    for back in range(1, YEARS + 1):
        write_year(engine, last.replace(year=last.year - back), first_hall=before, halls=halls)
    with engine.begin() as connection:
        connection.execute(text(_TWICE), {"shift": halls - before})
        connection.execute(text("DELETE FROM dirty_day"))
