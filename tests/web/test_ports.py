"""What the pages need from their server, as a real hall answers it: who looks at a page."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
import requests

from tests.helpers.hall_in_a_thread import hall_in_a_thread
from web.ports import Viewer


def test_a_viewer_cannot_be_given_another_role() -> None:
    viewer = Viewer("head", "Muna")
    with pytest.raises(FrozenInstanceError):
        viewer.role = "admin"  # type: ignore[misc]  # that is what must not go


def test_nobody_is_found_without_a_session_and_the_head_with_one(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall, requests.Session() as browser:
        nobody = browser.get(f"{hall.base}/head", timeout=60, allow_redirects=False)
        browser.post(f"{hall.base}/api/v1/session", json={"token": hall.tokens["head"]}, timeout=60)
        head = browser.get(f"{hall.base}/head", timeout=60, allow_redirects=False)
    assert nobody.status_code != 200
    assert head.status_code == 200
