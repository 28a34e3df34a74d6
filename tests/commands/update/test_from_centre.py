"""The update from the centre: what ends it before it begins, and what the centre hears of each fault."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.update.command import run


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """Put back the handlers that the command sets."""
    before = [(number, signal.getsignal(number)) for number in (signal.SIGTERM, signal.SIGHUP)]
    yield
    for number, handler in before:
        signal.signal(number, handler)


@pytest.mark.parametrize(
    ("database", "why"),
    [("", "there is no database"), ("postgresql://127.0.0.1:9/hall", "the hall's database cannot be read")],
    ids=["no file", "no server"],
)
def test_without_its_database_it_ends_with_a_sentence_and_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], database: str, why: str
) -> None:
    settings, token = tmp_path / "hall.toml", tmp_path / "token"
    token.write_text("a", encoding="utf-8")
    lines = [f'data = "{tmp_path}/data"', 'centre = "http://127.0.0.1:9"', f'centre_token_file = "{token}"']
    lines += [f'database = "{database}"'] if database else []
    settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run(["--from-centre", "--config", str(settings), "--root", str(tmp_path / "opt")]) == 2
    assert why in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == [settings, token]
