"""Which commands there are and what can be said to each; loads nothing heavy."""

from argparse import ArgumentParser
from collections.abc import Callable

from inspel_app import __version__
from inspel_app.cli.arguments import (
    Commands,
    add,
    add_bare,
    add_facts,
    add_files,
    add_jobs,
    add_project,
    add_readers,
    day,
    path,
)
from inspel_app.cli.parser_decisions import DECISIONS
from inspel_app.cli.swedish import speak_swedish
from inspel_app.domain.synthesis import Audience, ReportKind
from inspel_app.i18n import _

FORMATS = ("docx", "xlsx", "html", "json", "csv", "qdpx", "qdc")


def make_parser() -> ArgumentParser:
    """The parser for all commands in the order of the work; `command` is None for none."""
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
    for add_one in _COMMANDS:
        add_one(commands)
    return parser


def _plain(name: str, text: Callable[[], str]) -> Callable[[Commands], None]:
    """A command that needs nothing but the round; `text` tells what it does."""
    return lambda commands: add_project(add(commands, name, text()))


def _add_run(commands: Commands) -> None:
    parser = add(commands, "run", _("gör allt: läs in, föreslå, samla i teman, skriv syntesen"))
    add_files(parser)
    parser.add_argument(
        "-o",
        dest="folder",
        metavar=_("MAPP"),
        type=path,
        required=True,
        help=_("mapp för den nya omgången och syntesen"),
    )
    add_facts(parser)
    add_jobs(parser)


def _add_new(commands: Commands) -> None:
    parser = add(commands, "new", _("skapa en omgång"))
    add_project(parser)
    add_facts(parser)


def _add_round(commands: Commands) -> None:
    text = _("visa och ändra omgångens uppgifter och vilka som var inbjudna")
    parser = add(commands, "round", text)
    add_project(parser)
    parser.add_argument("--title", metavar=_("TEXT"), help=_("omgångens namn"))
    parser.add_argument("--dnr", metavar=_("TEXT"), help=_("diarienummer"))
    last = parser.add_mutually_exclusive_group()
    last.add_argument(
        "--deadline", metavar=_("DATUM"), type=day, help=_("sista dag, som 2025-06-15")
    )
    last.add_argument("--no-deadline", action="store_true", help=_("ingen sista dag"))
    for name, text in (
        ("authority", _("myndigheten som svarsbreven kommer från")),
        ("unit", _("enheten som skriver dem")),
        ("place", _("orten där de undertecknas")),
        ("officer", _("handläggaren som undertecknar, gärna med titel")),
        ("contact", _("hur handläggaren nås")),
    ):
        parser.add_argument(f"--{name}", metavar=_("TEXT"), help=text)
    parser.add_argument(
        "--invited",
        metavar=_("FIL"),
        type=path,
        help=_("textfil eller CSV med dem som var inbjudna, en på varje rad"),
    )


def _add_import(commands: Commands) -> None:
    parser = add(commands, "import", _("läs in inspel; det som redan finns hoppas över"))
    add_project(parser)
    add_files(parser)
    add_readers(parser)


def _add_suggest(commands: Commands) -> None:
    parser = add(commands, "suggest", _("dela upp svaren i synpunkter och föreslå vad de rör"))
    add_project(parser)
    parser.add_argument(
        "--no-learn",
        dest="learn",
        action="store_false",
        help=_("lär inte av blankettens fält och av det som har bestämts"),
    )


