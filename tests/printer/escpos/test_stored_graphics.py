from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printer.escpos.stored_graphics import (
    KEY_CHARACTERS,
    KeptArt,
    Memory,
    define_command,
    delete_command,
    digest_of,
    key_for,
    list_command,
    print_command,
)
from printer.render.bitmap import REAL_TIME_COMMAND, Bitmap, BitmapError
from tests.helpers.speeds import examples

ONE = KeptArt(Memory.RAM, b"Z9")


def test_the_commands_are_those_of_the_manual() -> None:
    picture = Bitmap(16, b"\xaa\x55\x0f\xf0")
    assert define_command(ONE, picture) == b"\x1d(L\x0e\x000SZ9\x01\x10\x00\x02\x001\xaa\x55\x0f\xf0"
    assert print_command(ONE) == b"\x1d(L\x06\x000UZ9\x01\x01"
    assert delete_command(ONE) == b"\x1d(L\x04\x000RZ9"
    assert list_command(Memory.NV) == b"\x1d(L\x04\x000@KC"
    assert list_command(Memory.RAM) == b"\x1d(L\x04\x000PKC"
    nv = KeptArt(Memory.NV, b"Z9")
    assert (define_command(nv, picture)[6:7], print_command(nv)[6:7], delete_command(nv)[6:7]) == (b"C", b"E", b"B")


def test_the_name_of_a_picture_is_of_its_dots_and_its_shape() -> None:
    wide, high = Bitmap(16, b"\x01\x02"), Bitmap(8, b"\x01\x02")
    assert digest_of(wide) == digest_of(Bitmap(16, b"\x01\x02"))
    assert digest_of(wide) != digest_of(high)


@given(st.text(min_size=1, max_size=20), st.text(max_size=8), st.sets(st.binary(min_size=2, max_size=2), max_size=50))
def test_a_key_is_printable_and_free(digest: str, salt: str, taken: set[bytes]) -> None:
    key = key_for(digest, salt, taken)
    assert len(key) == 2
    assert set(key) <= set(KEY_CHARACTERS)
    assert key not in taken
    assert key == key_for(digest, salt, taken)


def test_another_salt_gives_other_keys() -> None:
    keys = {key_for("the same picture", str(salt), set()) for salt in range(50)}
    assert len(keys) > 40


def test_when_no_key_is_left_it_is_said() -> None:
    class Everything:
        def __contains__(self, key: object) -> bool:
            return True

    with pytest.raises(BitmapError, match="all taken"):
        key_for("x", "", Everything())


@settings(max_examples=examples(60), deadline=None)
@given(st.integers(1, 72), st.integers(1, 60), st.sampled_from([b"\x00", b"\x10", b"\xff"]))
def test_no_definition_holds_a_command_that_a_printer_obeys_at_once(stride: int, rows: int, fill: bytes) -> None:
    """The length in the head can make one by chance: 0x0410 is 1,040 bytes."""
    command = define_command(ONE, Bitmap(stride * 8, fill * stride * rows))
    assert REAL_TIME_COMMAND.search(command) is None
    assert len(command) == 5 + int.from_bytes(command[3:5], "little")
    assert int.from_bytes(command[12:14], "little") >= rows


def test_a_definition_of_1040_bytes_is_made_longer_by_a_row() -> None:
    picture = Bitmap(80, b"\xff" * 10 * 103)
    assert len(picture.data) + 10 == 1040
    assert int.from_bytes(define_command(ONE, picture)[12:14], "little") == 104


def test_a_picture_that_cannot_be_made_safe_is_refused() -> None:
    with pytest.raises(BitmapError, match="real-time"):
        define_command(ONE, Bitmap(16, b"\x10\x04" * 3))
