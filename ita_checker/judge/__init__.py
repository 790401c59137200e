"""Every rule put to one document, and the first law."""

from ita_checker.judge.judge import honest, judge, severity, stamp, status

__all__ = ["honest", "judge", "severity", "stamp", "status"]
