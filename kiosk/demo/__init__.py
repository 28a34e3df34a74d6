"""The paper of the demo's printer, shown beside the kiosk."""
