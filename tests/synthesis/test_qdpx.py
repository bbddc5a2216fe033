"""Other programs find every point on the same characters, with all that is said of it."""

import unicodedata
import zipfile
from collections import Counter
from dataclasses import replace
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.coding import Assignment, Mark, Origin, Passage, Stance, Theme
from inspel_app.domain.document import Location, Method, Problem
from inspel_app.domain.form import ActorType, Answer, Respondent, SourceFile, Submission, Unplaced
from inspel_app.domain.handling import Disposition, Handling, Handlings, Target
from inspel_app.domain.synthesis import Audience, Synthesis, Work
from inspel_app.synthesis.compose import compose
from inspel_app.synthesis.qdc import QdcExporter
from inspel_app.synthesis.qdpx import QdpxExporter
from tests.synthesis.conftest import BUS, CODEBOOK, FACTS, FORM, SCRIPT, Round
from tests.synthesis.qda_reader import QdaProject, Selection, read_codebook, read_project

ODD = '\x00\x0b\x0c\r\n\t\x85\u2028\ufeff\ufffe\ud800\udfff🚌e\u0301å\u202e<&>"]]>='


def exported(synthesis: Synthesis) -> QdaProject:
    return read_project(QdpxExporter().render(synthesis))


def safe(text: str) -> str:
    """The text without what is lost on the way through files and XML, as long as it was."""
    return "".join(
        " "
        if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\t\n" and not "\x7f" <= c <= "\x9f"
        else c.replace("\ufffe", " ").replace("\uffff", " ")
        for c in text
    )


def at(project: QdaProject, text: str) -> Selection:
    (found,) = (s for s in project.selections if s.text == text)
    return found


def one_inspel(
    answers: list[str], spans: list[tuple[int, int, int]], unplaced: str = ""
) -> Synthesis:
    """An inspel with these answers, and points in them: answer, start and end."""
    where = Location("x", 0, 0)
    made = tuple(Answer(f"a.{i}", None, t, Method.TEXT, (where,)) for i, t in enumerate(answers))
    points = [
        Passage(
            f"a.{i}:{start}-{end}",
            "a",
            f"a.{i}",
            None,
            start,
            end,
            answers[i][start:end],
            (Assignment("3.3", "behov", Origin.SUGGESTION, 0.5, ODD),),
        )
        for i, start, end in spans
    ]
    inspel = Submission(
        "a",
        (SourceFile(ODD, "x"),),
        1,
        respondent=Respondent(f"Byn {ODD}", municipality=ODD),
        answers=made,
        unplaced=(Unplaced(unplaced, where),),
        problems=(Problem("x", ODD),),
    )
    theme = Theme("t1", "3.3", ODD, (ODD,), (), kept=True)
    return compose(FACTS, CODEBOOK, None, [inspel], points, [theme])


def test_every_point_is_selected_with_its_codes(synthesis: Synthesis) -> None:
    project = exported(synthesis)
    assert Counter(s.text for s in project.selections) == Counter(
        safe(p.text) for p in synthesis.passages
    )
    heading = {c.id: f"{c.id} {c.title}" if c.id[0].isdigit() else c.title for c in CODEBOOK.codes}
    of_strategy = Counter(
        (s.text, code) for s in project.selections for code in s.codes if code in heading.values()
    )
    assert of_strategy == Counter(
        (safe(p.text), heading[a.code]) for p in synthesis.passages for a in p.assignments
    )


def test_the_tree_is_the_strategys(synthesis: Synthesis) -> None:
    codes = exported(synthesis).codes
    assert codes.above["3.3 Hållbar mobilitet"] == "3 Provlän – en nära tillgänglig region"
    assert codes.above["En levande plats år 2030"] is None
    assert codes.codable["3 Provlän – en nära tillgänglig region"], "somebody has been given it"
    assert not codes.codable["4 Provlän – en region med livsmiljöer"]
    assert not codes.codable["Teman"]
    alone = read_codebook(QdcExporter().render(synthesis))
    assert list(codes.above.items())[: len(CODEBOOK.codes)] == list(alone.above.items())
    assert all(codes.guids[name] == guid for name, guid in alone.guids.items())


