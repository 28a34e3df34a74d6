"""The small client of the hall's contract, against a real hall, a silent one, a foreign server and none."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar, Response, get

from commands.hall_client import HallAwayError, HallClient, HallRefusedError
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread
from tests.helpers.served import served
from tests.helpers.silent_server import silent_server


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def test_a_post_is_done_once_under_its_key_and_a_refusal_has_its_code(hall: RunningHall) -> None:
    kiosk = HallClient(hall.base, hall.tokens["kiosk"])
    first = kiosk.post("/visits", {"service": "A"}, key="the-same-key-0001")
    assert kiosk.post("/visits", {"service": "A"}, key="the-same-key-0001") == first
    assert kiosk.post("/visits", {"service": "A"})["ticket"] == "A002"
    with pytest.raises(HallRefusedError, match="service") as refused:
        kiosk.post("/visits", {"service": "Z"})
    assert refused.value.status in {404, 422}
    assert refused.value.problem["code"] == refused.value.code
    kiosk.close()
    assert kiosk.get("/hall")["counters"]
    kiosk.close()


def test_nothing_to_call_is_none(hall: RunningHall) -> None:
    agent = HallClient(hall.base, hall.sign_in())
    assert agent.post("/counters/1/call-next") is None
    agent.close()


def test_a_connection_cut_before_the_answer_is_tried_again_with_the_same_key(hall: RunningHall) -> None:
    """A hall behind a line that breaks once: the request arrives, its answer does not."""
    keys: list[bytes] = []
    host, port = hall.base.removeprefix("http://").split(":")
    with socket.create_server(("127.0.0.1", 0)) as line:

        def carry() -> None:
            for broken in (True, False):
                near, _ = line.accept()
                with near, socket.create_connection((host, int(port))) as far:
                    asked = _whole(near)
                    keys.append(next(row for row in asked.split(b"\r\n") if row.startswith(b"Idempotency-Key")))
                    far.sendall(asked)
                    answer = _whole(far)
                    if not broken:
                        near.sendall(answer)

        thread = threading.Thread(target=carry)
        thread.start()
        client = HallClient(f"http://127.0.0.1:{line.getsockname()[1]}", hall.tokens["kiosk"])
        ticket = client.post("/visits", {"service": "A"})
        thread.join(60)
        client.close()
    assert ticket["ticket"] == "A001"
    assert keys[0] == keys[1]
    assert hall.issue()["ticket"] == "A002"


def _whole(end: socket.socket) -> bytes:
    """Return a request or an answer whose body is one JSON object."""
    heard = end.recv(65536)
    while not heard.endswith(b"}"):
        heard += end.recv(65536)
    return heard


def test_a_hall_that_is_away_or_silent_is_told_with_its_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        gone = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with pytest.raises(HallAwayError, match=f"{gone} does not answer"):
        HallClient(gone, "t").get("/hall")
    with silent_server() as silent, pytest.raises(HallAwayError, match="does not answer: timed out"):
        HallClient(silent, "t", timeout_s=0.05).get("/hall")


@pytest.mark.parametrize(
    "address", ["", "10.0.0.5:8080", "ftp://10.0.0.5", "http://", "http://hall:99999", "http://hall:x", "http://[::1"]
)
def test_what_is_no_address_is_told_so(address: str) -> None:
    with pytest.raises(HallAwayError, match="is no address"):
        HallClient(address, "t").get("/hall")


@pytest.mark.parametrize("status", [200, 302, 404, 500])
def test_a_server_that_is_no_hall_is_told_so(status: int) -> None:
    @get("/api/v1/hall")
    async def page() -> Response[str]:
        return Response("<h1>printer</h1>", status_code=status, media_type="text/plain")

    @get("/api/v1/other")
    async def other() -> Response[dict[str, str]]:
        return Response({"error": "not here"}, status_code=404)

    app = Litestar([page, other], openapi_config=None)
    with served(app) as address:
        client = HallClient(address, "t")
        with pytest.raises(HallAwayError, match=rf"{address} \(status {status}\) is no hall service"):
            client.get("/hall")
        with pytest.raises(HallAwayError, match="is no hall service"):
            client.get("/other")
        client.close()
