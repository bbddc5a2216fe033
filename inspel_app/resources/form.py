"""A form file as a template: the printed texts in order, and the fields among them."""

from dataclasses import dataclass

from inspel_app.domain.coding import Codebook
from inspel_app.domain.form import FormTemplate, Label, LabelKind, Question
from inspel_app.i18n import _
from inspel_app.resources.tables import Table


def read_form(root: Table, form_id: str, codebook: Codebook) -> FormTemplate:
    """The template that the file tells of; faults are noted in the table's source.

    Args:
        root: the whole file.
        form_id: the form's id.
        codebook: the strategy that the file names under `strategi`.
    """
    reader = _Reader(codebook, root.table("frageset"))
    title = root.text("titel")
    strategy = root.text("strategi")
    placeholders, pictures = root.texts("platshallare"), root.lines("bildtext")
    municipalities = root.texts("kommuner")
    reader.own(root, "egen_text", None)
    for section in root.tables("avsnitt"):
        reader.section(section)
    reader.own(root, "avslutande_text", None)
    root.close()
    if not reader.questions:
        root.fault("avsnitt", _("blanketten saknar frågor."))
    questions, labels = tuple(reader.questions.values()), tuple(reader.labels)
    return FormTemplate(
        form_id, title, strategy, questions, labels, placeholders, pictures, municipalities
    )


@dataclass(frozen=True, slots=True)
class _SetQuestion:
    """A question of a named set: printed alike below many headings."""

    text: str
    aliases: tuple[str, ...]
    aspect: str | None


@dataclass(frozen=True, slots=True)
class _Place:
    """What the form has printed above a question; `label` is the index of the nearest."""

    section: str
    heading: str | None
    label: int
    code: str | None


class _Reader:
    """Goes through the file in the form's order and gathers labels and questions."""

    def __init__(self, codebook: Codebook, sets: Table) -> None:
        self.labels: list[Label] = []
        self.questions: dict[str, Question] = {}
        self._codes = {code.id for code in codebook.codes}
        self._aspects = {aspect.id for aspect in codebook.aspects}
        self._sets = {name: [self._set_question(t) for t in sets.tables(name)] for name in sets}

    def own(self, table: Table, key: str, parent: int | None) -> None:
        """The form's own running text, a label for each line."""
        lines = table.lines(key)
        self.labels.extend(Label(LabelKind.OWN, line, parent=parent) for line in lines)

    def section(self, table: Table) -> None:
        """A section: its title, its own text, its questions, and its headings with theirs."""
        title, index = self._title(table, LabelKind.SECTION, None)
        self.own(table, "egen_text", index)
        self._questions(table, _Place(title, None, index, None))
        for heading in table.tables("rubrik"):
            self._heading(heading, title, index)
        table.close()

    def _heading(self, table: Table, section: str, parent: int) -> None:
        title, index = self._title(table, LabelKind.HEADING, parent)
        self.own(table, "egen_text", index)
        place = _Place(section, title, index, table.reference("kod", self._codes))
        self._questions(table, place)
        self._questions_of_set(table, place)
        table.close()

    def _title(self, table: Table, kind: LabelKind, parent: int | None) -> tuple[str, int]:
        title = table.text("titel")
        self.labels.append(Label(kind, title, table.texts("alias"), parent=parent))
        return title, len(self.labels) - 1

    def _questions(self, table: Table, place: _Place) -> None:
        """The questions that stand below one heading alone; each names its field."""
        for question in table.tables("fragor"):
            field, text = question.text("falt"), question.text("fraga")
            code = question.reference("kod", self._codes) or place.code
            aspect = question.reference("aspekt", self._aspects)
            if field in self.questions:
                question.fault("falt", _("”{id}” finns redan ovanför.").format(id=field))
            self._add(field, text, question.texts("alias"), place, code, aspect)
            question.close()

    def _questions_of_set(self, table: Table, place: _Place) -> None:
        """The questions of the set that a heading names; the field is `code.aspect`."""
        name = table.reference("frageset", self._sets)
        if name is None:
            return
        if place.code is None:
            table.fault("kod", _("behövs för att frågesetets fält ska få namn."))
            return
        for q in self._sets[name]:
            field = f"{place.code}.{q.aspect}"
            if field in self.questions:
                table.fault("frageset", _("ger fältet ”{id}” en gång till.").format(id=field))
            self._add(field, q.text, q.aliases, place, place.code, q.aspect)

    def _add(
        self,
        field: str,
        text: str,
        aliases: tuple[str, ...],
        place: _Place,
        code: str | None,
        aspect: str | None,
    ) -> None:
        self.questions[field] = Question(field, place.section, place.heading, text, code, aspect)
        self.labels.append(Label(LabelKind.QUESTION, text, aliases, field, place.label))

    def _set_question(self, table: Table) -> _SetQuestion:
        aspect = table.reference("aspekt", self._aspects)
        if "aspekt" not in table:
            table.fault("aspekt", _("saknas."))
        question = _SetQuestion(table.text("fraga"), table.texts("alias"), aspect)
        table.close()
        return question
