from __future__ import annotations

from pathlib import Path

from kiosk.offline.folder import default_folder


def test_each_kiosk_has_a_folder_of_its_own() -> None:
    assert default_folder("k-1/..", {"XDG_STATE_HOME": "/s"}) == Path("/s/dawr/kiosk/k-1")
    assert default_folder("k", {}).parts[-4:] == ("state", "dawr", "kiosk", "k")
