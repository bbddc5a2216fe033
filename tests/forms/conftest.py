"""The real form, as the program ships it."""

import pytest

from inspel_app.domain.form import FormTemplate
from inspel_app.resources import load_form


@pytest.fixture(scope="session")
def template() -> FormTemplate:
    return load_form("vasterbotten-2025")
