"""The steps of the schema, each named for what it brings; `down_revision` orders them."""
