"""The demo's parts without a window, started in a folder: what they are, and the message when one cannot start."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.demo import tokens
from commands.demo.processes import DemoParts, start_parts
from commands.demo.tokens import DemoTokens
from commands.hall_client import HallClient
from commands.runtime.process_group import Family, FamilyError
from hall.settings.setup.file import SetupError


def test_the_head_page_carries_its_token_where_no_server_sees_it() -> None:
    parts = DemoParts("http://127.0.0.1:8080", "http://127.0.0.1:8081", DemoTokens(head="secret"))
    assert parts.head_page == "http://127.0.0.1:8080/enter#secret"


@pytest.mark.full
def test_centre_and_hall_answer_and_the_hall_is_enrolled_at_the_centre(tmp_path: Path) -> None:
    with Family(tmp_path / "logs") as family:
        parts = start_parts(family, tmp_path, "small", 0, None)
        assert [member.name for member in family.members] == ["central", "hall"]
        assert parts.tokens == tokens.load(tmp_path)
        assert sorted(parts.tokens.counters) == ["1", "2", "3"]
        assert parts.tokens.centre
        head = HallClient(parts.hall, parts.tokens.head)
        assert head.get("/day")["state"] == "open"
        head.close()
    assert family.members == []


def test_a_set_up_file_that_is_no_hall_is_told_and_what_was_started_can_end(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_text("[hall]\ncode = 7\n")
    with Family(tmp_path / "logs") as family, pytest.raises(SetupError, match=r"hall\.toml"):
        start_parts(family, tmp_path, "small", 0, None)
    assert family.members == []


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    (tmp_path / "hall").write_text("a file where the hall's folder should be")
    with Family(tmp_path / "logs") as family, pytest.raises(FamilyError, match=r"main\.py admin: .*hall"):
        start_parts(family, tmp_path, "small", 0, None)
