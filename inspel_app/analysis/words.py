"""Words, their stems, and the words that carry no subject."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:[-:][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?<!\S)\S*(?:://|@|\bwww\.)\S*")


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


_SUFFIXES = word_set(
    """a ad ade ades ande anden andes andet ar are aren arens arna arnas arne as ast aste at e
    else elsen elser elserna en ens er ern erna ernas erns es et ets het heten hetens
    heter heterna ig iga igt lig liga ligt n ning ningar ningarna ningen nings or orna
    ornas s t"""
)
_LONGEST_SUFFIX = max(map(len, _SUFFIXES))
_VOWELS = frozenset("aeiouyåäöé")
_SHORTEST = 3
"""A stem keeps at least this many letters, one of them a vowel."""

STOP_WORDS = word_set(
    """aldrig all alla allt alltid alltså andra annan annars annat anser antingen att av avsnitt
    avsnittet bakom bara behov behöva behöver behövs betydligt bidra bidrar bland blev bli blir
    blivit borde bort bra bättre båda både bör börja börjar dag dagar dagen dan de del delar
    delen delprioritering delprioriteringar dels dem den denna dennes deras dess dessa dessutom
    det detta dig din dina direkt dit ditt dock dom du dygn där därför därmed då e efter
    eftersom egen eget egna eller emot en enbart enda endast enligt er era ert ett exempel
    exempelvis fast fem fick finnas finns fler flera flest flesta fortfarande fram framför
    framåt från fungera fungerar fyra få får fått följande för före föreslår förr förra förslag
    först första ge genom ger ges gett gick gjort god goda gott gälla gällande gäller gärna gå
    gång gången gånger går gör göra göras ha hade halv halva han hans har hel hela helt henne
    hennes hit hitta hjälpa hjälper hon honom hos hur hälften här i ibland icke idag igen in
    inför inga ingen inget innan innebär inom inriktning inspel inte istället ja jag ju just kan
    kanske kilometer km kom komma kommer kommit kr kring kronor kunde kunna lika lite litet lägg
    lägga läggs länge längs lång långt låt låta man med medan mellan men mer mera mest mig mil
    miljard miljarder miljon miljoner min mina mindre minst minut minuter mitt morgon morgonen
    mot mycket mål målet månad månader många måste möjlig möjligheter möjligt namn ned nedan nej
    ner ni nog noga nu nuvarande nya nytt nämn nämna nämnas nämns när nästa nästan nå någon
    något några oavsett och också ofta olika om oss ovan per prioritering prioriteringar procent
    på rad redan respektive rätt sa sade sagt saknar saknas samma samt se sedan sen senast
    senaste ser sett sig sin sina sist sitt själv själva ska skall skapa skapar skrev skriv
    skriva skrivning skrivningar skrivs skulle snarare snart som st stor stora stort strategi
    strategin ställer stå står större synpunkt synpunkter säga säger särskilt sätt så sådan
    sådana sådant sådär ta tack tar tas text texten tid till tillbaka tillräckligt tills
    tillsammans timmar timme tio tog tre tror trots tusen två tycker tydlig tydligare tydligt
    typ tänka under ungefär upp ur ut utan utanför ute utifrån utveckla utvecklas utveckling vad
    var vara varandra varför varit varje vars vart vecka veckan veckor vem vems verkar verkligen
    vi via vid vidare viktig viktiga viktigt vilja vilka vilken vilket vill visar vore väl
    väldigt vår våra vårt än ännu är även år åren året åt öka ökad ökar ökat över övrigt"""
)
"""Words of grammar, and words that every answer to a strategy holds."""


def without_addresses(text: str) -> str:
    """A text without the addresses of pages and mail in it, whose parts are no words."""
    return _ADDRESS.sub("", text)


def surface_words(text: str) -> list[str]:
    """The words of a text as written; numbers and signs left out."""
    return WORD.findall(text)


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [word.lower() for word in surface_words(text)]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word (lower case) without its inflection: "kommunernas" and "kommunen" -> "kommun"."""
    for cut in range(max(_SHORTEST, len(word) - _LONGEST_SUFFIX), len(word)):
        if word[cut:] in _SUFFIXES and not _VOWELS.isdisjoint(word[:cut]):
            # "buss" loses its s as a genitive does, and so must "bussen"
            return word[: cut - 1] if word[cut - 1] == "s" and cut > _SHORTEST else word[:cut]
    return word


def content_stems(text: str) -> list[str]:
    """The stems of the words that carry a subject, in the text's order."""
    return [stem(w) for w in words(text) if w not in STOP_WORDS and len(w) > 1]
