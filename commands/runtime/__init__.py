"""What starts and watches programs: environment, supervision, locks. Only the standard library before set-up."""
