"""What no point holds is told, and with the points it is the whole answer."""

from dataclasses import replace

from inspel_app.domain.synthesis import Synthesis
from inspel_app.synthesis.left_out import left_out


def told(synthesis: Synthesis) -> list[tuple[int, str]]:
    return [(submission.number, text) for submission, _answer, text in left_out(synthesis)]


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def test_points_and_the_rest_are_the_whole_answers(synthesis: Synthesis) -> None:
    uncounted = dict(synthesis.uncounted)
    for submission in synthesis.submissions:
        if submission.id not in uncounted:
            said = [p.text for p in synthesis.passages if p.submission == submission.id]
            said += [text for number, text in told(synthesis) if number == submission.number]
            whole = "".join(answer.text for answer in submission.answers)
            assert sorted(letters("".join(said))) == sorted(letters(whole))


def test_what_is_taken_for_no_point_is_told(synthesis: Synthesis) -> None:
    last = next(p for p in synthesis.passages if p.submission not in dict(synthesis.uncounted))
    fewer = replace(synthesis, passages=tuple(p for p in synthesis.passages if p is not last))
    number = next(s.number for s in synthesis.submissions if s.id == last.submission)
    assert any(n == number and last.text in text for n, text in told(fewer))
    assert (number, last.text) not in told(synthesis)


def test_nothing_is_told_of_inspel_that_do_not_count(synthesis: Synthesis) -> None:
    counted = {s.number for s in synthesis.submissions if s.id not in dict(synthesis.uncounted)}
    assert {number for number, _text in told(synthesis)} <= counted


def test_nothing_is_told_before_answers_are_cut(synthesis: Synthesis) -> None:
    assert not told(replace(synthesis, passages=()))
