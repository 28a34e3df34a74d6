"""Texts of the messages to visitors' telephones: which there are, what stands in them, and what must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter

from common.text.texts import texts
from contracts.words.lists import ListProblem

Messages = Mapping[str, Mapping[str, str]]
"""Texts by message and language."""

LANGUAGES = ("ar", "en")
"""In which the hall writes; the first is the one for everybody whose own language it does not write."""
PLACEHOLDERS = {
    "turn": ("hall", "ticket", "ahead"),
    "next": ("hall", "ticket"),
    "called": ("hall", "ticket", "counter"),
    "reply": ("hall", "number", "text"),
}
"""Each message, and what the hall writes in place of the names in braces."""
NEEDED = {"turn": ("ticket",), "next": ("ticket",), "called": ("ticket", "counter"), "reply": ("text",)}
"""What a visitor must read in each."""
LONGEST_LETTERS = 300
"""A longer text is five or more short messages to pay for."""


def own_messages(said: Messages) -> dict[str, dict[str, str]]:
    """Return the texts that are not the usual ones."""
    own = {
        name: {tag: text.strip() for tag, text in one.items() if text.strip() not in {"", usual_text(name, tag)}}
        for name, one in said.items()
    }
    return {name: one for name, one in own.items() if one}


def all_messages(own: Messages) -> dict[str, dict[str, str]]:
    """Return the text of every message: the own one, or the usual one."""
    return {
        name: {tag: own.get(name, {}).get(tag) or usual_text(name, tag) for tag in LANGUAGES} for name in PLACEHOLDERS
    }


def usual_text(name: str, language: str) -> str:
    """Return the text of a message where nobody wrote another one."""
    return texts("hall", language)[f"message.{name}"]


def message_problems(messages: Messages) -> Iterator[ListProblem]:
    """Yield everything that is wrong in texts; an empty one is the usual one."""
    for name, own in messages.items():
        if name not in PLACEHOLDERS:
            yield ListProblem(f"messages.{name}", f"expected one of {', '.join(PLACEHOLDERS)}", "")
            continue
        for language, text in own.items():
            key = f"messages.{name}.{language}"
            if language not in LANGUAGES:
                yield ListProblem(key, f"messages are written in {', '.join(LANGUAGES)}", "")
            elif text.strip():
                yield from _text(name, text, key)


def _text(name: str, text: str, key: str) -> Iterator[ListProblem]:
    known = ", ".join(f"{{{one}}}" for one in PLACEHOLDERS[name])
    if len(text) > LONGEST_LETTERS:
        yield ListProblem(key, f"at most {LONGEST_LETTERS} letters, got {len(text)}", "long")
    try:
        parts = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        parts = None
    if parts is None or "{{" in text or "}}" in text:
        yield ListProblem(key, f"a brace stands alone; placeholders are {known}", "placeholder")
        return
    if any(field not in PLACEHOLDERS[name] or spec or conversion for field, spec, conversion in parts):
        yield ListProblem(key, f"the placeholders of this message are {known}", "placeholder")
    for needed in NEEDED[name]:
        if needed not in [field for field, *_ in parts]:
            yield ListProblem(key, f"{{{needed}}} is missing: the visitor needs it", "placeholder")
