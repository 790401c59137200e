"""Finds the mistakes of meaning in a pack whose form is right: names of nothing, changes without a
reason, rules without examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from ita_checker.errors import RuleError, did_you_mean
from ita_checker.model import Words
from ita_checker.rulebook import kinds
from ita_checker.rulebook.catalogue import ALWAYS_ON, catalogue
from ita_checker.rulebook.examples import placeholders
from ita_checker.rulebook.levels import PROOF, tags, told
from ita_checker.rulebook.marked import Map, Row, place
from ita_checker.rulebook.mistakes import mistake, mistakes
from ita_checker.rulebook.sheets import EVERY_REPORT, ItemSheet, Kind, PackSheet, RuleSheet
from ita_checker.rulebook.shelf import Draft

CODE = re.compile(r"[A-Z]{1,6}[1-9]\d*")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
YEARS = range(2555, 2600)
WORDS = ("subject", "found", "expected", "quote")  # what a message may hold


def proof(draft: Draft, seen: set[int]) -> Iterator[RuleError]:
    """Yield every mistake in a pack. `seen` holds the items and rules looked through already,
    shared between packs.
    """
    said = draft.said
    shallow = Map(said.where)
    for key, value in said.items():
        shallow.put(
            key,
            Map(said.lines[key]) if key in ("items", "rules") and isinstance(value, Map) else value,
            said.lines[key],
        )
    form = list(mistakes(shallow, PackSheet, said.where))
    yield from form
    if not form:
        yield from _key(draft)
        yield from _vocabulary(draft)
        yield from _reports(draft)
    for name, kind, look in (("items", ItemSheet, _item), ("rules", RuleSheet, _rule)):
        group = said.get(name)
        if not isinstance(group, Map):
            continue
        for key, value in group.items():
            if id(value) in seen:
                continue
            seen.add(id(value))
            found = list(mistakes(value, kind, group.lines[key]))
            yield from found or look(draft, key, value)
    yield from _changes(draft)


def _key(draft: Draft) -> Iterator[RuleError]:
    """Yield mistakes in scheme, fiscal year and last day."""
    said = draft.said
    scheme, year = said.get("scheme"), said.get("fiscal_year")
    if scheme is None and year is not None:
        yield mistake(
            said.lines["fiscal_year"],
            "มี fiscal_year แต่ไม่มี scheme",
            "a fiscal_year without a scheme",
            _add("scheme: nacc"),
        )
    if year is not None and year not in YEARS:
        near = f"{year + 543}" if year + 543 in YEARS else "2564"
        yield mistake(
            said.lines["fiscal_year"],
            f"{year} ไม่ใช่ปีงบประมาณ พ.ศ.",
            f"{year} is no Buddhist-era fiscal year",
            Words(f"ใช้ปี พ.ศ. เช่น {near}", f"write it in the Buddhist era, such as {near}"),
        )
    closes = said.get("closes")
    if closes is not None and not _day(closes):
        yield mistake(
            said.lines["closes"],
            f"“{closes}” ไม่ใช่วันที่",
            f'"{closes}" is no date',
            Words("เขียน ปีพ.ศ.-เดือน-วัน เช่น 2564-04-30", "write year-month-day, such as 2564-04-30"),
        )


def _day(text: str) -> bool:
    match = re.fullmatch(r"(2[45]\d\d)-(\d\d)-(\d\d)", text)
    return bool(match) and 1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31  # type: ignore[index]


def _add(text: str) -> Words:
    return Words(f"เพิ่ม {text}", f"add {text}")


def _item(draft: Draft, code: str, item: Any) -> Iterator[RuleError]:
    where = draft.said["items"].lines[code]
    if not CODE.fullmatch(code):
        like = f"O{int(code)}" if code.isdecimal() else code.upper().replace(" ", "")
        yield mistake(
            where,
            f"“{code}” ไม่ใช่รหัสข้อ",
            f'"{code}" is no item code',
            Words(
                f"เขียนตัวอักษรตามด้วยเลข เช่น {like if CODE.fullmatch(like) else 'O43'}",
                f"write letters and a number, such as {like}",
            ),
        )
    yield from _empty(item, ("title", "source"))
    yield from _proved(item)
    titles = {
        other: said.get("title")
        for other, said in draft.said["items"].items()
        if isinstance(said, Map) and other != code
    }
    others = [other for other, title in titles.items() if title == item["title"]]
    if others:
        yield mistake(
            item.lines["title"],
            f"ชื่อข้อซ้ำกับ {others[0]}",
            f"{others[0]} has the same title",
            Words("ใส่ชื่อทางการของข้อนี้", "give this item's own official title"),
        )


def _proved(said: Map) -> Iterator[RuleError]:
    """Yield a mistake where something is called verified and its source says that it is not."""
    rests = tags(said["source"])
    if said["verified"] is True and rests and not PROOF & set(rests):
        yield mistake(
            said.lines["verified"],
            f"verified: true แต่ที่มาบอกว่า{told(f'[{rests[0]}]')}",
            f"verified: true, but its source says {told(f'[{rests[0]}]', 'en')}",
            Words(
                "บอกสิ่งที่ยืนยันไว้ในที่มา หรือใส่ verified: false",
                "name what proves it, or write verified: false",
            ),
        )


def _empty(said: Map, names: tuple[str, ...]) -> Iterator[RuleError]:
    for name in names:
        if isinstance(said.get(name), str) and not said[name].strip():
            yield mistake(
                said.lines[name],
                f"{name} ว่าง",
                f"{name} is empty",
                Words("กรอกให้ครบ", "fill it in"),
            )


def _rule(draft: Draft, name: str, rule: Any) -> Iterator[RuleError]:
    where = draft.said["rules"].lines[name]
    if not NAME.fullmatch(name):
        like = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "actions-in-year"
        yield mistake(
            where,
            f"ชื่อกฎ “{name}” ใช้ไม่ได้",
            f'"{name}" is no name for a rule',
            Words(f"เช่น {like}", f"write it like {like}"),
        )
    yield from _empty(rule, ("source",))
    yield from _proved(rule)
    yield from _applies(draft, rule)
    if rule["check"] not in kinds.names():
        check = rule["check"]
        yield mistake(
            rule.lines["check"],
            f"ไม่มีการตรวจชื่อ “{check}”",
            f'there is no kind of check "{check}"',
            did_you_mean(check, kinds.names()),
        )
        return
    yield from _codes(rule)
    params = kinds.kind(rule["check"]).params
    yield from mistakes(rule.get("with", Map(where)), params, rule.lines.get("with", where))
    yield from _severity(rule)
    yield from _message(rule)
    yield from _examples(draft, name, rule)


def _codes(rule: Any) -> Iterator[RuleError]:
    """Yield what is wrong with the kind of check itself: no CODES, or codes nobody could look up."""
    check, codes = rule["check"], kinds.codes_of(rule["check"])
    strange = [code for code in codes if code not in catalogue()]
    if not codes:
        yield mistake(
            rule.lines["check"],
            f"การตรวจ {check} ไม่บอกว่าออกรหัสใด",
            f"the kind of check {check} does not say what codes it gives",
            Words(f"เพิ่ม CODES = (…) ใน checks/{check}.py", f"add CODES = (…) to checks/{check}.py"),
        )
    for code in strange:
        yield mistake(
            rule.lines["check"],
            f"การตรวจ {check} ออกรหัส {code} ซึ่งไม่มีในรายการรหัส",
            f"the kind of check {check} gives {code}, which the catalogue does not have",
            Words(
                f"เพิ่ม {code} ใน codes.yaml หรือแก้ CODES ใน checks/{check}.py",
                f"add {code} to codes.yaml, or mend CODES in checks/{check}.py",
            ),
        )


def _applies(draft: Draft, rule: Any) -> Iterator[RuleError]:
    items = draft.said.get("items")
    known = [EVERY_REPORT, *get_args(Kind), *(items if isinstance(items, Map) else ())]
    wanted = rule["for"]
    for entry, where in (
        zip(wanted, wanted.lines, strict=True)
        if isinstance(wanted, Row)
        else [(wanted, rule.lines["for"])]
    ):
        if entry not in known:
            yield mistake(
                where,
                f"for: ไม่รู้จัก “{entry}”",
                f'for: there is no "{entry}"',
                did_you_mean(entry, known),
            )


def _severity(rule: Any) -> Iterator[RuleError]:
    said = rule.get("severity")
    codes = kinds.codes_of(rule["check"])
    for code in said if isinstance(said, Map) else ():
        if code in ALWAYS_ON:
            yield mistake(
                said.lines[code],
                f"{code} เปลี่ยนหรือปิดไม่ได้",
                f"{code} can be neither changed nor switched off",
                _out(code),
            )
        elif code not in codes:
            yield mistake(
                said.lines[code],
                f"การตรวจนี้ไม่ออกรหัส {code}",
                f"this kind of check does not say {code}",
                did_you_mean(code, codes),
            )
    zero = "zero" in (said.values() if isinstance(said, Map) else [said])
    if zero and not rule["verified"]:
        yield mistake(
            rule.lines["severity"],
            "กฎที่ยังไม่ยืนยัน (verified: false) เป็น zero ไม่ได้",
            "a rule that is not verified cannot be zero",
            Words(
                "อ่านแหล่งที่มาแล้วใส่ verified: true หรือลบ severity",
                "read its source and write verified: true, or take severity out",
            ),
        )


def _message(rule: Any) -> Iterator[RuleError]:
    for lang, template in (rule.get("message") or {}).items():
        for word in placeholders(template):
            if word not in WORDS:
                yield mistake(
                    rule["message"].lines[lang],
                    f"message ใช้ {{{word}}} ซึ่งไม่มี",
                    f"message: there is no {{{word}}}",
                    did_you_mean(word, WORDS),
                )


def _out(what: str) -> Words:
    return Words(f"ลบ {what} ออก", f"take {what} out")


def _examples(draft: Draft, name: str, rule: Any) -> Iterator[RuleError]:
    examples = rule.get("examples") or Map(draft.said["rules"].lines[name])
    if rule.get("off"):
        return
    for side, th, en in (("meets", "ผ่าน", "meets"), ("fails", "ไม่ผ่าน", "fails")):
        if not examples.get(side):
            where = examples.lines.get(side, examples.where)
            yield mistake(
                where,
                f"กฎนี้ไม่มีตัวอย่างที่{th}",
                f"the rule has no example that {en} it",
                _add(f"examples: {side}: [ … ]"),
            )
        for at, example in enumerate(examples.get(side) or ()):
            yield from _example(draft, rule, examples[side], at, example, fails=side == "fails")


def _example(
    draft: Draft, rule: Any, row: Row, at: int, example: Any, fails: bool
) -> Iterator[RuleError]:
    report = example["report"] if isinstance(example, Map) else example
    where = place(row, (at, "report"))
    yield from _words(draft, report, where)
    codes = kinds.codes_of(rule["check"])
    finds = example.get("finds", ()) if isinstance(example, Map) else ()
    for code in [finds] if isinstance(finds, str) else finds:
        if code not in codes:
            yield mistake(
                place(row, (at, "finds")),
                f"การตรวจนี้ไม่ออกรหัส {code}",
                f"this check does not say {code}",
                did_you_mean(code, codes),
            )
    if fails and not finds and len(codes) > 1:
        listed = " | ".join(codes)
        yield mistake(
            row.lines[at],
            "ตัวอย่างที่ไม่ผ่านต้องบอกรหัส",
            "an example that fails has to say which code",
            _add(f"finds: {listed}"),
        )


def _words(draft: Draft, report: str, where: str) -> Iterator[RuleError]:
    own = draft.said.get("words")
    known = [*(own if isinstance(own, Map) else ()), "N", "N-1", "N+1", "covered", "title", "code"]
    for word in placeholders(report):
        if word not in known and not re.fullmatch(r"(?:N|covered)(?:[+-]\d)?", word):
            yield mistake(
                where,
                f"ตัวอย่างใช้ {{{word}}} ซึ่งไม่มี",
                f"the example uses {{{word}}}, which is nothing",
                did_you_mean(word, known),
            )


def _vocabulary(draft: Draft) -> Iterator[RuleError]:
    """Yield mistakes in the pack's own words: names of nothing, and words that hold themselves."""
    own = draft.said.get("words") or Map(draft.said.where)
    for name, text in own.items():
        yield from _words(draft, text, own.lines[name])
        inside, seen = [text], set[str]()
        while inside:
            new = {word for word in placeholders(inside.pop()) if word in own} - seen
            seen |= new
            inside += [own[word] for word in new]
        if name in seen:
            yield mistake(
                own.lines[name],
                f"คำ {{{name}}} อ้างถึงตัวเอง",
                f"the word {{{name}}} holds itself",
                _out(f"{{{name}}}"),
            )


