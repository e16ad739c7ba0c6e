"""Load on several replicas at once: `python -m tests.load`."""
