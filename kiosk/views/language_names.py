"""How languages call themselves: said so that whoever speaks one finds it, whichever is shown."""

from __future__ import annotations

LANGUAGE_NAMES = {"ar": "العربية", "en": "English", "ur": "اردو", "hi": "हिन्दी", "bn": "বাংলা", "fa": "فارسی"}
"""How a language calls itself; others are shown by their tag."""

LANGUAGE_WORDS = {
    "ar": "اللغة · Language",
    "en": "Language · اللغة",
    "ur": "زبان · Language",
    "hi": "भाषा · Language",
    "bn": "ভাষা · Language",
}
"""The button to all languages, by the language shown; English beside it, as its letters are known to most."""
