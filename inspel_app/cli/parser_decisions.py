"""Commands in which people look at the material and decide what it is, and what becomes of it."""

from collections.abc import Callable, Mapping

from inspel_app.cli.arguments import (
    Commands,
    add,
    add_project,
    count,
    day,
    moment,
    path,
)
from inspel_app.domain.form import ActorType
from inspel_app.domain.handling import Disposition, State
from inspel_app.i18n import _


def _respondents(commands: Commands) -> None:
    parser = add(commands, "respondents", _("visa och rätta avsändare, samla olika skrivsätt"))
    add_project(parser)
    parser.add_argument("--join", metavar=_("NAMN"), help=_("samla skrivsätten under det namnet"))
    parser.add_argument("--apart", metavar=_("NAMN"), help=_("skrivsätten är olika avsändares"))
    parser.add_argument(
        "--number", metavar=_("NR"), type=count, help=_("inspelet vars avsändare ska rättas")
    )
    parser.add_argument("--organisation", metavar=_("TEXT"), help=_("avsändarens namn"))
    parser.add_argument("--unit", metavar=_("TEXT"), help=_("avsändarens avdelning"))
    parser.add_argument(
        "--type", choices=("", *map(str, ActorType)), help=_("avsändarens aktörstyp")
    )
    parser.add_argument("--municipality", metavar=_("KOMMUN"), help=_("avsändarens kommun"))


def _compare(commands: Commands) -> None:
    parser = add(commands, "compare", _("visa vad som skiljer två inspel åt"))
    add_project(parser)
    for name, text in (("one", _("det ena inspelets nummer")), ("other", _("det andras nummer"))):
        parser.add_argument(name, metavar=_("NR"), type=count, help=text)


def _decide(commands: Commands) -> None:
    parser = add(commands, "decide", _("bestäm om inspel som liknar andra"))
    add_project(parser)
    parser.add_argument(
        "numbers", metavar=_("NR"), type=count, nargs="+", help=_("inspelens nummer")
    )
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument(
        "--counts", action="store_true", help=_("de räknas, hur lika andra de än är")
    )
    choice.add_argument("--not-counted", action="store_true", help=_("de räknas inte"))
    choice.add_argument(
        "--not-same",
        action="store_true",
        help=_("de är inte samma; ett ensamt inspel är inte samma som något i sina grupper"),
    )


def _correct(commands: Commands) -> None:
    parser = add(commands, "correct", _("rätta ett ord som har lästs fel, överallt där det står"))
    add_project(parser)
    parser.add_argument("old", metavar=_("LÄST"), help=_("ordet som det har lästs"))
    parser.add_argument("new", metavar=_("RÄTT"), help=_("ordet som det ska vara"))


def _received(commands: Commands) -> None:
    parser = add(commands, "received", _("säg när ett inspel kom in"))
    add_project(parser)
    parser.add_argument("number", metavar=_("NR"), type=count, help=_("inspelets nummer"))
    when = parser.add_mutually_exclusive_group(required=True)
    when.add_argument(
        "moment",
        metavar=_("TID"),
        type=moment,
        nargs="?",
        help=_("dagen, som 2025-06-17, eller tiden, som ”2025-06-17 14:30”"),
    )
    when.add_argument("--unknown", action="store_true", help=_("ingen vet när det kom"))


def _tag(commands: Commands) -> None:
    parser = add(commands, "tag", _("koppla, avvisa, märk eller dela synpunkter"))
    add_project(parser)
    parser.add_argument(
        "passages", metavar=_("SYNPUNKT"), nargs="*", help=_("id som i JSON-exporten")
    )
    parser.add_argument(
        "--reject", metavar=_("KOD"), help=_("avvisa koden; med --code i stället för den")
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--code", metavar=_("KOD"), action="append", help=_("koppla till koden; kan upprepas")
    )
    what.add_argument("--accept", action="store_true", help=_("godta vad som föreslås"))
    what.add_argument(
        "--above",
        metavar=_("PROCENT"),
        type=count,
        help=_("godta alla förslag i omgången som är så säkra"),
    )
    what.add_argument("--no-point", action="store_true", help=_("märk som ingen synpunkt"))
    what.add_argument("--unsure", action="store_true", help=_("märk som osäker"))
    what.add_argument(
        "--split", metavar=_("TECKEN"), type=count, help=_("dela efter så många tecken")
    )
    what.add_argument("--merge", action="store_true", help=_("slå ihop med nästa i samma svar"))


