"""The one real browser, for the pages that commands write."""

from report.conftest import driver, shared

__all__ = ["driver", "shared"]
