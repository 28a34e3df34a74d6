"""Listening: an address that is taken says so, and the URL is one that a browser can open."""

from __future__ import annotations

import socket

import pytest

from common.server.listener import ListenError, bound_socket, url_of


def test_port_zero_takes_a_free_one() -> None:
    with bound_socket("127.0.0.1", 0) as listener:
        assert url_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_a_port_that_is_taken_says_what_to_do() -> None:
    with bound_socket("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(ListenError, match=f"port {port}: .*choose another --port"):
            bound_socket("127.0.0.1", port)


def test_an_address_that_is_not_ours_says_so() -> None:
    with pytest.raises(ListenError, match=r"203\.0\.113\.7 .*--host takes an address of this machine"):
        bound_socket("203.0.113.7", 0)


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
def test_an_ipv6_address_is_written_as_browsers_take_it() -> None:
    with bound_socket("::1", 0) as listener:
        assert url_of(listener).startswith("http://[::1]:")


def test_a_hall_on_every_address_tells_one_that_a_phone_can_open() -> None:
    with bound_socket("0.0.0.0", 0) as listener:  # noqa: S104 - what a hall on the LAN is started with
        told = url_of(listener)
        port = listener.getsockname()[1]
        own = told.removeprefix("http://").removesuffix(f":{port}")
        assert own != "0.0.0.0"  # noqa: S104 - the address that no phone can open
        with socket.create_connection((own, port), timeout=60):
            assert url_of(listener, lambda _family: "10.1.2.3") == f"http://10.1.2.3:{port}"


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
def test_every_ipv6_address_is_told_as_one_of_them() -> None:
    with bound_socket("::", 0) as listener:
        assert url_of(listener, lambda _family: "fd00::7").startswith("http://[fd00::7]:")
        assert "[::]" not in url_of(listener)
