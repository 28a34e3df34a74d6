"""Access tokens from the command line: listed, with an end, and withdrawn while the centre runs."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
import requests

from commands.central.command import run
from tests.helpers.centre import running_centre

WITHIN_S = 5


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run a command that must succeed and return what it printed."""
    assert run(argv) == 0, capsys.readouterr().err
    return capsys.readouterr().out.strip()


def status(address: str, token: str, path: str = "/v1/figures") -> int:
    with requests.Session() as session:
        session.trust_env = False
        headers = {"Authorization": f"Bearer {token}"}
        return session.get(address + path, headers=headers, timeout=60, allow_redirects=False).status_code


@pytest.mark.parametrize("kind", [["reader"], pytest.param(["reader", "--acts"], marks=pytest.mark.full)])
def test_a_withdrawn_token_stops_working_in_a_running_centre(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: list[str]
) -> None:
    place = ["--data", str(tmp_path)]
    token = printed(capsys, *kind, "--name", "analyst", *place)
    kept = printed(capsys, *kind, "--name", "wall", *place)
    with running_centre(tmp_path) as centre:
        address = centre.url
        assert status(address, token) == 200
        assert printed(capsys, "revoke", "--name", "analyst", *place) == "1 token revoked"
        revoked_at = time.monotonic()
        while status(address, token) != 401:
            assert time.monotonic() < revoked_at + WITHIN_S
        assert status(address, kept) == 200


def test_tokens_are_listed_with_kind_end_and_state(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--data", str(tmp_path)]
    printed(capsys, "enrol", "--hall", "1", *place)
    printed(capsys, "reader", "--name", "analyst", *place)
    printed(capsys, "reader", "--name", "clerk", "--acts", "--days", "7", *place)
    printed(capsys, "platform", "--name", "portal", *place)
    printed(capsys, "revoke", "--name", "portal", *place)
    listed = json.loads(printed(capsys, "tokens", "--json", *place))
    shown = {one["name"]: (one["kind"], one["hall"], one["state"]) for one in listed}
    assert shown == {
        "command line": ("hall", "1", "valid"), "analyst": ("reader", None, "valid"),
        "clerk": ("acts", None, "valid"), "portal": ("platform", None, "revoked"),
    }  # fmt: skip
    days = {one["name"]: one["expires_at"] and one["expires_at"][:10] != one["created_at"][:10] for one in listed}
    assert days == {"command line": None, "analyst": True, "clerk": True, "portal": True}
    lines = printed(capsys, "tokens", *place).splitlines()
    assert len(lines) == 4
    assert all(re.search(r"analyst.*reader.*valid until \d{4}-\d\d-\d\d.*never used", one) for one in lines[1:2])


@pytest.mark.parametrize(
    ("argv", "problem"),
    [
        (["revoke"], "--hall or --name"),
        (["revoke", "--name", "nobody"], "no valid token has the name 'nobody'"),
        (["reader", "--name", "x", "--days", "0"], "1 to 3650"),
        (["platform", "--name", "x", "--days", "9999"], "1 to 3650"),
    ],
)
def test_wrong_use_of_token_commands_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], argv: list[str], problem: str
) -> None:
    assert run([*argv, "--data", str(tmp_path)]) == 2
    assert problem in capsys.readouterr().err
