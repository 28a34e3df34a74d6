from __future__ import annotations

import pytest

from display_board.sound.player import PlayerError
from display_board.sound.recording_player import RecordingPlayer


def test_the_recording_player_keeps_what_sounded_in_order() -> None:
    player = RecordingPlayer()
    player.play(b"one")
    player.play(b"two")
    assert (player.played, player.overlaps) == ([b"one", b"two"], 0)


def test_it_fails_on_request_and_after_stop() -> None:
    player = RecordingPlayer()
    player.fail = True
    with pytest.raises(PlayerError):
        player.play(b"one")
    player.fail = False
    player.stop()
    with pytest.raises(PlayerError):
        player.play(b"two")
    assert player.played == []
