"""What can be wrong with a device on a line: its address (settings) or the line itself (the world).

DeviceError
  DeviceAddressError   the address in the settings cannot be used: the person who wrote it corrects it
  LineError            the line failed: missing, taken, unplugged; tried again with back-off
"""

from __future__ import annotations

from enum import StrEnum


class DeviceError(Exception):
    """A device cannot be used; the text names it and says what to do."""


class DeviceAddressError(DeviceError):
    """A device's address is wrong; the text has all problems, one a line."""


class LineFault(StrEnum):
    """Why a line fails, as a stable code."""

    MISSING = "device_missing"
    FORBIDDEN = "no_permission"
    IN_USE = "device_in_use"
    UNPLUGGED = "unplugged"
    STUCK = "not_taking_data"
    SETTINGS = "settings_refused"


class LineError(DeviceError):
    """A line failed; `fault` says how."""

    def __init__(self, fault: LineFault, text: str) -> None:
        super().__init__(text)
        self.fault = fault
