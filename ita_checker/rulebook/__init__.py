"""Rule files in, packs out. The only room that knows YAML."""

from ita_checker.rulebook.catalogue import Code, catalogue, say
from ita_checker.rulebook.loader import choose, general, load

__all__ = ["Code", "catalogue", "choose", "general", "load", "say"]
