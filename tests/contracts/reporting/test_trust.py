"""Moves out of order go over the wire and come back the same."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.codec.reader import from_json, to_json
from contracts.reporting.trust import Act, ActCount, ActsBy, AgentFigures, AgentService, TrustView
from contracts.words.hall import OutOfOrderKind

NINE, DAY = datetime(2026, 11, 24, 5, 0, tzinfo=UTC), date(2026, 11, 24)
ACT = Act(NINE, OutOfOrderKind.WALK_UP, "salim", "special_care", "v1", "", "A", 3)
COUNT = ActCount(OutOfOrderKind.WALK_UP, "special_care", 1)


def test_they_come_back_as_they_went():
    trust = TrustView(NINE, DAY, DAY, (ActsBy("salim", {"en": "Salim"}, 12, 1, (COUNT,)),), (ACT,), 0)
    assert from_json(TrustView, to_json(trust)) == trust
    own = AgentFigures(
        NINE, "salim", "day", DAY, DAY, 3, 2, 61.5, 60.0, None, 1, (AgentService("A", 2, 60.0),), (COUNT,), (ACT,)
    )
    assert from_json(AgentFigures, to_json(own)) == own
