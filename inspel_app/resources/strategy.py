"""A strategy file as a codebook."""

from inspel_app.domain.coding import Aspect, Code, Codebook, CodeKind, Term, Topic
from inspel_app.i18n import _
from inspel_app.resources.tables import Table

_WEIGHTS = {"starka_ord": 3, "ord": 2, "svaga_ord": 1}


def read_strategy(root: Table, strategy_id: str) -> Codebook:
    """The codebook that the file tells of; faults are noted in the table's source."""
    title = root.text("titel")
    leaf_kind = root.choice("kopplas_till", CodeKind)
    aspects: dict[str, Aspect] = {}
    for table in root.tables("aspekt"):
        aspect = Aspect(_new_id(table, aspects), table.text("titel"))
        aspects[aspect.id] = aspect
        table.close()
    codes: dict[str, Code] = {}
    for table in root.tables("kod"):
        code = _code(table, codes, leaf_kind)
        codes[code.id] = code
    root.close()
    if not any(code.leaf for code in codes.values()):
        root.fault("kopplas_till", _("ingen kod är av det slaget."))
    return Codebook(strategy_id, title, tuple(codes.values()), tuple(aspects.values()))


def _code(table: Table, above: dict[str, Code], leaf_kind: CodeKind) -> Code:
    kind = table.choice("slag", CodeKind)
    code = Code(
        id=_new_id(table, above),
        title=table.text("titel"),
        kind=kind,
        parent=table.reference("del_av", above),
        leaf=kind == leaf_kind,
        description=" ".join(table.lines("beskrivning")),
        terms=_terms(table),
        examples=table.texts("exempel"),
        topics=tuple(map(_topic, table.tables("delfraga"))),
    )
    table.close()
    return code


def _topic(table: Table) -> Topic:
    topic = Topic(table.text("namn"), table.texts("ord"), table.texts("exempel"))
    table.close()
    return topic


def _new_id(table: Table, taken: dict[str, Aspect] | dict[str, Code]) -> str:
    name = table.text("id")
    if name in taken:
        table.fault("id", _("”{id}” finns redan ovanför.").format(id=name))
    return name


def _terms(table: Table) -> tuple[Term, ...]:
    weights: dict[str, int] = {}
    for key, weight in _WEIGHTS.items():
        for index, word in enumerate(table.texts(key)):
            if word in weights:
                message = _("”{word}” står redan bland kodens ord.").format(word=word)
                table.fault(key, message, index)
            weights.setdefault(word, weight)
    return tuple(Term(word, weight) for word, weight in weights.items())
