"""From a source to what was understood of it: fetching, reading, and what is left to decide."""
