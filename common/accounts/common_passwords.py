"""Say whether a password is among those that are tried first: common ones, repetitions, rows of keys, our own words.

The parts that anybody guesses are taken out; what is left must be long enough to be worth guessing.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

LEAST_LEFT = 8
"""Letters and digits that must be left."""
SHORTEST_RUN = 3

RUNS = (
    "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azerty", "qwertz",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0",
    "qazwsxedcrfvtgbyhnujmikolp",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
)  # fmt: skip
"""Alphabets and rows of keyboards; also backwards."""


_LEET = str.maketrans("0134578", "oieastb")


def _letters(text: str) -> str:
    """Return letters and digits in lower case, without marks: é is e, and each alef is the bare one."""
    return "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if one.isalnum())


COMMON = frozenset(map(_letters, Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split()))
"""Words of the commonest passwords and of this product and ministry."""
_WORDS = re.compile("|".join(sorted(COMMON, key=len, reverse=True)))
_REPEATED = re.compile(r"(.+?)\1+")


def is_easy(password: str) -> bool:
    """Return whether too little is left of a password once its common parts are taken out.

    >>> [is_easy(one) for one in ("passwordpassword", "1234567890123456", "Muscat-Ministry-2026!", "xkxkxkxkxkxkxkxk")]
    [True, True, True, True]
    >>> is_easy("seven quiet lamps by the sea")
    False
    """
    return len(left_of(password)) < LEAST_LEFT


def left_of(password: str) -> str:
    """Return the letters and digits that belong to no common word, no run and no repetition."""
    text = _without_runs(_letters(password))
    text = re.sub(r"(19|20)\d\d", " ", text).translate(_LEET)
    text = _WORDS.sub(" ", text)
    # Spaces stand where a part was taken out: they keep the rest from growing together.
    return "".join(_REPEATED.sub(r"\1", part) for part in text.split())


def _without_runs(text: str) -> str:
    """Return the text with a space in place of each run of an alphabet or a row of keys."""
    kept, at = [], 0
    while at < len(text):
        length = _run_at(text, at)
        kept.append(" " if length >= SHORTEST_RUN else text[at])
        at += length if length >= SHORTEST_RUN else 1
    return "".join(kept)


def _run_at(text: str, at: int) -> int:
    """Return how many characters from `at` on follow a run or its reverse."""
    length = 1
    while at + length < len(text) and _is_run(text[at : at + length + 1]):
        length += 1
    return length


def _is_run(part: str) -> bool:
    return any(part in run or part[::-1] in run for run in RUNS)
