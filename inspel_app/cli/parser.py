"""Which commands there are and what can be said to each; loads nothing heavy."""

import unicodedata
from argparse import ArgumentParser, ArgumentTypeError, _SubParsersAction
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from inspel_app import __version__
from inspel_app.cli.swedish import speak_swedish
from inspel_app.domain.form import ActorType
from inspel_app.domain.handling import Disposition, State
from inspel_app.domain.synthesis import Audience
from inspel_app.i18n import _

Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"

FORMATS = ("docx", "xlsx", "html", "json", "csv", "qdpx", "qdc")
REPORTS = ("syntes", "samradsredogorelse", "samradsredogorelse-avsandare", "svarsbrev")


def make_parser() -> ArgumentParser:
    """The parser for all commands; `command` is None when none was given."""
    speak_swedish()
    parser = ArgumentParser(
        prog="inspel",
        description=_("Från inspel till syntes. Utan kommando öppnas fönstret."),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"inspel {__version__}",
        help=_("visa programmets version och avsluta"),
    )
    commands: Commands = parser.add_subparsers(
        dest="command", title=_("kommandon"), metavar=_("KOMMANDO"), prog="inspel"
    )
    _add_run(commands)
    _add_new(commands)
    _add_import(commands)
    _add_suggest(commands)
    themes = _add(commands, "themes", _("föreslå teman: synpunkter som säger samma slags sak"))
    _add_export(commands)
    _add_rank(commands)
    log = _add(commands, "log", _("visa vad som har gjorts i omgången"))
    undo = _add(commands, "undo", _("ångra det senaste"))
    redo = _add(commands, "redo", _("gör om det senast ångrade"))
    _add_check(commands)
    _add_codebook(commands)
    _add_respondents(commands)
    todo = _add(commands, "todo", _("visa vad som väntar på en människa"))
    duplicates = _add(commands, "duplicates", _("visa inspel som liknar varandra"))
    doubts = _add(commands, "doubts", _("visa ord som är osäkert lästa ur bilder"))
    agreement = _add(commands, "agreement", _("visa hur väl analytiker och maskin stämmer överens"))
    _add_correct(commands)
    _add_received(commands)
    _add_round(commands)
    _add_tag(commands)
    _add_handle(commands)
    _add_text(commands)
    _add_reasons(commands)
    _add_outcome(commands)
    _add_search(commands)
    for command in (themes, log, undo, redo, todo, duplicates, doubts, agreement):
        _add_project(command)
    _add_compare(commands)
    _add_decide(commands)
    return parser


def _add_run(commands: Commands) -> None:
    parser = _add(commands, "run", _("gör allt: läs in, föreslå, samla i teman, skriv syntesen"))
    _add_files(parser)
    parser.add_argument(
        "-o",
        dest="folder",
        metavar=_("MAPP"),
        type=_path,
        required=True,
        help=_("mapp för den nya omgången och syntesen"),
    )
    _add_facts(parser)
    _add_jobs(parser)


def _add_new(commands: Commands) -> None:
    parser = _add(commands, "new", _("skapa en omgång"))
    _add_project(parser)
    _add_facts(parser)


def _add_import(commands: Commands) -> None:
    parser = _add(commands, "import", _("läs in inspel; det som redan finns hoppas över"))
    _add_project(parser)
    _add_files(parser)
    _add_jobs(parser)


def _add_suggest(commands: Commands) -> None:
    parser = _add(commands, "suggest", _("dela upp svaren i synpunkter och föreslå vad de rör"))
    _add_project(parser)
    parser.add_argument(
        "--no-learn",
        dest="learn",
        action="store_false",
        help=_("lär inte av blankettens fält och av det som har bestämts"),
    )


def _add_export(commands: Commands) -> None:
    parser = _add(commands, "export", _("skriv syntesen eller underlaget till en fil"))
    _add_project(parser)
    parser.add_argument("--format", choices=FORMATS, required=True, help=_("filens format"))
    parser.add_argument(
        "--report",
        choices=REPORTS,
        default=REPORTS[0],
        help=_(
            "vad som skrivs i Word: syntesen, en samrådsredogörelse i strategins ordning eller "
            "efter avsändare, eller ett svarsbrev till varje avsändare (i en mapp)"
        ),
    )
    parser.add_argument(
        "-o", dest="file", metavar=_("FIL"), type=_path, required=True, help=_("filens namn")
    )
    parser.add_argument(
        "--audience",
        type=Audience,
        choices=tuple(Audience),
        help=_(
            "vem den är till, vilket avgör vilka personuppgifter som följer med: "
            "work (alla), writing (inga kontaktpersoner), public (inga privatpersoner)"
        ),
    )


