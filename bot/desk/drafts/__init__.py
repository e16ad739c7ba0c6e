"""Drafts: kept, filled in, labelled, and judged before they become articles."""
