"""22 halls of 1,000 visits, 40 % of the requests sabotaged, everything killed at random: count what is lost."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.figures import Figure

HALLS, VISITS = 22, 1000


def run() -> list[Figure]:
    """Print the proof's table and return its counts; without PostgreSQL the centre keeps its data in SQLite."""
    from tests.helpers.postgres import bin_dir, running_server
    from tests.helpers.sync_proof import proof, table

    with tempfile.TemporaryDirectory(prefix="dawr-proof-") as folder:
        try:
            bin_dir()
        except RuntimeError:
            with proof(Path(folder), halls=HALLS, visits=VISITS) as one:
                one.run()
        else:
            with (
                running_server() as server,
                proof(Path(folder), halls=HALLS, visits=VISITS, database=server.create_database()) as one,
            ):
                one.run()
    print(table(one.rows, one.faults), flush=True)
    rows = one.rows
    return [
        Figure(f"nothing lost: visits of {HALLS} halls sent through sabotage and kills", rows[-1].visits, "visits"),
        Figure("… requests sabotaged", sum(r.sabotaged for r in rows) / sum(r.requests for r in rows) * 100, "%"),
        Figure("… visits lost", sum(r.lost for r in rows), "visits", 0),
        Figure("… visits doubled", sum(r.doubled for r in rows), "visits", 0),
        Figure("… unreadable entries not in quarantine", sum(r.poison - r.quarantined for r in rows), "entries", 0),
        Figure("… parts after which the digests of both sides differ", sum(not r.digests_equal for r in rows), "", 0),
    ]
