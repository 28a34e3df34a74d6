"""How the board's texts are written: one language or two side by side, digits as the hall writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qtkit.language.language import Language

BOTH = "both"
"""Arabic first, English beside it."""


@dataclass(frozen=True)
class Wording:
    """The board's language setting over the program's language: `ar`, `en` or `both`."""

    language: Language
    setting: str

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the languages shown and spoken, in order."""
        return ("ar", "en") if self.setting == BOTH else (self.setting,)

    def label(self, translated: str, english: str) -> str:
        """Return a label: `translated`, with `english` beside it where both languages are shown."""
        return f"{translated} · {english}" if self.setting == BOTH else translated

    def pair(self, translated: str, english: str) -> tuple[str, ...]:
        """Return a label by its lines: `translated`, with `english` under it where both languages are shown."""
        return (translated, english) if self.setting == BOTH else (translated,)

    def text(self, tag: str, context: str, source: str) -> str:
        """Return a text in `tag`, one of the languages shown, with its digits as the hall writes them in that one."""
        text = self.language.text_in(tag, context, source)
        return self.language.number(text) if tag == self.language.tag else text

    def name(self, names: Mapping[str, str]) -> str:
        """Return a name in the board's language or languages."""
        texts = [names[tag] for tag in self.tags if names.get(tag)]
        return " · ".join(dict.fromkeys(texts)) if texts else self.language.pick(dict(names))

    def number(self, text: str | int) -> str:
        """Return a ticket or counter number in the hall's digits."""
        return self.language.number(text)
