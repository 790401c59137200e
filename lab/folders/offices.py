"""The offices of a composed folder, and the templates that they share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Template:
    """What offices that share a template have in common."""

    preface: str
    closing: str
    results_title: str
    plan_heads: tuple[str, ...]
    results_heads: tuple[str, ...]
    names: dict[str, str]
    steps: dict[str, tuple[str, ...]]
    units: dict[str, str]


@dataclass(frozen=True)
class Office:
    """An office that reports: where it is, the template it fills in, the measures it sets."""

    kind: str
    proper: str
    district: str
    province: str
    template: Template
    measures: tuple[str, ...]
    head: str
    folder: str

    @property
    def name(self) -> str:
        """Return its name in full."""
        return self.kind + self.proper
