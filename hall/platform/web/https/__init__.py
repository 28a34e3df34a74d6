"""What a hall with HTTPS serves beside its app: its certificate, cookies bound to HTTPS, a plain port for visitors."""
