"""What the bot survives, with figures: `python -m tests.reliability`; small runs are tests."""
