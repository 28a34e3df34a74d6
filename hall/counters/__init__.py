"""Who works at which counter: sign-in, breaks, help, automatic calls, reserved counters, prayer turns."""
