"""Sending when the hall or the centre was put back to an older copy: what is missing is sent again, once."""

from __future__ import annotations

import random

import pytest

from sync.fakes.centre import MemoryCentre, json_reply
from sync.fakes.hall import FakeClock, MemoryOutbox
from sync.ports import Reply
from sync.quarantine import QuarantineList
from sync.sender import Sender
from tests.sync.sending import agree, make_sender, send_all, write


@pytest.mark.allow_logs
def test_a_restored_hall_takes_a_new_stream_and_all_its_visits_arrive() -> None:
    outbox, centre = MemoryOutbox(), MemoryCentre()
    before = write(outbox, 30)
    send_all(make_sender(outbox, centre), outbox)
    backup = outbox.backup()
    lost_at_the_hall = write(outbox, 30, first=100)
    send_all(make_sender(outbox, centre), outbox)
    outbox.restore(backup)
    after = write(outbox, 30, first=200)
    send_all(make_sender(outbox, centre), outbox)
    assert sorted(centre.visits) == sorted(before + lost_at_the_hall + after)
    assert len(centre.streams) == 2


@pytest.mark.allow_logs
def test_a_restored_centre_gets_again_what_it_lost() -> None:
    outbox, centre = MemoryOutbox(), MemoryCentre()
    ids = write(outbox, 30)
    sender = make_sender(outbox, centre)
    send_all(sender, outbox)
    backup = centre.backup()
    ids += write(outbox, 30, first=30)
    send_all(sender, outbox)
    centre.restore(backup)
    ids += write(outbox, 1, first=60)
    send_all(sender, outbox)
    assert sorted(centre.visits) == ids
    assert agree(outbox, centre)


@pytest.mark.allow_logs
def test_a_centre_that_lost_everything_gets_all_that_is_kept() -> None:
    outbox, centre = MemoryOutbox(), MemoryCentre()
    ids = write(outbox, 60)
    sender = make_sender(outbox, centre)
    send_all(sender, outbox)
    outbox.prune(20)
    centre.restore(MemoryCentre())
    ids += write(outbox, 1, first=60)
    send_all(sender, outbox)
    assert sorted(centre.visits) == ids[20:]


@pytest.mark.allow_logs
def test_a_centre_that_wants_the_oldest_kept_entry_again_gets_it_in_the_same_stream() -> None:
    outbox, centre = MemoryOutbox(), MemoryCentre()
    ids = write(outbox, 20)
    sender = make_sender(outbox, centre)
    send_all(sender, outbox)
    backup = centre.backup()
    ids += write(outbox, 20, first=20)
    send_all(sender, outbox)
    outbox.prune(20)
    centre.restore(backup)
    ids += write(outbox, 1, first=40)
    send_all(sender, outbox)
    assert sorted(centre.visits) == ids
    assert len(centre.streams) == 1


@pytest.mark.allow_logs
@pytest.mark.parametrize("code", ["gap", "fork"])
def test_a_centre_that_contradicts_itself_does_not_make_us_spin(code: str) -> None:
    class Contrary(MemoryCentre):
        def send_batch(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
            del stream, content
            self.requests += 1
            return json_reply(409, {"code": code, "acked_seq": 0, "batch": name, "digest": digest})

    outbox, centre = MemoryOutbox(), Contrary()
    write(outbox, 3)
    sender = make_sender(outbox, centre)
    waits = [sender.step() for _ in range(12)]
    assert sum(wait > 0 for wait in waits) == 3
    assert outbox.state().unsent == 3


@pytest.mark.allow_logs
def test_a_centre_that_asks_to_go_forward_is_not_obeyed() -> None:
    class Ahead(MemoryCentre):
        def send_batch(self, stream: str, name: str, content: bytes, digest: str) -> Reply:
            del stream, content
            return json_reply(409, {"code": "gap", "acked_seq": 99, "batch": name, "digest": digest})

    outbox = MemoryOutbox()
    write(outbox, 3)
    sender = make_sender(outbox, Ahead())
    sender.step()
    assert "not back" in sender.status.reason
    assert outbox.state().delivered == 0


@pytest.mark.allow_logs
def test_a_hall_is_asked_to_look_at_its_history_when_the_centre_has_another_one() -> None:
    outbox, centre, forks = MemoryOutbox(), MemoryCentre(), []
    write(outbox, 5)
    send_all(make_sender(outbox, centre), outbox)
    older = MemoryOutbox()
    older._stream = outbox.state().stream
    write(older, 5, first=100)
    sender = Sender(
        older, centre, clock=FakeClock(), rng=random.Random(1), instance="machine-1", app="0.1.0",
        quarantine=QuarantineList(), forked=lambda: forks.append("fork"),
    )  # fmt: skip
    send_all(sender, older)
    assert forks == ["fork"]