def _add_rank(commands: Commands) -> None:
    text = _("läs JSON-rader med texter på standard in och skriv vad var och en rör")
    parser = commands.add_parser("rank", help=text, description=text)
    parser.add_argument("--strategy", metavar=_("ID"), required=True, help=_("strategins id"))
    parser.add_argument(
        "--learn",
        metavar=_("FIL"),
        type=_path,
        help=_("fil med JSON-rader med texter och koder att lära av"),
    )
    parser.set_defaults(json=False)


def _add_check(commands: Commands) -> None:
    parser = _add(commands, "check", _("kontrollera blanketter, strategier och omgångar"))
    _add_files(parser)


def _add_codebook(commands: Commands) -> None:
    text = _("gör en strategi av ett annat programs kodbok (REFI-QDA)")
    parser = _add(commands, "codebook", text)
    parser.add_argument("source", metavar=_("KODBOK"), type=_path, help=_("filen (*.qdc)"))
    text = _("strategins fil (*.toml); namnet blir dess id")
    parser.add_argument("-o", dest="file", metavar=_("FIL"), type=_path, required=True, help=text)


def _add_correct(commands: Commands) -> None:
    parser = _add(commands, "correct", _("rätta ett ord som har lästs fel, överallt där det står"))
    _add_project(parser)
    parser.add_argument("old", metavar=_("LÄST"), help=_("ordet som det har lästs"))
    parser.add_argument("new", metavar=_("RÄTT"), help=_("ordet som det ska vara"))


def _add_search(commands: Commands) -> None:
    parser = _add(commands, "search", _("hitta ord i svar, synpunkter, teman och anteckningar"))
    _add_project(parser)
    text = _("ord, eller deras början; det inom citattecken står just så")
    parser.add_argument("text", metavar=_("TEXT"), help=text)


def _add_tag(commands: Commands) -> None:
    parser = _add(commands, "tag", _("koppla, avvisa, märk eller dela synpunkter"))
    _add_project(parser)
    parser.add_argument(
        "passages", metavar=_("SYNPUNKT"), nargs="*", help=_("id som i JSON-exporten")
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--code", metavar=_("KOD"), action="append", help=_("koppla till koden; kan upprepas")
    )
    what.add_argument("--reject", metavar=_("KOD"), help=_("avvisa koden"))
    what.add_argument("--accept", action="store_true", help=_("godta vad som föreslås"))
    what.add_argument(
        "--above",
        metavar=_("PROCENT"),
        type=_count,
        help=_("godta alla förslag i omgången som är så säkra"),
    )
    what.add_argument("--no-point", action="store_true", help=_("märk som ingen synpunkt"))
    what.add_argument("--unsure", action="store_true", help=_("märk som osäker"))
    what.add_argument(
        "--split", metavar=_("TECKEN"), type=_count, help=_("dela efter så många tecken")
    )
    what.add_argument("--merge", action="store_true", help=_("slå ihop med nästa i samma svar"))


def _add_handle(commands: Commands) -> None:
    text = _("visa vad som händer med synpunkterna, och bestäm det")
    parser = _add(commands, "handle", text)
    _add_project(parser)
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


def _add_text(commands: Commands) -> None:
    parser = _add(commands, "text", _("visa strategins avsnitt, eller läs in dem ur en fil"))
    _add_project(parser)
    parser.add_argument(
        "file", metavar=_("FIL"), type=_path, nargs="?", help=_("strategins text, i Word eller PDF")
    )


def _add_reasons(commands: Commands) -> None:
    parser = _add(commands, "reasons", _("visa, spara och ändra motiveringar att återanvända"))
    _add_project(parser)
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


def _add_outcome(commands: Commands) -> None:
    parser = _add(commands, "outcome", _("visa vad det blev av ett inspel"))
    _add_project(parser)
    parser.add_argument("number", metavar=_("NR"), type=_count, help=_("inspelets nummer"))


def _add_received(commands: Commands) -> None:
    parser = _add(commands, "received", _("säg när ett inspel kom in"))
    _add_project(parser)
    parser.add_argument("number", metavar=_("NR"), type=_count, help=_("inspelets nummer"))
    moment = parser.add_mutually_exclusive_group(required=True)
    moment.add_argument(
        "moment",
        metavar=_("TID"),
        type=_moment,
        nargs="?",
        help=_("dagen, som 2025-06-17, eller tiden, som ”2025-06-17 14:30”"),
    )
    moment.add_argument("--unknown", action="store_true", help=_("ingen vet när det kom"))


