"""What a person adds to a printer's address about the unit behind it: `?qr=picture`, `?half=no`, `?art=none`.

It outweighs what the unit shows. The same can be set for good by `main.py printer probe --set`.

>>> split_options("tcp://10.0.0.9?qr=picture")
('tcp://10.0.0.9', {'native_qr': <Known.NO: 'no'>})
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from printer.escpos.capabilities import Known

OPTIONS: dict[str, dict[str, dict[str, Known]]] = {
    "qr": {"own": {"native_qr": Known.YES}, "picture": {"native_qr": Known.NO}},
    "half": {"yes": {"half_resolution": Known.YES}, "no": {"half_resolution": Known.NO}},
    "art": {
        "none": {"nv_graphics": Known.NO, "ram_graphics": Known.NO},
        "nv": {"ram_graphics": Known.NO},
        "ram": {"nv_graphics": Known.NO},
    },
}
"""Each option's words and the abilities that they settle: whose QR code, doubled dots, where fixed parts are kept."""


class OptionError(ValueError):
    """An option has a word that it does not know; the text lists those it knows."""


def split_options(url: str) -> tuple[str, dict[str, Known]]:
    """Return the address without these options, and what they say of the unit; raises OptionError."""
    plain, mark, query = url.partition("?")
    given = parse_qsl(query, keep_blank_values=True)
    if not mark or not any(name in OPTIONS for name, _ in given):
        return url, {}
    told: dict[str, Known] = {}
    for name, word in given:
        if name in OPTIONS and word not in OPTIONS[name]:
            raise OptionError(f"{name} must be one of {', '.join(OPTIONS[name])}")
        told |= OPTIONS.get(name, {}).get(word, {})
    rest = urlencode([(name, word) for name, word in given if name not in OPTIONS])
    return f"{plain}?{rest}" if rest else plain, told
