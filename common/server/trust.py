"""Trust one authority and no other: what a client of a hall needs for HTTPS."""

from __future__ import annotations

import http.client
import ssl
from pathlib import Path
from urllib.parse import urlsplit

from common.text.program_name import program_name

AUTHORITY_PATH = "/authority.crt"
"""Where a hall offers the certificate of its authority, without a token."""
AUTHORITY_FILE = ".hall.pem"
"""How the file ends that stands beside a device's token file."""
_LONGEST = 65_536
WRONG_HALL = (
    "what answers at {url} is not the hall of this pairing string: send nothing, look at the address and the network "
    "cable, and make a new pairing code at the hall"
)
REFUSED = (
    "the certificate of {url} is not of the hall that this device was paired with ({why}): look at the address and at "
    f"the network; if the hall has a new authority, pair the device again ({program_name()} pair)"
)
WRONG_TIME = "the certificate of {url} is not valid at this machine's time ({why}): set date and time of this machine"
_TIME_ERRORS = {9, 10}
"""X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_CERT_HAS_EXPIRED."""


class WrongHallError(Exception):
    """Something answers, and its authority is not the one that the pairing string names."""


HALL_CA_HELP = (
    f"PEM file of the hall's authority, for https://; {program_name()} pair puts it beside the token, where it is found"
)


def hall_authority(given: Path | None, token_file: Path | None) -> tuple[Path | None, str]:
    """Return the authority that a device trusts, and what is wrong with the option.

    Unless one is given it stands beside the token; without a file the system's authorities are trusted.
    """
    if given is not None:
        return given, "" if given.is_file() else f"--hall-ca {given}: there is no such file"
    beside = authority_file(token_file) if token_file is not None else None
    return (beside if beside is not None and beside.is_file() else None), ""


def authority_file(token_file: Path) -> Path:
    """Return where the authority of a paired device's hall stands.

    >>> authority_file(Path("/var/lib/dawr-kiosk/kiosk.token"))
    PosixPath('/var/lib/dawr-kiosk/kiosk.hall.pem')
    """
    return token_file.with_suffix(AUTHORITY_FILE)


def trust_of(authority: Path | str | None) -> ssl.SSLContext:
    """Return what a client trusts: the authority of the file, or of the PEM text, alone; None: the system's.

    Raise OSError for a file that holds no certificate.
    """
    if isinstance(authority, str):
        return ssl.create_default_context(cadata=authority)
    return ssl.create_default_context(cafile=None if authority is None else str(authority))


def system_authorities() -> str | bool:
    """Return what `requests` has to verify with where no file names an authority: those of the machine.

    Left alone it trusts the list of public ones that it brings along, and not what the ministry installed here.
    """
    paths = ssl.get_default_verify_paths()
    return paths.cafile or paths.capath or True


def certificate_refused(error: Exception, url: str) -> str | None:
    """Return in a sentence what to do where a certificate was refused; None for another error."""
    if not isinstance(error, ssl.SSLCertVerificationError):
        return None
    told = WRONG_TIME if error.verify_code in _TIME_ERRORS else REFUSED
    return told.format(url=url, why=error.verify_message)


def offered_authority(url: str, timeout_s: float) -> bytes:
    """Return the certificate (DER) that the hall at an https:// address offers; nothing secret is sent to ask for it.

    Nobody has vouched for it yet: the caller compares its fingerprint. Raise OSError or HTTPException without an
    answer, ValueError where what came is no certificate.
    """
    place = urlsplit(url)
    unchecked = ssl.create_default_context()
    unchecked.check_hostname, unchecked.verify_mode = False, ssl.CERT_NONE
    connection = http.client.HTTPSConnection(place.hostname or "", place.port, timeout=timeout_s, context=unchecked)
    try:
        connection.request("GET", AUTHORITY_PATH)
        told = connection.getresponse().read(_LONGEST)
    finally:
        connection.close()
    return ssl.PEM_cert_to_DER_cert(told.decode("ascii", "replace"))
