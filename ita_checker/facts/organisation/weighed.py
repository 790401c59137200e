"""Which office reports: every mention weighed by where it stands, near spellings together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ita_checker.facts.organisation import other as other_classes
from ita_checker.facts.organisation.addresses import on_cover
from ita_checker.facts.organisation.kinds import MUNICIPALITY, Kind
from ita_checker.facts.organisation.mentions import Mention, official, parse
from ita_checker.facts.organisation.own_place import as_own
from ita_checker.facts.organisation.relations import ABOVE, Reporter
from ita_checker.facts.organisation.standing import STRONG, ZONES, Standing, standings
from ita_checker.facts.organisation.unlisted import spelled_more
from ita_checker.facts.organisation.words import spaced
from ita_checker.facts.page import flow, scanned, span
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.gazetteer import homes, known
from ita_checker.text.names import Nearness, majority, nearness, same_beginning, similar
from ita_checker.words import lists_of, of_words, words_of

SUBMITTED = 10.0  # what the file was handed in under comes before any one place in it
SECOND_ON_COVER = 8.0  # the office named first on a cover reports; those below are its superiors
# an office at home in the district that the cover gives: nearly all bear a subdistrict's name
AT_HOME = 6.0
WEAK_AT_MOST = 3.0  # however often a copied body names an office, it weighs no more
ENOUGH = 1.0  # an office named only in passing, and once, reports nothing
LIKELY_OWN = 0.0  # nats: a clause that is as likely the reporting office's as another's
# a school of a municipality names both: the one below reports when it weighs nearly as much
CHILD = 0.6
# Places in which a name stands alone: there no words of a sentence run on behind it.
ALONE = frozenset(["cover", "head", "sign", "running"])
BY_NAME = frozenset(["cover", "title", "running", "makes"])
OF_REGION = lists_of("offices.of_region")  # a region → its own offices
LEGAL_FORMS = of_words(lambda: words_of("offices.legal_forms"))


@dataclass(frozen=True, slots=True)
class _Unit:
    """One spelling of one office with all its mentions."""

    kind: Kind
    proper: str
    standings: tuple[Standing, ...]


def handed_in_by(facts: Facts) -> str | None:
    """Return the name the file was handed in under: the list's, else that of the nearest folder
    that is an office's name.
    """
    return facts.submission.organisation or next(filter(_an_office, facts.submission.folders), None)


def _an_office(folder: str) -> bool:
    """Tell whether a folder's whole name is an office's; provinces and districts are folders that
    offices are sorted in.
    """
    mention = parse(folder)
    return (
        mention is not None
        and mention.kind.family != "region"
        and (mention.start, mention.end) == (0, len(fold(folder)))
    )


def submitted(facts: Facts) -> Mention | None:
    """Return the office that the file was handed in under, where it can be told from what was
    given.
    """
    given = facts.once(handed_in_by)
    return parse(given) if given else None


def _reporter(facts: Facts) -> Reporter | None:
    units = _units(standings(facts))
    best = _heaviest(facts, [unit for unit in units if unit.kind.family != "region"])
    if best is None or not any(
        standing.zone in STRONG
        for unit in _cluster(facts, best, units)
        for standing in unit.standings
    ):
        line = other_classes.named(facts)
        if line:
            return _from_line(facts, *(spelled_more(facts, _from_line(facts, *line)) or line))
    if best and not _may_report(facts, best, units):
        best = None
    best = best and (_whose_office(best, units) or best)
    best = best or _heaviest(facts, [unit for unit in units if _reports_as_region(unit)])
    return _chosen(facts, best, units) if best else None


def _may_report(facts: Facts, unit: _Unit, units: Sequence[_Unit]) -> bool:
    """Tell whether an office stands anywhere as one that reports: in a place of the reporting
    office, or in a clause in which reports name their own.
    """
    found = [standing for other in _cluster(facts, unit, units) for standing in other.standings]
    return any(
        standing.zone in STRONG or as_own(facts, standing.mention.whole) >= LIKELY_OWN
        for standing in found
    )


def _reports_as_region(unit: _Unit) -> bool:
    """Tell whether a district or a province stands where only the reporting office does: in
    sentences both are named for all kinds of reasons.
    """
    zones = {standing.zone for standing in unit.standings}
    return unit.kind.family == "region" and bool(zones & (STRONG - {"makes"}))


def _whose_office(best: _Unit, units: Sequence[_Unit]) -> _Unit | None:
    """Return the province or district that reports through its office: it is named on the cover, a
    title or as the maker, or first of the two, and its office only signs, makes or compiles, or
    stands on cover and title below it.
    """
    first, begins = _by_name(best), best.standings[0].mention.start
    for unit in units:
        if unit.proper != best.proper or best.kind.group not in OF_REGION.get(unit.kind.group, ()):
            continue
        own = _by_name(unit) or [one for one in unit.standings if one.strength]
        before = own and own[0].mention.start < begins
        if before or (_by_name(unit) and not first):
            return unit
    return None


def _by_name(unit: _Unit) -> list[Standing]:
    """Return where an office is named as the one that reports, not as who writes for it."""
    return [standing for standing in unit.standings if standing.zone in BY_NAME]


def _units(found: Iterable[Standing]) -> list[_Unit]:
    groups: dict[tuple[str, str], list[Standing]] = {}
    for standing in found:
        groups.setdefault((standing.mention.kind.name, official(standing.mention)), []).append(
            standing
        )
    return [
        _Unit(group[0].mention.kind, proper, tuple(group)) for (_, proper), group in groups.items()
    ]


def _heaviest(facts: Facts, units: Sequence[_Unit]) -> _Unit | None:
    """Return the spelling around which the heaviest cluster stands."""
    weighed = [(_weight(facts, unit, units), unit) for unit in units]
    enough = [(weight, unit) for weight, unit in weighed if weight >= ENOUGH]
    if not enough:
        return None
    heaviest, best = max(
        enough,
        key=lambda pair: (pair[0], len(pair[1].standings), -pair[1].standings[0].mention.start),
    )
    below = [
        (weight, unit)
        for weight, unit in enough
        if best.kind.group in ABOVE.get(unit.kind.group, ())
        and weight >= CHILD * heaviest
        and any(s.zone in STRONG for s in unit.standings)
    ]
    return max(below, key=lambda pair: pair[0])[1] if below else best


def _weight(facts: Facts, unit: _Unit, units: Sequence[_Unit]) -> float:
    """Return what the places of a spelling and its near ones say: strong places once each, the
    others up to a limit.
    """
    found = [standing for other in _cluster(facts, unit, units) for standing in other.standings]
    zones = {standing.zone for standing in found if standing.zone in STRONG}
    weight = sum(ZONES[zone] for zone in zones)
    if "cover" in zones and not _first_on_cover(found, units):
        weight -= ZONES["cover"] - SECOND_ON_COVER
    weight += min(
        WEAK_AT_MOST, sum(ZONES[standing.zone] for standing in found if standing.zone not in STRONG)
    )
    given = submitted(facts)
    if given and _near(facts, given.kind, official(given), unit):
        weight += SUBMITTED
    if unit.kind.family == "local" and facts.once(_homes) & homes(unit.proper):
        weight += AT_HOME
    return weight


def _homes(facts: Facts) -> frozenset[tuple[str, str]]:
    """Return the districts that the cover gives, each with its province."""
    after = (one.mention.place for one in standings(facts) if one.zone == "cover")
    return frozenset(
        (place.district.name, place.province.name)
        for place in (*after, *on_cover(facts))
        if place.district and place.province
    )


def _first_on_cover(found: Iterable[Standing], units: Sequence[_Unit]) -> bool:
    first = min(s.mention.start for unit in units for s in unit.standings if s.zone == "cover")
    return any(standing.mention.start == first for standing in found)


def _cluster(facts: Facts, unit: _Unit, units: Sequence[_Unit]) -> list[_Unit]:
    return [other for other in units if _near(facts, other.kind, other.proper, unit)]


def _near(facts: Facts, kind: Kind, proper: str, unit: _Unit) -> bool:
    if kind.name != unit.kind.name and not (
        kind.group == unit.kind.group and kind.family == "local"
    ):
        return False
    return (
        nearness(unit.proper, proper) is not Nearness.OTHER
        or same_beginning(unit.proper, proper)
        or same_beginning(proper, unit.proper)
        or (scanned(facts) and similar(unit.proper, proper))
    )


def _chosen(facts: Facts, best: _Unit, units: Sequence[_Unit]) -> Reporter:
    """Return the reporter of a cluster: its heaviest class, and its spelling by count, a register
    before all.
    """
    cluster = _cluster(facts, best, units)
    kinds: Counter[str] = Counter()
    for unit in cluster:
        kinds[unit.kind.name] += sum(int(10 * ZONES[standing.zone]) for standing in unit.standings)
    ranked = [name for name, _ in kinds.most_common() if name != MUNICIPALITY().name] or [
        MUNICIPALITY().name
    ]
    kind = next(unit.kind for unit in cluster if unit.kind.name == ranked[0])
    proper = _spelling(facts, cluster)
    found = sorted(
        (standing.mention for unit in cluster for standing in unit.standings),
        key=lambda mention: mention.start,
    )
    full = kind.name + spaced(proper) + _legal_form(facts, found)
    return Reporter(kind.name, proper, full, tuple(found), kind)


def _legal_form(facts: Facts, found: Iterable[Mention]) -> str:
    """Return the legal form that stands behind a name in brackets, with the space before it."""
    text = flow(facts).text
    forms = (form for form in LEGAL_FORMS() for one in found if text.startswith(form, one.end))
    return next((f" {form}" for form in forms), "")


def _spelling(facts: Facts, cluster: Sequence[_Unit]) -> str:
    """Return the spelling that a register has, else the most frequent, a known place's before
    others.
    """
    counts: Counter[str] = Counter()
    weights: Counter[str] = Counter()
    for unit in cluster:
        counts[unit.proper] += sum(1 for standing in unit.standings if standing.strength)
        weights[unit.proper] += sum(int(10 * ZONES[standing.zone]) for standing in unit.standings)
    entries = (*facts.submission.register, facts.submission.organisation or "")
    listed = {parsed.proper if (parsed := parse(entry)) else fold(entry) for entry in entries}
    in_list = [name for name in counts if name in listed]
    alone = {unit.proper for unit in cluster for one in unit.standings if one.zone in ALONE}
    cover = {unit.proper for unit in cluster for one in unit.standings if one.zone == "cover"}
    shortest = [
        name
        for name in counts
        if not any(
            other != name
            and same_beginning(other, name)
            and (other in alone or name not in alone)
            and (other in cover or name not in cover)  # nothing runs on behind a cover's name
            for other in counts
        )
    ]
    if scanned(facts) and not in_list:
        return majority(counts, shortest)
    return max(
        in_list or shortest, key=lambda name: (counts[name], known(name), weights[name], name)
    )


def _from_line(facts: Facts, start: int, end: int) -> Reporter:
    full = " ".join(span(facts, start, end).quote.split())
    return Reporter("", fold(full), full, (), None, (start, end))


def weighed(facts: Facts) -> Reporter | None:
    """Return the reporting organisation, its district and province left open, or None where no
    office stands anywhere that tells.
    """
    return facts.once(_reporter)
