"""The authority's case number is told from the sender's own."""

import pytest

from inspel_app.domain.form import FormTemplate
from inspel_app.forms.case_numbers import case_numbers


@pytest.mark.parametrize(
    ("text", "authority", "own"),
    [
        ("Inspel, dnr RUN 234–2025", "RUN 234–2025", None),
        ("Er beteckning: RUN 234-2025. Vår beteckning: KS 2025/117", "RUN 234-2025", "KS 2025/117"),
        ("Vårt dnr: 4711-2025", None, "4711-2025"),
        ("Dnr KS 2025-00123", None, "KS 2025-00123"),
        ("Svar på RUN 234–2025 (diarienummer FS 1.5-987-25)", "RUN 234–2025", "FS 1.5-987-25"),
        ("Den 12/6 kl 10.15 var vi 25 personer, tel 090-123 45", None, None),
    ],
)
def test_tells_case_numbers_apart(
    template: FormTemplate, text: str, authority: str | None, own: str | None
) -> None:
    assert case_numbers([text], [label.text for label in template.labels]) == (authority, own)
