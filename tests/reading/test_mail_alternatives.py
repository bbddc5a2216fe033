"""A mail's text in several forms: one is read, and what only another says is kept."""

import pytest

from inspel_app.domain.document import Role
from inspel_app.domain.parcel import Mail
from inspel_app.reading.parcels import open_parcel
from tests.mails import mail

SAID = "Vi vill ha fler bussar på kvällarna så att unga kan ta sig hem."
MORE = "Elnätet måste byggas ut i inlandet innan industrin kan växa."


def opened(data: bytes) -> Mail:
    parcel = open_parcel(data, "a.eml")
    assert isinstance(parcel, Mail)
    return parcel


def texts(parcel: Mail, role: Role) -> list[str]:
    return [block.text for block in parcel.body.blocks if block.role is role]


@pytest.mark.parametrize(
    ("more", "is_told"),
    [
        (f"<p>{MORE}</p>", True),
        (f'<p style="display:none">{MORE}</p>', False),
        (f'<img src="https://a.example/b.png" alt="{MORE}">', False),
    ],
)
def test_what_only_the_html_says_is_kept(more: str, *, is_told: bool) -> None:
    parcel = opened(mail(SAID, html=f"<p>{SAID}</p>{more}"))
    assert texts(parcel, Role.BODY) == [SAID]
    assert texts(parcel, Role.STRAY) == [MORE]
    assert ("text-i-annan-form" in [p.code for p in parcel.problems]) == is_told


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{SAID.replace('fler', '<b>fler</b>')}</p>",
        f"<div>{SAID.upper()}</div>",
        f"<p>{SAID}</p><img src='cid:a' alt='Malå kommun'>",
        f"<p>{SAID}</p><blockquote type=cite><p>{MORE}</p></blockquote>",
    ],
)
def test_the_same_in_another_form_is_nothing_more(html: str) -> None:
    parcel = opened(mail(SAID, html=html))
    assert texts(parcel, Role.STRAY) == []
    assert parcel.problems == ()


def test_a_text_that_only_says_that_there_is_html_is_kept_too() -> None:
    parcel = opened(mail("Visa mejlet i webbläsaren.", html=f"<p>{SAID}</p><p>{MORE}</p>"))
    assert texts(parcel, Role.BODY) == [SAID, MORE]
    assert texts(parcel, Role.STRAY) == ["Visa mejlet i webbläsaren."]
    assert parcel.problems == ()
