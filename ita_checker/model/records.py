"""Records of which a report makes thousands: frozen for whoever writes the program, since mypy lets
none be changed, and open while it runs, so that one is made in a third of the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["record", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import replace
else:
    from dataclasses import dataclass, fields
    from functools import cache
    from operator import attrgetter

    def record(*, frozen: bool, slots: bool = False) -> Any:
        """Return what makes a dataclass of a class whose instances nobody changes."""
        assert frozen
        return dataclass(slots=slots, unsafe_hash=True)

    def replace(one: Any, /, **changes: Any) -> Any:
        """Return a record of two fields or more with some of them changed, as `dataclasses.replace`
        does; it asks each anew which fields it has.
        """
        names, held = _fields(type(one))
        made = type(one)(*map(changes.pop, names, held(one)))
        if changes:
            raise TypeError(f"{type(one).__name__} has no field {', '.join(changes)}")
        return made

    @cache
    def _fields(kind: type) -> tuple[tuple[str, ...], attrgetter]:
        names = tuple(one.name for one in fields(kind) if one.init)
        return names, attrgetter(*names)