def _handle(commands: Commands) -> None:
    text = _("visa vad som händer med synpunkterna, och bestäm det")
    parser = add(commands, "handle", text)
    add_project(parser)
    parser.add_argument(
        "targets",
        metavar=_("SYNPUNKT|TEMA"),
        nargs="*",
        help=_("id som i listan och i JSON-exporten; ett tema gäller alla sina synpunkter"),
    )
    parser.add_argument(
        "--set",
        dest="disposition",
        choices=(*map(str, Disposition), "ingen"),
        help=_("vad som händer med dem"),
    )
    reason = parser.add_mutually_exclusive_group()
    reason.add_argument("--reason", metavar=_("TEXT"), help=_("varför"))
    reason.add_argument(
        "--use", metavar=_("RUBRIK"), help=_("en sparad motivering, med dess rubrik eller id")
    )
    parser.add_argument("--responsible", metavar=_("NAMN"), help=_("vem som ansvarar"))
    parser.add_argument("--state", type=State, choices=tuple(State), help=_("hur långt det kommit"))
    parser.add_argument("--clear", action="store_true", help=_("ta bort det som är bestämt"))
    parser.add_argument("--code", metavar=_("KOD"), help=_("visa bara den delen av strategin"))
    parser.add_argument("--remaining", action="store_true", help=_("visa bara det som saknar svar"))


def _text(commands: Commands) -> None:
    text = _("visa strategins avsnitt, läs in dem ur en fil, eller skriv om ett")
    parser = add(commands, "text", text)
    add_project(parser)
    parser.add_argument(
        "file", metavar=_("FIL"), type=path, nargs="?", help=_("strategins text, i Word eller PDF")
    )
    parser.add_argument("--section", metavar=_("ID"), help=_("avsnittet som skrivs om"))
    parser.add_argument(
        "--wording", metavar=_("TEXT"), help=_("dess nya text; en tom tar bort den")
    )
    parser.add_argument(
        "--from",
        dest="sources",
        metavar=_("SYNPUNKT|TEMA"),
        nargs="+",
        default=(),
        help=_("vad som ledde till den, med id som i JSON-exporten"),
    )


def _reasons(commands: Commands) -> None:
    parser = add(commands, "reasons", _("visa, spara och ändra motiveringar att återanvända"))
    add_project(parser)
    parser.add_argument(
        "--title", metavar=_("RUBRIK"), help=_("den nya motiveringens, eller dens som ändras")
    )
    parser.add_argument(
        "--text", metavar=_("TEXT"), help=_("motiveringen; ändras överallt där den används")
    )
    parser.add_argument("--rename", metavar=_("RUBRIK"), help=_("ny rubrik"))
    parser.add_argument(
        "--drop", metavar=_("RUBRIK"), help=_("ta bort den; orden står kvar där de används")
    )


