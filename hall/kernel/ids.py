"""Names of things, as separate types so that one is not mistaken for another."""

from __future__ import annotations

from typing import NewType

VisitId = NewType("VisitId", str)
"""A UUIDv7 made by the device that issues the ticket; the identity of a visit."""
ServiceCode = NewType("ServiceCode", str)
"""The code by which a service is named everywhere; its prefix letter unless the hall sets another."""
CounterId = NewType("CounterId", int)
"""The number painted at the counter, 1 and up."""
AgentId = NewType("AgentId", str)
"""The agent's sign-in name."""
DeviceId = NewType("DeviceId", str)
"""An enrolled kiosk, board, counter PC or reader."""
