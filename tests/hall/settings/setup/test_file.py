"""Set-up files: the shipped ones are right; a wrong one tells all its mistakes at once, with line and key."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path

import pytest

from contracts.words.hall import Lane, VisitorKind
from hall.settings.setup.file import SetupError, check_setup, read_setup

HALLS = Path(__file__).resolve().parents[4] / "assets" / "halls"
GOOD = (HALLS / "land_housing.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["land_housing", "premium", "small", "call_centre"])
def test_a_shipped_hall_has_no_mistake(name: str) -> None:
    assert check_setup(HALLS / f"{name}.toml") == []


def test_the_land_and_housing_hall_is_what_the_ministry_runs() -> None:
    settings = read_setup(HALLS / "land_housing.toml").settings
    assert [service.code for service in settings.services] == ["A", "L", "T", "M", "F", "H", "R"]
    assert len(settings.counters) == 8
    all_round = [agent for agent in settings.agents if agent.all_round]
    assert [agent.services[:2] for agent in all_round] == [("H", "F"), ("H", "F")]
    for service in settings.services:
        assert sum(service.code in counter.services for counter in settings.counters) >= 2, service.code
    assert settings.head_starts_s[Lane.PRIORITY] == 1200
    assert settings.hours.weekly[7].doors == time(7, 15)
    assert 5 not in settings.hours.weekly, "Friday is the weekend"
    assert settings.hours.ramadan[0].times.closing == time(14, 0)


def test_the_premium_hall_asks_who_comes_and_has_a_partner() -> None:
    settings = read_setup(HALLS / "premium.toml").settings
    assert settings.services[0].visitor_kinds == (VisitorKind.INVESTOR, VisitorKind.COMPANY)
    assert settings.services[0].lane is Lane.PREMIUM
    assert [counter.partner for counter in settings.counters] == [None, None, "bank"]


def test_a_call_centre_is_open_from_eight_to_six_unless_it_says_otherwise(tmp_path: Path) -> None:
    settings = read_setup(HALLS / "call_centre.toml").settings
    assert sorted(settings.hours.weekly) == [1, 2, 3, 4, 7]
    assert {(day.doors, day.last_ticket, day.closing) for day in settings.hours.weekly.values()} == {
        (time(8), time(18), time(18))
    }
    text = (HALLS / "call_centre.toml").read_text(encoding="utf-8")
    own = '\n[hours]\nsunday = ["09:00", "09:00", "09:00", "12:00", "12:00"]\n'
    assert sorted(read_setup(_written(tmp_path, text + own)).settings.hours.weekly) == [7]


def test_a_lane_that_is_not_named_keeps_its_head_start() -> None:
    assert read_setup(HALLS / "premium.toml").settings.head_starts_s[Lane.PRIORITY] == 1200


def test_lanes_with_turns_are_called_in_rounds(tmp_path: Path) -> None:
    turns = GOOD.replace("head_start_min = 20", "turns = 2").replace(
        "[lanes.appointment]", "[lanes.standard]\nturns = 3\n[lanes.appointment]"
    )
    # `returning`, the lane of visits that were carried over, may be left out: no hall's file is refused for it.
    settings = read_setup(_written(tmp_path, turns)).settings
    assert settings.lane_ratio == {Lane.PRIORITY: 2, Lane.STANDARD: 3}
    problems = check_setup(_written(tmp_path, GOOD.replace("head_start_min = 20", "turns = 2")))
    assert [problem.key for problem in problems] == ["lanes"]


def test_no_shipped_hall_has_a_known_pin() -> None:
    assert all(read_setup(path).pins == {} for path in HALLS.glob("*.toml"))


def _written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "hall.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _line(text: str, needle: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if needle in line)


CHANGES = [
    ('governorate = "muscat"', 'governorate = "atlantis"', "hall.governorate", "expected one of muscat"),
    ('digits = "western" ', 'digits = "roman" ', "hall.digits", "western, arabic_indic"),
    ('time_zone = "Asia/Muscat"', 'time_zone = "Asia/Nowhere"', "hall.time_zone", "no such time zone"),
    ('services = ["T", "M"]', 'services = ["T", "X"]', "counter[3].services[1]", "no service 'X'"),
    ("number = 8 ", "number = 7 ", "counter[7].number", "given twice"),
    ('prefix = "R"', 'prefix = "RR"', "service[6].prefix", "one Latin or Arabic letter"),
    ('prefix = "R"', 'prefix = "H"', "service[6].code", "given twice"),
    ('"transactions"\ntarget_wait_min = 10', '"x"\ntarget_wait_min = 10', "service[3].category", "no category"),
    ("target_wait_min = 30", "target_wait_min = 0", "service[6].target_wait_min", "above 0"),
    ("head_start_min = 20", "head_start_min = 900", "lanes.priority.head_start_min", "0 to 240"),
    ("head_start_min = 20", "turns = 0", "lanes.priority.turns", "1 to 20 turns"),
    ("[lanes.priority]", "[lanes.royal]", "lanes.royal", "expected one of standard"),
    ('"07:30", "07:30", "13:30", "14:30"]\nmonday', '"13:30"]\nmonday', "hours.sunday", "five times"),
    ('times = ["08:45", "09:00"', 'times = ["09:45", "09:00"', "ramadan[0].times", "backwards"),
    ("last = 2027-03-09", "last = 2027-02-01", "ramadan[0].last", "before the first"),
    ('auto_close = "23:30"', 'auto_close = "late"', "hours.auto_close", "HH:MM"),
    ('code = "salim"', 'code = "salim"\npin = "123456"', "agent[0].pin", "no digits in a row"),
    ('code = "salim"', 'code = "salim"\npin = "4711"', "agent[0].pin", "'salim' needs another: a PIN has 6 digits"),
    ('code = "salim"', 'code = "salim"\npin = "4718296"', "agent[0].pin", "a PIN has 6 digits"),
    ('code = "salim"', 'code = "maryam"', "agent[1].code", "given twice"),
    ('en = "Lands"', 'fr = "Terres"', "service[1].names.en", "missing in this language"),
    ('code = "muscat-1"', 'cod = "muscat-1"', "hall.cod", "no such field"),
    ("target_wait_min = 30", 'target_wait_min = "long"', "service[6].target_wait_min", "expected a number"),
    ("expected = true", "expected = 1", "holiday[2].expected", "true or false"),
    ('"government", "investor"]', '"government", "alien"]', "service[2].visitor_kinds[4]", "expected one of citizen"),
]  # fmt: skip


@pytest.mark.parametrize(("good", "bad", "key", "said"), CHANGES)
def test_a_mistake_is_told_with_line_and_key(tmp_path: Path, good: str, bad: str, key: str, said: str) -> None:
    assert good in GOOD
    text = GOOD.replace(good, bad, 1)
    problems = check_setup(_written(tmp_path, text))
    found = [problem for problem in problems if problem.key == key]
    assert found, [str(problem) for problem in problems]
    assert said in found[0].text
    assert found[0].line is not None
    assert not found[0].warning


def test_all_mistakes_of_a_file_come_at_once_in_the_order_of_its_lines(tmp_path: Path) -> None:
    text = GOOD.replace('"muscat"\nsite', '"atlantis"\nsite').replace('services = ["T", "M"]', "services = []")
    text = text.replace("head_start_min = 15", "head_start_min = -1")
    problems = check_setup(_written(tmp_path, text))
    assert [problem.key for problem in problems] == [
        "hall.governorate", "counter[3].services", "lanes.appointment.head_start_min"
    ]  # fmt: skip
    assert [problem.line for problem in problems] == [
        _line(text, "atlantis"), _line(text, "services = []"), _line(text, "head_start_min = -1")
    ]  # fmt: skip
    with pytest.raises(SetupError) as caught:
        read_setup(tmp_path / "hall.toml")
    assert len(caught.value.problems) == 3
    assert re.search(r"error: line \d+, hall.governorate: ", str(caught.value))


def test_letters_that_sound_alike_are_a_warning_and_not_an_error(tmp_path: Path) -> None:
    path = _written(tmp_path, GOOD.replace('prefix = "M"', 'prefix = "P"').replace('"M"', '"P"'))
    problems = check_setup(path)
    assert [(problem.key, problem.warning) for problem in problems] == [("service[2].prefix", True)]
    assert "sound alike" in problems[0].text
    assert read_setup(path).warnings == tuple(problems)


def test_the_same_prefix_needs_numbers_apart(tmp_path: Path) -> None:
    small = (HALLS / "small.toml").read_text(encoding="utf-8")
    problems = check_setup(_written(tmp_path, small.replace("numbers = [400, 699]", "numbers = [300, 699]")))
    assert [problem.key for problem in problems] == ["service[1].numbers"]


def test_a_service_that_no_counter_serves_is_a_mistake(tmp_path: Path) -> None:
    text = GOOD.replace('"R"]', '"F"]').replace('["R", "F"]', '["F"]')
    problems = check_setup(_written(tmp_path, text))
    assert "no counter serves 'R'" in " ".join(str(problem) for problem in problems)


@pytest.mark.parametrize(
    ("text", "said"), [("[hall\ncode = 1", "is not TOML"), ("", "hall: is missing"), ("hall = 3", "expected an object")]
)
def test_what_is_no_set_up_file_is_said_so(tmp_path: Path, text: str, said: str) -> None:
    assert said in "\n".join(str(problem) for problem in check_setup(_written(tmp_path, text)))


def test_a_missing_file_and_a_foreign_one_are_said_so(tmp_path: Path) -> None:
    assert "no such file" in str(check_setup(tmp_path / "none.toml")[0])
    (tmp_path / "noise.toml").write_bytes(b"[hall]\ncode = \xff\xfe\x00")
    assert str(check_setup(tmp_path / "noise.toml")[0]).startswith("error: line 2, file: is not UTF-8: save it again")
    assert str(check_setup(tmp_path)[0]) == "error: file: cannot be read: Is a directory"


def test_the_mark_that_windows_editors_put_first_may_stand(tmp_path: Path) -> None:
    path = tmp_path / "hall.toml"
    path.write_text(GOOD, encoding="utf-8-sig")
    assert check_setup(path) == []


@pytest.mark.parametrize("sign", ["\u202e", "\\u202e", "\u202d"])
def test_hidden_characters_that_turn_letters_are_left_out(tmp_path: Path, sign: str) -> None:
    path = _written(tmp_path, GOOD.replace('en = "', f'en = "{sign}'))
    assert check_setup(path) == []
    assert read_setup(path).settings == read_setup(HALLS / "land_housing.toml").settings


def test_a_text_that_no_screen_shows_is_told_together_with_mistakes_of_shape(tmp_path: Path) -> None:
    text = GOOD.replace('code = "', 'code = "\\u0000', 1).replace('category = "', 'nope = 1\ncategory = "', 1)
    problems = check_setup(_written(tmp_path, text))
    assert [problem.key for problem in problems] == ["hall.code", "service[0].nope"]
    assert problems[0].line == _line(text, "u0000")


def test_an_unknown_field_hides_no_other_mistake(tmp_path: Path) -> None:
    text = GOOD.replace('"muscat"\nsite', '"atlantis"\ncolour = "blue"\nsite')
    text = text.replace('services = ["T", "M"]', "services = []")
    problems = check_setup(_written(tmp_path, text))
    assert [problem.key for problem in problems] == ["hall.governorate", "hall.colour", "counter[3].services"]
    with pytest.raises(SetupError):
        read_setup(tmp_path / "hall.toml")


def test_two_agents_with_one_pin_are_a_warning(tmp_path: Path) -> None:
    text = GOOD.replace('code = "salim"', 'code = "salim"\npin = "582604"')
    text = text.replace('code = "maryam"', 'code = "maryam"\npin = "582604"')
    problems = check_setup(_written(tmp_path, text))
    assert [(problem.key, problem.warning) for problem in problems] == [("agent[1].pin", True)]
