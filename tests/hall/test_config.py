"""HallConfig: from flags and HALL_* variables, with every problem told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from hall.config import ConfigError, HallConfig, read_config


def test_without_a_word_the_hall_is_local_and_on_sqlite() -> None:
    config = read_config({}, {"PATH": "/bin"})
    assert config == HallConfig()
    assert config.database_url == "sqlite:///hall-data/hall.sqlite"
    assert config.host == "127.0.0.1"


def test_flags_win_over_variables(tmp_path: Path) -> None:
    config = read_config({"port": "0", "data": str(tmp_path)}, {"HALL_PORT": "81", "HALL_CENTRE": "https://centre/"})
    assert (config.port, config.data, config.centre) == (0, tmp_path, "https://centre")


@pytest.mark.parametrize(
    ("given", "database"),
    [
        ("postgresql://hall@db/hall", "postgresql+psycopg://hall@db/hall"),
        ("postgresql+psycopg://hall@db/hall", "postgresql+psycopg://hall@db/hall"),
        ("sqlite:///x.sqlite", "sqlite:///x.sqlite"),
    ],
)
def test_a_database_is_named_by_its_address(given: str, database: str) -> None:
    assert read_config({"database": given}, {}).database_url == database


def test_a_proxy_is_named_by_its_addresses() -> None:
    assert read_config({"trusted_proxy": "127.0.0.1, ::1"}, {}).trusted_proxy == {"127.0.0.1", "::1"}
    with pytest.raises(ConfigError, match=r"trusted-proxy: 'nginx' does not appear to be"):
        read_config({"trusted_proxy": "nginx"}, {})


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    wrong = {
        "port": "70000",
        "database": "mysql://root:secret@db",
        "centre": "centre",
        "centre_ca": str(tmp_path / "none.pem"),
        "data": str(tmp_path / "file"),
        "copies_kept": "0",
        "takeover_wait_s": "x",
        "centre_token_file": " ",
    }
    with pytest.raises(ConfigError) as refused:
        read_config(wrong, {"HALL_PROT": "1"})
    told = str(refused.value)
    assert len(refused.value.problems) == len(wrong) + 1
    assert "HALL_PROT: no such setting" in told
    assert "port: expected a whole number from 0 to 65535, got '70000'" in told
    assert "secret" not in told


@pytest.mark.parametrize("name", ["centre", "messages"])
@pytest.mark.parametrize(
    "host", ["centre.example", "10.0.0.9:8000", "127.0.0.1.example", "[2001:db8::1]", "localhost.om"]
)
def test_tokens_and_numbers_leave_the_machine_encrypted_or_not_at_all(name: str, host: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config({name: f"http://{host}"}, {})
    assert [problem.partition(":")[0] for problem in caught.value.problems] == [name]
    assert "https://" in caught.value.problems[0]
    assert "--allow-plain-http" in caught.value.problems[0]
    with pytest.raises(ConfigError):
        read_config({}, {f"HALL_{name.upper()}": f"HTTP://{host}"})


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9", "http://127.9.9.9", "http://localhost:9", "http://[::1]:9", "https://centre.example"],
)
def test_this_machine_and_https_need_no_permission(address: str) -> None:
    assert read_config({"centre": address, "messages": address}, {}).messages == address


def test_plain_http_is_used_where_a_setting_allows_it() -> None:
    given = {"centre": "http://centre.example", "messages": "http://10.0.0.9"}
    assert read_config({**given, "allow_plain_http": "yes"}, {}).centre == "http://centre.example"
    assert read_config(given, {"HALL_ALLOW_PLAIN_HTTP": "yes"}).messages == "http://10.0.0.9"
    for word in ("no", "perhaps"):
        with pytest.raises(ConfigError):
            read_config({**given, "allow_plain_http": word}, {})
