"""Answers, topics and claim cards as replies; pure functions from values to values."""