def _reports(draft: Draft) -> Iterator[RuleError]:
    """Yield mistakes in the whole reports of a pack; those it takes over were proved where they
    stand.
    """
    items = [code for code, said in (draft.said.get("items") or {}).items() if said is not None]
    known = [*items, *get_args(Kind)]
    for key in ("pages", "unread"):
        listed = draft.own.get(key) or Map(draft.said.where)
        for code in listed:
            if code in items:
                yield mistake(
                    listed.lines[code],
                    f"ข้อ {code} อยู่ใน items: แล้ว",
                    f"{code} stands in items: already",
                    _out(code),
                )
    filed = draft.own.get("filed") or Map(draft.said.where)
    for code in filed:
        if code not in items:
            yield mistake(
                filed.lines[code],
                f"ชุดกฎนี้ไม่มีข้อ {code}",
                f"this pack has no item {code}",
                did_you_mean(code, items),
            )
    for at, report in enumerate(draft.own.get("examples") or ()):
        row = draft.own["examples"]
        yield from _words(draft, report["report"], place(row, (at, "report")))
        for index, code in enumerate(report.get("holds", ())):
            if code not in known:
                yield mistake(
                    place(row, (at, "holds", index)),
                    f"ชุดกฎนี้ไม่มีข้อ {code}",
                    f"this pack has no item {code}",
                    did_you_mean(code, known),
                )
        for index, code in enumerate(report.get("finds", ())):
            if code not in catalogue():
                yield mistake(
                    place(row, (at, "finds", index)),
                    f"ไม่มีรหัส {code}",
                    f"there is no code {code}",
                    did_you_mean(code, catalogue()),
                )


