"""What a person does: held keys, idle times, keypads on a serial line."""
