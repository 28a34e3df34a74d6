"""The standby recipe, run and killed for real: minutes long, and only where Patroni and etcd are installed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RECIPE = Path(__file__).parents[2] / "deploy" / "central" / "try_failover.py"


@pytest.mark.full
@pytest.mark.postgres
@pytest.mark.timeout(600)
@pytest.mark.skipif(not (shutil.which("patroni") and shutil.which("etcd")), reason="needs patroni and etcd-server")
def test_nothing_that_was_acknowledged_is_lost_when_the_leader_is_killed() -> None:
    done = subprocess.run([sys.executable, str(RECIPE)], capture_output=True, text=True, check=False, timeout=580)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["lost"] == 0
    assert told["acknowledged"] >= 60
    assert {kill["killed"] for kill in told["kills"]} == {"node-a", "node-b"}
