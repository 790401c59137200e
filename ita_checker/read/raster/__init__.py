"""Pictures as arrays of bytes: made smaller, turned, thickened, parted into connected ink. By
NumPy and Pillow, which every system has.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]  # rows of shades
Mask = NDArray[np.uint8]  # rows of 0, and 255 (or 1) where there is something
