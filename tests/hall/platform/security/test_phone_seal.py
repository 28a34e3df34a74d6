"""What is sealed opens for its own visit and day alone, and never again once the day's key is gone."""

from __future__ import annotations

import json
import stat
import threading
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hall.kernel.ids import VisitId
from hall.platform.security.phone_seal import PhoneSeal

TODAY, BEFORE = date(2026, 11, 24), date(2026, 11, 23)
NUMBER = "+96891234567"


@pytest.fixture
def seal(tmp_path: Path) -> PhoneSeal:
    return PhoneSeal(tmp_path / "phones.keys")


def test_a_number_comes_back_and_does_not_show(seal: PhoneSeal) -> None:
    sealed = seal.seal(TODAY, "v1", NUMBER)
    assert seal.open(TODAY, "v1", sealed) == NUMBER
    assert NUMBER.encode() not in sealed
    assert NUMBER.encode()[-6:] not in sealed


def test_the_same_number_never_looks_the_same_nor_tells_its_length(seal: PhoneSeal) -> None:
    sealed = {seal.seal(TODAY, "v1", NUMBER) for _ in range(50)}
    assert len(sealed) == 50
    assert {len(one) for one in sealed} == {len(seal.seal(TODAY, "v1", "+12345678"))}


def test_it_opens_for_no_other_visit_no_other_day_and_not_once_it_was_touched(seal: PhoneSeal) -> None:
    sealed = seal.seal(TODAY, "v1", NUMBER)
    seal.seal(BEFORE, "v0", NUMBER)
    assert seal.open(TODAY, "v2", sealed) is None
    assert seal.open(BEFORE, "v1", sealed) is None
    for at in range(len(sealed)):
        touched = bytes(byte ^ (at == place) for place, byte in enumerate(sealed))
        assert seal.open(TODAY, "v1", touched) is None
    assert seal.open(TODAY, "v1", b"") is None


def test_what_is_sealed_is_aes_gcm_of_the_filled_up_number_bound_to_day_and_visit(
    seal: PhoneSeal, tmp_path: Path
) -> None:
    sealed = seal.seal(TODAY, "v1", NUMBER)
    key = bytes.fromhex(json.loads((tmp_path / "phones.keys").read_text())["2026-11-24"])
    nonce, hidden = sealed[:12], sealed[12:]
    assert AESGCM(key).decrypt(nonce, hidden, b"2026-11-24 v1") == NUMBER.encode().ljust(24, b"\0")
    assert len(key) == 32


def test_it_opens_on_no_other_day_even_under_the_same_key(seal: PhoneSeal, tmp_path: Path) -> None:
    sealed = seal.seal(TODAY, "v1", NUMBER)
    file = tmp_path / "phones.keys"
    key = json.loads(file.read_text())["2026-11-24"]
    file.write_text(json.dumps({"2026-11-24": key, "2026-11-23": key}))
    assert seal.open(BEFORE, "v1", sealed) is None
    assert seal.matching(BEFORE, NUMBER, [(VisitId("v1"), sealed)]) == set()
    assert seal.open(TODAY, "v1", sealed) == NUMBER


def test_each_seal_has_a_nonce_that_no_other_has(seal: PhoneSeal) -> None:
    assert len({seal.seal(TODAY, "v1", NUMBER)[:12] for _ in range(500)}) == 500


def test_an_old_copy_stays_dead_when_its_day_gets_a_key_again(seal: PhoneSeal) -> None:
    copied = seal.seal(BEFORE, "v1", NUMBER)
    seal.forget(but={TODAY})
    again = seal.seal(BEFORE, "v1", NUMBER)
    assert seal.open(BEFORE, "v1", copied) is None
    assert seal.open(BEFORE, "v1", again) == NUMBER


@pytest.mark.parametrize("length", [0, 1, 11, 12, 28, 51, 53, 72])
def test_bytes_of_another_length_open_as_nothing(seal: PhoneSeal, length: int) -> None:
    sealed = seal.seal(TODAY, "v1", NUMBER)
    assert len(sealed) == 52
    assert seal.open(TODAY, "v1", (sealed * 2)[:length]) is None


def test_a_day_whose_key_is_erased_is_dead_in_every_copy(seal: PhoneSeal, tmp_path: Path) -> None:
    sealed = seal.seal(BEFORE, "v1", NUMBER)
    kept = seal.seal(TODAY, "v2", NUMBER)
    assert seal.forget(but={TODAY}) == 1
    assert seal.open(BEFORE, "v1", sealed) is None
    assert seal.open(TODAY, "v2", kept) == NUMBER
    assert list(json.loads((tmp_path / "phones.keys").read_text())) == ["2026-11-24"]
    assert seal.forget(but={TODAY}) == 0


def test_the_file_is_its_owners_and_the_next_run_opens_what_this_one_sealed(seal: PhoneSeal, tmp_path: Path) -> None:
    sealed = seal.seal(TODAY, "v1", NUMBER)
    file = tmp_path / "phones.keys"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert PhoneSeal(file).open(TODAY, "v1", sealed) == NUMBER


def test_a_number_that_is_none_is_a_bug(seal: PhoneSeal) -> None:
    with pytest.raises(ValueError, match="at most 24"):
        seal.seal(TODAY, "v1", "+" + "1" * 30)


def test_many_threads_share_one_key_a_day(seal: PhoneSeal) -> None:
    sealed: list[bytes] = []
    threads = [threading.Thread(target=lambda: sealed.append(seal.seal(TODAY, "v1", NUMBER))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {seal.open(TODAY, "v1", one) for one in sealed} == {NUMBER}


def test_all_of_a_day_are_looked_through_for_one_number(seal: PhoneSeal) -> None:
    sealed = [(name, seal.seal(TODAY, name, number)) for name, number in (("v1", NUMBER), ("v2", "+96899999999"))]
    sealed += [("v3", seal.seal(TODAY, "v3", NUMBER)), ("v4", sealed[0][1])]
    assert seal.matching(TODAY, NUMBER, sealed) == {"v1", "v3"}, "a seal of another visit opens for nobody"
    assert seal.matching(BEFORE, NUMBER, sealed) == set()
