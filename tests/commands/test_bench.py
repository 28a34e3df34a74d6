"""Which benchmarks there are, and what is said of one there is not."""

from __future__ import annotations

import importlib

import pytest

from commands import bench


def test_every_benchmark_can_be_run_and_what_they_share_is_none() -> None:
    names = bench.benchmarks()
    assert {"writer", "hall", "tap", "printing", "board"} <= set(names)
    assert not {"figures", "hall_process", "board_process"} & set(names)
    assert all(callable(importlib.import_module(f"bench.{name}").run) for name in names)


def test_an_unknown_benchmark_is_named_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        bench.run(["wrtier"])
    assert ended.value.code == 2
    assert "no benchmark wrtier; there are board, estimate" in capsys.readouterr().err


def test_what_installs_packages_is_measured_only_when_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    measured: list[str] = []
    monkeypatch.setattr(bench, "_measured", lambda names: iter(measured.extend(names) or ()))
    assert bench.run([]) == 0
    assert set(measured) == set(bench.benchmarks()) - {"set_up"}
    measured.clear()
    assert bench.run(["set_up"]) == 0
    assert measured == ["set_up"]
    assert "figure" in capsys.readouterr().out
