"""Pictures as files: written for people and programs, read where a file may be cut off."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from PIL import Image

from ita_checker.read.raster import Grey


def png(grey: Grey) -> bytes:
    """Return a picture as PNG, packed quickly."""
    made = BytesIO()
    Image.fromarray(grey).save(made, "PNG", compress_level=1)
    return made.getvalue()


def webp(grey: Grey, quality: int) -> bytes:
    """Return a picture as WebP."""
    made = BytesIO()
    Image.fromarray(grey).save(made, "WEBP", quality=quality)
    return made.getvalue()


def decoded(data: bytes) -> Grey | None:
    """Return the picture of a file's bytes; None where they are none, or not all of one."""
    try:
        with Image.open(BytesIO(data)) as picture:
            return np.asarray(picture.convert("L"), np.uint8)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
