"""Sending: whatever the network, the centre and the hall's own disk do, each record arrives once."""

from __future__ import annotations

import random
import uuid

import pytest

from contracts.centre.batch import content_digest, read_batch, read_opaque
from contracts.centre.outbox_entry import encode_record
from contracts.centre.sync_api import BatchAnswer
from contracts.codec.reader import to_json
from sync.fakes.centre import FAULTS, MemoryCentre, json_reply, sometimes
from sync.fakes.hall import MemoryOutbox, visit_record
from sync.packing import GZIP, ZSTD, coding_of
from sync.ports import Reply
from sync.retry import HOLD_S
from sync.sender import BUSY_BEFORE_AWAY, FAULTS_BEFORE_NARROWING, IDLE_S
from tests.helpers.replacing import replace
from tests.sync.sending import agree, make_sender, send_all, unpacked, write


def test_batches_grow_while_all_goes_well() -> None:
    outbox, centre = MemoryOutbox(), MemoryCentre()
    ids = write(outbox, 1000)
    send_all(make_sender(outbox, centre), outbox)
    assert sorted(centre.visits) == ids
    assert centre.requests == 5  # 50 + 100 + 200 + 400 + 250


def test_nothing_to_send_means_waiting() -> None:
    outbox, centre = MemoryOutbox(), MemoryCentre()
    assert make_sender(outbox, centre).step() == IDLE_S
    assert centre.requests == 0


@pytest.mark.allow_logs
@pytest.mark.parametrize("fault", FAULTS)
def test_after_each_fault_everything_arrives_once_and_both_sides_agree(fault: str) -> None:
    outbox = MemoryOutbox()
    faults = iter([fault] * 4)
    centre = MemoryCentre(lambda: next(faults, None))
    ids = write(outbox, 120)
    sender = make_sender(outbox, centre)
    send_all(sender, outbox)
    assert sorted(centre.visits) == ids
    assert agree(outbox, centre)
    assert sender.status.state == "ok"


@pytest.mark.allow_logs
@pytest.mark.parametrize("seed", range(5))
def test_four_requests_in_ten_sabotaged_lose_nothing(seed: int) -> None:
    rng = random.Random(seed)
    outbox, centre = MemoryOutbox(), MemoryCentre(sometimes(rng, 0.4))
    ids = write(outbox, 1500)
    send_all(make_sender(outbox, centre, seed=seed), outbox)
    assert sorted(centre.visits) == ids
    assert agree(outbox, centre)


@pytest.mark.allow_logs
def test_a_failed_batch_is_waited_for_and_its_trouble_is_told() -> None:
    outbox, centre = MemoryOutbox(), MemoryCentre(lambda: "busy")
    write(outbox, 3)
    sender = make_sender(outbox, centre)
    assert sender.step() >= 3.0
    assert (sender.status.state, sender.status.failures) == ("away", 1)
    assert "503" in sender.status.reason
    assert outbox.state().delivered == 0


@pytest.mark.allow_logs
def test_a_refused_token_is_held_for_a_person() -> None:
    outbox, centre = MemoryOutbox(), MemoryCentre(lambda: "forbidden")
    write(outbox, 3)
    sender = make_sender(outbox, centre)
    assert sender.step() == HOLD_S
    assert sender.status.state == "held"
    assert outbox.state().unsent == 3
    centre.fault = lambda: None
    sender.step()
    assert (sender.status.state, outbox.state().unsent) == ("ok", 0)


@pytest.mark.allow_logs
def test_a_record_the_centre_cannot_read_goes_to_quarantine_and_stops_nobody() -> None:
    outbox, centre = MemoryOutbox(), MemoryCentre()
    first = write(outbox, 2)
    outbox.write(b'{"kind":"dance"}')
    second = write(outbox, 2, first=2)
    sender = make_sender(outbox, centre)
    send_all(sender, outbox)
    assert sorted(centre.visits) == first + second
    assert list(centre.quarantine.values()) == [b'{"kind":"dance"}']
    assert sender.status.quarantined == 1


@pytest.mark.allow_logs
def test_an_entry_damaged_on_the_halls_disk_goes_to_quarantine_and_stops_nobody() -> None:
    outbox, centre = MemoryOutbox(), MemoryCentre()
    ids = write(outbox, 5)
    outbox.damage(3, b"\x00\xff\n?")
    send_all(make_sender(outbox, centre), outbox)
    assert sorted(centre.visits) == [one for one in ids if one != ids[2]]
    assert [read_opaque(line) is not None for line in centre.quarantine.values()] == [True]


