"""Tanya Sirekap: answers questions about Sirekap with literal, cited passages of articles."""

__version__ = "0.1.0"
