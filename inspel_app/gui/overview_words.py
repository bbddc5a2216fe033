"""What the pictures of the overview show, as sentences made from their figures."""

from datetime import timedelta

from inspel_app.domain.coding import Codebook
from inspel_app.gui import words
from inspel_app.i18n import _, ngettext
from inspel_app.services.figures import Concord, Figures, Heat

_NAMED = 2
_LAST_DAYS = timedelta(days=3)
_SILENT = 4


def facts(figures: Figures) -> str:
    """How much there is, and when the round closed or closes."""
    parts = [
        words.inspel(figures.inspel),
        words.respondents(figures.respondents),
        words.points(figures.points),
    ]
    if figures.deadline:
        parts.append(_("sista dag {day}").format(day=words.written_day(figures.deadline)))
    return " · ".join(parts)


def heat(figures: Heat, codebook: Codebook) -> str:
    """What most is written about, and what nothing is."""
    totals = {code: figures.of_code(code) for code in figures.codes}
    most = sorted((c for c in totals if totals[c]), key=lambda c: -totals[c])[:_NAMED]
    if not most:
        return _("Här visas vem som skrivit om vad, när inspel har lästs in.")
    named = _(" och ").join(f"{codebook[c].title} ({c})" for c in most)
    sentence = _("Flest synpunkter rör {codes}.").format(codes=named)
    silent = [code for code in totals if not totals[code]]
    if silent:
        told = _("Ingen har skrivit om {codes}.").format(codes=", ".join(silent))
        sentence = f"{sentence} {told}"
    return sentence


def arrivals(figures: Figures) -> str:
    """When most came, and how many too late."""
    dated = sum(day.inspel for day in figures.days)
    if not dated:
        return _("Inget inspel har ett känt datum.") if figures.inspel else ""
    parts = []
    in_time = [day for day in figures.days if not day.late]
    last = sum(day.inspel for day in in_time if in_time[-1].day - day.day < _LAST_DAYS)
    if len(in_time) > _LAST_DAYS.days:
        text = _("{n} av {total} kom de sista tre dagarna.")
        parts.append(text.format(n=last, total=dated))
    late = sum(day.inspel for day in figures.days if day.late)
    if late:
        parts.append(ngettext("{n} kom för sent.", "{n} kom för sent.", late).format(n=late))
    if figures.undated:
        text = ngettext("{n} saknar datum.", "{n} saknar datum.", figures.undated)
        parts.append(text.format(n=figures.undated))
    return " ".join(parts)


def work(figures: Figures) -> str:
    """What is left for people to do."""
    left = figures.tagged.total - figures.tagged.done
    parts = []
    if figures.tagged.total:
        text = ngettext(
            "{n} synpunkt är inte kopplad av någon.",
            "{n} synpunkter är inte kopplade av någon.",
            left,
        )
        parts.append(text.format(n=left) if left else _("Alla synpunkter är kopplade."))
    if figures.doubtful:
        text = ngettext(
            "{n} osäkert ord är kvar att läsa.",
            "{n} osäkra ord är kvar att läsa.",
            figures.doubtful,
        )
        parts.append(text.format(n=figures.doubtful))
    return " ".join(parts)


def municipalities(figures: Figures) -> str:
    """Where the inspel come from, and of how many it is not known."""
    known = sum(len(numbers) for _place, numbers in figures.municipalities)
    if not known:
        return _("Inget inspel säger vilken kommun det kommer från.") if figures.inspel else ""
    places = len(figures.municipalities)
    told = ngettext("{n} kommun finns med.", "{n} kommuner finns med.", places)
    parts = [told.format(n=places)]
    if known < figures.inspel:
        unknown = figures.inspel - known
        text = ngettext(
            "{n} inspel säger inte var det kommer från.",
            "{n} inspel säger inte var de kommer från.",
            unknown,
        )
        parts.append(text.format(n=unknown))
    return " ".join(parts)


def invited(figures: Figures) -> str:
    """How many of those invited have answered, and some who have not."""
    came = figures.attendance
    if not came.invited:
        return _("Skriv in vilka som var inbjudna, så syns här vilka som inte har svarat.")
    told = _("{n} av {total} inbjudna har svarat.").format(
        n=len(came.answered), total=len(came.invited)
    )
    named = ", ".join(one.name for one in came.silent[:_SILENT])
    more = len(came.silent) - _SILENT
    if more > 0:
        named = _("{names} och {n} till").format(names=named, n=more)
    return " ".join([told, _("Har inte svarat: {names}.").format(names=named)]) if named else told


def accord(figures: Figures) -> str:
    """How far people say the same, or what it takes to tell."""
    told = figures.accord
    if not told.pairs:
        text = _(
            "Det behövs minst {needed} synpunkter som två personer har kopplat var för sig, innan "
            "det går att säga. Hittills är de {n}."
        )
        return text.format(needed=told.needed, n=told.together)
    least = min(told.pairs, key=lambda pair: pair.kappa)
    sentence = _(
        "{one} och {other} har {verdict} samstämmighet: {kappa}, där 1 är helt lika och 0 är slump."
    ).format(
        one=least.one or _("Okänd"),
        other=least.other or _("okänd"),
        verdict=next(name for floor, name in _verdicts() if least.kappa >= floor),
        kappa=kappa(least),
    )
    text = ngettext(
        "{n} synpunkt är kopplad olika.", "{n} synpunkter är kopplade olika.", told.disputed
    )
    return f"{sentence} {text.format(n=told.disputed)}"


def kappa(pair: Concord) -> str:
    """`0,72`."""
    return f"{pair.kappa:.2f}".replace(".", ",")


def _verdicts() -> list[tuple[float, str]]:
    """What a kappa is called, from which figure."""
    return [(0.8, _("mycket god")), (0.6, _("god")), (0.4, _("måttlig")), (-1.0, _("svag"))]
