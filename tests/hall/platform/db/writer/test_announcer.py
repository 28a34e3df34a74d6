"""Committed facts go to everybody who listens."""

from __future__ import annotations

import logging

import pytest

from contracts.live import FactMessage
from hall.platform.db.writer.announcer import Announcer
from tests.helpers.example_hall import NINE, TUESDAY


def facts(*seqs: int) -> list[FactMessage]:
    return [FactMessage(seq, "visit_issued", NINE, TUESDAY) for seq in seqs]


def test_every_listener_gets_every_fact_in_order() -> None:
    announcer, one, other = Announcer(), [], []
    announcer.listen(one.extend)
    announcer.announce(facts(1, 2))
    announcer.listen(other.extend)
    announcer.announce(facts(3))
    assert [fact.seq for fact in one] == [1, 2, 3]
    assert [fact.seq for fact in other] == [3]


def test_whoever_leaves_hears_no_more() -> None:
    announcer, heard = Announcer(), []
    leave = announcer.listen(heard.extend)
    leave()
    leave()
    announcer.announce(facts(1))
    assert heard == []


def test_nothing_is_said_about_nothing() -> None:
    announcer, calls = Announcer(), []
    announcer.listen(calls.append)
    announcer.announce([])
    assert calls == []


@pytest.mark.allow_logs
def test_a_listener_that_fails_does_not_keep_the_facts_from_others(caplog: pytest.LogCaptureFixture) -> None:
    announcer, heard = Announcer(), []

    def fails(_facts: object) -> None:
        raise ZeroDivisionError

    announcer.listen(fails)
    announcer.listen(heard.extend)
    announcer.announce(facts(7, 8))
    assert [fact.seq for fact in heard] == [7, 8]
    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (logging.ERROR, "a listener failed on the facts 7 to 8")
    ]
