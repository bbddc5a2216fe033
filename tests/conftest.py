"""What holds for all tests."""

from hypothesis import settings

# How long an example takes depends on the machine; a test that hangs is found otherwise.
settings.register_profile("inspel", deadline=None)
settings.load_profile("inspel")
