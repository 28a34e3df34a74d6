"""The service day: opening check, hours, closing, holidays, prayer times, changes and notices of the day."""
