"""Numbers kept for kiosks lie at the top of a service's range, never over each other nor over what was given."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hall.kernel.ids import DeviceId, ServiceCode
from hall.kernel.settings import Service
from hall.offline.model.number_allotment import allot_numbers, fits
from hall.queue.model.numbers.number_block import NumberBlock, line_end

L = ServiceCode("L")


def service(first: int = 1, last: int = 999) -> Service:
    return Service(L, "L", {}, first_number=first, last_number=last)


def allot(lands: Service, taken: list[NumberBlock], device: str, *, size: int = 100, kiosks: int = 2, given: int = 0):
    return allot_numbers(lands, DeviceId(device), taken, size=size, kiosks=kiosks, last_given=given or None)


def test_a_small_range_is_shared_by_the_kiosks_and_half_stays_the_halls():
    lands, taken = service(1, 50), []
    for device in ("k1", "k2"):
        taken.append(allot(lands, taken, device))
    assert [(block.first, block.last) for block in taken] == [(39, 50), (26, 38)]
    assert line_end(lands, taken) == 25
    assert allot(lands, taken, "k3", kiosks=3) is None, "nothing is left above the hall's half"


def test_what_was_given_today_is_never_within_a_block():
    block = allot(service(), [], "k1", kiosks=1, given=950)
    assert block is not None
    assert (block.first, block.last) == (951, 999)
    assert allot(service(), [], "k1", kiosks=1, given=999) is None


def test_without_numbers_to_keep_there_is_no_block():
    assert allot(service(), [], "k1", size=0) is None
    assert allot(service(5, 5), [], "k1") is None


def test_a_block_outside_a_changed_range_no_longer_counts():
    block = NumberBlock(L, DeviceId("k1"), 900, 999)
    assert fits(block, service())
    assert not fits(block, service(1, 500))
    assert line_end(service(1, 500), [block]) == 500
    assert line_end(service(), []) == 999


@given(
    first=st.integers(1, 500),
    numbers=st.integers(1, 999),
    size=st.integers(0, 300),
    kiosks=st.integers(1, 6),
    last_given=st.integers(0, 999),
)
def test_blocks_never_overlap_and_leave_half(first: int, numbers: int, size: int, kiosks: int, last_given: int):
    lands = service(first, first + numbers - 1)
    taken: list[NumberBlock] = []
    for at in range(kiosks):
        block = allot(lands, taken, f"k{at}", size=size, kiosks=kiosks, given=last_given)
        if block is not None:
            assert fits(block, lands)
            taken.append(block)
    kept = [number for block in taken for number in range(block.first, block.last + 1)]
    assert len(set(kept)) == len(kept)
    assert len(kept) <= numbers // 2
    assert all(number > max(line_end(lands, taken), last_given) for number in kept)
