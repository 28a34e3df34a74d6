"""Queue: what an agent does with the visit in hand."""
