"""Settings: all that is wrong is said at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from central.config import CentralConfig, check_hall
from central.errors import ConfigError


def test_without_a_database_it_is_a_file_in_the_data_folder() -> None:
    assert CentralConfig(Path("d")).checked().database_url == "sqlite:///d/centre.sqlite"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_postgresql_address_gets_the_driver_that_is_installed(scheme: str) -> None:
    config = CentralConfig(Path("d"), database=f"{scheme}://u@localhost/n").checked()
    assert config.database_url == "postgresql+psycopg://u@localhost/n"


def test_a_database_on_another_machine_is_verified_or_named_as_an_exception() -> None:
    remote = "postgresql://dawr@/dawr?host=node-a:5432&host=node-b:5432"
    with pytest.raises(ConfigError, match="sslmode=verify-full"):
        CentralConfig(Path("d"), database=remote).checked()
    CentralConfig(Path("d"), database=f"{remote}&sslmode=verify-full").checked()
    CentralConfig(Path("d"), database=remote, allow_plain_database=True).checked()


def test_all_problems_are_told_together() -> None:
    host = "0.0.0.0"  # noqa: S104 - the refusal's subject
    with pytest.raises(ConfigError) as refused:
        CentralConfig(Path("d"), database="mysql://x", host=host, port=70000, open_pages=True).checked()
    assert [line.split()[0] for line in str(refused.value).splitlines()] == ["--database:", "--port", "--open-pages"]


@pytest.mark.parametrize("name", ["Moon", "Asia", "", "../etc/passwd", "Asia/Muscat\n"])
def test_a_time_zone_that_is_none_is_told_before_a_day_is_counted_by_it(name: str) -> None:
    with pytest.raises(ConfigError, match="no such time zone"):
        CentralConfig(Path("d"), time_zone=name).checked()


@pytest.mark.parametrize("lease_s", [0, -3])
def test_a_lease_lasts(lease_s: int) -> None:
    with pytest.raises(ConfigError, match=f"--lease-s {lease_s}: "):
        CentralConfig(Path("d"), lease_s=lease_s).checked()


@pytest.mark.parametrize("name", ["1", "muscat", "hall-12_b", "a" * 40])
def test_a_hall_name_fits_an_address(name: str) -> None:
    assert check_hall(name) == name


@pytest.mark.parametrize("name", ["", "-1", "A", "قاعة", "a/b", "a" * 41, "1\n"])
def test_other_hall_names_are_refused(name: str) -> None:
    with pytest.raises(ConfigError, match="a-z"):
        check_hall(name)
