"""Where the centre listens, and what is said where it cannot."""

from __future__ import annotations

import socket

import pytest

from central.errors import ConfigError
from central.serve import bound_socket, url_of


def test_any_free_port_is_told() -> None:
    with bound_socket("127.0.0.1", 0) as listener:
        assert url_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_an_address_of_version_6_stands_in_brackets() -> None:
    with bound_socket("::1", 0) as listener:
        assert url_of(listener).startswith("http://[::1]:")


def test_a_port_that_is_taken_is_named_with_what_to_do() -> None:
    with bound_socket("127.0.0.1", 0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ConfigError, match=rf"127\.0\.0\.1 port {port}: .*choose another with --host and --port"):
            bound_socket("127.0.0.1", port)


def test_an_address_that_is_not_ours_is_named() -> None:
    with pytest.raises(ConfigError, match=r"192\.0\.2\.1"):
        bound_socket("192.0.2.1", 0)
