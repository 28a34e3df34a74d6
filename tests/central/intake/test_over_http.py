"""Hall to centre over real HTTP, with a network that fails in every way: both sides must agree in the end."""

from __future__ import annotations

import random
import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from central.store.tables.halls import quarantine, stream, visit
from contracts.centre.outbox_entry import encode_record
from sync.fakes.hall import FakeClock, MemoryOutbox, visit_record
from sync.quarantine import QuarantineList
from sync.sender import Sender
from sync.uplink import HttpUplink
from sync.verify import differences
from tests.helpers.centre import RunningCentre, running_centre
from tests.helpers.fault_proxy import FAULTS, fault_proxy

TODAY = datetime.now(UTC).date()


def sender(outbox: MemoryOutbox, uplink: HttpUplink, *, seed: int = 1) -> Sender:
    return Sender(
        outbox,
        uplink,
        clock=FakeClock(datetime.now(UTC)),
        rng=random.Random(seed),
        instance="machine-1",
        app="0.1.0",
        quarantine=QuarantineList(),
    )


def write_visits(outbox: MemoryOutbox, count: int, rng: random.Random) -> set[str]:
    ids = {str(uuid.UUID(int=rng.getrandbits(128), version=4)) for _ in range(count)}
    for one in ids:
        day = TODAY - timedelta(days=rng.randrange(3))
        outbox.write(encode_record(visit_record(visit=one, service_day=day)))
    return ids


def send_all(one: Sender, outbox: MemoryOutbox, *, steps: int = 2000) -> None:
    for _ in range(steps):
        if not outbox.state().unsent:
            return
        one.step()
    raise AssertionError(f"not all sent after {steps} steps: {one.status}")


def stored_visits(centre: RunningCentre) -> list[str]:
    with centre.engine.connect() as connection:
        return list(connection.execute(select(visit.c.visit)).scalars())


def span() -> tuple[date, date]:
    return TODAY - timedelta(days=40), TODAY + timedelta(days=1)


@pytest.mark.allow_logs
def test_a_network_that_fails_in_every_way_loses_nothing_and_doubles_nothing(tmp_path: Path, centre_url: str) -> None:
    rng = random.Random(7)
    script = [*FAULTS, *FAULTS]
    rng.shuffle(script)

    def fault() -> str | None:
        # Each fault twice at a random place, then three requests in ten for as long as it takes.
        if script and rng.random() < 0.7:
            return script.pop()
        return rng.choice(FAULTS) if rng.random() < 0.3 else None

    outbox = MemoryOutbox()
    with running_centre(tmp_path, centre_url) as centre:
        token = centre.enrol()
        with fault_proxy(centre.url, fault) as proxy:
            uplink = HttpUplink(proxy.url, "1", token)
            one = sender(outbox, uplink)
            ids: set[str] = set()
            while script:
                ids |= write_visits(outbox, 20, rng)
                one.step()
            send_all(one, outbox)
            uplink.close()
            assert set(FAULTS) <= set(proxy.done)
        direct = HttpUplink(centre.url, "1", token)
        assert sorted(stored_visits(centre)) == sorted(ids)
        assert differences(outbox.day_digests(*span()), direct.day_digests(*span())) == ()
        assert direct.serving_elsewhere() == (), "there is no other hall"
        direct.close()


@pytest.mark.allow_logs
def test_a_hall_restored_from_its_backup_brings_all_its_new_visits(tmp_path: Path, centre_url: str) -> None:
    rng = random.Random(3)
    outbox = MemoryOutbox()
    with running_centre(tmp_path, centre_url) as centre:
        uplink = HttpUplink(centre.url, "1", centre.enrol())
        one = sender(outbox, uplink)
        before = write_visits(outbox, 20, rng)
        send_all(one, outbox)
        backup = outbox.backup()
        lost = write_visits(outbox, 30, rng)
        send_all(one, outbox)
        outbox.restore(backup)
        after = write_visits(outbox, 30, rng)
        send_all(sender(outbox, uplink), outbox)
        uplink.close()
        assert sorted(stored_visits(centre)) == sorted(before | lost | after)
        with centre.engine.connect() as connection:
            assert connection.execute(select(func.count()).select_from(stream)).scalar_one() == 2
            assert connection.execute(select(func.count()).select_from(quarantine)).scalar_one() == 0
