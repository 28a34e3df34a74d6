"""A program replaces in its token's file only what it was started with or has written."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.files.token_file import TokenFile


def test_the_next_token_replaces_what_the_program_was_started_with_and_what_it_wrote(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.token"
    path.write_text("first\n", encoding="utf-8")
    file = TokenFile(path, "first")
    assert file.replace("second")
    assert path.read_text(encoding="utf-8") == "second"
    assert not file.replace("second"), "the file has it"
    assert file.replace("third"), "a hall with another key gives another one"
    assert path.read_text(encoding="utf-8") == "third"


def test_a_token_of_another_program_or_of_a_new_pairing_stays(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.token"
    path.write_text("of the new pairing", encoding="utf-8")
    assert not TokenFile(path, "first").replace("second")
    assert path.read_text(encoding="utf-8") == "of the new pairing"


def test_a_file_that_was_removed_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.token"
    with pytest.raises(FileNotFoundError):
        TokenFile(path, "first").replace("second")
    assert not path.exists()
