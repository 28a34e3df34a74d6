"""Texts of pages, papers and messages: one JSON file for each family and language under assets/i18n."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from common.text.languages import plural

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "i18n"


@dataclass(frozen=True)
class Texts:
    """The texts of one family in one language, by id: a text, its plural forms by CLDR's names, or a list."""

    language: str
    words: Mapping[str, str | Mapping[str, str] | Sequence[str]]

    def __getitem__(self, key: str) -> str:
        """Return a text; KeyError when there is none."""
        return str(self.words[key])

    def counted(self, key: str, n: int) -> str:
        """Return a text in the form that the number `n` asks for, still with its fields in braces."""
        forms = self.words[key]
        return str(forms.get(plural(self.language, n)) or forms["other"]) if isinstance(forms, Mapping) else str(forms)

    def listed(self, key: str) -> Sequence[str]:
        """Return a list of texts, as of weekdays or months."""
        found = self.words[key]
        if isinstance(found, str | Mapping):
            raise TypeError(f"{key} is no list")
        return found


@cache
def texts(family: str, language: str) -> Texts:
    """Return the texts of one family in one language, read once; raises OSError when there is no such file."""
    return Texts(language, json.loads((FOLDER / f"{family}_{language}.json").read_text(encoding="utf-8")))
