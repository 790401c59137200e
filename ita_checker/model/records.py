"""Records of which a report makes thousands: frozen for whoever writes the program, since mypy lets
none be changed, and open while it runs, so that one is made in a third of the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, slots: bool = False) -> Any:
        """Return what makes a dataclass of a class whose instances nobody changes."""
        assert frozen
        return dataclass(slots=slots, unsafe_hash=True)
