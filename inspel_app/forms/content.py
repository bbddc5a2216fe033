"""Whether an answer says anything, and what it refers to when it points elsewhere."""

import re
from collections.abc import Mapping

from inspel_app.domain.form import FormTemplate
from inspel_app.forms.folding import fold

_NOTHING = re.compile(
    r"""^(?:
        [-.,/*_?!]*
      | x+ | 0 | n/?a | nix | nej(?:\ tack)? | inte | inget | ingenting | inga | ingen | saknas
      | (?:nej[,.]?\ |nix[,.]?\ )?(?:vi\ |jag\ )?(?:har\ |finns\ )?(?:i\ nuläget\ |just\ nu\ )?
        (?:inget|ingenting|inga|ingen)
        (?:\ (?:mer|mera|ytterligare|särskilt|särskilda|övriga|övrigt|annat|andra|nytt|nya))?
        (?:\ (?:att\ (?:tillägga|tillföra|anföra|invända|kommentera|säga)
              | (?:synpunkt|synpunkter|kommentar|kommentarer|inspel|förslag|tillägg|svar|åsikt
                  |åsikter|ändringar|ändring|erinran|invändningar)))?
        (?:\ (?:på|i|om|till|kring|för)\ (?:detta|det|den|denna|här|avsnittet|avsnitt|frågan|delen)
            (?:\ (?:här|avsnittet|delen|frågan|punkten))?)?
        (?:\ (?:här|just\ nu|i\ nuläget|i\ dagsläget|för\ närvarande|utöver\ det|i\ övrigt))?
      | (?:[\w-]+\ ){0,4}?(?:har\ |finns\ |lämnar\ )?(?:inga|ingen|inget|inte\ några)
        (?:\ (?:ytterligare|särskilda|övriga|andra|egna|direkta))?
        \ (?:synpunkt(?:er)?|kommentar(?:er)?|erinran|erinringar|invändning(?:ar)?|åsikt(?:er)?)
        \ (?:på|mot|om|kring|till|gällande|angående|avseende|över|beträffande|i|för)
        (?:\ (?!(?:utom|men|utan|förutom|dock|däremot|eftersom|så|då|att|är|har|finns|ska|skall
            |bör|måste|kan|vill|behöver|saknas|bortsett|tvärtom)\b)[\w\d./–-]+){1,14}
      | (?:ej|inte|icke)\ (?:aktuellt|relevant|tillämpligt|besvarad|vår\ fråga)
      | (?:vi\ |jag\ )?(?:vet\ (?:ej|inte|inget)(?:\ riktigt)?|kan\ (?:ej|inte)(?:\ svara)?
          |hoppar\ över|står\ över|passar|har\ ingen\ (?:aning|uppfattning)
          |(?:skickar|svarar|återkommer)(?:\ in)?(?:\ senare)?)
      | pass | ingen\ (?:aning|uppfattning) | ok(?:ej)? | dito | idem
      | (?:som|enligt|samma(?:\ (?:som|svar))?)(?:\ (?:ovan|förra|förut|tidigare|sist))?
      | (?:se|enligt)\ (?:(?:separat|bifogad|bifogat|mitt|vårt|min|vår)\ )?
        (?:bilaga|bilagor|fil|dokument|brev|mail|mejl|pdf|yttrande)
      | vi?\ ?avstår | avstår | lämnas\ (?:tomt|obesvarad)
      | (?:we\ have\ )?(?:no|nothing)(?:\ (?:further|more|other|else))?
        \ (?:comments?|remarks?|objections?|to\ (?:add|say))
      | ei(?:\ ole)?(?:\ (?:muuta|mitään|muita))?
        \ (?:lisättävää|sanottavaa|kommentoitavaa|kommentteja|huomautettavaa)
      | (?:vi\ har\ )?ingen(?:\ (?:flere|ytterligere))?\ (?:kommentarer?|merknader?|innspill)
      | mis\ ii\ leat\ (?:eará\ )?lasáhus
    )[.!]*$""",
    re.VERBOSE,
)
_POINTS = re.compile(
    r"""\b(?:se|jfr|jämför|hänvisar\ till|hänvisas\ till|samma\ (?:som|svar)|besvara[ts]
      |see|same\ as|katso|ks|sama\ kuin)\b
    (?P<where>[^.!?]{0,80}?
        (?:\d\.\d|\bovan|\bnedan|föregående|tidigare|prioritering\ \d|\babove|\bbelow|\bprevious
          |\byllä|\bedellä)[^!?\n]*)""",
    re.VERBOSE,
)
_CODE = re.compile(r"\b\d\.\d\b|(?<=prioritering )\d\b")
_BEFORE = re.compile(r"ovan|föregående|tidigare|above|previous|yllä|edellä")
_AFTER = re.compile(r"nedan|below")
_LONGEST_REFERENCE = 70
_ASPECT_WORDS = {
    "analys": "analys",
    "behov": "behov",
    "mål": "mal",
    "aktör": "aktorer",
}


def says_nothing(text: str) -> bool:
    """Whether the text is only "-", "Nej", "Inget att tillägga", "No comments" or the like."""
    return bool(_NOTHING.match(fold(text)))


def is_reference(text: str) -> bool:
    """Whether the whole text is a pointer such as "Se ovan" or "Se svar 1.2"."""
    folded = fold(text)
    found = _POINTS.search(folded)
    return found is not None and len(folded) <= _LONGEST_REFERENCE and found.start() <= len("vi ")


def references(field: str, texts: Mapping[str, str], template: FormTemplate) -> tuple[str, ...]:
    """The answered fields that the answer in `field` points to; `texts` are in written order.

    "Se 3.1" points to the answer with the same aspect under 3.1, or else to all under it;
    "ovan" and "nedan" to the nearest answer with content before and after.
    """
    found: list[str] = []
    order = list(texts)
    here = order.index(field)
    for match in _POINTS.finditer(fold(texts[field])):
        where = match["where"]
        for code in _CODE.findall(where):
            found.extend(_answers_about(code, where, field, texts, template))
        if _AFTER.search(where):
            found.extend(_nearest(order[here + 1 :], texts))
        elif _BEFORE.search(where) and not _CODE.search(where):
            found.extend(_nearest(order[:here][::-1], texts))
    return tuple(dict.fromkeys(found))


def _answers_about(
    code: str, where: str, field: str, texts: Mapping[str, str], template: FormTemplate
) -> list[str]:
    about = [f for f in texts if template.question(f).code == code and f != field]
    named = next((a for word, a in _ASPECT_WORDS.items() if word in where), None)
    aspect = named or template.question(field).aspect
    same = [f for f in about if template.question(f).aspect == aspect]
    return same or about


def _nearest(order: list[str], texts: Mapping[str, str]) -> list[str]:
    said = (f for f in order if not says_nothing(texts[f]) and not is_reference(texts[f]))
    return [f for f in (next(said, None),) if f is not None]
