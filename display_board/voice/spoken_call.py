"""The spoken words of one call, as a row of clips and pauses in each language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from display_board.voice.script import GO_TO_COUNTER, HOLDER, letter_clip
from display_board.voice.spoken_number import number_clips

CHIME = "chime"
"""The clip that comes first; it belongs to no voice."""

GAP_MS = 40
"""Between two clips of one phrase."""
BREATH_MS = 250
"""Between ticket number and request, and after the chime."""
LANGUAGE_GAP_MS = 600
"""Between two languages."""

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Clip:
    """One clip of a language's voice; the chime has no language."""

    name: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence of `ms` milliseconds."""

    ms: int


Part = Clip | Pause


def ticket_clips(ticket: str, language: str) -> tuple[str, ...]:
    """Return the clip ids of a ticket number: letters by name, the running number without leading zeros.

    Signs between them (a hyphen, a space) are not said; digits of any script are.

    >>> ticket_clips("A047", "ar")
    ('letter_a', 'n7', 'and_n40')
    >>> ticket_clips("ب-٠٠٣", "en")
    ('letter_ba', 'n3')
    """
    names: list[str] = []
    for token in re.findall(r"\d+|\D", ticket):
        if _DIGITS.fullmatch(token):
            names += number_clips(int(token), language)
        elif (letter := letter_clip(token)) is not None:
            names.append(letter)
    return tuple(names)


def phrase_parts(ticket: str, counter: int, language: str) -> tuple[Part, ...]:
    """Return the parts of «صاحب الرقم … يُرجى التوجه إلى النافذة رقم …», or of its English twin."""
    who = (HOLDER, *ticket_clips(ticket, language))
    where = (GO_TO_COUNTER, *number_clips(counter, language))
    return (*_spaced(who, language), Pause(BREATH_MS), *_spaced(where, language))


def call_parts(ticket: str, counter: int, languages: Sequence[str], *, chime: bool = True) -> tuple[Part, ...]:
    """Return all that sounds for one call: the chime (unless the hall has none), then the phrase in each language."""
    parts: list[Part] = [Clip(CHIME)] if chime else []
    for at, language in enumerate(languages):
        if parts:
            parts.append(Pause(LANGUAGE_GAP_MS if at else BREATH_MS))
        parts += phrase_parts(ticket, counter, language)
    return tuple(parts)


def _spaced(names: Sequence[str], language: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    for name in names:
        parts += [Pause(GAP_MS), Clip(name, language)]
    return tuple(parts[1:])
