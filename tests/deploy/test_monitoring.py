"""What Prometheus and Grafana read: it names figures that there are, and promtool finds nothing wrong with it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MONITORING = ROOT / "deploy" / "monitoring"
MADE_IN = ("hall/composition/hall_metrics.py", "hall/platform/web/routes/health.py", "central/halls/centre_metrics.py")


def figures_that_there_are() -> set[str]:
    sources = "".join((ROOT / path).read_text(encoding="utf-8") for path in MADE_IN)
    return set(re.findall(r'"(dawr_\w+)"', sources))


@pytest.mark.parametrize("file", ["alerts.yml", "grafana.json"])
def test_every_figure_that_is_named_is_one_that_a_hall_tells(file: str) -> None:
    text = (MONITORING / file).read_text(encoding="utf-8")
    named = {re.sub(r"_(total|bucket)$", "", name) for name in re.findall(r"\bdawr_\w+", text)}
    assert len(named) >= 8
    assert named - figures_that_there_are() == set()


def test_the_page_tells_every_figure() -> None:
    page = (ROOT / "docs" / "monitoring.md").read_text(encoding="utf-8")
    assert figures_that_there_are() - set(re.findall(r"`(dawr_\w+)`", page)) == set()


def test_the_dashboard_has_panels_with_queries_and_no_two_share_a_number() -> None:
    panels = json.loads((MONITORING / "grafana.json").read_text(encoding="utf-8"))["panels"]
    assert all(panel["targets"] for panel in panels)
    assert len({panel["id"] for panel in panels}) == len(panels) >= 10


@pytest.mark.full
@pytest.mark.parametrize("words", [("rules", "alerts.yml"), ("config", "--syntax-only", "prometheus.yml")])
def test_promtool_finds_nothing_wrong(words: tuple[str, ...]) -> None:
    promtool = shutil.which("promtool")
    assert promtool, "this test needs promtool: apt install promtool"
    done = subprocess.run(
        [promtool, "check", *words[:-1], str(MONITORING / words[-1])], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