def _compose(commands: Commands) -> None:
    text = _("visa rapportens avsnitt, och skriv i dem, ordna, utelämna och välj citat")
    parser = add(commands, "compose", text)
    add_project(parser)
    parser.add_argument(
        "section", metavar=_("AVSNITT"), nargs="?", help=_("avsnittets namn, som i listan")
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--text", metavar=_("TEXT"), help=_("egen text; tom tar bort den"))
    what.add_argument("--leave-out", action="store_true", help=_("utelämna avsnittet"))
    what.add_argument("--put-back", action="store_true", help=_("ta med avsnittet igen"))
    what.add_argument(
        "--place", metavar=_("NR"), type=count, help=_("ställ det på den platsen bland de andra")
    )
    what.add_argument("--add", metavar=_("RUBRIK"), help=_("lägg till ett eget avsnitt efter det"))
    what.add_argument("--rename", metavar=_("RUBRIK"), help=_("ny rubrik på ett eget avsnitt"))
    what.add_argument(
        "--drop", action="store_true", help=_("ta bort det egna avsnittet, eller redigeringen")
    )
    for name, text in (
        ("--quote", _("citera just dem; utan id väljer maskinen")),
        ("--never", _("citera dem aldrig")),
        ("--free", _("låt maskinen avgöra om de citeras")),
    ):
        what.add_argument(name, metavar=_("SYNPUNKT"), nargs="*", help=text)


def _outcome(commands: Commands) -> None:
    parser = add(commands, "outcome", _("visa vad det blev av ett inspel"))
    add_project(parser)
    parser.add_argument("number", metavar=_("NR"), type=count, help=_("inspelets nummer"))


def _search(commands: Commands) -> None:
    parser = add(commands, "search", _("hitta ord i svar, synpunkter, teman och anteckningar"))
    add_project(parser)
    text = _("ord, eller deras början; det inom citattecken står just så")
    parser.add_argument("text", metavar=_("TEXT"), help=text)


def _secrecy(commands: Commands) -> None:
    text = _("visa vad som är sekretessmarkerat, och markera det som inte får lämnas ut")
    parser = add(commands, "secrecy", text)
    add_project(parser)
    parser.add_argument(
        "target",
        metavar=_("NR|SYNPUNKT"),
        nargs="?",
        help=_("inspelets nummer, eller synpunktens id som i JSON-exporten"),
    )
    parser.add_argument("--field", metavar=_("FÄLT"), help=_("bara inspelets svar i det fältet"))
    parser.add_argument(
        "--provision", metavar=_("TEXT"), help=_("bestämmelsen, som ”OSL 21 kap. 1 §”")
    )
    parser.add_argument("--authority", metavar=_("TEXT"), help=_("vem som har beslutat"))
    parser.add_argument(
        "--date", metavar=_("DATUM"), type=day, help=_("beslutets dag; i dag om inget sägs")
    )
    parser.add_argument("--remove", action="store_true", help=_("ta bort markeringen"))


def _person(commands: Commands) -> None:
    parser = add(commands, "person", _("visa var i omgången en person förekommer"))
    add_project(parser)
    parser.add_argument(
        "person",
        metavar=_("PERSON"),
        help=_("namn, e-postadress, telefonnummer eller personnummer"),
    )
    parser.add_argument(
        "-o", dest="file", metavar=_("FIL"), type=path, help=_("skriv registerutdraget dit också")
    )


def _weed(commands: Commands) -> None:
    text = _("visa vad som kan gallras, och gallra det för gott med --for-good")
    parser = add(commands, "weed", text)
    add_project(parser)
    for option, what in (
        ("--contacts", _("kontaktpersoner och adresser")),
        ("--originals", _("filerna som de kom, med sin lästa text")),
        ("--texts", _("täck namn, adresser och nummer i all text")),
        ("--all-personal", _("allt det")),
    ):
        parser.add_argument(option, action="store_true", help=what)
    parser.add_argument("--person", metavar=_("PERSON"), help=_("en person, var den än nämns"))
    parser.add_argument(
        "--number", metavar=_("NR"), type=count, nargs="+", help=_("hela inspel, med sina nummer")
    )
    parser.add_argument("--decision", metavar=_("TEXT"), help=_("gallringsbeslutet"))
    parser.add_argument(
        "--for-good", action="store_true", help=_("gallra; annars visas bara vad det gäller")
    )
    parser.add_argument(
        "-o", dest="file", metavar=_("FIL"), type=path, help=_("skriv protokollet dit också")
    )


def _earlier(commands: Commands) -> None:
    text = _("jämför med en tidigare omgång: vad som kommer igen och vad som är nytt")
    parser = add(commands, "earlier", text)
    add_project(parser)
    parser.add_argument(
        "earlier", metavar=_("TIDIGARE"), type=path, help=_("den tidigare omgångens fil")
    )


def _merge(commands: Commands) -> None:
    text = _("ta in andras kopior av omgången, och avgör det som sägs olika")
    parser = add(commands, "merge", text)
    add_project(parser)
    parser.add_argument("copies", metavar=_("KOPIA"), type=path, nargs="*", help=_("deras filer"))
    parser.add_argument(
        "--dry-run", action="store_true", help=_("visa vad som skulle komma in, och gör inget")
    )
    parser.add_argument("--list", action="store_true", help=_("visa det som är öppet"))
    parser.add_argument(
        "--take",
        metavar=_("VAD"),
        nargs="+",
        help=_("avgör: mine NR… låter det som står här gälla, theirs NR… det som kopian säger"),
    )


def _checkout(commands: Commands) -> None:
    text = _("gör en lokal kopia av en omgång i en nätmapp, och anteckna vem som har den")
    parser = add(commands, "checkout", text)
    add_project(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "-o", dest="file", metavar=_("FIL"), type=path, help=_("den lokala kopians namn")
    )
    what.add_argument("--list", action="store_true", help=_("visa vilka som har den utcheckad"))


DECISIONS: Mapping[str, Callable[[Commands], None]] = {
    "respondents": _respondents,
    "compare": _compare,
    "decide": _decide,
    "correct": _correct,
    "received": _received,
    "tag": _tag,
    "handle": _handle,
    "text": _text,
    "reasons": _reasons,
    "outcome": _outcome,
    "compose": _compose,
    "search": _search,
    "secrecy": _secrecy,
    "person": _person,
    "weed": _weed,
    "earlier": _earlier,
    "merge": _merge,
    "checkout": _checkout,
}
"""What adds each of them, by name."""
