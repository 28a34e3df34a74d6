"""What a technician should know and do about one printer (pure)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from printer.escpos.capabilities import Abilities, Known

FAST_BAUD = 115_200

WORDS = {
    "real_time": "answers questions about its state, also off line (DLE EOT)",
    "asb": "reports changes without a question (GS a)",
    "fence": "says when it has worked off what was sent (GS r)",
    "process_id": "says when a ticket is on paper (GS ( H)",
    "clear": "forgets a ticket that went wrong (DLE DC4 8)",
    "native_qr": "draws QR codes itself (GS ( k)",
    "half_resolution": "doubles the dots of a picture (GS v 0, mode 3)",
    "nv_graphics": "keeps pictures over a power cut (GS ( L, NV)",
    "ram_graphics": "keeps pictures while it has power (GS ( L, RAM)",
    "presenter": "sees whether a ticket was taken (DLE EOT 20)",
}
"""Each ability in words, in the order in which they are shown."""


def confirmation(able: Abilities) -> str:
    """Return how a ticket is confirmed on a unit that can do this.

    >>> confirmation(Abilities(fence=Known.YES))
    'a ticket is confirmed when the printer has worked it off (GS r)'
    """
    if able.process_id.yes:
        return "a ticket is confirmed when the printer says that it is on paper (GS ( H)"
    if able.fence.yes:
        return "a ticket is confirmed when the printer has worked it off (GS r)"
    return "a ticket stays unverified: this printer gives no sign of completion"


def advice_for(url: str, able: Abilities, *, flow: str | None = None) -> list[str]:
    """Return what to do, the weightiest first; `flow` is the flow control in use on a serial line."""
    if not able.real_time.yes:
        return [*_one_way(url), *_about_the_line(url, able, flow)]
    return [*_about_the_line(url, able, flow), *_about_the_unit(url, able)]


def _one_way(url: str) -> Iterator[str]:
    if url.startswith("file:"):
        yield "A file does not answer: tickets are written and stay unverified."
        return
    yield "It does not answer, so tickets are printed unverified and an empty roll is not noticed."
    if url.startswith("serial:"):
        yield "Check that the cable carries data back (the printer's TXD), and that both ends have the same baud rate."
    elif url.startswith("usb:"):
        yield "Set the printer to the two-way USB printer class, if its settings offer more than one."
    else:
        yield "Look whether its network card is set to one-way printing (LPD only)."


def _about_the_line(url: str, able: Abilities, flow: str | None) -> Iterator[str]:
    parts = urlsplit(url)
    if parts.scheme != "serial":
        return
    baud = int(parse_qs(parts.query).get("baud", [str(FAST_BAUD)])[-1])
    if baud < FAST_BAUD:
        yield (
            f"Raise the printer to {FAST_BAUD} baud, then give the address with ?baud={FAST_BAUD}: "
            f"at {baud} each KB takes {10_240 / baud:.1f} s."
        )
    if flow == "none" and not able.signs_completion:
        yield "Nothing on this cable holds the sender back: use one with RTS and CTS, or bytes may be lost."
    if parts.path.startswith("/dev/tty") and parts.path.rstrip("0123456789") != "/dev/ttyS":
        yield "Give the port by its name in /dev/serial/by-id: the number changes with the order of plugging in."


def _about_the_unit(url: str, able: Abilities) -> Iterator[str]:
    if not able.signs_completion:
        yield "It gives no sign of completion: look at the paper when a visitor says that none came out."
    if able.clear is Known.NO:
        yield "After an empty roll it first prints the rest of the old ticket: throw that piece away."
    if able.native_qr is Known.UNKNOWN:
        yield (
            "Whether it draws QR codes itself cannot be asked; they are sent as pictures. If its manual has GS ( k, "
            "say so with --set native_qr=yes and look at a sample."
        )
    if url.startswith("serial:") and not (able.nv_graphics.yes or able.ram_graphics.yes):
        yield "It keeps no pictures, so the fixed parts of a ticket are sent each time."
    if able.nv_graphics.yes and not able.fence.yes:
        yield "It keeps pictures but gives no sign behind them, so none are put there."
