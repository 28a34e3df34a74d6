from __future__ import annotations

import dataclasses

from hall.appointments.model import facts as appointments_facts
from hall.kernel.facts import Fact


def test_no_fact_about_officials_names_a_visitor() -> None:
    kinds = [one for one in vars(appointments_facts).values() if dataclasses.is_dataclass(one) and one is not Fact]
    fields = {field.name for kind in kinds for field in dataclasses.fields(kind)}
    assert len(kinds) >= 4
    assert not fields & {"name", "purpose", "phone", "sealed"}
