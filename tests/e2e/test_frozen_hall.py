"""A hall service that is frozen (SIGSTOP): the spare takes over within 20 s, and the old one ends when it wakes."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from tests.helpers.hall_process import HallProcess, prepare_hall
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full


@pytest.mark.postgres
def test_a_spare_takes_over_from_a_frozen_hall_which_ends_when_it_wakes(tmp_path: Path, postgres_url) -> None:
    url = postgres_url()
    prepared = prepare_hall(tmp_path, database=url)
    database = ("--database", url.replace("+psycopg", ""))
    spare = HallProcess(prepared, (*database, "--takeover-wait-s", "120"))
    with HallProcess(prepared, database) as active:
        assert active.issue().json()["ticket"] == "A001"
        spare.launch()
        try:
            until(lambda: "waits as the spare" in spare.log(), "the spare waits", spare.log)
            active.signal(signal.SIGSTOP)
            frozen_s = time.monotonic()
            spare.await_ready()
            assert time.monotonic() - frozen_s < 20
            assert spare.issue().json()["ticket"] == "A002"
            active.signal(signal.SIGCONT)
            assert active.ended() == 3
            assert "taken this hall over" in active.log()
            assert spare.issue().json()["ticket"] == "A003"
        finally:
            spare.kill()
