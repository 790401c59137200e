"""The words right before and after an office's name that tell where it stands."""

from __future__ import annotations

import re

from ita_checker.facts.organisation.words import NUMBERED, THAI, below, folded, some
from ita_checker.facts.page import PERSON
from ita_checker.text.patterns import pattern_of
from ita_checker.words import of_words

# Words right after a name that only the office that made the report has.
MAKES = pattern_of(lambda: some("organisation.makes"))
# ... also through a part of it: "โดยกลุ่มบริหารทั่วไป ได้จัดทำรายงานฉบับนี้"
THROUGH = pattern_of(lambda: f"{some('organisation.through')}{THAI}{{2,40}}?{MAKES.pattern}")
# The last word of a name that was read no further: โรงพยาบาลสองแคว|พัฒนา จึงกำหนด…
TAILED = pattern_of(lambda: f"{some('organisation.name_tails')}{MAKES.pattern}")
ACTS = pattern_of(
    lambda: (
        f"{some('organisation.acts.particles')}?{some('organisation.acts.verbs')}"
        f"|{some('organisation.acts.else')}"
    )
)
MODAL = pattern_of(lambda: some("organisation.acts.modal"))
# An office that acts on measures or the report itself, whatever the verb: ได้ประชุมเพื่อกำหนดมาตรการ.
ON_MEASURES = pattern_of(
    lambda: (
        f"{some('organisation.acts.particles')}{THAI}{{2,30}}{some('organisation.acts.objects')}"
    )
)
# Words right before a name that make it the owner or the actor.
DIVISION = of_words(lambda: f"{some('organisation.divisions')}{THAI}{{2,12}}")
OWNS = pattern_of(lambda: f"(?:{some('organisation.owns')}|{DIVISION()}):?$")
# "The measures of X" are the reporter's; the manual, the car, the field of X may be anybody's.
WHOSE = pattern_of(lambda: f"{some('organisation.own_things.whose')}$")
OWN_THING = pattern_of(
    lambda: f"{some('organisation.own_things.things')}[^\\t\\f]{{0,24}}{WHOSE.pattern}"
)
POST = pattern_of(
    lambda: (
        f"(?:{some('organisation.posts.whole')}|{some('organisation.posts.heads_of')}{THAI}{{0,10}}"
        f"|{some('organisation.posts.doctors')}{THAI}{{0,20}})$"
    )
)
POST_FIRST = pattern_of(lambda: some("organisation.posts.whole"))
OWNER = pattern_of(lambda: f"{some('organisation.models.whose')}$")
JOINED_ON = pattern_of(lambda: f"{some('organisation.joins')}$")
HEADS = pattern_of(
    lambda: f"{some('organisation.letterhead')}+|{some('organisation.memo_head')}:?{THAI}{{0,40}}"
)
LABELLED = pattern_of(
    lambda: (
        rf"[0-9.)]{{0,4}}(?:{some('organisation.labels')}[:.…_]*"
        rf"|{some('organisation.made_by')}:(?:{some('organisation.divisions')}{THAI}{{2,30}})?)"
    )
)
# "Name (short form) | other things": the name has its place to itself.
SET_APART = re.compile(r"(?:\([^()\t\f]{1,20}\))?[|•·–—]")
# A person named in a line, as in a programme; who signs stands in brackets, or in a signature.
IN_LINE = pattern_of(
    lambda: f"(?!{some('organisation.posts.whole', 'organisation.posts.doctors')}){PERSON()}[^)]*$"
)
NUMBERED_HEAD = pattern_of(lambda: f"{NUMBERED()}(?:{some('organisation.letterhead')})?")
AFTER_HEADS = of_words(lambda: folded("organisation.letterhead_after"))
PART = pattern_of(
    lambda: (
        f"(?:{some('organisation.parts.whole')}|{some('organisation.parts.divisions')}{THAI}{{2,14}}"
        f"|{some('organisation.parts.sections')}{THAI}{{2,16}})$"
    )
)
# "รายงานฉบับนี้จัดทำโดย X"
THIS_MADE = pattern_of(
    lambda: f"{some('organisation.this_made.paper')}{some('organisation.this_made.by')}$"
)
TITLE = pattern_of(lambda: some("organisation.titles"))
TIME_AFTER = pattern_of(
    lambda: (
        f"{some('organisation.dates.day')}?[0-9]{{0,2}}"
        f"{some('organisation.dates.month')}?{below('months.full')}"
    )
)
ASKED = of_words(lambda: folded("organisation.asked"))
ROOMS = of_words(lambda: folded("organisation.rooms"))
