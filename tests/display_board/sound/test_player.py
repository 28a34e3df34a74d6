from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from display_board.sound.player import PlayerError, SystemPlayer, find_players
from display_board.sound.wave import silence, to_wav

pytestmark = pytest.mark.process

SOUND = to_wav([silence(100)])


def program(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return str(file)


def test_the_player_is_given_the_sound_as_a_file(tmp_path: Path) -> None:
    player = SystemPlayer([program(tmp_path, "p", f'cp "$1" {tmp_path}/heard.wav')])
    player.play(SOUND)
    assert (tmp_path / "heard.wav").read_bytes() == SOUND


def test_a_player_that_fails_gives_way_to_the_next_which_is_kept(tmp_path: Path) -> None:
    broken = program(tmp_path, "broken", f"echo x >> {tmp_path}/tries; echo no server >&2; exit 1")
    player = SystemPlayer([broken, program(tmp_path, "works", "exit 0")])
    player.play(SOUND)
    player.play(SOUND)
    assert (tmp_path / "tries").read_text() == "x\n"


def test_when_none_works_each_says_why(tmp_path: Path) -> None:
    player = SystemPlayer(
        [
            program(tmp_path, "one", "echo ALSA lib: a long way >&2; echo one: no card >&2; exit 1"),
            str(tmp_path / "two"),
        ]
    )
    with pytest.raises(PlayerError, match=r"^one: no card; two: .*No such file"):
        player.play(SOUND)


def test_a_player_that_hangs_is_ended(tmp_path: Path) -> None:
    player = SystemPlayer([program(tmp_path, "hangs", "exec sleep 60")], slack_s=0.1)
    with pytest.raises(PlayerError, match="did not end"):
        player.play(SOUND)


def test_stopping_ends_the_sound_at_once(tmp_path: Path) -> None:
    fifo = tmp_path / "began"
    os.mkfifo(fifo)
    player = SystemPlayer([program(tmp_path, "long", f"echo x > {fifo}; exec sleep 60")])
    errors: list[str] = []

    def play() -> None:
        try:
            player.play(SOUND)
        except PlayerError as error:
            errors.append(str(error))

    thread = threading.Thread(target=play)
    begun = time.monotonic()
    thread.start()
    fifo.read_text()  # returns when the player has begun
    player.stop()
    thread.join()
    assert time.monotonic() - begun < 30
    assert errors
    with pytest.raises(PlayerError, match="ends"):
        player.play(SOUND)


def test_without_any_player_the_error_names_the_known_ones() -> None:
    with pytest.raises(PlayerError, match="pw-play, paplay or aplay"):
        SystemPlayer([]).play(SOUND)


def test_players_are_found_the_best_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "aplay", "exit 0")
    program(tmp_path, "pw-play", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [Path(path).name for path in find_players()] == ["pw-play", "aplay"]