class CentreThatBreaksOn(MemoryCentre):
    """Fails with its own fault on every batch that holds a certain line as it is."""

    def __init__(self, poison: bytes) -> None:
        super().__init__()
        self._poison = poison

    def send_batch(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
        """Break on the poison, else take the batch in."""
        if self._poison in read_batch(unpacked(content))[1]:
            self.requests += 1
            return json_reply(500, {"code": "internal", "detail": "broken", "batch": name, "digest": digest})
        return super().send_batch(stream, name, content, digest)


@pytest.mark.allow_logs
@pytest.mark.parametrize("at", [0, 1, 20, 39])
def test_an_entry_that_breaks_the_centre_is_found_and_sent_so_that_it_cannot(at: int) -> None:
    outbox = MemoryOutbox()
    ids = [str(uuid.UUID(int=number)) for number in range(40)]
    bodies = [encode_record(visit_record(visit=one)) for one in ids]
    for body in bodies:
        outbox.write(body)
    centre = CentreThatBreaksOn(bodies[at])
    send_all(make_sender(outbox, centre), outbox, steps=60)
    assert sorted(centre.visits) == [one for one in ids if one != ids[at]]
    assert [read_opaque(line) for line in centre.quarantine.values()] == [
        (bodies[at], outbox.entries_after(at, 1)[0].chain)
    ]
    assert centre.requests > FAULTS_BEFORE_NARROWING


@pytest.mark.allow_logs
def test_an_outage_of_any_length_makes_no_entry_opaque() -> None:
    outbox, centre = MemoryOutbox(), MemoryCentre(lambda: "gateway")
    ids = write(outbox, 30)
    sender = make_sender(outbox, centre)
    for _ in range(100):
        sender.step()
    centre.fault = lambda: None
    send_all(sender, outbox)
    assert sorted(centre.visits) == ids
    assert centre.quarantine == {}


@pytest.mark.allow_logs
def test_faults_of_the_centre_between_which_it_takes_entries_make_no_entry_opaque() -> None:
    class BrokenEachSecondTime(MemoryCentre):
        breaks = False

        def send_batch(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
            self.breaks = not self.breaks
            if self.breaks:
                return json_reply(500, {"code": "internal", "batch": name, "digest": digest})
            return super().send_batch(stream, name, content, digest)

    outbox, centre = MemoryOutbox(), BrokenEachSecondTime()
    sender = make_sender(outbox, centre)
    ids = []
    for number in range(3 * FAULTS_BEFORE_NARROWING):
        ids += write(outbox, 1, first=number)
        send_all(sender, outbox)
    assert sorted(centre.visits) == ids
    assert centre.quarantine == {}


@pytest.mark.allow_logs
def test_an_outbox_that_does_not_give_its_entry_is_a_fault_and_no_loss() -> None:
    class Forgetful(MemoryOutbox):
        def entries_after(self, seq: int, limit: int) -> list:  # type: ignore[type-arg]  # a test's shorthand
            return list(super().entries_after(seq + 1, limit))

    outbox, centre = Forgetful(), MemoryCentre()
    write(outbox, 3)
    sender = make_sender(outbox, centre)
    assert sender.step() > 0
    assert sender.status.reason == "the outbox does not give entry 1"
    assert centre.requests == 0


@pytest.mark.allow_logs
def test_the_answer_to_an_old_request_is_not_taken_for_a_new_one() -> None:
    class Delayed(MemoryCentre):
        """Answers each batch with the acknowledgement of the one before it."""

        last: Reply = Reply(200, "text/html", b"")

        def send_batch(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
            now, self.last = self.last, super().send_batch(stream, name, content, digest)
            return now

    outbox = MemoryOutbox()
    write(outbox, 3)
    sender = make_sender(outbox, Delayed())
    sender.step()
    write(outbox, 3, first=3)
    sender.step()
    assert outbox.state().delivered == 0


class Watched(MemoryCentre):
    """Notes how each batch was packed."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[str] = []

    def send_batch(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
        """Note the coding and take the batch in."""
        self.came.append(coding_of(content))
        return super().send_batch(stream, name, content, digest)


def test_batches_go_in_the_best_coding_that_the_centre_offers() -> None:
    outbox, centre = MemoryOutbox(), Watched()
    write(outbox, 200)
    send_all(make_sender(outbox, centre), outbox)
    assert set(centre.came) == {ZSTD}
    old = Watched()
    old.offered = {GZIP}
    outbox = MemoryOutbox()
    write(outbox, 200)
    send_all(make_sender(outbox, old), outbox)
    assert set(old.came) == {GZIP}


@pytest.mark.allow_logs
def test_a_centre_put_back_to_an_older_version_gets_what_it_reads() -> None:
    outbox, centre = MemoryOutbox(), Watched()
    write(outbox, 3)
    sender = make_sender(outbox, centre)
    send_all(sender, outbox)
    centre.offered = {GZIP}
    ids = write(outbox, 3, first=3)
    send_all(sender, outbox)
    assert centre.came == [ZSTD, ZSTD, GZIP]
    assert set(ids) <= centre.visits.keys()


class Patient(MemoryCentre):
    """Asks for patience a number of times, naming the batch, and then takes it."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def send_batch(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
        """Ask for patience, or take the batch in."""
        if self.times:
            self.times -= 1
            busy = {"code": "busy", "detail": "many halls at once", "batch": name, "digest": digest}
            return replace(json_reply(503, busy), retry_after_s=3)
        return super().send_batch(stream, name, content, digest)


def test_a_centre_that_asks_for_patience_gets_it_and_nobody_is_alarmed() -> None:
    outbox, centre = MemoryOutbox(), Patient(5)
    ids = write(outbox, 3)
    sender = make_sender(outbox, centre)
    waits = [sender.step() for _ in range(5)]
    assert all(wait >= 3 for wait in waits)
    assert (sender.status.state, sender.status.failures, sender.patience) == ("ok", 0, 5)
    sender.step()
    assert sorted(centre.visits) == ids
    assert sender.patience == 0


@pytest.mark.allow_logs
def test_a_centre_that_is_busy_for_ever_is_told_as_away() -> None:
    outbox = MemoryOutbox()
    write(outbox, 3)
    sender = make_sender(outbox, Patient(10**6))
    for _ in range(BUSY_BEFORE_AWAY + 1):
        sender.step()
    assert (sender.status.state, outbox.state().unsent) == ("away", 3)


def test_the_digest_is_of_the_batch_as_sent() -> None:
    class Checking(MemoryCentre):
        def send_batch(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
            assert content_digest(content) == digest
            header, _ = read_batch(unpacked(content))
            assert (header.instance, header.app, header.stream) == ("machine-1", "0.1.0", stream)
            return json_reply(200, to_json(BatchAnswer(name, digest, header.last, replayed=False)))

    outbox = MemoryOutbox()
    write(outbox, 3)
    make_sender(outbox, Checking()).step()
    assert outbox.state().delivered == 3
