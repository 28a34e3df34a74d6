"""What a set-up file's texts must not hold, whatever they are for: what no screen shows, and texts without end."""

from __future__ import annotations

from collections.abc import Iterator

from common.text.hidden_signs import unseen_signs
from hall.settings.setup.check import Finding

LONGEST_LETTERS = 1000
"""Far beyond any name or notice; a longer text is a slip of the hand, and would be on every screen."""


def text_findings(value: object, key: str = "") -> Iterator[Finding]:
    """Yield one error for each text in a parsed file that cannot be stored (PostgreSQL knows no NUL) or shown."""
    match value:
        case dict():
            for name, item in value.items():
                yield from text_findings(item, f"{key}.{name}" if key else str(name))
        case list():
            for at, item in enumerate(value):
                yield from text_findings(item, f"{key}[{at}]")
        case str():
            yield from _one_text(value, key)


def _one_text(text: str, key: str) -> Iterator[Finding]:
    if key.startswith("brand.emblem."):
        return  # a file's content, which hall.settings.setup.brand checks
    if unseen := unseen_signs(text):
        named = ", ".join(f"U+{ord(c):04X}" for c in unseen)
        yield Finding(key, f"the text holds a character that no screen shows ({named}): write it again without")
    if len(text) > LONGEST_LETTERS:
        yield Finding(key, f"the text is too long ({len(text)} letters; at most {LONGEST_LETTERS})")
