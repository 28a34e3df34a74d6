"""Refusals about the hall's set-up and its agents."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class SettingsChangedError(HallError):
    """Somebody has changed the same part of the set-up since it was read."""

    code = "settings_changed"


class SettingsVersionUnknownError(HallError):
    """No change of the settings has this number, or it is too old to be kept."""

    code = "settings_version_unknown"


class ServiceInUseError(HallError):
    """Visitors wait for the service or have booked it."""

    code = "service_in_use"


class CounterInUseError(HallError):
    """An agent is signed in at the counter."""

    code = "counter_in_use"


class AgentTakenError(HallError):
    """The sign-in name is another agent's."""

    code = "agent_taken"
