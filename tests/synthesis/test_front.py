"""What the synthesis tells about itself."""

from dataclasses import replace

from inspel_app.domain.secrecy import Withheld
from inspel_app.domain.synthesis import Synthesis
from inspel_app.synthesis.front import method, picture
from inspel_app.synthesis.outline import Text


def _told(synthesis: Synthesis) -> str:
    return "\n".join(b.text for b in method(synthesis).blocks if isinstance(b, Text))


def test_other_languages_are_counted_and_swedish_is_not(synthesis: Synthesis) -> None:
    out = {inspel for inspel, _why in synthesis.uncounted}
    first, *others = synthesis.passages
    other = next(p for p in others if p.submission not in out | {first.submission})
    left_out = next((p for p in synthesis.passages if p.submission in out), None)
    assert "Andra språk" not in _told(synthesis)
    foreign = {first.id: "en", other.id: "fit"} | ({left_out.id: "se"} if left_out else {})
    passages = tuple(replace(p, language=foreign.get(p.id, "sv")) for p in synthesis.passages)
    told = _told(replace(synthesis, passages=passages))
    assert "1 synpunkt i 1 inspel på engelska och 1 synpunkt i 1 inspel på meänkieli" in told
    assert "nordsamiska" not in told


def test_inspel_without_a_date_are_told_where_there_is_a_last_day(synthesis: Synthesis) -> None:
    undated = tuple(replace(s, received=None) for s in synthesis.submissions)
    lacking = replace(synthesis, submissions=undated)
    counted = len(undated) - len(synthesis.uncounted)
    assert f"{counted} inspel har inget känt datum" in _told(lacking)
    no_day = replace(synthesis.facts, deadline=None)
    assert "känt datum" not in _told(replace(lacking, facts=no_day))


def test_what_is_kept_out_is_not_said_to_be_silent(synthesis: Synthesis) -> None:
    silent = replace(synthesis, silent=(synthesis.codebook.leaves[0],), largest=(), chapters=())
    assert "Ingen har lämnat synpunkter på" in str(picture(silent, {}))
    kept_out = replace(silent, withheld=Withheld(submissions=1))
    assert "Ingen har lämnat synpunkter på" not in str(picture(kept_out, {}))
