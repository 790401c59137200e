"""pdfium's paths: what clips, what glyphs are drawn from."""

from __future__ import annotations

import ctypes
import math
from collections import deque
from collections.abc import Sequence
from itertools import chain, repeat

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium_c

from ita_checker.read.layer.native._native import Handle, at, bind, quick

MOST_CORNERS = 64  # of a path that clips: what has more is no box
_POINTER, _INT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float
_each_clip = quick(pdfium_c.FPDFPageObj_GetClipPath, Handle)
_each_clip_count = quick(pdfium_c.FPDFClipPath_CountPaths, _INT)
_clip_length = quick(pdfium_c.FPDFClipPath_CountPathSegments, _INT)
_clip_segment = quick(pdfium_c.FPDFClipPath_GetPathSegment, Handle)
_clip_point = quick(pdfium_c.FPDFPathSegment_GetPoint, _INT)
_glyph_path = bind(pdfium_c.FPDFFont_GetGlyphPath, _POINTER, _POINTER, ctypes.c_uint, _FLOAT)
_count_in_path = bind(pdfium_c.FPDFGlyphPath_CountGlyphSegments, _INT, _POINTER)
_in_path = quick(pdfium_c.FPDFGlyphPath_GetGlyphPathSegment, Handle)
_each_kind = quick(pdfium_c.FPDFPathSegment_GetType, _INT)
_POINT = np.dtype({"names": ["x", "y", "kind"], "formats": ["f4", "f4", "u1"], "itemsize": 12})


def clips(objects: Sequence[Handle]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Return the numbers of the objects that are clipped, and for each a row of left, bottom,
    right, top of what its clips leave, in its own coordinates.
    """
    every = list(map(_each_clip, objects))
    counts = np.fromiter(map(_each_clip_count, every), np.int64, len(every))
    clipped = np.flatnonzero(counts > 0)
    held = [every[number] for number in clipped.tolist()]
    boxes = np.tile((-math.inf, -math.inf, math.inf, math.inf), (len(held), 1))
    for path in range(counts.max(initial=0)):
        own = np.flatnonzero(counts[clipped] > path)
        _clip(boxes, own, [held[number] for number in own.tolist()], path)
    return clipped, boxes


def _clip(
    boxes: npt.NDArray[np.float64],
    rows: npt.NDArray[np.int64],
    clips: Sequence[Handle],
    path: int,
) -> None:
    """Cut the boxes of some rows down to that of a path of their clips."""
    lengths = np.array(list(map(_clip_length, clips, repeat(path)))).clip(0, MOST_CORNERS)
    clips = [clip for clip, length in zip(clips, lengths.tolist(), strict=True) if length]
    rows, lengths = rows[lengths > 0], lengths[lengths > 0]
    if not len(rows):
        return
    starts = np.cumsum(lengths) - lengths
    each = list(chain.from_iterable(map(repeat, clips, lengths.tolist())))
    numbers = (np.arange(lengths.sum()) - np.repeat(starts, lengths)).tolist()
    points = _points(list(map(_clip_segment, each, repeat(path), numbers)))
    boxes[rows, :2] = np.maximum(boxes[rows, :2], np.minimum.reduceat(points, starts))
    boxes[rows, 2:] = np.minimum(boxes[rows, 2:], np.maximum.reduceat(points, starts))


def _points(segments: Sequence[Handle]) -> npt.NDArray[np.float64]:
    """Return the point to which each segment of paths leads, as rows of x and y."""
    held = (_FLOAT * (2 * len(segments)))()
    places = [ctypes.byref(held, 4 * number) for number in range(2 * len(segments))]
    deque(map(_clip_point, segments, places[::2], places[1::2]), maxlen=0)
    points: npt.NDArray[np.float64] = np.ctypeslib.as_array(held).reshape(-1, 2).astype(np.float64)
    return points


def glyph(font: int, code: int) -> tuple[npt.NDArray[np.float64], bytes]:
    """Return the points of a font's glyph for a letter, and what leads to each. pdfium holds them
    side by side: where the first and the last are found so, those between are taken as they lie.
    """
    path = _glyph_path(font, code, 1.0)
    count = max(0, _count_in_path(path)) if path else 0
    ends = [_in_path(at(path), number) for number in (0, count - 1)] if count else []
    if count and (ends[0].value or 0) + (count - 1) * _POINT.itemsize == ends[1].value:
        held = np.frombuffer(ctypes.string_at(ends[0], count * _POINT.itemsize), _POINT)
        points = np.stack([held["x"], held["y"]], axis=1).astype(np.float64)
        kinds = held["kind"].tobytes()
        if (points[[0, -1]] == _points(ends)).all() and [kinds[0], kinds[-1]] == _kinds(ends):
            return points, kinds
    parts = list(map(_in_path, repeat(at(path)), range(count))) if count else []
    return _points(parts), bytes(_kinds(parts))


def _kinds(segments: Sequence[Handle]) -> list[int]:
    """Return what leads to the point of each segment."""
    return list(map(_each_kind, segments))
