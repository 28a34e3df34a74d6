"""Between a hall and the centre: outbox entries, batches, settings, inbox."""
