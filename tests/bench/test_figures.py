"""A figure beside its limit, and the table a person reads."""

from __future__ import annotations

import pytest

from bench.figures import Figure, as_json, percentile, table


@pytest.mark.parametrize(
    ("figure", "holds", "ratio"),
    [
        (Figure("within", 10, "ms", 20), True, 0.5),
        (Figure("just met", 20, "ms", 20), True, 1.0),
        (Figure("missed", 30, "ms", 20), False, 1.5),
        (Figure("enough", 3000, "/s", 1500, at_least=True), True, 0.5),
        (Figure("too few", 1000, "/s", 1500, at_least=True), False, 1.5),
        (Figure("none, as it must be", 0, "calls", 0), True, None),
        (Figure("one where none may be", 1, "calls", 0), False, None),
        (Figure("nothing measured", 0, "/s", 1500, at_least=True), False, None),
        (Figure("without a budget", 7, "s"), True, None),
    ],
    ids=lambda value: value.name if isinstance(value, Figure) else "",
)
def test_a_budget_holds_or_is_missed_by_its_share(figure: Figure, holds: bool, ratio: float | None) -> None:
    assert (figure.holds, figure.ratio) == (holds, ratio)


def test_a_missed_budget_is_marked_also_where_nothing_was_allowed() -> None:
    shown = table([Figure("slow", 30, "ms", 20), Figure("lost", 1, "calls", 0), Figure("fine", 1, "ms", 20)])
    lines = {line.split()[0]: line for line in shown.splitlines()}
    assert "1.50  MISSED" in lines["slow"]
    assert "MISSED" in lines["lost"]
    assert "MISSED" not in lines["fine"]


def test_the_columns_stand_below_each_other() -> None:
    lines = table([Figure("a", 1, "ms", 2, beside="x"), Figure("longer", 100, "ms", 2, beside="y")]).splitlines()
    column = lines[0].index("beside")
    assert [line[column] for line in lines[1:]] == ["x", "y"]


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.5, 51), (0.99, 100), (1.0, 100)])
def test_a_percentile_is_a_value_that_was_measured(share: float, value: int) -> None:
    assert percentile(range(1, 101), share) == value


def test_a_script_is_told_what_the_table_says() -> None:
    (told,) = as_json([Figure("x", 30, "ms", 20, beside="peer")])
    assert (told["name"], told["value"], told["limit"], told["ratio"], told["holds"]) == ("x", 30, 20, 1.5, False)
