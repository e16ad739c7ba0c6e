"""What holds for every test."""

from hypothesis import settings

# A deadline would measure the machine, which others use as well.
settings.register_profile(
    "untimed", settings.get_profile(settings.get_current_profile_name()), deadline=None
)
settings.load_profile("untimed")
