from __future__ import annotations

import copy
import dataclasses
import inspect
import subprocess
import sys
import textwrap
from dataclasses import FrozenInstanceError, dataclass, field, replace
from pathlib import Path
from types import ModuleType

import pytest

from commands import late_methods
from commands.late_methods import LATE, OURS, late, write_methods_late


@pytest.fixture(autouse=True)
def _undone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave this process as it was: its other classes are made as ever."""
    monkeypatch.setattr(dataclasses, "_create_fn", dataclasses._create_fn)


def pair() -> tuple[type, type]:
    """Return one class as Python makes it and the same one with late methods."""

    def made() -> type:
        @dataclass(frozen=True, order=True)
        class Visit:
            """A visit."""

            number: int
            prefix: str = "A"
            notes: tuple[str, ...] = field(default=(), compare=False, repr=False)

        return Visit

    usual = made()
    assert write_methods_late()
    return usual, made()


def test_the_classes_are_the_same_to_whoever_uses_them() -> None:
    for cls in pair():
        one, same, other = cls(7, notes=("x",)), cls(7), cls(8)
        assert repr(one).endswith("Visit(number=7, prefix='A')")
        assert one == same
        assert one != other
        assert one != 7
        assert hash(one) == hash(same)
        assert {one: 1}[same] == 1
        assert one < other
        assert sorted([other, one]) == [one, other]
        assert replace(one, number=8) == other
        assert copy.copy(one) == one
        with pytest.raises(FrozenInstanceError, match="cannot assign to field 'number'"):
            one.number = 1
        with pytest.raises(FrozenInstanceError, match="cannot delete field 'number'"):
            del one.number
        assert str(inspect.signature(cls)).startswith("(number: 'int', prefix: 'str' = 'A'"), "once there is a visit"
        with pytest.raises(TypeError, match="missing 1 required positional argument: 'number'"):
            cls()


def test_a_method_is_written_at_its_first_call_and_stands_in_its_class_from_then_on() -> None:
    _, cls = pair()
    before = vars(cls)["__eq__"]
    assert cls(1) == cls(1)
    after = vars(cls)["__eq__"]
    assert after is not before
    assert after.__code__.co_varnames[:2] == ("self", "other")
    assert cls(1) != cls(2)
    assert vars(cls)["__eq__"] is after


def test_it_is_written_once_whoever_holds_the_late_one() -> None:
    times: list[int] = []

    def write_now() -> object:
        times.append(1)
        return lambda self: 42

    method = late("__hash__", write_now)
    assert (method(object()), method(object()), times) == (42, 42, [1])


def test_the_parameters_of_a_library_class_can_be_asked_for_at_once() -> None:
    write_methods_late()
    source = "from dataclasses import dataclass\n@dataclass\nclass Depends:\n    'A dependency.'\n    scope: str = ''"
    theirs = ModuleType("library")  # wherever it lies: a package of the counter keeps its libraries beside it
    theirs.__file__ = "/opt/counter/lib/library.py"
    sys.modules["library"] = theirs
    try:
        exec(source, vars(theirs))  # noqa: S102 - as an import does
    finally:
        del sys.modules["library"]
    assert str(inspect.signature(theirs.Depends)) == "(scope: 'str' = '') -> None"


def test_a_class_below_another_hands_on_what_belongs_to_it() -> None:
    write_methods_late()

    @dataclass
    class Fact:
        at: int

    @dataclass
    class Called(Fact):
        counter: int = 0

        def __post_init__(self) -> None:
            self.counter += 1

    class Spoken(Called):
        def __init__(self, at: int) -> None:
            super().__init__(at, counter=4)

    assert (Spoken(7).at, Spoken(7).counter, Called(1).counter, Fact(at=3).at) == (7, 5, 1, 3)


@pytest.mark.parametrize("slots", [True, False])
def test_a_class_below_another_finds_what_belongs_to_each(slots: bool) -> None:
    write_methods_late()

    @dataclass(frozen=True, slots=slots)
    class Fact:
        at: int

    @dataclass(frozen=True, slots=slots)
    class Called(Fact):
        counter: int

    assert Called(1, 2) == Called(1, 2)
    assert Called(1, 2) != Called(1, 3)
    assert Fact(1) != Called(1, 2)
    assert len({Fact(1), Fact(1), Called(1, 2)}) == 2
    assert repr(Called(1, 2)).endswith("Called(at=1, counter=2)")
    with pytest.raises(FrozenInstanceError):
        Called(1, 2).counter = 3


def test_what_a_class_says_for_itself_is_left_alone() -> None:
    write_methods_late()

    @dataclass
    class Token:
        secret: str

        def __repr__(self) -> str:
            return "Token(…)"

    assert repr(Token("x")) == "Token(…)"
    assert Token.__hash__ is None, "as ever for a class that is compared and may change"


def test_a_value_that_holds_itself_is_told_without_end_of_the_stack() -> None:
    write_methods_late()

    @dataclass
    class Ring:
        after: object = None

    ring = Ring()
    ring.after = ring
    assert repr(ring).endswith("Ring(after=...)")


def test_every_late_method_is_one_that_dataclasses_write() -> None:
    @dataclass(frozen=True, order=True)
    class Usual:
        one: int

    assert set(vars(Usual)) >= LATE


def test_a_python_that_writes_its_methods_otherwise_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late_methods, "dataclasses", ModuleType("dataclasses"))
    assert not write_methods_late()


def test_saying_it_again_changes_nothing() -> None:
    assert write_methods_late()
    writer = dataclasses._create_fn
    assert write_methods_late()
    assert dataclasses._create_fn is writer


def test_the_contracts_travel_as_ever_and_most_of_their_methods_are_never_written() -> None:
    program = textwrap.dedent("""
        import pickle, sys
        from commands.late_methods import write_methods_late
        write_methods_late()
        from contracts import hall_answers, hall_view, live
        from contracts.codec import from_json, to_json
        ticket = hall_answers.Problem("x", 404, "y", "z")
        assert from_json(hall_answers.Problem, to_json(ticket)) == ticket
        assert pickle.loads(pickle.dumps(ticket)) == ticket
        late = sum(
            method.__module__ == "commands.late_methods"
            for part in (hall_answers, hall_view, live)
            for cls in vars(part).values() if hasattr(cls, "__dataclass_fields__")
            for method in vars(cls).values() if hasattr(method, "__code__")
        )
        print(late)
    """)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 100


def test_every_package_of_the_program_is_known_as_ours() -> None:
    root = Path(__file__).parents[2]
    packages = {place.parent.name for place in root.glob("*/__init__.py")} | {"bench"}
    assert packages - {"tests"} == OURS
