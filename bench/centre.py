"""The centre's pages over ten years of 22 halls, 2.5 million visits on PostgreSQL, and what follows for 50 million.

The visits are written by the database itself. The roll-ups of the newest year are counted by the centre's own code,
which is measured; those of the years before are that year's, moved back. Pages are requested over HTTP from a centre
in a separate process, at one, four and ten years, which shows what grows with the visits.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import psycopg
import requests
from sqlalchemy import Engine, text

from bench.figures import Figure, percentile
from bench.upload import _DURABLE, HALLS, centre_process
from central.composition import database
from central.config import CentralConfig
from central.figures.rollups import refresh
from central.halls import heartbeats, registry
from central.people.people import add_person, people
from central.people.sessions import begin_session
from central.web.access import COOKIE
from contracts.centre.sync_api import LiveFigures, LiveService

YEARS = (1, 4, 10)
VISITS_A_YEAR = 250_000
WORKING_DAYS = 250
TIMES = 40
MANY = 50_000_000
_WRITE = """
INSERT INTO visit
SELECT 'hall' || h, :first + d * 7 / 5, gen_random_uuid()::text, 1, 'A' || n, s, lane, kind, 'finished', 'completed',
       c, 'a' || c, i, i + make_interval(secs => w), i + make_interval(secs => w + 20),
       i + make_interval(secs => w + 20 + v), w, 20, v, false, NULL,
       jsonb_build_array(jsonb_build_object(
           'service', s, 'counter', c, 'agent', 'a' || c, 'issued_at', i, 'called_at', i + make_interval(secs => w),
           'begun_at', i + make_interval(secs => w + 20), 'ended_at', i + make_interval(secs => w + 20 + v),
           'outcome', 'completed', 'waiting_s', w, 'time_to_begin_s', 20, 'serving_s', v)),
       '{}', 's', md5(random()::text), now()
FROM (
    SELECT h, d, n, substr('ABCDE', 1 + (random() * 4.99)::int % 5, 1) AS s, 1 + (random() * 7)::int AS c,
           (random() * 3000)::int AS w, 60 + (random() * 1400)::int AS v,
           (ARRAY['standard', 'standard', 'standard', 'priority', 'premium'])[1 + (random() * 4.99)::int % 5] AS lane,
           (ARRAY['citizen', 'resident', 'company', 'investor'])[1 + (random() * 3.99)::int % 4] AS kind,
           (:first + d * 7 / 5 + time '04:00' + make_interval(secs => (random() * 21600)::int)) AT TIME ZONE 'UTC' AS i
    FROM generate_series(CAST(:from_hall AS int), :halls - 1) h, generate_series(0, :days - 1) d,
         generate_series(1, :a_day) n
) made
"""
_MARK = """
INSERT INTO dirty_day SELECT DISTINCT hall, service_day, now() FROM visit
WHERE service_day >= :first AND service_day < :after ON CONFLICT DO NOTHING
"""
_MOVE = """
INSERT INTO rollup (hall, span, first, service, total, parts)
SELECT hall, span, (first - make_interval(years => :years))::date, service, total, parts FROM rollup
WHERE first >= (SELECT max(first) FROM rollup WHERE span = 'year') ON CONFLICT DO NOTHING
"""


def run() -> list[Figure]:
    """Measure; without PostgreSQL say so and measure nothing."""
    from tests.helpers.postgres import bin_dir, running_server

    try:
        bin_dir()
    except RuntimeError as error:
        print(f"bench: centre is not measured: {error}", file=sys.stderr)
        return []
    last = date.today().replace(month=1, day=1)  # noqa: DTZ011 - whole years that are over
    with running_server(_DURABLE) as server, tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        url = server.create_database()
        found: list[Figure] = []
        with database(CentralConfig(data=Path(folder), database=url)) as engine:
            make_halls(engine, range(HALLS))
            write_year(engine, last.replace(year=last.year - 1))
            rate = _counted(engine)
            done = 1
            for years in YEARS:
                for back in range(done + 1, years + 1):
                    write_year(engine, last.replace(year=last.year - back))
                    move_back(engine, back - 1)
                done = years
                found += step(folder, url, last, f"{years} years")
            found.append(rate)
    return [*found, *_arithmetic(found)]


def make_halls(engine: Engine, numbers: range) -> None:
    """Make these halls known, each as it is now."""
    now = datetime.now(UTC)
    for nth in numbers:
        hall = f"hall{nth}"
        registry.add_hall(engine, hall, {"ar": f"قاعة {nth}", "en": f"Hall {nth}"}, now=now)
        services = tuple(LiveService(code, 3, 600, {"en": code}, 900, 300, 900) for code in "ABCDE")
        heartbeats.note_live(engine, hall, LiveFigures(now, services, 4, governorate="muscat", state="open"), now=now)


def write_year(engine: Engine, first: date, *, first_hall: int = 0, halls: int = HALLS) -> None:
    """Write a year of the halls from `first_hall` to the one before `halls`, and mark its days."""
    a_day = round(VISITS_A_YEAR / HALLS / WORKING_DAYS)
    with engine.begin() as connection:
        span = {"first": first, "from_hall": first_hall, "halls": halls, "days": WORKING_DAYS, "a_day": a_day}
        connection.execute(text(_WRITE.replace(":first", "CAST(:first AS date)")), span)
        connection.execute(text(_MARK), {"first": first, "after": first.replace(year=first.year + 1)})


def _counted(engine: Engine) -> Figure:
    """Count all marked days by the centre's own code and return how fast that went."""
    begun, days = time.perf_counter(), 0
    while more := refresh(engine, time_zone="Asia/Muscat"):
        days += more
    visits = days * round(VISITS_A_YEAR / HALLS / WORKING_DAYS)
    return Figure("a year's days counted again", visits / (time.perf_counter() - begun), "visits/s")


