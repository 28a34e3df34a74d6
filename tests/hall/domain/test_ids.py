"""Ids are plain texts and numbers at run time, so that they travel and are stored as they are."""

from __future__ import annotations

from hall.domain.ids import AgentId, CounterId, DeviceId, ServiceCode, VisitId


def test_ids_are_plain_values():
    assert (VisitId("v"), ServiceCode("A"), AgentId("said"), DeviceId("d"), CounterId(1)) == ("v", "A", "said", "d", 1)
    assert type(CounterId(1)) is int
