"""The centre keeps the newest whole copy of each hall, and a hall reaches only its own, on both databases."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, func, select

from central.errors import BodyError, NotFoundError
from central.halls import hall_copies, registry
from central.store.tables.downlink import hall_copy_part
from contracts.centre.hall_copy import PART_BYTES, HallCopy

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
OLD, NEW = "hall-20261129T070000.000Z.sqlite", "hall-20261129T080000.000Z.sqlite"


@pytest.fixture(autouse=True)
def halls(engine: Engine) -> None:
    for hall in ("1", "2"):
        registry.add_hall(engine, hall, {"ar": "قاعة", "en": "Hall"}, now=NOW)


def send(engine: Engine, name: str, *parts: bytes, hall: str = "1") -> None:
    for number, content in enumerate(parts):
        hall_copies.put_part(engine, hall, name, number, content)
    digest = hashlib.sha256(b"".join(parts)).hexdigest()
    hall_copies.complete(engine, hall, HallCopy(name, len(parts), digest), now=NOW)


def kept(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(hall_copy_part)).scalar_one())


def test_the_newest_whole_copy_stays_and_the_one_before_goes(engine: Engine) -> None:
    send(engine, OLD, b"one", b"two", b"three")
    send(engine, OLD, b"other hall", hall="2")
    send(engine, NEW, b"four", b"five")
    found = hall_copies.newest(engine, "1")
    assert (found.name, found.parts, found.received_at) == (NEW, 2, NOW)
    assert [hall_copies.part_of(engine, "1", NEW, number) for number in range(2)] == [b"four", b"five"]
    assert hall_copies.newest(engine, "2").name == OLD
    assert kept(engine) == 3
    assert hall_copies.received(engine) == {"1": NOW, "2": NOW}


def test_an_upload_that_breaks_off_leaves_the_copy_of_before_and_the_next_one_removes_its_parts(engine: Engine) -> None:
    send(engine, OLD, b"one", b"two")
    hall_copies.put_part(engine, "1", NEW, 0, b"half")
    assert hall_copies.newest(engine, "1").name == OLD
    hall_copies.put_part(engine, "1", "hall-20261129T090000.000Z.sqlite", 0, b"again")
    assert kept(engine) == 3
    assert b"".join(hall_copies.part_of(engine, "1", OLD, number) for number in range(2)) == b"onetwo"


def test_a_hall_keeps_the_parts_of_one_unfinished_upload_at_most(engine: Engine) -> None:
    send(engine, OLD, b"one", b"two")
    for hour in range(10):
        with pytest.raises(BodyError) as refusal:
            hall_copies.put_part(engine, "1", f"hall-20261130T{hour:02}0000.000Z.sqlite", 1, b"more")
        assert (refusal.value.status, refusal.value.code) == (409, "copy_not_begun")
    hall_copies.put_part(engine, "1", NEW, 0, b"begun")
    hall_copies.put_part(engine, "1", NEW, 1, b"more")
    assert kept(engine) == 4


@pytest.mark.parametrize("part", [0, 1, 2])
def test_no_part_of_the_kept_copy_can_be_changed(engine: Engine, part: int) -> None:
    send(engine, OLD, b"one", b"two")
    with pytest.raises(BodyError) as refusal:
        hall_copies.put_part(engine, "1", OLD, part, b"other")
    assert (refusal.value.status, refusal.value.code) == (409, "copy_kept")
    assert [hall_copies.part_of(engine, "1", OLD, number) for number in range(2)] == [b"one", b"two"]


@pytest.mark.parametrize(("parts", "content"), [(3, b"onetwo"), (2, b"damaged"), (0, b""), (5000, b"onetwo")])
def test_a_copy_that_is_not_whole_is_refused(engine: Engine, parts: int, content: bytes) -> None:
    hall_copies.put_part(engine, "1", NEW, 0, b"one")
    hall_copies.put_part(engine, "1", NEW, 1, b"two")
    with pytest.raises(BodyError) as refusal:
        hall_copies.complete(engine, "1", HallCopy(NEW, parts, hashlib.sha256(content).hexdigest()), now=NOW)
    assert (refusal.value.status, refusal.value.code) == (409, "copy_not_whole")
    with pytest.raises(NotFoundError):
        hall_copies.newest(engine, "1")


@pytest.mark.parametrize(
    ("name", "part", "content"),
    [
        ("phones.keys", 0, b"x"),
        ("../hall-20261129T080000.000Z.sqlite", 0, b"x"),
        (NEW, -1, b"x"),
        (NEW, 1024, b"x"),
        (NEW, 0, b""),
        (NEW, 0, b"x" * (PART_BYTES + 1)),
    ],
)
def test_what_is_no_part_of_a_copy_is_refused(engine: Engine, name: str, part: int, content: bytes) -> None:
    with pytest.raises(BodyError):
        hall_copies.put_part(engine, "1", name, part, content)
    assert kept(engine) == 0


@pytest.mark.parametrize("name", ["\0", "hall\0", "x" * 1000, "\ud800"])
def test_a_name_that_no_database_takes_is_refused_and_not_asked_for(engine: Engine, name: str) -> None:
    with pytest.raises(NotFoundError):
        hall_copies.part_of(engine, "1", name, 0)
    with pytest.raises(BodyError):
        hall_copies.complete(engine, "1", HallCopy(name, 1, "x"), now=NOW)
