"""The letters with which items of a list begin, as offices print them."""

from __future__ import annotations

BULLETS = "-–•*●○◦▪▫■◆◇❖►▶➢➣➤✓✔✦★‣∙>"  # part of a class of letters
