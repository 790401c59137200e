"""The JSON Schema of rule files, made from the kinds of check: editors complete and check as one
types.
"""

from __future__ import annotations

from typing import Any

import msgspec

from ita_checker.rulebook import kinds
from ita_checker.rulebook.catalogue import ALWAYS_ON
from ita_checker.rulebook.mistakes import choices_of, keys
from ita_checker.rulebook.sheets import (
    EVERY_REPORT,
    KINDS,
    ExampleSheet,
    ExamplesSheet,
    ItemSheet,
    PackSheet,
    ReportSheet,
    RuleSheet,
)
from ita_checker.words import names

SHEETS = (PackSheet, ItemSheet, RuleSheet, ExamplesSheet, ExampleSheet, ReportSheet)
WHOLE = ("for", "check", "title", "source", "verified")


def schema() -> dict[str, Any]:
    """Return the schema of one rule file."""
    checks = [kinds.kind(name) for name in kinds.names()]
    types = [PackSheet, *(check.params for check in checks)]
    made, parts = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    parts = {name: _closed(part) for name, part in parts.items()}
    for check, reference in zip(checks, made[1:], strict=True):
        _known(parts[reference["$ref"].rpartition("/")[2]], check)
    for sheet in SHEETS:
        _told(parts[sheet.__name__], sheet)
    rule = parts["RuleSheet"]
    _of_rule(rule["properties"], [check.name for check in checks])
    # A rule that names its check is a whole one; one that does not changes an inherited rule.
    rule["required"] = []
    rule["allOf"] = [{"if": {"required": ["check"]}, "then": {"required": list(WHOLE)}}]
    rule["allOf"] += [
        _of_check(check, reference) for check, reference in zip(checks, made[1:], strict=True)
    ]
    parts["ItemSheet"]["required"] = []
    pack = parts["PackSheet"]["properties"] if "PackSheet" in parts else made[0]["properties"]
    pack["vocabulary"] = {**pack["vocabulary"], "propertyNames": {"enum": sorted(names())}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "ita-checker rule file",
        **made[0],
        "$defs": parts,
    }


def _of_check(check: kinds.Check, reference: dict[str, Any]) -> dict[str, Any]:
    """Return what a rule of one kind of check has to look like."""
    codes = [code for code in check.codes if code not in ALWAYS_ON]
    levels = {
        "anyOf": [
            {"$ref": "#/$defs/Severity"},
            {"type": "object", "propertyNames": {"enum": codes}},
        ]
    }
    then: dict[str, Any] = {
        "properties": {"with": {**reference, "description": check.asks}, "severity": levels}
    }
    if any(needed for _, needed in check.keys.values()):
        then["required"] = ["with"]
    named = {"properties": {"check": {"const": check.name}}, "required": ["check"]}
    return {"if": named, "then": then}


def _known(part: dict[str, Any], check: kinds.Check) -> None:
    """Tell an editor the words that a key takes, where only certain ones do."""
    for key, known in choices_of(check.params).items():
        held = part["properties"][key]
        names = {"propertyNames": {"enum": [*known]}}
        entries = {"items": {**held.get("items", {}), "enum": [*known]}}
        part["properties"][key] = {**held, **(names if held["type"] == "object" else entries)}


def _of_rule(properties: dict[str, Any], names: list[str]) -> None:
    properties["check"] = {**properties["check"], "enum": names}
    who = {
        "anyOf": [
            {"enum": [EVERY_REPORT, *KINDS]},
            {"type": "string", "pattern": "^[A-Z]+[1-9][0-9]*$"},
        ]
    }
    properties["for"] = {**properties["for"], "anyOf": [who, {"type": "array", "items": who}]}


def _closed(part: dict[str, Any]) -> dict[str, Any]:
    return (
        {**part, "additionalProperties": False}
        if part.get("type") == "object" and "properties" in part
        else part
    )


def _told(part: dict[str, Any], sheet: Any) -> None:
    """Give each key the sentence its sheet's docstring has for it."""
    told = dict(
        line.strip().split(": ", 1)
        for line in (sheet.__doc__ or "").split("\n")
        if line.startswith("    ") and ": " in line
    )
    for key in keys(sheet):
        if key in told:
            part["properties"][key] = {**part["properties"][key], "description": told[key]}
