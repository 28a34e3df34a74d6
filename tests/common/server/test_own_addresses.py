"""The addresses of a machine, also on a network that ends at its own switch."""

from __future__ import annotations

import json
import os
import shutil
import socket
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from common.server.own_addresses import ipv4_in, own_addresses

ISOLATED = (
    "ip link add eth0 type veth peer name switch && "
    "ip link set lo up && ip link set switch up && ip link set eth0 up && "
    "ip address add 10.0.0.5/24 dev eth0 && ip -6 address add fd00::5/64 dev eth0 nodad && "
)
LIST = "import json; from common.server.own_addresses import own_addresses; print(json.dumps(sorted(own_addresses())))"
NAMES = (
    "import json; from hall.platform.tls.own_names import own_names; print(json.dumps(sorted(own_names('0.0.0.0'))))"
)
URL = (
    "import json; from common.server.listener import bound_socket, url_of; "
    "print(json.dumps(url_of(bound_socket('0.0.0.0', 8080))))"
)

needs_root = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or shutil.which("ip") is None, reason="needs root on Linux, and ip"
)


def on_an_isolated_network(program: str) -> list[str] | str:
    """Run a program on a machine whose network has no route, and return what it printed."""
    command = ["unshare", "--net", "sh", "-c", f'{ISOLATED} exec "$@"', "sh", sys.executable, "-c", program]
    printed: list[str] | str = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return printed


def test_the_addresses_are_those_of_the_kernels_entries() -> None:
    size = 40 if struct.calcsize("P") == 8 else 32
    named = {"lo": "127.0.0.1", "eth0": "10.0.0.5", "wlan0": "192.168.7.20"}
    entries = [
        struct.pack("16sHH4s", name.encode(), socket.AF_INET, 0, socket.inet_aton(address)).ljust(size, b"\0")
        for name, address in named.items()
    ]
    assert ipv4_in(b"".join(entries)) == list(named.values())


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_a_machine_on_a_network_has_an_address_and_no_loopback_is_among_them() -> None:
    routes = Path("/proc/net/route").read_text(encoding="ascii").splitlines()[1:]
    found = own_addresses()
    assert bool(found) or not routes
    assert not {"127.0.0.1", "::1"} & set(found)


@needs_root
def test_the_addresses_are_found_without_a_way_out() -> None:
    assert {"10.0.0.5", "fd00::5"} <= set(on_an_isolated_network(LIST))


@needs_root
def test_the_certificate_of_a_hall_without_a_way_out_stands_for_its_address() -> None:
    assert {"10.0.0.5", "fd00::5"} <= set(on_an_isolated_network(NAMES))


@needs_root
def test_the_url_without_a_way_out_has_the_address() -> None:
    assert on_an_isolated_network(URL) == "http://10.0.0.5:8080"