def test_what_else_is_said_are_codes_below_headings(sample: Round) -> None:
    passage = sample.passages[0]
    sample.passages[0] = replace(passage, mark=Mark.UNSURE)
    said = Handling(Target.passage(passage.id), Disposition.PARTLY, "Kortas där det går.")
    synthesis = compose(
        FACTS,
        CODEBOOK,
        FORM,
        sample.submissions,
        sample.passages,
        sample.themes,
        Work(Handlings(passages={passage.id: said})),
    )
    project = exported(synthesis)
    first = next(s for s in project.selections if "Storby" in s.source and s.text == passage.text)
    assert set(first.codes) == {
        "En kortare och mer använd strategi",
        "Stöd",
        "Beaktas delvis",
        "Osäker",
    }
    assert "Hantering: Beaktas delvis (utkast) Kortas där det går." in first.description
    bus = at(project, BUS[1])
    assert set(bus.codes) == {
        "3.3 Hållbar mobilitet",
        "Fler bussturer på kvällar och i byar",
        "Identifierade behov",
        "Stöd",
    }
    groups = {name: project.codes.above[name] for name in (*first.codes, *bus.codes)}
    assert groups == {
        "3.3 Hållbar mobilitet": "3 Provlän – en nära tillgänglig region",
        "Fler bussturer på kvällar och i byar": "Teman",
        "En kortare och mer använd strategi": "Teman",
        "Identifierade behov": "Aspekter",
        "Stöd": "Hållning",
        "Beaktas delvis": "Hantering",
        "Osäker": "Märkningar",
    }
    assert "Skrivet på annan plats" in at(project, BUS[4]).codes


def test_it_is_told_who_says_what_and_why(synthesis: Synthesis) -> None:
    project = exported(synthesis)
    assert set(project.users) == {"Blanketten", "Maskinellt förslag", "Person"}
    assert project.users[0] == "Blanketten"
    moved = at(project, BUS[4])
    assert moved.codes["3.3 Hållbar mobilitet"] == moved.user == "Maskinellt förslag"
    assert "3.3 Hållbar mobilitet: Maskinellt förslag, 80 %, ord" in moved.description
    road = at(project, "Vägen mot kusten måste bära tung trafik året om.")
    assert (road.user, road.codes["4.1 Planering och byggande"]) == ("Person", "Person")
    assert at(project, BUS[1]).codes["3.3 Hållbar mobilitet"] == "Blanketten"
    assert at(project, BUS[1]).codes["Stöd"] == "Maskinellt förslag"


def test_texts_hold_every_answer_under_its_question(synthesis: Synthesis) -> None:
    project = exported(synthesis)
    private = project.texts["Inspel 5 – Privatperson, Västby"]
    assert private.startswith("Inspel 5 – Privatperson, Västby\n\nFritt brev\n")
    assert "\nGlöm inte byarna.\n" in private
    assert private.index("Text utanför blankettens frågor:\nSkickat från") > 0
    storby = project.texts["Inspel 1 – Storby kommun"]
    assert f"\n3.3 Identifierade behov\n{BUS[0]}\n{BUS[2]}\n" in storby
    assert "\n4.2 Målformulering\n-\n" in storby, "also what says nothing"


def test_respondents_are_cases_with_variables_and_their_inspel(synthesis: Synthesis) -> None:
    project = exported(synthesis)
    storby = project.cases["Storby kommun"]
    assert project.sources_of["Storby kommun"] == [
        "Inspel 1 – Storby kommun",
        "Inspel 2 – STORBY Kommun",
        "Inspel 7 – Storby kommun",
    ]
    assert (storby["Aktörstyp"], storby["Kommun"]) == ("Kommun", "Storby")
    assert storby["Inkom"] == "2025-06-10; 2025-06-11"
    assert storby["Status"] == "Ny; Räknas inte"
    second = project.facts["Inspel 7 – Storby kommun"]
    assert second["Inspel: Status"] == "Räknas inte"
    assert second["Inspel: Räknas inte eftersom"]
    assert project.facts["Inspel 3 – Västby kommun"]["Inspel: Sent"] == "ja"


def test_contact_persons_are_never_told(sample: Round) -> None:
    data = QdpxExporter().render(sample.compose(Audience.WORK))
    text = zipfile.ZipFile(BytesIO(data)).read("project.qde").decode("utf-8")
    assert "ture@storby.example" not in text
    assert "Ture Påhittad" not in text


