from inspel_app.domain.form import Respondent
from inspel_app.services.grid import Across, Grid, grid, tab_separated
from inspel_app.services.points import Filter
from inspel_app.services.rounds import codebook_of, form_of
from inspel_app.services.tagging import Tagging
from inspel_app.store.project import Project
from tests.services.tagged_round import BUS, add_answer, make


def held(shown: Grid) -> list[list[tuple[str, ...]]]:
    """The passages of each cell, row by row."""
    cells = [[shown.cell(r, c) for c in range(len(shown.columns))] for r in range(len(shown.rows))]
    return [[cell.passages if cell else () for cell in row] for row in cells]


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
    assert [s.id for s in fields.rows] == ["a", "b", "c"]
    assert held(fields) == [[(), tuple(first), ()], [tuple(second), (), ()], [(), (), tuple(other)]]
    cell = fields.cell(0, 1)
    assert cell
    assert (cell.decided, cell.beginning) == (2, f"{BUS} Vägen till skolan är dålig.")
    assert cell.text == f"{cell.beginning} Biblioteket behövs."
    assert fields.place(tagging.queue.point(first[1])) == (0, 1)
    assert fields.place(tagging.queue.point(other[0])) == (2, 2)

    codes = grid(tagging.queue, codebook, form, Across.CODES)
    assert [c.key for c in codes.columns] == ["3.3", "4.3", None]
    assert held(codes) == [
        [(first[0], first[2]), (first[1],), ()],
        [tuple(second), (), ()],
        [(), (), tuple(other)],
    ]

    some = grid(tagging.queue, codebook, form, Across.CODES, Filter(text="biblioteket"))
    assert [(c.key, len(some.rows)) for c in some.columns] == [("3.3", 1)]
    assert some.place(tagging.queue.point(first[1])) is None


def test_long_passages_are_shown_by_their_first_words(project: Project) -> None:
    text = "Bussarna går för sällan " * 10
    ids = add_answer(project, "a", text, [text.strip()])
    make(project, ids, {})
    tagging = Tagging(project, "anna")
    cell = grid(tagging.queue, codebook_of(project), None, Across.FIELDS).cell(0, 0)
    assert cell
    assert len(cell.beginning) <= 82
    assert cell.beginning.endswith("sällan …")


def test_spreadsheets_take_it_from_the_clipboard_without_formulas(project: Project) -> None:
    text = "=1+1\tBussen\ngår för sällan."
    ids = add_answer(project, "a", text, [text], respondent=Respondent("@Malå"))
    make(project, ids, {})
    tagging = Tagging(project, "anna")
    shown = grid(tagging.queue, codebook_of(project), None, Across.FIELDS)
    table = tab_separated(shown, [0], [0])
    assert table == "Avsändare\tFritt brev\n'@Malå\t'=1+1 Bussen går för sällan."
