"""Web pages for staff and visitors: templates, scripts and texts; knows neither SQL nor the hall."""
