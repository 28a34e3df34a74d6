"""A hall is built from its config, stops cleanly and starts again where it stopped; on SQLite and on PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from hall.composition.bootstrap import build_hall
from hall.config import HallConfig
from hall.platform.db.engine import StoreError
from hall.platform.security.access import Role
from hall.platform.security.secret import SecretError
from hall.settings.setup.file import SetupError
from tests.helpers.hall_in_a_thread import SETUP, good, hall_in_a_thread, refused
from tests.helpers.replacing import replace

HERE = "http://127.0.0.1:1"


@pytest.fixture
def config(tmp_path: Path) -> HallConfig:
    file = tmp_path / "hall.toml"
    file.write_text(SETUP, encoding="utf-8")
    return HallConfig(data=tmp_path / "data", setup=file)


def test_a_day_of_one_visit_on_both_databases(tmp_path: Path, database_url: str) -> None:
    with hall_in_a_thread(tmp_path, database=database_url) as hall:
        agent = hall.sign_in()
        key = {"Idempotency-Key": "k1"}
        first = good(hall.post("/visits", "kiosk", {"service": "A", "language": "ar"}, headers=key), 201)
        assert good(hall.post("/visits", "kiosk", {"service": "A", "language": "ar"}, headers=key), 201) == first
        assert good(hall.post("/counters/1/call-next", agent))["visit"] == first["visit"]
        assert [call["ticket"] for call in good(hall.get("/board", "board"))["calls"]] == ["A001"]
        good(hall.post("/counters/1/begin", agent))
        good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
        refused(hall.post("/visits", "kiosk", {"service": "A", "language": "a" * 17}), "field_invalid", 422)
        refused(hall.get("/visits/%00", "head"), "field_invalid", 422)
        assert good(hall.get("/queues", "head"))["services"][0]["served"] == 1


def test_a_hall_starts_again_where_it_stopped(config: HallConfig) -> None:
    first = build_hall(config, address=HERE, pin_memory_kib=64)
    head, (device, token) = first.staff_token(Role.HEAD, "head"), first.enrol("kiosk", "door")
    stream = first.hub.stream
    first.stop()
    again = build_hall(replace(config, setup=None), address=HERE, pin_memory_kib=64)
    try:
        assert again.hub.stream == stream
        assert again.staff_token(Role.HEAD, "head") == head
        assert again.secret.token("device", device) == token
        assert again.store.settings().names["en"] == "Test Hall"
    finally:
        again.stop()


def test_a_pin_that_was_changed_is_not_set_back_by_the_set_up_file(config: HallConfig) -> None:
    first = build_hall(config, address=HERE, pin_memory_kib=64)
    changed = first.pins.hash_now("9999", "salim")
    first.store.commands.run(lambda work, _now: work.identities.set_pin_hash("salim", changed)).result()
    first.stop()
    again = build_hall(config, address=HERE, pin_memory_kib=64)
    try:
        kept = again.store.reads.read(lambda work, _now: work.identities.pin_hash("salim")).result()
        assert kept == changed
    finally:
        again.stop()


def test_a_second_hall_on_the_same_database_is_refused(config: HallConfig) -> None:
    first = build_hall(config, address=HERE, pin_memory_kib=64)
    try:
        with pytest.raises(StoreError, match="already runs on this database"):
            build_hall(config, address=HERE)
    finally:
        first.stop()


def test_what_a_killed_hall_left_half_written_is_removed_at_the_next_start(config: HallConfig) -> None:
    build_hall(config, address=HERE, pin_memory_kib=64).stop()
    (config.data / "copies").mkdir(exist_ok=True)
    names = ["hall.mark.4711-140.part", "phone_keys.4711-140.part", "copies/hall-20261125T030000.000Z.sqlite.part"]
    drafts = [config.data / name for name in names]
    for draft in drafts:
        draft.write_text("half of")
    running = build_hall(config, address=HERE, pin_memory_kib=64)
    try:
        assert [draft.name for draft in drafts if draft.exists()] == []
        drafts[0].write_text("being written")
        with pytest.raises(StoreError):
            build_hall(config, address=HERE, pin_memory_kib=64)
        assert drafts[0].exists(), "a second hall that may not start must not touch what the first is writing"
    finally:
        running.stop()


def test_a_hall_without_a_set_up_says_what_to_do(config: HallConfig) -> None:
    with pytest.raises(StoreError, match="--setup FILE"):
        build_hall(replace(config, setup=None), address=HERE)


def test_a_wrong_set_up_file_is_refused_with_all_its_mistakes(config: HallConfig) -> None:
    assert config.setup is not None
    config.setup.write_text(SETUP.replace('code = "test-hall"', "code = 7"), encoding="utf-8")
    with pytest.raises(SetupError, match=r"hall\.code"):
        build_hall(config, address=HERE)
    assert not config.data.exists(), "nothing has changed"


def test_a_broken_key_is_refused_before_anything_else(config: HallConfig) -> None:
    config.key_folder.mkdir()
    (config.key_folder / "hall.key").write_bytes(b"short")
    with pytest.raises(SecretError):
        build_hall(config, address=HERE)
    assert not (config.data / "hall.sqlite").exists()


def test_a_full_disk_is_among_the_reasons(config: HallConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    hall = build_hall(config, address=HERE, pin_memory_kib=64)
    try:
        assert hall.parts.health.reasons() == ()
        monkeypatch.setattr("hall.composition.background.DISK_LOW_BYTES", 10**18)
        assert hall.parts.health.reasons() == ("disk_low",)
    finally:
        hall.stop()
