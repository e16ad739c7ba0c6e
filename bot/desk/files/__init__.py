"""Article files as bytes: read, written whole or not at all, one line at a time."""
