"""Another hall's request over a real centre: found with the time of its reply, unknown, or cut off and why."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import insert

from central.store.tables.halls import request
from contracts.codec.reader import to_json
from contracts.requests.record import RequestRecord
from contracts.words.requests import RequestState
from hall.requests.model.refusals import CentreCutOffError
from hall.requests.routes.elsewhere import CentreRequests
from sync.uplink import HttpUplink
from tests.helpers.centre import RunningCentre, running_centre
from tests.helpers.example_hall import NINE, TUESDAY
from tests.helpers.replacing import replace

ONE = RequestRecord(
    "2", "SALALAH-1-26-000019", TUESDAY, 2, "hall", "plot", "lands", {"ar": "الأراضي"}, "referred", NINE, TUESDAY,
    date(2026, 12, 3), latest_expected=True, external="BR-77",
)  # fmt: skip


def store(centre: RunningCentre, record: RequestRecord) -> None:
    kept = {name: getattr(record, name) for name in request.columns.keys() if hasattr(record, name)}  # noqa: SIM118 - a collection of columns
    with centre.engine.begin() as connection:
        known = {"body": to_json(record), "received_at": NINE, "decided": record.decided_on is not None}
        connection.execute(insert(request).values({**kept, **known}))


def test_a_request_is_found_by_its_own_and_its_outside_number(tmp_path: Path, database_url: str) -> None:
    with running_centre(tmp_path / "centre", database_url) as centre:
        token = centre.enrol("1")
        centre.enrol("2")
        store(centre, ONE)
        ask = CentreRequests(partial(HttpUplink, centre.url, "1", token))
        found = ask.find(ONE.number)
        assert found is not None
        assert (found.number, found.shown, found.hall, found.state) == (ONE.number, "BR-77", "2", RequestState.REFERRED)
        assert (found.latest, found.latest_expected, found.as_of, found.from_centre) == (ONE.latest, True, NINE, True)
        assert ask.find("BR-77") == found
        assert ask.find("BR-7/../8") is None


def test_the_very_number_goes_before_somebody_elses_outside_number(tmp_path: Path) -> None:
    with running_centre(tmp_path / "centre") as centre:
        token = centre.enrol("2")
        store(centre, ONE)
        store(centre, replace(ONE, number="X", external=ONE.number))
        found = CentreRequests(partial(HttpUplink, centre.url, "2", token)).find(ONE.number)
        assert found is not None
        assert found.number == ONE.number


def test_a_state_of_a_newer_hall_and_a_token_that_is_none_are_said(tmp_path: Path) -> None:
    with running_centre(tmp_path / "centre") as centre:
        token = centre.enrol("2")
        store(centre, replace(ONE, state="framed"))
        with pytest.raises(CentreCutOffError, match="framed"):
            CentreRequests(partial(HttpUplink, centre.url, "2", token)).find(ONE.number)
        with pytest.raises(CentreCutOffError, match="status 401"):
            CentreRequests(partial(HttpUplink, centre.url, "2", "stolen")).find(ONE.number)
    with pytest.raises(CentreCutOffError, match="cannot be reached"):
        CentreRequests(partial(HttpUplink, centre.url, "2", token)).find(ONE.number)
