"""The image and both Compose files, run by a real container engine where there is one."""
