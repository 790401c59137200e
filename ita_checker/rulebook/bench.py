"""What rule files say, as typed: made once for all packs that take it over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec

from ita_checker.rulebook import kinds
from ita_checker.rulebook.mistakes import mistake
from ita_checker.rulebook.sheets import ItemSheet, ReportSheet, RuleSheet


@dataclass
class Bench:
    """What is made once for all packs that inherit it, by the identity of what the file says."""

    seen: set[int] = field(default_factory=set)
    items: dict[int, ItemSheet] = field(default_factory=dict)
    rules: dict[int, tuple[RuleSheet, Any]] = field(default_factory=dict)

    def copy(self) -> Bench:
        """Return a bench that goes on from what was made."""
        return Bench(self.seen.copy(), self.items.copy(), self.rules.copy())

    def item(self, said: Any) -> ItemSheet:
        """Return the item as typed."""
        if id(said) not in self.items:
            self.items[id(said)] = msgspec.convert(said, ItemSheet)
        return self.items[id(said)]

    def report(self, said: Any) -> ReportSheet:
        """Return a whole report as typed."""
        return msgspec.convert(said, ReportSheet)

    def rule(self, said: Any) -> tuple[RuleSheet, Any]:
        """Return the rule as typed, and its Params."""
        if id(said) not in self.rules:
            sheet = msgspec.convert(said, RuleSheet)
            try:
                params = kinds.build(sheet.check, sheet.params)
            except msgspec.ValidationError as error:
                raise mistake(
                    said.lines.get("with", said.where),
                    f"ค่าใต้ with: ใช้ไม่ได้ ({error})",
                    f"with: {error}",
                ) from error
            self.rules[id(said)] = sheet, params
        return self.rules[id(said)]
