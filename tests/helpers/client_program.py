"""A program beside the test that asks a hall: another process, as two counters are, with no lock in common."""

from __future__ import annotations

import sys

from tests.helpers.hall_in_a_thread import RunningHall

_ASK = """
import json, sys, urllib.error, urllib.request

base, token, *given = sys.argv[1:]

def ask(path, body=None):
    question = urllib.request.Request(base + "/api/v1" + path, None if body is None else json.dumps(body).encode())
    question.add_header("Authorization", "Bearer " + token)
    try:
        return json.load(urllib.request.urlopen(question, timeout=60))
    except urllib.error.HTTPError as refusal:
        return json.load(refusal)
"""


def client_program(script: str, hall: RunningHall, role: str, *given: str) -> list[str]:
    """Return the command line of a script that asks the hall in this role.

    The script has `ask(path, body)`, which returns the answer or the refusal, and its own arguments in `given`.
    """
    return [sys.executable, "-c", _ASK + script, hall.base, hall.tokens[role], *given]