def _add_export(commands: Commands) -> None:
    parser = add(commands, "export", _("skriv syntesen eller underlaget till en fil"))
    add_project(parser)
    parser.add_argument("--format", choices=FORMATS, required=True, help=_("filens format"))
    parser.add_argument(
        "--report",
        type=ReportKind,
        choices=tuple(ReportKind),
        default=ReportKind.SYNTHESIS,
        help=_(
            "vad som skrivs i Word: syntesen, en samrådsredogörelse i strategins ordning eller "
            "efter avsändare, eller ett svarsbrev till varje avsändare (i en mapp)"
        ),
    )
    parser.add_argument(
        "-o", dest="file", metavar=_("FIL"), type=path, required=True, help=_("filens namn")
    )
    parser.add_argument(
        "--template",
        metavar=_("MALL"),
        type=path,
        help=_("Word-fil eller Word-mall med er stil, sidhuvud och logotyp, för en ny Word-fil"),
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


def _add_masked(commands: Commands) -> None:
    text = _("visa vad som täcks över i det som andra får läsa")
    parser = add(commands, "masked", text)
    add_project(parser)
    parser.add_argument(
        "--audience",
        type=Audience,
        choices=(Audience.WRITING, Audience.PUBLIC),
        default=Audience.PUBLIC,
        help=_("för vem: writing eller public"),
    )


def _add_check(commands: Commands) -> None:
    parser = add(commands, "check", _("kontrollera blanketter, strategier och omgångar"))
    add_files(parser)
    parser.add_argument(
        "--repair",
        action="store_true",
        help=_("laga skadade omgångar: med det som går att läsa, annars den senaste kopian"),
    )


def _add_codebook(commands: Commands) -> None:
    text = _("gör en strategi av ett annat programs kodbok (REFI-QDA)")
    parser = add(commands, "codebook", text)
    parser.add_argument("source", metavar=_("KODBOK"), type=path, help=_("filen (*.qdc)"))
    text = _("strategins fil (*.toml); namnet blir dess id")
    parser.add_argument("-o", dest="file", metavar=_("FIL"), type=path, required=True, help=text)


def _add_rank(commands: Commands) -> None:
    text = _("läs JSON-rader med texter på standard in och skriv vad var och en rör")
    parser = add_bare(commands, "rank", text)
    parser.add_argument("--strategy", metavar=_("ID"), required=True, help=_("strategins id"))
    parser.add_argument(
        "--learn",
        metavar=_("FIL"),
        type=path,
        help=_("fil med JSON-rader med texter och koder att lära av"),
    )
    parser.set_defaults(json=False)


_COMMANDS: tuple[Callable[[Commands], object], ...] = (
    _add_run,
    _add_new,
    _add_round,
    _add_import,
    _plain("list", lambda: _("visa inspelen i en lista, med tvivlen om vart och ett")),
    _plain("todo", lambda: _("visa vad som väntar på en människa")),
    DECISIONS["respondents"],
    _plain("duplicates", lambda: _("visa inspel som liknar varandra")),
    DECISIONS["compare"],
    DECISIONS["decide"],
    _plain("doubts", lambda: _("visa ord som är osäkert lästa ur bilder")),
    DECISIONS["correct"],
    DECISIONS["received"],
    _add_suggest,
    DECISIONS["tag"],
    DECISIONS["merge"],
    DECISIONS["checkout"],
    _plain("checkin", lambda: _("lämna tillbaka en utcheckad kopia till omgången i nätmappen")),
    _plain("agreement", lambda: _("visa hur väl analytiker och maskin stämmer överens")),
    _plain("themes", lambda: _("föreslå teman: synpunkter som säger samma slags sak")),
    DECISIONS["search"],
    DECISIONS["text"],
    DECISIONS["handle"],
    DECISIONS["reasons"],
    DECISIONS["outcome"],
    DECISIONS["compose"],
    DECISIONS["secrecy"],
    DECISIONS["person"],
    DECISIONS["weed"],
    DECISIONS["earlier"],
    _add_export,
    _add_masked,
    _plain("log", lambda: _("visa vad som har gjorts i omgången")),
    _plain("undo", lambda: _("ångra det senaste")),
    _plain("redo", lambda: _("gör om det senast ångrade")),
    _add_check,
    _add_codebook,
    _add_rank,
    lambda commands: add(commands, "self-test", _("prova om programmet är helt")),
)
"""What adds each of the commands, from the first step of the work to the last."""
