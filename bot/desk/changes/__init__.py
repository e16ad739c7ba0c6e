"""Changes of the corpus: published, corrected, retracted, undone, and remembered."""
