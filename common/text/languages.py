"""What the programs know of languages: in which direction each is written and how it counts."""

from __future__ import annotations

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "he"})


LANGUAGE_NAMES = {"ar": "العربية", "en": "English", "ur": "اردو", "hi": "हिन्दी", "bn": "বাংলা", "fa": "فارسی"}
"""How a language calls itself; others are shown by their tag."""
VISITOR_LANGUAGES = ("ar", "en", "ur", "hi", "bn")
"""The languages in which visitors read kiosk, paper and phone."""
NOT_REVIEWED = frozenset({"ur", "hi", "bn"})
"""Languages whose texts no native speaker has reviewed; one who has signs by taking the tag out of here."""


def direction(language: str) -> str:
    """Return the writing direction of a language as HTML wants it.

    >>> direction("ar"), direction("en")
    ('rtl', 'ltr')
    """
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def plural(language: str, n: int) -> str:
    """Return the plural form (CLDR's name) of a whole number.

    >>> [plural("ar", n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 103)]
    ['zero', 'one', 'two', 'few', 'few', 'many', 'many', 'other', 'few']
    >>> [plural("en", n) for n in (0, 1, 2)]
    ['other', 'one', 'other']
    """
    if language != "ar":
        return "one" if n == 1 else "other"
    if n <= 2:
        return ("zero", "one", "two")[n]
    rest = n % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"
