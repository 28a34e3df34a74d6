"""The centre's page texts in each language found in assets/i18n, Arabic first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

ASSETS = Path(__file__).parents[2] / "assets"
DEFAULT = "ar"
RIGHT_TO_LEFT = {"ar", "fa", "ur"}


@dataclass(frozen=True)
class Texts:
    """The texts of one language and how it shows numbers and times."""

    language: str
    words: Mapping[str, str]

    @property
    def direction(self) -> str:
        """Return the reading direction as HTML names it."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def name(self, names: Mapping[str, str], otherwise: str) -> str:
        """Return the name in this language, else in any, else `otherwise`."""
        return names.get(self.language) or next(iter(names.values()), "") or otherwise

    def duration(self, seconds: float | None) -> str:
        """Return a duration as people say it: seconds below a minute, else whole minutes; a dash for none."""
        if seconds is None:
            return "–"
        if seconds < 60:
            return self.words["seconds"].format(n=round(seconds))
        return self.words["minutes"].format(n=round(seconds / 60))

    def ago(self, instant: datetime | None, now: datetime) -> str:
        """Return how long ago `instant` was."""
        if instant is None:
            return self.words["never"]
        minutes = max(0, int((now - instant).total_seconds() // 60))
        if minutes < 1:
            return self.words["moments_ago"]
        if minutes < 60:
            return self.words["minutes_ago"].format(n=minutes)
        hours = minutes // 60
        return self.words["hours_ago"].format(n=hours) if hours < 48 else self.words["days_ago"].format(n=hours // 24)


def load_texts(folder: Path = ASSETS / "i18n") -> dict[str, Texts]:
    """Return the texts by language, the default language first."""
    found = {path.stem.removeprefix("centre_"): path for path in sorted(folder.glob("centre_*.json"))}
    order = sorted(found, key=lambda language: (language != DEFAULT, language))
    return {language: Texts(language, json.loads(found[language].read_text(encoding="utf-8"))) for language in order}
