"""Browsers keep scripts and styles, and ask whether they changed without loading them again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from litestar import Litestar

from tests.helpers.served import served
from web.local_app import local_app
from web.pages import static_routes
from web.service.static_files import static_files

FILES = ("/static/common/mark.svg", "/static/vendor/rapidoc/rapidoc-min.js")


@pytest.fixture(params=["hall", "local"])
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the address of the pages of a hall, and of a page for this machine alone."""
    hall = Litestar(static_routes(), openapi_config=None)
    with served(hall if request.param == "hall" else local_app([], {}, most_bytes=1)) as address:
        yield address


@pytest.mark.parametrize("path", FILES)
def test_a_file_that_did_not_change_is_not_sent_again(address: str, path: str) -> None:
    first = requests.get(address + path, timeout=60)
    assert (first.status_code, first.headers["Cache-Control"]) == (200, "no-cache")
    assert first.content
    for tags in (first.headers["ETag"], f'"other", W/{first.headers["ETag"]}'):
        again = requests.get(address + path, headers={"If-None-Match": tags}, timeout=60)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
        assert "Content-Length" not in again.headers


def test_one_connection_goes_on_after_an_answer_without_content(address: str) -> None:
    with requests.Session() as session:
        tag = session.get(address + FILES[0], timeout=60).headers["ETag"]
        assert session.get(address + FILES[0], headers={"If-None-Match": tag}, timeout=60).status_code == 304
        assert session.get(address + FILES[1], headers={"If-None-Match": tag}, timeout=60).status_code == 200


def test_a_file_that_changed_is_sent_again(tmp_path: Path) -> None:
    style = tmp_path / "page.css"
    style.write_text("a {}", encoding="utf-8")
    with served(Litestar([static_files("/static", [tmp_path])], openapi_config=None)) as address:
        tag = requests.get(f"{address}/static/page.css", timeout=60).headers["ETag"]
        style.write_text("b {}", encoding="utf-8")
        os.utime(style, (1, 1))
        again = requests.get(f"{address}/static/page.css", headers={"If-None-Match": tag}, timeout=60)
    assert (again.status_code, again.text) == (200, "b {}")
