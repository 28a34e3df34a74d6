"""The hall's own certificate authority and the certificate that it serves HTTPS with."""
