"""How a number is said: as clips to join and as written words.

Arabic counts hundreds, units, tens, each after the first joined by «و»:

>>> number_clips(347, "ar")
('n300', 'and_n7', 'and_n40')
>>> number_words(347, "ar")
'ثلاثمئة وسبعة وأربعون'
>>> number_words(347, "en")
'three hundred and forty seven'
"""

from __future__ import annotations

import re

from display_board.voice.script import and_clip, script, unit_clip

LARGEST = 999
"""The largest number said as one number; a longer one is said digit by digit."""

_VOWEL_MARKS = re.compile("[\u064b-\u0652\u0670]")


def number_clips(number: int, language: str) -> tuple[str, ...]:
    """Return the clip ids that say `number` (0 or more) in `ar` or `en`; above 999 digit by digit.

    >>> number_clips(1047, "en")
    ('n1', 'n0', 'n4', 'n7')
    """
    if number < 0:
        raise ValueError(f"no ticket and no counter has the number {number}")
    if number > LARGEST:
        return tuple(unit_clip(int(digit)) for digit in str(number))
    return _arabic(number) if language == "ar" else _english(number)


def _arabic(number: int) -> tuple[str, ...]:
    hundreds, rest = number - number % 100, number % 100
    parts = [hundreds] if hundreds else []
    if rest < 20:
        parts += [rest] if rest or not parts else []
    else:
        parts += [part for part in (rest % 10, rest - rest % 10) if part]
    first, *others = parts
    return (unit_clip(first), *(and_clip(other) for other in others))


def _english(number: int) -> tuple[str, ...]:
    hundreds, rest = divmod(number, 100)
    head = (unit_clip(hundreds), "hundred") if hundreds else ()
    if hundreds and not rest:
        return head
    link = ("and",) if hundreds else ()
    if rest < 20:
        return (*head, *link, unit_clip(rest))
    tens, units = rest - rest % 10, rest % 10
    return (*head, *link, unit_clip(tens), *((unit_clip(units),) if units else ()))


def number_words(number: int, language: str) -> str:
    """Return `number` in words, Arabic without vowel marks: what an accessible screen and a log say."""
    texts = script(language)
    return _VOWEL_MARKS.sub("", " ".join(texts[clip] for clip in number_clips(number, language)))
