"""What is sent to an LED counter sign so that it shows a number: one frame, made from the model's template.

No two makers agree, so a model is one line of text. Braces hold what changes or cannot be typed:
`{STX}` and the other control signs, `{0x9F}` any byte, `{addr:02d}` the sign's address, `{num:>4}` the digits of the
ticket, `{ticket:>5}` the whole ticket number, `{xor}` and `{sum}` a check byte over all before it but the first byte
(`{xor:hex}` as two hexadecimal digits). Doubled braces stand for themselves.

>>> template = read_template("{STX}{addr:02d}{num:>4}{ETX}{xor}")
>>> frame_for(template, address=3, ticket="A047").hex(" ")
'02 30 33 20 30 34 37 03 13'
"""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter

from common.text.digits import WESTERN, in_digits

CONTROLS = {"NUL": 0, "SOH": 1, "STX": 2, "ETX": 3, "EOT": 4, "ENQ": 5, "ACK": 6, "LF": 10, "CR": 13, "ESC": 27}
FIELDS = frozenset({"addr", "num", "ticket"})
CHECKS = frozenset({"xor", "sum"})
LARGEST_ADDRESS = 255


class SignTemplateError(ValueError):
    """A template cannot be used; the text names the part that is wrong and what is known."""


class SignFrameError(ValueError):
    """A number cannot be shown on this sign; the text says why."""


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """One piece of a template: literal bytes, or the field or check `name` written as `form` says."""

    literal: bytes = b""
    name: str = ""
    form: str = ""


SignTemplate = tuple[TemplatePart, ...]


def read_template(text: str) -> SignTemplate:
    """Return the template that `text` says; raise SignTemplateError naming what is wrong in it."""
    try:
        pieces = list(Formatter().parse(text))
    except ValueError as error:
        raise SignTemplateError(f"{text!r}: {error}") from error
    parts: list[TemplatePart] = []
    for literal, name, form, conversion in pieces:
        if literal:
            parts.append(TemplatePart(_ascii(literal, SignTemplateError)))
        if name is not None:
            parts.append(_part(name, form or "", conversion))
    if not any(part.name in {"num", "ticket"} for part in parts):
        raise SignTemplateError(f"{text!r}: neither {{num}} nor {{ticket}} is in it, so it would show nothing")
    return tuple(parts)


def frame_for(template: SignTemplate, *, address: int, ticket: str) -> bytes:
    """Return the bytes that make the sign at `address` show `ticket`; raise SignFrameError where it cannot.

    An empty ticket is a dark sign: its field is spaces.
    """
    if not 0 <= address <= LARGEST_ADDRESS:
        raise SignFrameError(f"address {address}: a sign's address is 0 to {LARGEST_ADDRESS}")
    frame = b""
    for part in template:
        frame += part.literal or _written(part, frame, address, ticket)
    return frame


def _part(name: str, form: str, conversion: str | None) -> TemplatePart:
    if conversion:
        raise SignTemplateError(f"{{{name}!{conversion}}}: a sign template has no conversions")
    if name in CONTROLS or re.fullmatch(r"0x[0-9A-Fa-f]{2}", name):
        return TemplatePart(bytes([CONTROLS[name] if name in CONTROLS else int(name, 16)]))
    if name in CHECKS and form in {"", "hex"}:
        return TemplatePart(name=name, form=form)
    if name not in FIELDS:
        known = ", ".join([*sorted(FIELDS), *sorted(CHECKS), *CONTROLS, "0xNN"])
        raise SignTemplateError(f"{{{name}{':' + form if form else ''}}}: known are {known}")
    try:
        format(7 if name == "addr" else "A007", form)
    except ValueError as error:
        raise SignTemplateError(f"{{{name}:{form}}}: {error}") from error
    return TemplatePart(name=name, form=form)


def check_bytes(part: TemplatePart, before: bytes) -> bytes:
    """Return what the check `part` is after the bytes `before` it in its frame."""
    check = _check(part.name, before[1:])
    return f"{check:02X}".encode() if part.form == "hex" else bytes([check])


def _written(part: TemplatePart, before: bytes, address: int, ticket: str) -> bytes:
    if part.name in CHECKS:
        return check_bytes(part, before)
    if part.name == "addr":
        return format(address, part.form).encode()
    shown = ticket if part.name == "ticket" else "".join(letter for letter in ticket if letter.isdecimal())
    width = re.search(r"\d+$", part.form)
    if width and len(shown) > int(width[0]):
        raise SignFrameError(f"{shown} has {len(shown)} characters, the sign shows {int(width[0])}")
    return _ascii(format(shown, part.form), SignFrameError)


def _check(name: str, over: Sequence[int]) -> int:
    return functools.reduce(operator.xor, over, 0) if name == "xor" else sum(over) % 256


def _ascii(text: str, error: type[SignTemplateError | SignFrameError]) -> bytes:
    western = in_digits(text, WESTERN)
    if not western.isascii():
        raise error(f"{text!r}: a sign shows Latin letters and digits only; use {{num}} for the digits")
    return western.encode()
