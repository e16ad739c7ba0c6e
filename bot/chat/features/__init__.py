"""One module for each feature; `register(application, host)` adds its handlers."""
