"""A hall as a technician finds it: empty Debian machines on one switch without Internet, and the stick in each."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from tests.helpers.debian_root import debian_root
from tests.helpers.systemd_machine import SystemdMachine

NO_SCREEN = """[Service]
Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
StandardInput=null
TTYPath=
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
UtmpIdentifier=
"""
"""What these machines lack: a screen, a console and touch. All else of the unit stays as it is."""
FIRST_ADDRESS = 5
"""The first machine is 10.0.0.5, as in the technician's page, the next ones follow."""


class HallSite:
    """As a context: all machines on, then off. The switch that joins them ends at this machine."""

    def __init__(self, folder: Path, names: Sequence[str], stick: Path) -> None:
        self._folder, self._names, self._stick = folder, names, stick
        self._stack = ExitStack()
        self.machines: dict[str, SystemdMachine] = {}
        self.networks: dict[str, Path] = {}

    def __enter__(self) -> HallSite:
        try:
            switch = self._new_network()
            _do_in(switch, "ip link add switch type bridge && ip link set switch up")
            for number, name in enumerate(self._names):
                self.networks[name] = self._plug_in(switch, name, f"10.0.0.{FIRST_ADDRESS + number}")
                folder = self._folder / name
                folder.mkdir()
                machine = SystemdMachine(
                    folder, base=debian_root("debian13"), stick=self._stick, network=self.networks[name]
                )
                self.machines[name] = self._stack.enter_context(machine)
            for name in {"kiosk", "board"} & set(self._names):
                place = f"/etc/systemd/system/dawr-{name}.service.d"
                self.machines[name].run(f"mkdir -p {place} && cat >{place}/no-screen.conf <<'E'\n{NO_SCREEN}E\n")
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.close()

    def cut_power(self) -> None:
        """End everything in all machines at once."""
        with ThreadPoolExecutor() as hands:
            list(hands.map(SystemdMachine.cut_power, self.machines.values()))

    def switch_on(self) -> None:
        """Start all machines, and return when each has started what belongs to its start."""
        with ThreadPoolExecutor() as hands:
            list(hands.map(SystemdMachine.switch_on, self.machines.values()))

    def cpu_s(self) -> float:
        """Return how long all machines have kept a processor busy."""
        return sum(machine.cpu_s() for machine in self.machines.values())

    def _plug_in(self, switch: Path, name: str, address: str) -> Path:
        """Give a machine a cable to the switch and an address without a default route."""
        network = self._new_network()
        _do_in(
            switch,
            f"ip link add {name} type veth peer name eth0 netns {network} && "
            f"ip link set {name} master switch && ip link set {name} up",
        )
        _do_in(network, f"ip address add {address}/24 dev eth0 && ip link set eth0 up")
        return network

    def _new_network(self) -> Path:
        """Return a network of this machine's kernel that ends with this site."""
        holder = subprocess.Popen(
            ["unshare", "--net", "sh", "-c", "ip link set lo up && echo up && exec sleep infinity"],
            stdout=subprocess.PIPE,
        )
        self._stack.callback(holder.wait)
        self._stack.callback(holder.kill)
        assert holder.stdout is not None
        self._stack.callback(holder.stdout.close)
        assert holder.stdout.readline() == b"up\n"
        return Path(f"/proc/{holder.pid}/ns/net")


def _do_in(network: Path, command: str) -> None:
    subprocess.run(["nsenter", f"--net={network}", "sh", "-ec", command], check=True)
