"""How long a visitor will wait: history, forecast, calibration, accuracy, advice and staffing plan."""