def test_masked_text_keeps_its_places(sample: Round) -> None:
    project = exported(sample.compose(Audience.PUBLIC))
    open_ = exported(sample.compose(Audience.WORK))
    assert [(s.start, s.end) for s in project.selections] != []
    assert at(project, BUS[1]).text == at(open_, BUS[1]).text
    assert "█" in project.texts["Inspel 5 – Privatperson, Västby"]
    assert at(project, "Glöm inte byarna.").codes["Sammanhållen region"] == "Blanketten"


def test_the_same_round_gives_the_same_bytes_at_any_time(sample: Round) -> None:
    first = sample.compose()
    later = replace(first, facts=replace(first.facts, made="2031-01-01T00:00:00+01:00"))
    assert QdpxExporter().render(first) == QdpxExporter().render(later)


def test_two_rounds_share_codes_and_nothing_else(sample: Round) -> None:
    one = sample.compose()
    other = replace(one, facts=replace(one.facts, identity="en annan"))
    first, second = exported(one), exported(other)
    same = {n for n, guid in first.codes.guids.items() if second.codes.guids[n] == guid}
    assert same >= {"3.3 Hållbar mobilitet", "Stöd", "Identifierade behov"}
    assert "Fler bussturer på kvällar och i byar" not in same


def test_no_two_codes_sources_or_cases_share_a_name(sample: Round) -> None:
    sample.themes += [Theme(f"x{n}", None, "STÖD", (), (), kept=True) for n in range(2)]
    sample.passages[:2] = [
        replace(p, theme=f"x{n}", stance=Stance.STOD) for n, p in enumerate(sample.passages[:2])
    ]
    for _twice in range(2):
        private = Respondent(type=ActorType.PRIVATPERSON, municipality="Västby")
        sample.add(private, [], "brev.txt")
    project = exported(sample.compose())
    assert [project.codes.above[n] for n in ("STÖD", "STÖD (2)")] == ["Teman", "Teman"]
    assert project.codes.above["Stöd (3)"] == "Hållning"
    names = ["Privatperson, Västby", "Privatperson, Västby (2)", "Privatperson, Västby (3)"]
    assert [n for n in project.cases if "Privat" in n] == names


def test_codes_from_before_the_strategy_was_changed_are_kept(sample: Round) -> None:
    gone = Assignment("9.9", None, Origin.PERSON)
    sample.passages[0] = replace(sample.passages[0], assignments=(gone,))
    project = exported(sample.compose())
    assert project.codes.above["9.9"] == "Koder som inte finns i strategin"
    assert [s.text for s in project.selections if "9.9" in s.codes] == [sample.passages[0].text]


def test_a_round_without_inspel_can_be_opened() -> None:
    project = exported(compose(FACTS, CODEBOOK, None, [], [], []))
    assert (project.users, project.texts, project.cases) == ([], {}, {})
    assert len(project.codes.above) == len(CODEBOOK.codes)


def test_what_came_at_an_unknown_time_is_plainly_undated(synthesis: Synthesis) -> None:
    project = exported(synthesis)
    assert at(project, "Glöm inte byarna.").created == "1970-01-01T00:00:00Z"
    assert at(project, BUS[1]).created == "2025-06-20T06:00:00Z"


def test_hostile_text_is_only_text(synthesis: Synthesis) -> None:
    project = exported(synthesis)
    assert at(project, safe(SCRIPT)).codes["3.3 Hållbar mobilitet"] == "Blanketten"
    assert all(not set(name) & set('\\/:*?"<>|') for name in project.texts)


TEXTS = st.text(st.characters() | st.sampled_from(ODD), max_size=30)


@given(st.lists(TEXTS, max_size=3), TEXTS, st.data())
def test_odd_characters_move_nothing(
    answers: list[str], unplaced: str, data: st.DataObject
) -> None:
    spans = []
    for i, text in enumerate(answers):
        for _point in range(data.draw(st.integers(0, 2))):
            start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
            spans.append((i, start, end))
    spans = list(dict.fromkeys(spans))
    project = exported(one_inspel(answers, spans, unplaced))
    assert Counter(s.text for s in project.selections) == Counter(
        safe(answers[i][start:end]) for i, start, end in spans
    )
    (text,) = project.texts.values()
    assert safe(unplaced) in text
