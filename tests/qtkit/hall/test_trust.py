"""A program trusts the authority of its hall alone, and says in a sentence what to do about another one."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from contracts.queue.answers import Problem
from hall.platform.tls.hall_tls import AUTHORITY
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from qtkit.hall.live_link import HallLink
from qtkit.hall.trust import TrustError, trust_only
from tests.helpers.own_tls import Served, own_tls
from tests.helpers.qt_trust import trust_the_system


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path / "hall")
    yield served
    trust_the_system()
    served.stop()


def _asked(hall: Served, qtbot: QtBot) -> tuple[object, Problem | None]:
    seen: list[tuple[object, Problem | None]] = []
    calls = HallCalls(HallAddresses([hall.url]), "token")
    calls.call("GET", "/hall", None, lambda *came: seen.append(came))
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=20_000)
    return seen[0]


def test_a_hall_of_the_own_authority_is_answered(hall: Served, tmp_path: Path, qtbot: QtBot) -> None:
    trust_only(tmp_path / "hall" / AUTHORITY)
    assert _asked(hall, qtbot) == ({"scheme": "https"}, None)


@pytest.mark.parametrize("trusted", ["another hall", "the system's authorities"])
def test_a_stranger_gets_no_request(hall: Served, tmp_path: Path, qtbot: QtBot, trusted: str) -> None:
    own_tls(tmp_path / "other")
    if trusted == "another hall":
        trust_only(tmp_path / "other" / AUTHORITY)
    answer, problem = _asked(hall, qtbot)
    assert answer is None
    assert problem is not None
    assert problem.code == "hall_away"
    assert "is not of the hall that this device was paired with" in problem.detail


def test_the_live_link_names_it_and_the_log_says_what_to_do(
    hall: Served, tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    own_tls(tmp_path / "other")
    trust_only(tmp_path / "other" / AUTHORITY)
    link = HallLink(HallAddresses([hall.url]), "token")
    seen: list[str] = []
    link.refused.connect(seen.append)
    with caplog.at_level(logging.INFO):
        link.start()
        qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    link.stop()
    assert seen[0] == "certificate_refused"
    assert "pair this device again (main.py pair)" in caplog.text


def test_a_file_without_a_certificate_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.pem").write_text("")
    with pytest.raises(TrustError, match="pair this device again"):
        trust_only(tmp_path / "empty.pem")
