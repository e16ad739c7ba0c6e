"""Measurements of speed, ours beside others' in one run; never a test that a slow machine fails."""
