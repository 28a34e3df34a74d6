"""The bench command: what can be measured is found, measured and compared with its budget."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import bench
from tools.bench import benchmarks, run

FIGURE = """
from bench.figures import Figure


def run():
    yield Figure("a made-up figure", 0.5, "s", BUDGET)
"""


DEMO = """
from pathlib import Path

from bench.running_demo import RunningDemo


def run():
    with RunningDemo(Path("FOLDER")):
        yield None
"""


def test_what_can_be_run_is_a_benchmark_and_a_helper_is_not() -> None:
    names = benchmarks()
    assert {"board", "hall", "printing", "tap", "writer"} <= set(names)
    assert not {"figures", "at_once"} & set(names)
    assert names == sorted(names)
    assert all((Path(bench.__path__[0]) / f"{name}.py").exists() for name in names)


def test_a_benchmark_that_is_not_there_is_named_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["writer", "dance"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "no benchmark dance; there are board" in said


@pytest.mark.parametrize(("budget_s", "code"), [(1.0, 0), (0.0, 1)])
def test_figures_are_printed_beside_their_budgets_and_one_that_is_over_ends_with_one(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    budget_s: float,
    code: int,
) -> None:
    text = FIGURE.replace("BUDGET", str(budget_s))
    name = f"made_up_{code}"
    (tmp_path / f"{name}.py").write_text(text)
    monkeypatch.setattr(bench, "__path__", [*bench.__path__, str(tmp_path)])
    assert name in benchmarks()
    assert run([name, "--json"]) == code
    [figure] = json.loads(capsys.readouterr().out)
    assert "a made-up figure" in json.dumps(figure)
    assert run([name]) == code
    said = capsys.readouterr()
    assert "a made-up figure" in said.out
    assert f"bench: {name} …" in said.err


def test_programs_that_are_measured_keep_what_python_compiles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "made_up_start.py").write_text(FIGURE.replace("BUDGET", "1.0"))
    monkeypatch.setattr(bench, "__path__", [*bench.__path__, str(tmp_path)])
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert run(["made_up_start"]) == 0
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ
    assert "a made-up figure" in capsys.readouterr().out


@pytest.mark.process
def test_a_demo_that_does_not_come_up_ends_the_bench_with_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "demo-tokens.json").write_text("{")
    (tmp_path / "broken_demo.py").write_text(DEMO.replace("FOLDER", str(folder)))
    monkeypatch.setattr(bench, "__path__", [*bench.__path__, str(tmp_path)])
    assert run(["broken_demo"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "bench: broken_demo …"
    assert len(said) == 2
    assert "did not come up: " in said[1]
    assert "demo-tokens.json is damaged" in said[1]
