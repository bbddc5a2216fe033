"""The first words of sentences that tell somebody to do something: "Bygg ut ...", "Sluta ..."."""

import re

from inspel_app.analysis import foreign

CHANGES = (
    r"lägg|skriv|nämn|gör|ge|låt|inför|bygg|starta|skapa|byt|ta (?:bort|fram|in|med|hänsyn|vara)",
    r"utred|släpp (?:på|fram|in)|lätta på|(?:mjuka|luckra) upp|upphäv|häv",
    r"använd|komplettera|uppdatera|förtydliga|prioritera|pröva|kräv|sätt|öka|säkerställ|stärk",
    r"stryk",
    r"utveckla|utöka|inrätta|satsa|laga|stötta|se (?:till|över)|definiera|formulera|lyft|beskriv",
    r"korta",
    r"samordna|minska|flytta|ändra|ersätt|redovisa|klargör|rusta|säkra|undanta|sänk|höj",
    r"förbättra|förenkla|ordna|öppna|förläng|välj|slå ihop|lär ut|tillsätt|anställ|skydda|visa",
    r"publicera|återinför|återöppna|snälla",
    r"erbjud|kanalisera|kartlägg|inventera|involvera|bjud in|lyssna|respektera|koppla|knyt|främja",
    r"gynna|premiera|subventionera|uppmuntra|rekrytera|utbilda|informera|sprid|renovera|reparera",
    r"bredda",
    r"belägg|asfaltera|elektrifiera|översätt|anpassa|marknadsför|garantera|kompensera|reglera",
    r"begränsa",
    r"förhindra|motverka|bekämpa|synliggör|tydliggör|möjliggör|underlätta|tillåt|dela|fördela",
    r"avsätt|bilda|återställ|elda|plantera|fasa ut|fyll|mät|följ upp|peka ut|ange|ställ krav",
)
"""Ask for something else than there is."""
MORE = (
    r"fler(?! än)|gratis|hellre|bättre (?!är|blir|kan|än|att|går|så)\w+",
    r"mera? (?:pengar|resurser|stöd|tid|personal|plats|makt|service|hjälp|kunskap|trafik)",
)
"""Opens what is asked for, where no verb does: "Fler bussar."."""
KEEPS = (
    r"behåll|bevara|värna|freda|försvara|fortsätt|slå vakt om|rör inte",
    r"låt [^.!?]{2,60}? (?:vara|finnas|bli|ligga|få vara) kvar",
)
"""Want what there is to stay."""
SPENT = (
    r"(?! (?:mera?|tid|kraft|energi|pengar|resurser|omsorg|möda|hälften|lika"
    r"|en (?:lika|större|del))\b)"
)
"""What is laid down where somebody spends it: "Lägg ner mer tid"."""
ENDS = (
    rf"sluta|stoppa|lägg (?:ned|ner){SPENT}|skrota|riv|stäng inte",
    r"(?:dra|lägg) inte (?:in|ned|ner)|avveckla|slopa|avskaffa|avbryt|dra tillbaka|avstå från",
    r"släng|låt bli",
    r"(?:bygg|riv|stryk|höj|sänk|flytta|öppna|tillåt) inte",
    (
        r"stryk (?:hela |detta |det här )?"
        r"(?:avsnittet|kapitlet|målet|prioriteringen|delprioriteringen|förslaget|inriktningen)"
    ),
)
"""Want the end of something, or that it never begins."""
_HELPS = (
    r"rädda|betala|finansiera|återinför|återöppna|håll|våga|följ|räkna|öronmärk|stäng|lös|kalla",
    r"hjälp|fråga|ställ|fixa|peka|ta|se",
)
"""Others, which say less of what is asked for."""


def beginning(*phrases: str) -> re.Pattern[str]:
    """A pattern for what begins with one of the phrases, after "och", "men", "så" or "därför"."""
    return re.compile(rf"(?:och |men |så |därför )?(?:{'|'.join(phrases)})\b", re.IGNORECASE)


ANY = (*ENDS, *KEEPS, *CHANGES, *_HELPS, *foreign.COMMANDS)
"""All of them."""
