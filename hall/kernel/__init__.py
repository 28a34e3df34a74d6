"""What every capability uses: ids, moments, refusals, facts, settings."""
