"""Run the standby recipe on one machine and kill its leader under load: what was acknowledged must be there after it.

    apt-get install patroni python3-etcd etcd-server postgresql && .venv/bin/python deploy/central/try_failover.py

Two Patroni nodes and one etcd in a separate folder; a centre's own intake stores batches of visits through an
address that names both nodes. The leader is killed with everything that belongs to it (kill -9), three times, each time
the other way round. Prints what was measured as JSON; the exit status is 0
when nothing that was acknowledged is missing.
"""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sqlalchemy import Engine, select  # noqa: E402 - the path comes first
from sqlalchemy.exc import SQLAlchemyError  # noqa: E402

from central.composition import migrate  # noqa: E402
from central.halls import registry  # noqa: E402
from central.intake.batch_intake import Incoming, IngestRules, accept  # noqa: E402
from central.store.engine import open_engine  # noqa: E402
from central.store.tables.halls import visit  # noqa: E402
from contracts.centre.batch import batch_name, build_batch, compress, content_digest  # noqa: E402
from contracts.centre.outbox_entry import GENESIS, OutboxEntry, encode_record, link  # noqa: E402
from sync.fakes.hall import visit_record  # noqa: E402

NODES = ("node-a", "node-b")
KILLS = 3
LOAD_S = 4.0
PATIENCE_S = 120.0
BATCH = 20


@dataclass
class Hall:
    """A hall that sends batches one after the other and remembers which visits the centre acknowledged."""

    entries: list[OutboxEntry] = field(default_factory=list)
    acknowledged: set[str] = field(default_factory=set)
    stream: str = field(default_factory=lambda: str(uuid.uuid4()))
    sent: int = 0

    def send(self, engine: Engine) -> None:
        """Send the next batch, or the one that was not acknowledged once more."""
        while len(self.entries) < self.sent + BATCH:
            body = encode_record(visit_record(visit=str(uuid.uuid4()), service_day=date.today()))  # noqa: DTZ011
            before = self.entries[-1].chain if self.entries else GENESIS
            self.entries.append(OutboxEntry(len(self.entries) + 1, body, link(before, body)))
        part = self.entries[self.sent : self.sent + BATCH]
        previous = self.entries[self.sent - 1].chain if self.sent else GENESIS
        content = compress(build_batch(part, start=1, previous=previous, stream=self.stream, instance="try", app="try"))
        name = batch_name(part[0].seq, part[-1].seq)
        incoming = Incoming("1", self.stream, name, content_digest(content), content, None)
        accept(engine, incoming, now=datetime.now(UTC), rules=IngestRules())
        self.acknowledged |= {json.loads(one.body)["visit"] for one in part}
        self.sent += BATCH


class Cluster:
    """Etcd and two Patroni nodes of one folder, each in a separate session so that it dies as a whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._account = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        self._ports = dict(zip(("etcd", "peer", *NODES, *(f"{n}/api" for n in NODES)), _free_ports(6), strict=True))
        self._password = secrets.token_hex(16)
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        if self._account:
            os.chown(folder, self._account.pw_uid, self._account.pw_gid)

    @property
    def address(self) -> str:
        """Return the database's address, which names both nodes."""
        nodes = "&".join(f"host=127.0.0.1:{self._ports[name]}" for name in NODES)
        return f"postgresql+psycopg://postgres:{self._password}@/postgres?{nodes}&target_session_attrs=read-write"

    def start(self) -> None:
        """Start etcd and both nodes."""
        client, peer = (f"http://127.0.0.1:{self._ports[one]}" for one in ("etcd", "peer"))
        self._run("etcd", ["etcd", "--name", "one", "--data-dir", str(self._folder / "etcd"),
                           "--listen-client-urls", client, "--advertise-client-urls", client,
                           "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer,
                           "--initial-cluster", f"one={peer}"])  # fmt: skip
        for name in NODES:
            self.start_node(name)

    def start_node(self, name: str) -> None:
        """Start a node, or start it again."""
        initdb = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[-2]))[-1]
        text = (ROOT / "deploy/central/patroni.yml").read_text(encoding="utf-8")
        settings = self._folder / f"{name}.yml"
        settings.write_text(
            text.replace("{name}, {api_port}, {port}, {folder}, {bin}, {etcd} are", "Values are").format(
                name=name, api_port=self._ports[f"{name}/api"], port=self._ports[name], folder=self._folder,
                bin=initdb, etcd=f"127.0.0.1:{self._ports['etcd']}", password=self._password,
            ),
            encoding="utf-8",
        )  # fmt: skip
        self._run(name, ["patroni", str(settings)])

    def kill(self, name: str) -> None:
        """Kill a node with all its processes, as a power cut does."""
        os.killpg(self._running[name].pid, signal.SIGKILL)
        # The server is a separate session once Patroni has started it.
        with contextlib.suppress(OSError, ValueError):
            first = int((self._folder / name / "postmaster.pid").read_text().split()[0])
            os.kill(first, signal.SIGKILL)
        self._running.pop(name).wait()

    def stop(self) -> None:
        """End everything."""
        for name in list(self._running):
            self.kill(name)

    def role(self, name: str) -> dict[str, Any]:
        """Return a node's own status; empty when it does not answer."""
        with contextlib.suppress(OSError, ValueError):
            url = f"http://127.0.0.1:{self._ports[f'{name}/api']}/patroni"
            with urllib.request.urlopen(url, timeout=2) as answer:
                found: dict[str, Any] = json.load(answer)
                return found
        return {}

    def leader(self) -> str | None:
        """Return the node that takes writes."""
        return next((name for name in NODES if self.role(name).get("role") in {"master", "primary"}), None)

    def wait_for_both(self) -> str:
        """Wait until one node leads and the other is its synchronous standby; return the leader."""

        def ready() -> str | None:
            leader = self.leader()
            others = [self.role(name) for name in NODES if name != leader]
            return leader if leader and any(one.get("sync_standby") for one in others) else None

        return _wait(ready, "no synchronous standby")

    def _run(self, name: str, command: list[str]) -> None:
        account = self._account
        as_whom = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
        with (self._folder / f"{name}.log").open("ab") as log:
            self._running[name] = subprocess.Popen(
                command, stdout=log, stderr=log, cwd=self._folder, start_new_session=True, **as_whom
            )


