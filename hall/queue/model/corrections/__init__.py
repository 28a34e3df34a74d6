"""Queue: put right what was recorded wrongly, with the old value kept."""
