"""Finds the mistakes of meaning in the rules of a pack and in their examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from ita_checker.errors import RuleError, did_you_mean
from ita_checker.model import Words
from ita_checker.rulebook import kinds
from ita_checker.rulebook.catalogue import ALWAYS_ON, catalogue
from ita_checker.rulebook.examples import placeholders
from ita_checker.rulebook.marked import Map, Row, place
from ita_checker.rulebook.mistakes import mistake, mistakes
from ita_checker.rulebook.proof.said import add, empty, out, proved, words
from ita_checker.rulebook.sheets import EVERY_REPORT, Kind
from ita_checker.rulebook.shelf import Draft

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WORDS = ("subject", "found", "expected", "quote")  # what a message may hold


def rule(draft: Draft, name: str, rule: Any) -> Iterator[RuleError]:
    where = draft.said["rules"].lines[name]
    if not NAME.fullmatch(name):
        like = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "actions-in-year"
        yield mistake(
            where,
            f"ชื่อกฎ “{name}” ใช้ไม่ได้",
            f'"{name}" is no name for a rule',
            Words(f"เช่น {like}", f"write it like {like}"),
        )
    yield from empty(rule, ("source",))
    yield from proved(rule)
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
    """Yield what is wrong with the kind of check itself: no CODES, or codes nobody could
    look up.
    """
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
                out(code),
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
                add(f"examples: {side}: [ … ]"),
            )
        for at, example in enumerate(examples.get(side) or ()):
            yield from _example(draft, rule, examples[side], at, example, fails=side == "fails")


def _example(
    draft: Draft, rule: Any, row: Row, at: int, example: Any, fails: bool
) -> Iterator[RuleError]:
    report = example["report"] if isinstance(example, Map) else example
    where = place(row, (at, "report"))
    yield from words(draft, report, where)
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
            add(f"finds: {listed}"),
        )


def changes(draft: Draft) -> Iterator[RuleError]:
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
                rule.lines["off"],
                "ปิดกฎโดยไม่มีเหตุผล",
                "switched off without a reason",
                _reason(name),
            )
        elif name in inherited and "severity" in rule and not rule.get("reason"):
            where = rule.lines["severity"]
            yield mistake(
                where,
                "เปลี่ยนระดับโดยไม่มีเหตุผล",
                "the severity is changed without a reason",
                add("reason: …"),
            )


def _reason(name: str) -> Words:
    return Words(f"เขียน {name}: {{off: เหตุผล}}", f"write {name}: {{off: why}}")
