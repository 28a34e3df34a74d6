"""Tell systemd that a service is up and alive."""
