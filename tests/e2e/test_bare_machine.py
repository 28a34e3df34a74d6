"""The two commands of the README on a machine that has only Python and git, with the time they took."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.bare_machine import BareMachine, why_not

pytestmark = [
    pytest.mark.full,
    pytest.mark.timeout(3000),
    pytest.mark.skipif(why_not() is not None, reason=why_not() or ""),
]

# The demo writes demo.json when all of it answers; then the script stops it.
_DEMO = """
python3 main.py demo --headless --data /tmp/demo --port 0 >/tmp/demo.log 2>&1 & demo=$!
for i in $(seq 1800); do
  [ -e /tmp/demo/demo.json ] && break
  kill -0 $demo 2>/dev/null || break
  sleep 0.1
done
cat /tmp/demo.log >&2; cat /tmp/demo/demo.json; kill $demo; wait $demo
"""


def test_both_readme_commands_work_on_a_bare_machine(
    tmp_path: Path, record_property: Callable[[str, object], None], capsys: pytest.CaptureFixture[str]
) -> None:
    with BareMachine(tmp_path) as machine:
        started = time.monotonic()
        demo = machine.run(_DEMO, timeout_s=300)
        demo_s = time.monotonic() - started
        assert json.loads(demo.stdout)["tokens"]["kiosk"], demo.stderr[-2000:]
        started = time.monotonic()
        tests = machine.run("python3 main.py test", timeout_s=2400)
        test_s = time.monotonic() - started
    record_property("demo_s", round(demo_s))
    record_property("test_s", round(test_s))
    with capsys.disabled():
        print(f"bare machine: demo ready after {demo_s:.0f} s, tests done after {test_s:.0f} s")  # noqa: T201
    failed = "\n".join(re.findall(r"^(?:FAILED|ERROR) .*$", tests.stdout, re.MULTILINE))
    assert tests.returncode == 0, f"{failed}\n{tests.stdout[-4000:]}{tests.stderr[-2000:]}"
    assert re.search(r"^tests: \d+ passed, 0 failed", tests.stdout, re.MULTILINE)