def _add_round(commands: Commands) -> None:
    text = _("visa och ändra omgångens uppgifter och vilka som var inbjudna")
    parser = _add(commands, "round", text)
    _add_project(parser)
    parser.add_argument("--title", metavar=_("TEXT"), help=_("omgångens namn"))
    parser.add_argument("--dnr", metavar=_("TEXT"), help=_("diarienummer"))
    last = parser.add_mutually_exclusive_group()
    last.add_argument(
        "--deadline", metavar=_("DATUM"), type=_day, help=_("sista dag, som 2025-06-15")
    )
    last.add_argument("--no-deadline", action="store_true", help=_("ingen sista dag"))
    parser.add_argument(
        "--invited",
        metavar=_("FIL"),
        type=_path,
        help=_("textfil eller CSV med dem som var inbjudna, en på varje rad"),
    )


def _add_compare(commands: Commands) -> None:
    parser = _add(commands, "compare", _("visa vad som skiljer två inspel åt"))
    _add_project(parser)
    for name, text in (("one", _("det ena inspelets nummer")), ("other", _("det andras nummer"))):
        parser.add_argument(name, metavar=_("NR"), type=_count, help=text)


def _add_decide(commands: Commands) -> None:
    parser = _add(commands, "decide", _("bestäm om inspel som liknar andra"))
    _add_project(parser)
    parser.add_argument(
        "numbers", metavar=_("NR"), type=_count, nargs="+", help=_("inspelens nummer")
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


def _add_respondents(commands: Commands) -> None:
    parser = _add(commands, "respondents", _("visa och rätta avsändare, samla olika skrivsätt"))
    _add_project(parser)
    parser.add_argument("--join", metavar=_("NAMN"), help=_("samla skrivsätten under det namnet"))
    parser.add_argument("--apart", metavar=_("NAMN"), help=_("skrivsätten är olika avsändares"))
    parser.add_argument(
        "--number", metavar=_("NR"), type=_count, help=_("inspelet vars avsändare ska rättas")
    )
    parser.add_argument("--organisation", metavar=_("TEXT"), help=_("avsändarens namn"))
    parser.add_argument("--unit", metavar=_("TEXT"), help=_("avsändarens avdelning"))
    parser.add_argument(
        "--type", choices=("", *map(str, ActorType)), help=_("avsändarens aktörstyp")
    )
    parser.add_argument("--municipality", metavar=_("KOMMUN"), help=_("avsändarens kommun"))


def _add(commands: Commands, name: str, text: str) -> ArgumentParser:
    """A command with what all commands share."""
    parser = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    parser.add_argument("--json", action="store_true", help=_("svara i JSON på standard ut"))
    return parser


def _add_project(parser: ArgumentParser) -> None:
    parser.add_argument(
        "project", metavar=_("OMGÅNG"), type=_path, help=_("omgångens fil (*.inspel)")
    )


def _add_files(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files", metavar=_("FIL"), type=_path, nargs="+", help=_("filer eller mappar")
    )


def _add_facts(parser: ArgumentParser) -> None:
    """What can be said of a new round."""
    parser.add_argument("--strategy", metavar=_("ID"), help=_("strategins id"))
    parser.add_argument("--form", metavar=_("ID"), help=_("blankettens id"))
    parser.add_argument("--title", metavar=_("TEXT"), default="", help=_("omgångens namn"))
    parser.add_argument("--dnr", metavar=_("TEXT"), default="", help=_("diarienummer"))
    parser.add_argument(
        "--deadline", metavar=_("DATUM"), type=_day, help=_("sista dag, som 2025-06-15")
    )


def _add_jobs(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--jobs", metavar=_("ANTAL"), type=_count, help=_("hur många filer som läses samtidigt")
    )


def _day(text: str) -> date:
    """A day in the one form of ISO 8601 that people write; weeks and bare digits are others."""
    with suppress(ValueError):
        day = date.fromisoformat(text)
        if day.isoformat() == text:
            return day
    raise ArgumentTypeError(_("{text} är inget datum; skriv det som 2025-06-15").format(text=text))


def _moment(text: str) -> datetime:
    """A day, or a time on it."""
    with suppress(ValueError):
        moment = datetime.fromisoformat(text)
        if moment.isoformat(" ").startswith(text.replace("T", " ")):
            return moment
    message = _("{text} är ingen tid; skriv den som 2025-06-15 eller ”2025-06-15 14:30”")
    raise ArgumentTypeError(message.format(text=text))


def _bare(text: str) -> str:
    """The text as ids are written: "Näringsliv" as "naringsliv"."""
    letters = unicodedata.normalize("NFKD", text.strip().lower())
    return "".join(c for c in letters if not unicodedata.combining(c))


def _path(text: str) -> Path:
    if not text:
        raise ArgumentTypeError(_("ett namn saknas"))
    return Path(text)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        message = _("{text} är inget antal; ange ett heltal från 1 och uppåt").format(text=text)
        raise ArgumentTypeError(message)
    return int(text)
