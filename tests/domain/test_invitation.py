"""Who was invited, and of whom something has come."""

from inspel_app.domain.form import ActorType
from inspel_app.domain.invitation import Attendance, Invitation

MALA = Invitation("Malå kommun", ActorType.KOMMUN, "Malå", ("a",))
ASELE = Invitation("Åsele kommun", ActorType.KOMMUN, "Åsele")
UNKNOWN = Invitation("Byalaget")


def test_each_kind_of_those_invited_is_told_with_how_many_have_sent_in() -> None:
    told = Attendance((UNKNOWN, MALA, ASELE))
    assert told.answered == (MALA,)
    assert told.silent == (UNKNOWN, ASELE)
    assert told.by_type() == ((ActorType.KOMMUN, 2, 1), (None, 1, 0))
    assert Attendance(()).by_type() == ()
