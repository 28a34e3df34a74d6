"""Call ten operations of a centre by the client that was generated from its description; prints each status.

Run by the others' Python, which has the generated package `centre_client` beside it.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from http import HTTPStatus

from centre_client import AuthenticatedClient, Client
from centre_client.api.figures import figures_of_day, figures_of_period
from centre_client.api.halls import (
    enrol,
    hall_inbox,
    meta,
    newest_settings,
    serving_times,
    streams,
    take_heartbeat,
    take_live,
)
from centre_client.api.requests import intake
from centre_client.api.visitors import public_halls
from centre_client.models import EnrolRequest, Heartbeat, LiveFigures, LiveService, RequestItem


def statuses(url: str, held: dict[str, str]) -> dict[str, HTTPStatus]:
    """Return the status of each operation."""
    anybody = Client(base_url=url)
    hall, platform, reader = (
        AuthenticatedClient(base_url=url, token=held[one]) for one in ("hall", "platform", "reader")
    )
    now = datetime.now(UTC)
    live = LiveFigures(at=now, services=[LiveService(service="A", waiting=3, longest_wait_s=540)], counters_open=4)
    asked = RequestItem(external="BR-77", subject="A plot", directorate="lands")
    answers = {
        "meta": meta.sync_detailed(client=anybody),
        "enrol": enrol.sync_detailed(client=anybody, body=EnrolRequest(code=held["code"])),
        "take_live": take_live.sync_detailed("1", client=hall, body=live),
        "take_heartbeat": take_heartbeat.sync_detailed("1", client=hall, body=Heartbeat(unsent=0, at=now)),
        "streams": streams.sync_detailed("1", client=hall),
        "serving_times": serving_times.sync_detailed("1", client=hall),
        "newest_settings": newest_settings.sync_detailed("1", client=hall),
        "intake": intake.sync_detailed("1", client=platform, body=asked),
        "hall_inbox": hall_inbox.sync_detailed("1", client=hall),
        "figures_of_day": figures_of_day.sync_detailed(client=reader),
        "figures_of_period": figures_of_period.sync_detailed("all", client=reader, period="month"),
        "public_halls": public_halls.sync_detailed(client=anybody),
    }
    inbox, day = answers["hall_inbox"].parsed, answers["figures_of_day"].parsed
    assert inbox.items[0].body["external"] == "BR-77", inbox
    assert next(one for one in day.halls if one.hall == "1").waiting_now == 3, day
    return {name: answer.status_code for name, answer in answers.items()}


sys.stdout.write(json.dumps(statuses(sys.argv[1], json.loads(sys.argv[2]))))
