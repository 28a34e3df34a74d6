"""Sentences about the set-up of halls, in the words of the halls' own pages."""

from __future__ import annotations

import re
from datetime import date

from central.web.texts import Texts
from common.text.digits import quoted
from contracts.administration.changes import SettingsDifference
from web.texts import texts as web_texts


class SetUpTexts:
    """The words of one language for parts of the set-up and for what differs in them."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._words = web_texts(texts.language)

    def __getitem__(self, key: str) -> str:
        """Return a text of the halls' pages."""
        return self._words[key]

    def difference(self, one: SettingsDifference) -> str:
        """Return one difference as a sentence."""
        what = self._words[f"settings.section.{one.section}"]
        if one.key:
            what = f"{what} {quoted(self._texts.name(one.names, one.key))}"
        if one.act != "changed":
            return self._words[f"settings.{one.act}"].format(what=what)
        field = self._words.get(f"settings.field.{one.field.replace('.', '_')}", quoted(one.field))
        before, after = self._value(one.before), self._value(one.after)
        return self._words["settings.changed"].format(what=what, field=field, before=before, after=after)

    def _value(self, text: str) -> str:
        if text in {"", "True", "False"}:
            return self._words[{"": "settings.nothing", "True": "settings.yes", "False": "settings.no"}[text]]
        return self._texts.day(date.fromisoformat(text)) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else quoted(text)
