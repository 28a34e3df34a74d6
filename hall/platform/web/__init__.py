"""The HTTP server: routing, who may call, bodies, problems, pages."""
