"""The strategy alone as a code system, for programs for qualitative analysis (REFI-QDA)."""

from collections.abc import Container

from inspel_app.domain.coding import Code, Codebook
from inspel_app.domain.synthesis import Synthesis
from inspel_app.synthesis import qda
from inspel_app.synthesis.qda import QdaCode


class QdcExporter:
    """Writes the strategy's tree with titles and descriptions, and nothing that was said."""

    format = "qdc"
    suffix = ".qdc"

    def render(self, synthesis: Synthesis) -> bytes:
        """XML in UTF-8."""
        tree = qda.named_apart(strategy_codes(synthesis.codebook), set())
        codes = qda.codes_element(qda.CODEBOOK, tree)
        return qda.markup(qda.CODEBOOK("CodeBook", codes, origin=qda.origin(synthesis.facts)))


def code_guid(codebook: Codebook, code_id: str) -> str:
    """The identity of a part of the strategy, the same in every round."""
    return qda.guid(codebook.id, "kod", code_id)


def code_name(code: Code) -> str:
    """`3.3 Hållbar mobilitet`: the number first, so that other programs sort as the strategy does.

    What has no number goes by its title.
    """
    numbered = code.id[:1].isdigit() and not code.title.startswith(code.id)
    return f"{code.id} {code.title}" if numbered else code.title


def strategy_codes(codebook: Codebook, coded: Container[str] = ()) -> tuple[QdaCode, ...]:
    """The strategy's tree; headings are what nothing is mapped to, unless it is among `coded`."""

    def below(parent: str | None) -> tuple[QdaCode, ...]:
        return tuple(one(code) for code in codebook.children(parent))

    def one(code: Code) -> QdaCode:
        children = below(code.id)
        return QdaCode(
            code_guid(codebook, code.id),
            code_name(code),
            code.description,
            code.leaf or code.id in coded or not children,
            children,
        )

    return below(None)
