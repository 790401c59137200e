"""Every rule put to one document, and the first law."""

from ita_checker.judge.judge import judge, severity, stamp
from ita_checker.judge.law import honest, status

__all__ = ["honest", "judge", "severity", "stamp", "status"]
