"""Release files for devices: whole or not at all, no newer than the hall, and only while the centre gives them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from common.files.durable import write_whole
from contracts.releases import PART_BYTES, OfferedRelease
from hall.devices.store.release_files import CENTRE, CONFIRMED_S, TECHNICIAN, ReleaseFiles

SYSTEM = "debian13"


@pytest.fixture
def files(tmp_path: Path) -> ReleaseFiles:
    return ReleaseFiles(tmp_path / "for-devices")


def put(files: ReleaseFiles, version: str, giver: str = CENTRE, system: str = SYSTEM) -> OfferedRelease:
    name = f"dawr-{version}-{system}.tar"
    source = files.folder.parent / name
    content = version.encode() + bytes(PART_BYTES)
    source.write_bytes(content)
    write_whole(source.with_name(name + ".sig"), "signature\n")
    offer = OfferedRelease(version, name, len(content), 2, "0" * 64, "signature")
    files.keep(source, offer, giver)
    return offer


def test_the_newest_one_that_is_no_newer_than_the_hall_is_offered_in_parts(files: ReleaseFiles) -> None:
    assert files.offered(SYSTEM, "0.3.0") is None
    by_hand, _ = put(files, "0.2.5", TECHNICIAN), put(files, "0.4.0")
    assert files.offered(SYSTEM, "0.3.0") == by_hand
    offer = put(files, "0.3.0")
    assert files.offered(SYSTEM, "0.3.0+29a99d66") == offer
    assert files.offered("debian12", "0.3.0") is None
    assert files.read_part(offer, 0) + files.read_part(offer, 1) == b"0.3.0" + bytes(PART_BYTES)
    files.drop(CENTRE, SYSTEM)
    assert files.offered(SYSTEM, "0.3.0") == by_hand
    assert sorted(one.name for one in (files.folder / CENTRE).iterdir()) == []


def test_what_the_centre_has_not_confirmed_for_a_while_is_not_offered(files: ReleaseFiles) -> None:
    offer, mark = put(files, "0.3.0"), files.folder / CENTRE / "dawr-0.3.0-debian13.tar.json"
    before = mark.stat().st_mtime - CONFIRMED_S - 1
    os.utime(mark, (before, before))
    assert files.offered(SYSTEM, "0.3.0") is None
    assert files.confirm(offer)
    assert files.offered(SYSTEM, "0.3.0") == offer
    assert not files.confirm(OfferedRelease("0.3.0", offer.name, 1, 1, "1" * 64, "another"))


def test_a_file_that_a_power_cut_left_empty_is_not_confirmed(files: ReleaseFiles) -> None:
    offer = put(files, "0.3.0")
    (files.folder / CENTRE / offer.name).write_bytes(b"")
    assert not files.confirm(offer)
    assert put(files, "0.3.0") == offer
    assert files.confirm(offer)


def test_no_offer_stands_while_its_file_is_replaced(files: ReleaseFiles) -> None:
    offer = put(files, "0.3.0", TECHNICIAN)
    with pytest.raises(FileNotFoundError):
        files.keep(files.folder / "stick-was-pulled" / offer.name, offer, TECHNICIAN)
    assert files.offered(SYSTEM, "0.3.0") is None


def test_a_file_and_its_signature_are_on_the_disk_before_their_offer(
    files: ReleaseFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def noted(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        real(handle)

    monkeypatch.setattr(os, "fsync", noted)
    offer = put(files, "0.3.0", TECHNICIAN)
    order = [synced.index(name) for name in (f"{offer.name}.part", f"{offer.name}.sig.part")]
    assert max(order) < next(at for at, name in enumerate(synced) if name.startswith(f"{offer.name}.json"))


def test_a_file_without_its_offer_or_with_a_broken_one_is_none(files: ReleaseFiles) -> None:
    offer = put(files, "0.3.0", TECHNICIAN)
    mark = files.folder / TECHNICIAN / f"{offer.name}.json"
    mark.write_text("{", encoding="utf-8")
    assert files.offered(SYSTEM, "0.3.0") is None
    with pytest.raises(FileNotFoundError):
        files.read_part(offer, 0)


def test_one_file_stays_for_each_system(files: ReleaseFiles) -> None:
    for version in ("0.2.0", "0.3.0"):
        for system in ("debian12", "debian13"):
            put(files, version, CENTRE, system)
    assert sorted(one.name for one in (files.folder / CENTRE).glob("*.tar")) == [
        "dawr-0.3.0-debian12.tar",
        "dawr-0.3.0-debian13.tar",
    ]
