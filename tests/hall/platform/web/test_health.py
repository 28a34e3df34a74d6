"""Health and figures over HTTP."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import requests

from common.clock.wall_clock import utc_now
from common.version import release
from hall.platform.db.backup.backup_log import BackupState, write_backup_state
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.routes.health import health_answer
from tests.helpers.hall_in_a_thread import RunningHall, good, refused
from tests.helpers.replacing import replace

pytestmark = pytest.mark.one_hall


def test_a_well_hall_says_so_at_both_places(hall: RunningHall) -> None:
    for url in (f"{hall.base}/healthz", f"{hall.base}/api/v1/healthz"):
        answer = requests.get(url, timeout=60)
        assert (answer.status_code, answer.json()) == (200, {"status": "ok", "reasons": [], "version": release()})


@pytest.mark.parametrize(
    ("reasons", "status"),
    [(("disk_low",), 200), (("centre_away", "task_failing:the hourly copy"), 200), (("database_away",), 503)],
)
def test_reasons_are_told_and_only_some_stop_the_hall(hall: RunningHall, reasons: tuple[str, ...], status: int) -> None:
    parts: Dependencies = hall.hall.parts
    answer = health_answer(replace(parts, health=replace(parts.health, reasons=lambda: reasons)))
    assert answer.status_code == status
    assert answer.content.reasons == reasons


def test_the_machine_itself_reads_the_figures(hall: RunningHall) -> None:
    hall.issue()
    refused(hall.post("/visits", "kiosk", {"service": "Z"}), "service_unknown", 404)
    figures = hall.get("/metrics")
    assert figures.headers["content-type"].startswith("text/plain")
    assert 'dawr_requests_total{method="POST",path="/visits",status="201"} 1.0' in figures.text
    assert 'dawr_requests_total{method="POST",path="/visits",status="404"} 1.0' in figures.text
    assert 'dawr_request_seconds_count{method="POST",path="/visits"} 2.0' in figures.text
    assert "dawr_live_links 0.0" in figures.text


def test_behind_a_proxy_the_figures_need_an_administrator(hall: RunningHall) -> None:
    proxy = {"X-Forwarded-For": "10.0.0.7"}
    refused(hall.get("/metrics", headers=proxy), "token_missing", 401)
    refused(hall.get("/metrics", "head", headers=proxy), "role_refused", 403)
    assert hall.get("/metrics", "admin", headers=proxy).status_code == 200
    assert good(hall.get("/healthz", headers=proxy))["status"] == "ok"


def test_the_figures_tell_queues_devices_disk_and_version(hall: RunningHall) -> None:
    figures = hall.get("/metrics").text
    assert 'dawr_waiting{service="A"}' in figures
    assert 'dawr_oldest_wait_seconds{service="A"}' in figures
    assert 'dawr_devices_silent{kind="kiosk"} 0.0' in figures
    assert "dawr_disk_free_bytes" in figures
    assert f'dawr_build_info{{hall="test-hall",version="{release()}"}} 1.0' in figures
    assert "dawr_backup_age_seconds" not in figures, "there was no backup yet"
    at = utc_now() - timedelta(minutes=3)
    write_backup_state(hall.hall.config.data, BackupState(place="/media/stick", copy="x", taken_at=at))
    figures = hall.get("/metrics").text
    age = re.search(r"^dawr_backup_age_seconds (\S+)$", figures, re.MULTILINE)
    assert age
    assert 180 <= float(age[1]) < 240
    assert "dawr_backup_failed 0.0" in figures
