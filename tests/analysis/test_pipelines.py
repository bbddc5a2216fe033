from pathlib import Path
from typing import Any

import pytest

from inspel_app.analysis.pipelines import chosen_pipeline
from inspel_app.errors import ExitCode, MissingComponentError


def test_loads_a_users_own(tmp_path: Path) -> None:
    import spacy  # noqa: PLC0415 - heavy

    nlp = spacy.blank("sv")
    nlp.add_pipe("sentencizer")
    ruler: Any = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"IS_ALPHA": True}], [{"IS_PUNCT": True}]], {"POS": "X"})
    entities: Any = nlp.add_pipe("entity_ruler")
    entities.add_patterns([{"label": "PRS", "pattern": "Lind"}])
    nlp.to_disk(tmp_path)

    doc = chosen_pipeline(str(tmp_path))("Det sa Lind. Och det är så.")

    assert [s.text for s in doc.sents] == ["Det sa Lind.", "Och det är så."]


@pytest.mark.parametrize("name", ["finns_inte", "/finns/inte"])
def test_tells_of_one_that_is_not_there(name: str) -> None:
    with pytest.raises(MissingComponentError, match=rf"{name} går inte att läsa in") as found:
        chosen_pipeline(name)
    assert found.value.exit_code == ExitCode.MISSING_COMPONENT


def test_refuses_one_that_tells_too_little(tmp_path: Path) -> None:
    import spacy  # noqa: PLC0415 - heavy

    spacy.blank("sv").to_disk(tmp_path)
    with pytest.raises(MissingComponentError, match="saknar meningar eller ordklasser"):
        chosen_pipeline(str(tmp_path))
