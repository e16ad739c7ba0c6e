"""Everything that users read, in Indonesian, one module per audience; no other file holds it."""
