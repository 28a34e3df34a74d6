r"""Read codes from a 2D scanner in serial mode, and tell ticket codes from everything else people hold under it.

>>> reader = ScanReader()
>>> reader.feed(b"http://10.0.0.5:8080/t#AbCdEfGhIjKlMnOpQrStUv\r\n", now_s=0.0)
['http://10.0.0.5:8080/t#AbCdEfGhIjKlMnOpQrStUv']
>>> ticket_code("http://10.0.0.5:8080/t#AbCdEfGhIjKlMnOpQrStUv")
'AbCdEfGhIjKlMnOpQrStUv'
>>> ticket_code("https://example.com/menu") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from serial_devices.errors import DeviceAddressError, LineError
from serial_devices.line.address import SerialAddress, read_serial_address
from serial_devices.line.frames import LineFrames

SAME_S = 2.0
"""A code that is still under the glass is read again and again; within this it is one and the same."""

TRIGGERS = {
    "none": (b"", b""),
    "honeywell": (b"\x16T\r", b"\x16U\r"),
    "zkteco": (b"T", b"P"),
    "cipherlab": (b"E", b"D"),
}
"""What makes a scanner of that kind begin and end reading; one that always reads needs none."""

TRIGGER_EVERY_S = 20.0
"""A triggered scanner stops after a while, so it is triggered again."""

_CODE = re.compile(r"[A-Za-z0-9_-]{22}")
_AIM = re.compile(r"^\][A-Za-z]\w")
"""The kind of bar code, which some scanners put before the text."""


@dataclass(frozen=True)
class ScannerSettings:
    """A scanner's line and its kind of trigger."""

    port: SerialAddress
    trigger: str = "none"


def read_scanner(url: str) -> ScannerSettings:
    """Return the settings of `serial:///dev/ttyACM0?trigger=honeywell`; raise DeviceAddressError."""
    port = read_serial_address(url, own=("trigger",))
    trigger = port.own.get("trigger", "none")
    if trigger not in TRIGGERS:
        raise DeviceAddressError(f"{url}: trigger={trigger}: known are {', '.join(TRIGGERS)}")
    return ScannerSettings(port, trigger)


def ticket_code(text: str) -> str | None:
    """Return the visit's code from the address in a ticket's QR, or None for any other text."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.path.endswith("/t"):
        return None
    return parts.fragment if _CODE.fullmatch(parts.fragment) else None


class ScanReader:
    """Turns what a scanner says into texts; the same text again within two seconds is no other scan."""

    def __init__(self) -> None:
        self._frames = LineFrames()
        self._last = ""
        self._last_s = float("-inf")

    def feed(self, data: bytes, now_s: float) -> list[str]:
        """Return the texts that `data`, read at `now_s`, completes; what is no text is passed over."""
        texts = []
        for line in self._frames.feed(data, now_s):
            text = _text(line)
            if text and not (text == self._last and now_s - self._last_s < SAME_S):
                texts.append(text)
            self._last, self._last_s = text, now_s
        return texts


class ScannerTalk:
    """The talk of a scanner's line (serial_devices.line.owner.Talk): keeps it reading, hands each text to `scanned`."""

    def __init__(self, trigger: str, scanned: Callable[[str], None], tell: Callable[[str], None]) -> None:
        self._begin, self._end = TRIGGERS[trigger]
        self._scanned, self._tell = scanned, tell
        self._reader = ScanReader()
        self._begun_s = float("-inf")

    def opened(self, now_s: float) -> None:  # noqa: ARG002 - a Talk's
        """Begin again: half a code from before does not count."""
        self._reader = ScanReader()
        self._begun_s = float("-inf")
        self._tell("")

    def due(self, now_s: float) -> Iterable[bytes]:
        """Return the trigger, again and again."""
        if not self._begin or now_s - self._begun_s < TRIGGER_EVERY_S:
            return []
        self._begun_s = now_s
        return [self._begin]

    def heard(self, data: bytes, now_s: float) -> None:
        """Hand on each whole text; a triggered scanner gets the command to read the next at once."""
        for text in self._reader.feed(data, now_s):
            self._scanned(text)
            self._begun_s = float("-inf")

    def failed(self, error: LineError) -> None:
        """Tell what is wrong with the line."""
        self._tell(str(error))

    def farewell(self) -> Iterable[bytes]:
        """Let the scanner rest."""
        return [self._end] if self._end else []


def _text(line: bytes) -> str:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    text = _AIM.sub("", text.strip("\x02\x03 "))
    return text if text.isprintable() else ""
