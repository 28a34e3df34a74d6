"""What every paper beside tickets must have before it is laid out: a number that prints, an instant with its zone."""

from __future__ import annotations

from datetime import datetime

LONGEST_NUMBER = 64


class SlipError(ValueError):
    """The content cannot be such a paper; the text names what is wrong."""


def check_number(number: str) -> None:
    """Raise SlipError for a number that a printer's own letters cannot show: it is printed as it stands."""
    if not (number.isascii() and number.isprintable() and 0 < len(number) <= LONGEST_NUMBER):
        raise SlipError(f"number: {number!r} is not 1 to {LONGEST_NUMBER} printable ASCII characters")


def check_instant(name: str, at: datetime) -> None:
    """Raise SlipError, with the field's `name`, for an instant without a time zone."""
    if at.tzinfo is None:
        raise SlipError(f"{name}: has no time zone")
