"""Errors in words for the user."""

from inspel_app.errors import KnownError
from inspel_app.i18n import _
from inspel_app.services.faults import write_report


def explain(error: BaseException) -> str:
    """What happened and what to do; a fault of ours is reported to a file that is named."""
    if isinstance(error, KnownError):
        return str(error)
    try:
        path = write_report(error)
    except OSError:
        return _("Fel i programmet. Rapporten om felet kunde inte sparas.")
    return _("Fel i programmet. En rapport utan inspelens text finns i {path}.").format(path=path)
