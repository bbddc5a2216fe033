"""A round in which a third of what is to be handled has an answer."""

from inspel_app.services.handling import Disposition, State, Target, board, handle
from inspel_app.services.reasons import reuse
from inspel_app.services.rounds import Project
from inspel_app.services.strategy_text import write_section
from inspel_app.services.wording import reword

WHY = "Behovet är väl beskrivet i flera inspel och ligger i linje med strategins inriktning."
WHY_NOT = "Frågan avgörs i den regionala transportplanen och kan inte styras av strategin."
OLD = (
    "Länet ska ha goda förbindelser mellan tätort och landsbygd. Kollektivtrafiken planeras "
    "utifrån resenärernas behov. Digitala lösningar kompletterar resandet."
)
NEW = (
    "Länet ska ha goda förbindelser mellan tätort och landsbygd, alla dagar i veckan. "
    "Kollektivtrafiken planeras tillsammans med dem som bor längs stråken. Digitala lösningar "
    "kompletterar resandet."
)


def handle_some(project: Project) -> None:
    """Answer every third theme or point, and word a section anew for the first of them."""
    items = board(project).items
    some = [item.target for item in items[::3]]
    ways = list(Disposition)
    for n, target in enumerate(some):
        text = WHY if n % len(ways) == 0 else WHY_NOT
        way = ways[n % len(ways)]
        handle(project, [target], "Anna Lind", disposition=way, text=text, responsible="Anna Lind")
    reuse(project, some[1], "Avgörs i transportplanen", "Anna Lind")
    handle(project, some[::2], "Anna Lind", state=State.REVIEWED)
    handle(project, some[::4], "Bo Ek", state=State.DECIDED)
    first = items[0]
    own = Target.passage(first.passages[-1])
    handle(
        project, [own], "Bo Ek", disposition=Disposition.LATER, text="Tas upp vid nästa översyn."
    )
    section = write_section(project, "Ett avsnitt", OLD, "Anna Lind", code=first.codes[0])
    reword(project, section, NEW, [first.target], "Anna Lind")
