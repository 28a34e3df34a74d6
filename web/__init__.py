"""Web pages for hall heads; knows neither SQL nor the hall."""
