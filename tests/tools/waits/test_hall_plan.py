"""A hall's set-up in a replay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.waits.files import WaitsFileError
from tools.waits.hall_plan import CounterPlan, HallPlan, read_plan


def test_a_plan_is_read_in_seconds(tmp_path):
    path = tmp_path / "hall_setup.json"
    counter = {"counter": 4, "services": ["C"], "opens_min": 480, "closes_min": 990, "lunch_planned_min": 690}
    path.write_text(json.dumps({"counters": [counter], "head_start_min": {"priority": 20}, "services": {"A": "a"}}))
    plan = read_plan(path)
    assert plan == HallPlan(
        (CounterPlan(4, ("C",), 28_800.0, 59_400.0, 41_400.0, 1800.0),), {"priority": 1200.0}, ("A", "C")
    )
    assert plan.with_services(["Z", "A"]).services == ("A", "C", "Z")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"counters": []}',
        '{"counters": [{"counter": 1, "services": "A"}], "head_start_min": {}, "services": {}}',
    ],
)
def test_what_is_no_plan_is_refused(tmp_path: Path, text):
    (tmp_path / "s.json").write_text(text)
    with pytest.raises(WaitsFileError, match="is no set-up of a hall"):
        read_plan(tmp_path / "s.json")
