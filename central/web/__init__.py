"""The centre over HTTP: pages for people, routes for halls, and what both share."""
