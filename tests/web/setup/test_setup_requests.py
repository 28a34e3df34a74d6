"""What the set-up page's server answers, also to requests that no page of ours sends."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.helpers.served import served
from tests.helpers.setup_server import Bench
from web.setup_page import setup_app


@pytest.mark.parametrize(
    ("what", "body", "status", "problem"),
    [
        ("check", b"{", 400, "not JSON"),
        ("check", b"\xff\xfe", 400, "not JSON"),
        ("check", b"[]", 400, "not a form"),
        ("check", b"x" * 2_100_000, 413, "too much at once"),
        ("dance", b"{}", 404, "no such question: dance"),
        ("sample", b'{"paper_mm": "wide"}', 400, "paper_mm"),
        ("check", b'{"services": 7, "hall": []}', 400, "not a form"),
    ],
)
def test_what_no_page_of_ours_asks_is_refused_in_words(
    address: str, what: str, body: bytes, status: int, problem: str
) -> None:
    answer = requests.post(f"{address}/ask/{what}", data=body, timeout=60)
    assert (answer.status_code, problem in answer.json()["problem"]) == (status, True), answer.text


def test_an_empty_form_has_problems_and_is_not_saved(address: str, out: Path) -> None:
    told = requests.post(f"{address}/ask/check", data=b"{}", timeout=60).json()
    assert {problem["key"] for problem in told["problems"]} >= {"hall.code"}
    assert "problem" in requests.post(f"{address}/ask/save", data=b"{}", timeout=60).json()
    assert not out.exists()


def test_a_call_is_heard_where_there_are_clips_and_missing_where_there_are_none(address: str) -> None:
    heard = requests.get(f"{address}/voice.wav?lang=ar", timeout=60)
    assert (heard.status_code, heard.headers["content-type"], heard.content[:4]) == (200, "audio/wav", b"RIFF")
    assert requests.get(f"{address}/voice.wav?lang=en", timeout=60).status_code == 404


def test_a_name_in_the_catalogue_cannot_close_the_script_it_is_in(out: Path) -> None:
    class Sly(Bench):
        def catalogue(self) -> dict[str, Any]:
            return {**super().catalogue(), "first": ["</script><script>alert(1)</script>"]}

    with served(setup_app(Sly(out))) as address:
        page = requests.get(address, timeout=60)
    assert "</script><script>alert" not in page.text
    assert "default-src 'self'" in page.headers["content-security-policy"]


def test_a_strange_page_cannot_ask_in_the_technicians_name(address: str) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
        answer = requests.post(f"{address}/ask/save", data=b"{}", headers=headers, timeout=60)
        assert answer.status_code == 403, headers


def test_a_question_that_is_cut_off_is_no_mistake_of_the_page(out: Path) -> None:
    sent: list[Any] = []
    scope = {
        "type": "http", "method": "POST", "path": "/ask/check", "raw_path": b"/ask/check", "query_string": b"",
        "root_path": "", "headers": [(b"host", b"127.0.0.1:8095"), (b"content-length", b"500")],
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    with ThreadPoolExecutor(1) as thread:  # the browser's loop runs in this one
        thread.submit(lambda: asyncio.run(setup_app(Bench(out))(scope, receive, send))).result()
    assert sent[0]["status"] == 400
