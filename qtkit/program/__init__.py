"""A Qt program's life: start, options, one instance, crash, watchdog, background jobs."""
