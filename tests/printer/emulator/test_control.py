from __future__ import annotations

import json
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from printer.emulator.control import Control
from printer.emulator.hardware.mechanism import MemoryPrinter
from printer.emulator.server import Emulator


@pytest.fixture
def control() -> Iterator[tuple[Control, MemoryPrinter]]:
    printer = MemoryPrinter()
    made = Control(Emulator(printer))
    yield made, printer
    made.close()


def call(control: Control, path: str, body: object = None) -> tuple[int, bytes]:
    data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{control.port}{path}", data)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_the_state_is_told_and_an_act_changes_it(control: tuple[Control, MemoryPrinter]) -> None:
    status, body = call(control[0], "/printer")
    assert (status, json.loads(body)["cover_open"], json.loads(body)["paper_mm"]) == (200, False, 72)
    status, body = call(control[0], "/acts", {"act": "cover-open"})
    assert (status, json.loads(body)["cover_open"]) == (200, True)
    assert control[1].sensors.cover_open


def test_an_act_can_wait_for_bytes_and_say_how_much_paper(control: tuple[Control, MemoryPrinter]) -> None:
    call(control[0], "/acts", {"act": "paper-low", "mm": 20, "after_bytes": 3})
    assert not control[1].roll.near_end
    control[1].take(b"\x1bJ\x08")
    assert json.loads(call(control[0], "/printer")[1])["paper_left_mm"] == 19


def test_the_paper_is_a_picture_as_soon_as_there_is_one(control: tuple[Control, MemoryPrinter]) -> None:
    assert call(control[0], "/paper.png")[0] == 404
    control[1].take(b"\x1bJ\x20")
    status, body = call(control[0], "/paper.png")
    assert (status, body[:4]) == (200, b"\x89PNG")


@pytest.mark.parametrize(
    ("path", "body", "status", "reason"),
    [
        ("/acts", b"nonsense", 400, "not JSON"),
        ("/acts", ["cover-open"], 400, "send an object"),
        ("/acts", {"act": "dance"}, 400, "'dance' is unknown; the words are: "),
        ("/acts", {"act": "refill", "mm": "much"}, 400, "mm is a number"),
        ("/acts", b'{"act": "refill", "mm": 1e999}', 400, "at most 1000000 mm"),
        ("/acts", {"act": "refill", "after_bytes": 1.5}, 400, "a whole number"),
        ("/acts", {"act": "refill", "amount": 1}, 400, "unknown: amount"),
        ("/acts", b"x" * 5000, 400, "at most 4096 bytes"),
        ("/elsewhere", {}, 404, "acts go to /acts"),
        ("/elsewhere", None, 404, "/printer and /paper.png are"),
    ],
)
def test_what_it_does_not_understand_it_refuses_and_says_why(
    control: tuple[Control, MemoryPrinter], path: str, body: object, status: int, reason: str
) -> None:
    answered, said = call(control[0], path, body)
    assert answered == status
    assert reason in json.loads(said)["error"]


def test_a_port_that_is_taken_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        Control(Emulator(MemoryPrinter()), taken.getsockname()[1])
