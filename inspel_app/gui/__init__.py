"""The window; the only part that knows Qt. It asks the services and owns no data."""
