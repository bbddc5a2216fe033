from inspel_app.domain.form import Respondent
from inspel_app.services.grid import Across, Cell, grid
from inspel_app.services.points import Filter
from inspel_app.services.rounds import codebook_of, form_of
from inspel_app.services.tagging import Tagging
from inspel_app.store.project import Project
from tests.services.tagged_round import BUS, add_answer, make


def test_rows_are_respondents_and_columns_fields_or_codes(project: Project) -> None:
    first = add_answer(project, "a", field="3.3.behov")
    second = add_answer(project, "b", BUS, [BUS], respondent=Respondent("Åsele kommun"))
    other = add_answer(project, "c", BUS, [BUS], field="9.9.okand")
    suggested = {second[0]: {"3.3": 900}}
    placed = dict.fromkeys(first, ("3.3", "behov"))
    make(project, [*first, *second, *other], suggested, placed)
    tagging = Tagging(project, "anna")
    tagging.assign(["4.3"], first[1:2])
    tagging.assign(["3.3"], first[:1])
    codebook, form = codebook_of(project), form_of(project)

    fields = grid(tagging.queue, codebook, form, Across.FIELDS)
    assert [c.key for c in fields.columns] == [None, "3.3.behov", "9.9.okand"]
    assert [c.title for c in fields.columns] == [
        "Fritt brev",
        "3.3 Identifierade behov",
        "9.9.okand",
    ]
    assert [r.submission.id for r in fields.rows] == ["a", "b", "c"]
    beginning = f"{BUS} Vägen till skolan är dålig."
    assert fields.rows[0].cells == (None, Cell(tuple(first), 2, beginning), None)
    assert fields.rows[1].cells[0] == Cell(tuple(second), 0, BUS)

    codes = grid(tagging.queue, codebook, form, Across.CODES)
    assert [c.key for c in codes.columns] == ["3.3", "4.3", None]
    held = [[cell.passages if cell else () for cell in row.cells] for row in codes.rows]
    assert held == [
        [(first[0], first[2]), (first[1],), ()],
        [tuple(second), (), ()],
        [(), (), tuple(other)],
    ]

    some = grid(tagging.queue, codebook, form, Across.CODES, Filter(text="biblioteket"))
    assert [(c.key, len(some.rows)) for c in some.columns] == [("3.3", 1)]


def test_long_passages_are_shown_by_their_first_words(project: Project) -> None:
    text = "Bussarna går för sällan " * 10
    ids = add_answer(project, "a", text, [text.strip()])
    make(project, ids, {})
    tagging = Tagging(project, "anna")
    (row,) = grid(tagging.queue, codebook_of(project), None, Across.FIELDS).rows
    assert row.cells[0] is not None
    assert len(row.cells[0].beginning) <= 82
    assert row.cells[0].beginning.endswith("sällan …")
