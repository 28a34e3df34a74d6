"""The fake hall over real HTTP: commands with idempotency, the live link, and faults on request."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from contracts.codec.reader import to_json
from contracts.live import FactMessage, Snapshot
from contracts.queue.answers import Problem, SignedIn, VisitView
from contracts.words.hall import Lane, LaneReason, Outcome, VisitState
from tests.helpers.agent_figures import figures
from tests.helpers.fake_hall_state import COUNTER, DEVICE_TOKEN, FakeHallState
from tests.helpers.ports import free_port
from tests.helpers.refused import RefusedError

BASE = "/api/v1"
SIGN_OF_LIFE_S = 0.1


class FakeHall:
    """A hall at 127.0.0.1; `state` may be changed under `lock`.

    `commands` records each POST as (path, key, body). `lose_next_answer`: the next command is done and its answer lost.
    `silent`: the live link stays open and says nothing, as behind a pulled cable.
    `cut()` and `heal()` take the whole hall off the network and bring it back at the same port.
    """

    def __init__(self) -> None:
        self.state = FakeHallState()
        self.lock = threading.RLock()
        self.commands: list[tuple[str, str, dict[str, Any]]] = []
        self.lose_next_answer = False
        self.refuse_next: tuple[int, str] | None = None
        self.answers: dict[tuple[str, str], tuple[str, int, Any]] = {}
        self.sockets: set[socket.socket] = set()
        self.port = free_port()
        self.running = False
        self.silent = False
        self._server: _Server | None = None
        self.heal()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        """Return the words of all commands in order."""
        return [path.rpartition("/")[2] for path, _, _ in self.commands]

    def heal(self) -> None:
        self._server = _Server(("127.0.0.1", self.port), self)
        self.running = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def cut(self) -> None:
        self.running = False
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
        for open_socket in list(self.sockets):
            with suppress(OSError):
                open_socket.shutdown(socket.SHUT_RDWR)

    def do(self, path: str, body: dict[str, Any]) -> Any:
        """Do one command and return its answer; raise RefusedError."""
        if self.refuse_next is not None:
            status, code = self.refuse_next
            self.refuse_next = None
            raise RefusedError(status, code)
        state, parts = self.state, path.strip("/").split("/")
        if parts[0] == "visits":
            visit, word = parts[1], parts[2]
            moves = {
                "undo": lambda: state.undo(visit),
                "reinstate": lambda: state.reinstate(visit, body.get("reason")),
                "return-slip": lambda: state.print_slip(visit),
                "lane": lambda: state.change_lane(visit, Lane(body["lane"]), LaneReason(body["reason"])),
            }
            return moves[word]()
        if parts[0] == "enquiries":
            told, kind = state.enquiries.do(parts[1:], body, state.now())
            state.tell(kind)
            return told
        if parts[1] != str(COUNTER):
            raise RefusedError(404, "counter_unknown")
        return self._at_counter(parts[2], body)

    def _at_counter(self, word: str, body: dict[str, Any]) -> Any:
        state = self.state
        moves = {
            "sign-in": lambda: SignedIn(state.sign_in(body["agent"], body["pin"]), COUNTER, body["agent"]),
            "sign-out": state.sign_out,
            "break": lambda: state.pause(
                body["reason"],
                body.get("minutes"),
                unless_last=body.get("unless_last", False),
                in_turn=body.get("in_turn", False),
            ),
            "continue": lambda: state.go_on(body["service"]),
            "resume-work": lambda: state.pause(None),
            "call-next": state.call_next,
            "call": lambda: state.call_chosen(body["visit"], body["reason"]),
            "walk-up": lambda: state.walk_up(body["service"], body["reason"]),
            "resume": lambda: state.resume(body["visit"]),
            "recall": state.recall,
            "begin": state.begin,
            "finish": lambda: state.finish(Outcome(body["outcome"]), body),
            "no-show": state.no_show,
            "return": lambda: state.give_back(VisitState.WAITING, "visit_returned"),
            "park": lambda: state.park(body.get("remind_in_min")),
            "transfer": lambda: state.transfer(body),
        }
        return moves[word]()


def _told(hall: FakeHall, path: str) -> Any:
    if path == "/agents/me/figures":
        return figures(served=hall.state.session.served if hall.state.session else 0)
    if path == "/enquiries":
        return hall.state.enquiries.told(hall.state.now())
    if path.startswith("/enquiries/"):
        return hall.state.enquiries.phone(int(path.split("/")[2]))
    if path.startswith("/visits/by-number"):
        return hall.state.numbered(int(path.rpartition("=")[2]))
    if path.endswith("/return-slip"):
        return hall.state.slips[path.split("/")[2]]
    return hall.state.hall() if path == "/hall" else hall.state.workplace()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], hall: FakeHall) -> None:
        self.hall = hall
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away, or a cut, is no error of the fake."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.server.hall.sockets.add(self.connection)

    def finish(self) -> None:
        self.server.hall.sockets.discard(self.connection)
        super().finish()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""

    def do_GET(self) -> None:
        hall, path = self.server.hall, self.path.removeprefix(BASE)
        token = self.headers["Authorization"].removeprefix("Bearer ")
        refused: RefusedError | None = None
        with hall.lock:
            known = token in {DEVICE_TOKEN, hall.state.token}
            try:
                value = _told(hall, path)
            except RefusedError as error:
                refused = error
        if not known:
            self._refuse(401, "token_unknown")
        elif refused is not None:
            self._refuse(refused.status, refused.code)
        elif path == "/live":
            self._live(token)
        else:
            self._answer(200, to_json(value))

    def do_POST(self) -> None:
        hall, path = self.server.hall, self.path.removeprefix(BASE)
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        if path == "/devices/self/alive":  # a heartbeat is no command
            self._answer(204, None)
            return
        token, key = self.headers["Authorization"].removeprefix("Bearer "), self.headers["Idempotency-Key"]
        with hall.lock:
            hall.commands.append((path, key, json.loads(raw or "{}")))
            status, value = self._once(token, key, path, raw)
            lost, hall.lose_next_answer = hall.lose_next_answer, False
        if lost:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        else:
            self._answer(status, value)

    def _once(self, token: str, key: str, path: str, raw: str) -> tuple[int, Any]:
        hall = self.server.hall
        if token not in {DEVICE_TOKEN, hall.state.token}:
            return 401, _problem(401, "token_unknown")
        kept = hall.answers.get((token, key))
        if kept is not None:
            return kept[1:] if kept[0] == path + raw else (409, _problem(409, "key_reused"))
        try:
            answer = hall.do(path, json.loads(raw or "{}"))
        except RefusedError as refused:
            result = refused.status, _problem(refused.status, refused.code)
        else:
            result = (204, None) if answer is None else (200, to_json(answer))
        hall.answers[token, key] = (path + raw, *result)
        return result

    def _answer(self, status: int, value: Any) -> None:
        body = b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _refuse(self, status: int, code: str) -> None:
        self._answer(status, _problem(status, code))

    def _live(self, token: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for chunk in self._events(token):
            self.wfile.write(chunk)
            self.wfile.flush()

    def _events(self, token: str) -> Iterator[bytes]:
        hall = self.server.hall
        with hall.lock:
            at = hall.state.seq
            place = hall.state.workplace() if token == hall.state.token else None
            yield _event("snapshot", at, to_json(Snapshot("s", at, hall.state.hall(), workplace=place)))
        pause = threading.Event()
        while hall.running and token in {DEVICE_TOKEN, hall.state.token}:
            if hall.silent:
                pause.wait(SIGN_OF_LIFE_S)
                continue
            with hall.lock:
                news = [fact for fact in hall.state.facts if fact["seq"] > at]
                messages = [_fact(hall.state, fact) for fact in news]
            for message in messages:
                at = message.seq
                yield _event("fact", at, to_json(message))
            yield b": here\n\n"
            pause.wait(SIGN_OF_LIFE_S)


def _fact(state: FakeHallState, fact: dict[str, Any]) -> FactMessage:
    visit: VisitView | None = state.visits.get(fact["visit"]) if fact["visit"] else None
    return FactMessage(fact["seq"], fact["kind"], fact["at"], fact["at"].date(), visit=visit, counter=COUNTER)


def _event(kind: str, seq: int, value: Any) -> bytes:
    return f"id: s:{seq}\nevent: {kind}\ndata: {json.dumps(value)}\n\n".encode()


def _problem(status: int, code: str) -> Any:
    return to_json(Problem(title="Refused", status=status, code=code, detail=f"the fake hall refuses: {code}"))


@contextmanager
def fake_hall() -> Iterator[FakeHall]:
    """Give a running fake hall; it is off the network afterwards."""
    hall = FakeHall()
    try:
        yield hall
    finally:
        hall.cut()