def move_back(engine: Engine, years: int) -> None:
    """Give a year before the roll-ups of the newest one, in place of counting it: its pages cost the same."""
    with engine.begin() as connection:
        connection.execute(text(_MOVE), {"years": years})
        connection.execute(text("DELETE FROM dirty_day"))


def step(folder: str, url: str, last: date, name: str) -> list[Figure]:
    """Request every page of a separate centre on this database, and return the times and the sizes of the tables."""
    with psycopg.connect(re.sub(r"\+psycopg", "", url), autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
        visits = _number(connection, "SELECT count(*) FROM visit")
        detail = _number(connection, "SELECT pg_total_relation_size('visit')")
        kept = _number(connection, "SELECT pg_total_relation_size('rollup')")
    with centre_process(folder, url) as (address, _):
        pages = dict(_asked(address, last, _administrator(folder, url)))
    slowest = max(pages, key=lambda path: percentile(pages[path], 0.95))
    every = [took for times in pages.values() for took in times]
    named = f"{name}, {visits:,} visits: "
    return [
        Figure(f"{named}slowest page p95", percentile(pages[slowest], 0.95), "ms", 50, beside=slowest),
        Figure(f"{named}all pages p95", percentile(every, 0.95), "ms", 50, beside=f"{len(pages)} pages × {TIMES}"),
        Figure(f"{named}detail", detail / visits, "B a visit"),
        Figure(f"{named}roll-ups", kept / 2**20, "MB"),
    ]


def _number(connection: psycopg.Connection[tuple[object, ...]], query: str) -> int:
    row = connection.execute(query).fetchone()
    return int(str(row[0])) if row else 0


def _administrator(folder: str, url: str) -> str:
    """Return the token of an administrator's session: some pages are for them alone."""
    now = datetime.now(UTC)
    with database(CentralConfig(Path(folder), url)) as engine:
        if not people(engine, now=now):
            add_person(engine, "bench", "admin", by="bench", now=now)
        return begin_session(engine, "bench", now=now)


def _asked(address: str, last: date, token: str) -> Iterator[tuple[str, list[float]]]:
    day = last - timedelta(days=20)
    spans = [f"period={period}&day={day}" for period in ("day", "week", "month", "year", "decade")]
    paths = ["/", "/state", "/settings", "/quarantine", "/people", "/acts", "/public", "/v1/public/halls"]
    paths += ["/figures", "/halls/hall3", f"/halls?day={day}", "/v1/figures/all/hall", f"/v1/figures?day={day}"]
    paths += [f"/{page}?{span}" for page in ("compare", "axes", "enquiries") for span in spans]
    paths += [f"/v1/figures/{hall}/figures?{span}" for hall in ("all", "hall3") for span in spans]
    paths += [f"/v1/figures/hall3/figures?{span}&service=B" for span in spans]
    with requests.Session() as session:
        session.trust_env = False
        session.cookies.set(COOKIE, token)  # as a browser sends it
        for path in paths:
            session.get(address + path, timeout=60).raise_for_status()
            times_ms = []
            for _ in range(TIMES if "public" not in path else 5):
                begun = time.perf_counter()
                session.get(address + path, timeout=60).raise_for_status()
                times_ms.append(1000 * (time.perf_counter() - begun))
            yield path, times_ms


def _arithmetic(found: list[Figure]) -> list[Figure]:
    """Return what follows for 50 million visits: of as many halls as it takes, each like those that were measured."""
    of_last = {figure.name.partition(": ")[2]: figure for figure in found[-5:-1]}
    times = MANY / (VISITS_A_YEAR * YEARS[-1])
    rate = found[-1].value
    detail, kept = (of_last[name].value for name in ("detail", "roll-ups"))
    named = f"… follows for {MANY:,} ({times:g} × as many halls): "
    return [
        Figure(f"{named}detail", detail * MANY / 2**30, "GB"),
        Figure(f"{named}roll-ups", kept * times / 2**10, "GB"),
        Figure(f"{named}counting all again, once", MANY / rate / 3600, "h"),
    ]
