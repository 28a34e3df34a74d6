"""The `[messages]` of a set-up file: what must hold in the hall's own texts, and what it does not say itself."""

from __future__ import annotations

from contracts.words.visitor_messages import message_problems, own_messages
from hall.settings.setup.check import Finding
from hall.settings.setup.entries import SetupEntry


def message_findings(setup: SetupEntry) -> list[Finding]:
    """Return everything that is wrong in the texts of the messages; an empty text is the usual one."""
    return [Finding(one.key, one.text, code=one.code) for one in message_problems(setup.messages)]


def messages_of(setup: SetupEntry) -> dict[str, dict[str, str]]:
    """Return the texts that are the hall's own, of a file in which nothing is wrong."""
    return own_messages(setup.messages)
