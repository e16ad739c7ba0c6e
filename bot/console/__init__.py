"""The conversation in a terminal: how answers look there, and how people move through them."""
