"""Inline mode: what is found for a query, page by page, as results to send."""
