"""The `[messages]` of a set-up file: what must hold in the hall's own texts, and what it does not say itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter

from common.text.texts import texts
from contracts.words.visitor_messages import LANGUAGES, LONGEST_LETTERS, NEEDED, PLACEHOLDERS
from hall.settings.setup.check import Finding
from hall.settings.setup.entries import SetupEntry

Messages = Mapping[str, Mapping[str, str]]


def message_findings(setup: SetupEntry) -> list[Finding]:
    """Return everything that is wrong in the texts of the messages; an empty text is the usual one."""
    return [found for name, own in setup.messages.items() for found in _message(name, own)]


def messages_of(setup: SetupEntry) -> dict[str, dict[str, str]]:
    """Return the texts that are the hall's own, of a file in which nothing is wrong."""
    own = {
        name: {tag: text.strip() for tag, text in said.items() if text.strip() not in {"", usual_text(name, tag)}}
        for name, said in setup.messages.items()
    }
    return {name: said for name, said in own.items() if said}


def all_messages(own: Messages) -> dict[str, dict[str, str]]:
    """Return the text of every message: the hall's own, or the usual one."""
    return {
        name: {tag: own.get(name, {}).get(tag) or usual_text(name, tag) for tag in LANGUAGES} for name in PLACEHOLDERS
    }


def usual_text(name: str, language: str) -> str:
    """Return the text of a message where the hall has no own one."""
    return texts("hall", language)[f"message.{name}"]


def _message(name: str, own: Mapping[str, str]) -> Iterator[Finding]:
    if name not in PLACEHOLDERS:
        yield Finding(f"messages.{name}", f"expected one of {', '.join(PLACEHOLDERS)}")
        return
    for language, text in own.items():
        key = f"messages.{name}.{language}"
        if language not in LANGUAGES:
            yield Finding(key, f"messages are written in {', '.join(LANGUAGES)}")
        elif text.strip():
            yield from _text(name, text, key)


def _text(name: str, text: str, key: str) -> Iterator[Finding]:
    known = ", ".join(f"{{{one}}}" for one in PLACEHOLDERS[name])
    if len(text) > LONGEST_LETTERS:
        yield Finding(key, f"at most {LONGEST_LETTERS} letters, got {len(text)}")
    try:
        parts = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        parts = None
    if parts is None or "{{" in text or "}}" in text:
        yield Finding(key, f"a brace stands alone; placeholders are {known}", code="placeholder")
        return
    if any(field not in PLACEHOLDERS[name] or spec or conversion for field, spec, conversion in parts):
        yield Finding(key, f"the placeholders of this message are {known}", code="placeholder")
    for needed in NEEDED[name]:
        if needed not in [field for field, *_ in parts]:
            yield Finding(key, f"{{{needed}}} is missing: the visitor needs it", code="placeholder")