def _changes(draft: Draft) -> Iterator[RuleError]:
    """Yield changes of inherited rules without a reason, and switches where there is nothing to
    switch.
    """
    own, inherited = draft.own.get("rules"), draft.inherited.get("rules") or {}
    if not isinstance(own, Map):
        return
    for name, rule in own.items():
        if rule is None:
            yield mistake(
                own.lines[name],
                f"ลบกฎ {name} เงียบ ๆ ไม่ได้",
                f"the rule {name} cannot just be left out",
                _reason(name),
            )
        elif not isinstance(rule, Map):
            continue
        elif name not in inherited and "off" in rule:
            yield mistake(
                rule.lines["off"],
                f"ไม่มีกฎ {name} ให้ปิด",
                f"there is no rule {name} to switch off",
                did_you_mean(name, inherited),
            )
        elif name in inherited and isinstance(rule.get("off"), str) and not rule["off"].strip():
            yield mistake(
                rule.lines["off"], "ปิดกฎโดยไม่มีเหตุผล", "switched off without a reason", _reason(name)
            )
        elif name in inherited and "severity" in rule and not rule.get("reason"):
            where = rule.lines["severity"]
            yield mistake(
                where,
                "เปลี่ยนระดับโดยไม่มีเหตุผล",
                "the severity is changed without a reason",
                _add("reason: …"),
            )


def _reason(name: str) -> Words:
    return Words(f"เขียน {name}: {{off: เหตุผล}}", f"write {name}: {{off: why}}")