def main() -> int:
    """Run the recipe."""
    missing = [name for name in ("patroni", "etcd") if not shutil.which(name)]
    if missing:
        print(
            f"try_failover: {' and '.join(missing)} not found: apt-get install patroni python3-etcd etcd-server",
            file=sys.stderr,
        )
        return 2
    with tempfile.TemporaryDirectory(prefix="dawr-failover-") as folder, running(Path(folder)) as cluster:
        cluster.wait_for_both()
        engine, hall = open_engine(cluster.address), Hall()
        migrate(engine)
        registry.add_hall(engine, "1", {"en": "One"}, now=datetime.now(UTC))
        kills = [one_kill(cluster, engine, hall) for _ in range(KILLS)]
        with engine.connect() as connection:
            stored = set(connection.execute(select(visit.c.visit)).scalars())
        engine.dispose()
    lost, acknowledged = len(hall.acknowledged - stored), len(hall.acknowledged)
    print(json.dumps({"acknowledged": acknowledged, "lost": lost, "kills": kills}, indent=1))
    return 1 if lost else 0


def one_kill(cluster: Cluster, engine: Engine, hall: Hall) -> dict[str, Any]:
    """Send for a while, kill the leader in the middle of it, and send on until the centre acknowledges again."""
    leader, before = cluster.wait_for_both(), len(hall.acknowledged)
    until = time.monotonic() + LOAD_S
    while time.monotonic() < until:
        hall.send(engine)
    killed_at, failed = time.monotonic(), 0
    cluster.kill(leader)

    def taken() -> bool:
        nonlocal failed
        try:
            hall.send(engine)
        except SQLAlchemyError:
            failed += 1
            return False
        return True

    _wait(taken, "the centre takes nothing any more")
    away_s = time.monotonic() - killed_at
    with engine.connect() as connection:
        stored = set(connection.execute(select(visit.c.visit)).scalars())
    cluster.start_node(leader)
    return {
        "killed": leader,
        "acknowledged_before": len(hall.acknowledged) - before,
        "lost": len(hall.acknowledged - stored),
        "seconds_without_intake": round(away_s, 1),
        "refused_meanwhile": failed,
    }


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Cluster]:
    """Give a running cluster and end it."""
    cluster = Cluster(folder)
    try:
        cluster.start()
        yield cluster
    except Exception:
        for log in folder.glob("*.log"):
            print(f"--- {log.name}\n{log.read_text(errors='replace')[-1500:]}", file=sys.stderr)
        raise
    finally:
        cluster.stop()


def _wait(question: Any, otherwise: str) -> Any:  # noqa: ANN401 - what the question answers
    give_up = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up:
        if answer := question():
            return answer
        time.sleep(0.25)
    raise TimeoutError(otherwise)


def _free_ports(many: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(many)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


if __name__ == "__main__":
    raise SystemExit(main())
