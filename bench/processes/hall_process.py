"""Small programs that tests start as separate processes: a counter that calls, a kiosk that issues.

Run as `python -m bench.processes.hall_process counter|kiosk BASE TOKEN N`; each waits for a line on standard input, so
that all begin at the same moment, and prints one JSON line of what it was answered.
"""

from __future__ import annotations

import json
import sys
import time

from commands.hall_client import HallAwayError, HallClient, HallRefusedError


def call_until_empty(hall: HallClient, counter: int) -> dict[str, object]:
    """Call, begin and finish at `counter` until nobody waits; return the visits and every refusal."""
    called: list[str] = []
    errors: list[str] = []
    times_ms: list[float] = []
    while True:
        started = time.perf_counter()
        try:
            visit = hall.post(f"/counters/{counter}/call-next")
            times_ms.append((time.perf_counter() - started) * 1000)
            if visit is None:
                return {"called": called, "errors": errors, "ms": times_ms}
            called.append(visit["visit"])
            hall.post(f"/counters/{counter}/begin")
            hall.post(f"/counters/{counter}/finish", {"outcome": "completed"})
        except (HallRefusedError, HallAwayError) as error:
            errors.append(str(error))
            if len(errors) > 20:
                return {"called": called, "errors": errors, "ms": times_ms}


def issue(hall: HallClient, service: str, count: int) -> dict[str, object]:
    """Issue `count` tickets; return (visit, ticket) pairs, refusals and milliseconds."""
    issued: list[tuple[str, str]] = []
    errors: list[str] = []
    times_ms: list[float] = []
    for _ in range(count):
        started = time.perf_counter()
        try:
            ticket = hall.post("/visits", {"service": service})
        except (HallRefusedError, HallAwayError) as error:
            errors.append(str(error))
            continue
        times_ms.append((time.perf_counter() - started) * 1000)
        issued.append((ticket["visit"], ticket["ticket"]))
    return {"issued": issued, "errors": errors, "ms": times_ms}


def main(argv: list[str]) -> None:
    """Wait for the start line, do the part, print the answer."""
    part, base, token, rest = argv[0], argv[1], argv[2], argv[3:]
    hall = HallClient(base, token)
    hall.get("/hall")
    print("ready", flush=True)
    sys.stdin.readline()
    done = call_until_empty(hall, int(rest[0])) if part == "counter" else issue(hall, rest[0], int(rest[1]))
    print(json.dumps(done), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
