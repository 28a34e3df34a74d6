"""Refusals about the hall's set-up and its agents."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class SettingsChangedError(HallError):
    """Somebody has changed the same part of the set-up since it was read."""

    code = "settings_changed"


class ServiceInUseError(HallError):
    """Visitors hold tickets of the service or have booked it."""

    code = "service_in_use"


class NumbersAtKioskError(HallError):
    """A kiosk holds numbers of the service for when it is cut off, and may have given some out."""

    code = "numbers_at_kiosk"


class NumbersOnPaperError(HallError):
    """Paper sheets with numbers of the service were printed and not declared void."""

    code = "numbers_on_paper"


class CounterInUseError(HallError):
    """An agent is signed in at the counter, or a visit is called to it, served or parked there."""

    code = "counter_in_use"


class OfficialInUseError(HallError):
    """Visitors have booked appointments with the official."""

    code = "official_in_use"


class AgentNeedsServiceError(HallError):
    """An agent serves only the removed service; an agent without services serves all of the counter's."""

    code = "agent_needs_service"


class PartnerMixedError(HallError):
    """A partner's agent would see the visits of others, as a counter of others would serve the partner's service."""

    code = "partner_mixed"


class AgentTakenError(HallError):
    """The sign-in name is another agent's."""

    code = "agent_taken"
