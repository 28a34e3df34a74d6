"""The npm package `oidc-provider` as a process of the test, and a browser without a screen that signs in there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import requests

HERE = Path(__file__).parent
INSTALLED = HERE.parents[2] / ".venv" / "openid-provider"
SECRET = "a-secret-that-only-tests-know"


@dataclass(frozen=True)
class RealProvider:
    """A provider that answers at `issuer`; who is in which group stands in a file that it reads at each sign-in."""

    issuer: str
    folder: Path
    process: subprocess.Popen[str]

    def put(self, login: str, *groups: str, **claims: str) -> None:
        """Put somebody into these groups, and no others."""
        path = self.folder / "people.json"
        people = json.loads(path.read_text("utf-8"))
        people[login] = {"preferred_username": login, "name": login.title(), "groups": groups, **claims}
        path.write_text(json.dumps(people), "utf-8")

    def settings(self, address: str, groups: dict[str, str]) -> Path:
        """Write the settings of a centre or hall at `address`; `groups` gives each group its role."""
        (self.folder / "secret").write_text(SECRET)
        lines = [f'issuer = "{self.issuer}"', 'client_id = "dawr"', f'address = "{address}"']
        lines.append(f'client_secret_file = "{self.folder / "secret"}"')
        for name, role in groups.items():
            lines += ["[[group]]", f'name = "{name}"', f'role = "{role}"']
        path = self.folder / "single_sign_on.toml"
        path.write_text("\n".join(lines))
        return path

    def end(self) -> None:
        """Let the provider go down."""
        self.process.kill()
        self.process.wait(60)


@contextmanager
def running_provider(folder: Path, *redirects: str) -> Iterator[RealProvider]:
    """Run the provider, which sends browsers back to these addresses alone, until the end of the block."""
    install()
    folder.mkdir(exist_ok=True)
    (folder / "people.json").write_text("{}")
    command = ["node", str(HERE / "provider.mjs"), str(INSTALLED), str(folder / "people.json"), *redirects]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout
            found = re.fullmatch(r"provider: (\S+)", process.stdout.readline().strip())
            assert found
            yield RealProvider(found[1], folder, process)
        finally:
            process.kill()


def install() -> None:
    """Install the locked packages beside Python's own, where they are not there yet."""
    lock, mark = HERE / "package-lock.json", INSTALLED / "installed.json"
    if mark.exists() and mark.read_bytes() == lock.read_bytes():
        return
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", lock.name):
        shutil.copy(HERE / name, INSTALLED / name)
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    subprocess.run(["npm", "ci", *options], cwd=INSTALLED, check=True, timeout=280)
    shutil.copy(lock, mark)


def way_back(session: requests.Session, begin: str, login: str) -> str:
    """Begin a sign-in at our page `begin`, type `login` at the provider, and return the address it sends us back to."""
    ours = begin.rpartition("/sign-in")[0]
    answer = session.get(begin, allow_redirects=False, timeout=60)
    while True:
        if answer.is_redirect:
            address = urljoin(answer.url, answer.headers["Location"])
            if address.startswith(ours):
                return address
            answer = session.get(address, allow_redirects=False, timeout=60)
            continue
        form = re.search(r'action="([^"]+)"', answer.text)
        assert form, answer.text[:2000]
        typed = {"prompt": "login", "login": login, "password": "anything"}
        answer = session.post(urljoin(answer.url, unescape(form[1])), data=typed, allow_redirects=False, timeout=60)
