"""What the authority's people have written, as each audience may see it.

Answers to points, texts in the report and notes may name whoever has sent something in.
"""

from collections.abc import Mapping
from dataclasses import replace

from inspel_app.domain.coding import Note
from inspel_app.domain.composition import Composition
from inspel_app.domain.form import ActorType
from inspel_app.domain.handling import Handling, Handlings
from inspel_app.domain.invitation import Attendance
from inspel_app.domain.secrecy import OPEN
from inspel_app.domain.synthesis import Audience, Work
from inspel_app.synthesis.privacy import Mask, Material
from inspel_app.synthesis.words import actor_type


def work_for(work: Work, material: Material, mask: Mask, audience: Audience) -> Work:
    """All that people have written, as an audience may see it; the material is what it sees."""
    return replace(
        work,
        handlings=handlings_for(work.handlings, material, mask, audience),
        composition=composition_for(work.composition, mask),
        notes=notes_for(work.notes, mask, audience),
        secrecies=work.secrecies if audience is Audience.WORK else OPEN,
    )


def handlings_for(
    handlings: Handlings, material: Material, mask: Mask, audience: Audience
) -> Handlings:
    """What is said of points, with the names of respondents covered as in their own words.

    Anybody may read what the authority has decided to answer, but not which of its people did so.
    Of an answer that nobody has decided the public is told that there is one.
    """
    if audience is Audience.WORK:
        return handlings
    _submissions, passages, themes = material
    public = audience is Audience.PUBLIC
    told = handlings.decided(passages, themes) if public else handlings

    def covered(said: Mapping[str, Handling]) -> dict[str, Handling]:
        masked = {key: replace(h, text=mask(h.text)) for key, h in said.items()}
        if not public:
            return masked
        return {key: replace(h, responsible="", person="") for key, h in masked.items()}

    wordings = {
        key: replace(
            wording,
            text=mask(wording.text),
            sources=tuple(replace(s, sentence=mask(s.sentence)) for s in wording.sources),
            person="" if public else wording.person,
        )
        for key, wording in told.wordings.items()
    }
    return replace(
        told, passages=covered(told.passages), themes=covered(told.themes), wordings=wordings
    )


def composition_for(composition: Composition, mask: Mask) -> Composition:
    """What people have made of the report, with the names of respondents covered in their texts."""
    covered = {
        key: replace(edit, title=mask(edit.title), text=mask(edit.text))
        for key, edit in composition.sections.items()
    }
    return replace(composition, sections=covered)


def notes_for(
    notes: Mapping[str, tuple[Note, ...]], mask: Mask, audience: Audience
) -> Mapping[str, tuple[Note, ...]]:
    """What the authority's people have written about points: nothing of it is for anybody else."""
    if audience is Audience.PUBLIC:
        return {}
    return {
        key: tuple(replace(note, text=mask(note.text)) for note in written)
        for key, written in notes.items()
    }


def attendance_for(attendance: Attendance, audience: Audience) -> Attendance:
    """Who was invited, without the names of private persons where anybody may read them."""
    if audience is not Audience.PUBLIC:
        return attendance
    unnamed = actor_type(ActorType.PRIVATPERSON)
    invited = tuple(
        replace(one, name=unnamed) if one.type is ActorType.PRIVATPERSON else one
        for one in attendance.invited
    )
    return replace(attendance, invited=invited)
