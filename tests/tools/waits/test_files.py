"""Files of a replay: found by name, read strictly, and each mistake named by file and line."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.helpers.wait_files import write_calls, write_hall, write_offices
from tools.waits.files import LINE, WaitsFileError, by_day, data_sets, number, optional, rows_of, scored_days


def table(folder: Path, text: str, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_data_sets_are_found_by_the_names_of_their_files(tmp_path):
    write_hall(tmp_path, "one", days=2, many=2)
    write_hall(tmp_path, "two", days=2, many=2)
    write_offices(tmp_path, days=2, many=2)
    write_calls(tmp_path, days=2, many=2)
    assert [(data.name, data.kind) for data in data_sets(tmp_path)] == [
        ("hall_one", "hall"), ("hall_two", "hall"), ("warsaw", "warsaw"), ("technion", "technion"),
    ]  # fmt: skip


def test_two_months_of_one_kind_are_told_apart_by_name(tmp_path):
    for name in ("technion_may.csv", "technion_june.csv", "warsaw_tickets_a.csv", "warsaw_tickets_b.csv"):
        table(tmp_path, "", name)
    assert [data.name for data in data_sets(tmp_path)] == ["warsaw_a", "warsaw_b", "technion_june", "technion_may"]


@pytest.mark.parametrize("missing", ["hall_x_away.csv.gz", "hall_x_bookings.csv.gz", "hall_setup.json"])
def test_a_hall_needs_all_of_its_files(tmp_path, missing):
    write_hall(tmp_path, "x", days=2, many=2)
    (tmp_path / missing).unlink()
    with pytest.raises(WaitsFileError, match=missing.replace(".", r"\.")):
        data_sets(tmp_path)


def test_a_hall_may_have_a_set_up_of_its_own(tmp_path):
    write_hall(tmp_path, "x", days=2, many=2)
    table(tmp_path, "{}", "hall_x_setup.json")
    assert data_sets(tmp_path)[0].files["setup"].name == "hall_x_setup.json"


def test_a_table_is_read_plain_or_gzipped_with_or_without_a_mark_of_byte_order(tmp_path):
    plain = table(tmp_path, "\ufeffa,b\n1,2\n")
    with gzip.open(tmp_path / "t.csv.gz", "wt", encoding="utf-8") as file:
        file.write("a,b\n1,2\n")
    for path in (plain, tmp_path / "t.csv.gz"):
        assert rows_of(path, ("a", "b")) == [{"a": "1", "b": "2", LINE: "2"}]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a\n1\n", "has no column b"),
        ("", "has no column a, b"),
        ("a,b\n1,2\n1\n", "line 3: it should have as many values"),
        ("a,b\n1,2,3\n", "line 2: it should have as many values"),
    ],
)
def test_a_table_of_another_shape_is_refused(tmp_path, text, problem):
    with pytest.raises(WaitsFileError, match=problem):
        rows_of(table(tmp_path, text), ("a", "b"))


def test_a_file_that_is_no_table_is_refused(tmp_path):
    (tmp_path / "cut.csv.gz").write_bytes(gzip.compress(b"a,b\n" + b"1,2\n" * 5000)[:40])
    (tmp_path / "no.csv.gz").write_bytes(b"not gzip")
    (tmp_path / "bytes.csv").write_bytes(b"a,b\n\xff\xfe,2\n")
    for name in ("cut.csv.gz", "no.csv.gz", "bytes.csv", "nowhere.csv"):
        with pytest.raises(WaitsFileError, match="cannot be read"):
            rows_of(tmp_path / name, ("a",))


def test_numbers_are_numbers_or_missing(tmp_path):
    path = table(tmp_path, "a\n 1.5 \n\n" + '""\nNA\nnan\nx\ninf\n')
    rows = rows_of(path, ("a",))
    assert number(rows[0], "a", path) == 1.5
    assert [optional(row, "a", path) for row in rows[1:4]] == [None, None, None]
    with pytest.raises(WaitsFileError, match=r"t\.csv, line 4: a is empty"):
        number(rows[1], "a", path)
    for row, text in ((rows[4], "'x'"), (rows[5], "'inf'")):
        with pytest.raises(WaitsFileError, match=f"a should be a number and is {text}"):
            optional(row, "a", path)


@pytest.mark.parametrize(("days", "scored"), [(range(110), 44), (range(18), 8), ([3], 1), ([], 0)])
def test_the_first_sixty_percent_of_the_days_rounded_down_teach(days, scored):
    assert len(scored_days(days)) == scored
    assert scored_days(days) == sorted(days)[len(list(days)) - scored :]


def test_rows_keep_their_place_in_the_file(tmp_path):
    rows = rows_of(table(tmp_path, "day,x\n2,a\n1,b\n2,c\n"), ("day",))
    assert {day: [at for at, _ in of_day] for day, of_day in by_day(rows, "day").items()} == {"2": [0, 2], "1": [1]}
