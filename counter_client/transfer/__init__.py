"""The transfer of a visit: what its sheet holds, what its keys mean, what it shows and what it sends. No Qt."""
