"""The name of each language in that language, so that its speaker finds it whichever language is shown."""

from __future__ import annotations

from common.text.languages import LANGUAGE_NAMES

__all__ = ["LANGUAGE_NAMES", "LANGUAGE_WORDS"]

LANGUAGE_WORDS = {
    "ar": "اللغة · Language",
    "en": "Language · اللغة",
    "ur": "زبان · Language",
    "hi": "भाषा · Language",
    "bn": "ভাষা · Language",
}
"""The button to all languages, by the language shown; English beside it, as its letters are known to most."""
