"""Lines of ink to letters, each with how sure the reader is of it; by onnxruntime on the
processor.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import islice, pairwise

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ita_checker.read.ocr import MODEL
from ita_checker.read.ocr.letters.alphabet import ABOVE, ALPHABET, BELOW, BLANK
from ita_checker.read.ocr.letters.letter import Letter, ordered
from ita_checker.read.ocr.letters.restored import missed, restored
from ita_checker.read.ocr.letters.windows import settled, windows
from ita_checker.read.raster import Grey
from ita_checker.read.raster.scaling import resized, stretched

HEIGHT = 40
COLUMNS_PER_STEP = 2
STEP = 64  # widths are rounded up to it: few shapes to prepare
ROOM = 9_000  # columns of pixels in a batch
WIDEST = 4_000
MARGIN = 8  # columns of paper after a line
MARKS = (ABOVE | BELOW) - {"ำ"}
STROKES, SEEN = frozenset("Il1i"), 0.8  # narrower than others: two, so likely, stand a step apart
STRETCHES = (
    0.92,
    1.08,
)  # of its width, when it is looked at again: a letter that is truly there stays
# steps to each side of a letter, up to its neighbours, over which its probability may be spread
REACH = 2
LIKELY_ELSE = 0.02  # another letter is named when it is at least as likely as this


@dataclass(frozen=True, slots=True)
class Model:
    """The session, and how scores become true probabilities: logit(p) * slope + offset, fitted on
    fonts never trained on.
    """

    session: onnxruntime.InferenceSession
    slope: float = 1.0
    offset: float = 0.0

    def calibrated(self, chance: float) -> float:
        """Return how often a letter given this probability is right."""
        chance = min(max(chance, 1e-6), 1 - 1e-6)
        logit = math.log(chance / (1 - chance))
        return 1 / (1 + math.exp(-(self.slope * logit + self.offset)))


@cache
def model() -> Model:
    """Return the shipped model, loaded once. One thread: many files are read at once, and the same
    bytes come out everywhere.
    """
    return load((files("ita_checker.read.ocr") / MODEL).read_bytes())


def load(content: bytes) -> Model:
    """Return the model of an ONNX file's bytes."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    told = session.get_modelmeta().custom_metadata_map
    return Model(session, float(told.get("slope", 1.0)), float(told.get("offset", 0.0)))


def scaled(ink: Grey, stretch: float = 1.0) -> Grey:
    """Return a line's ink HEIGHT pixels high and so many times as wide, its paper at 0 and its
    darkest ink at 255.
    """
    height, width = ink.shape
    wide = int(np.clip(round(width * HEIGHT / max(1, height) * stretch), 8, WIDEST))
    line = resized(ink, wide, HEIGHT)
    low, high = percentiles(line, (30, 99.5))
    return np.asarray(
        np.clip((line.astype(np.float32) - low) * (255 / max(40.0, high - low)), 0, 255), np.uint8
    )


def percentiles(line: Grey, asked: Sequence[float]) -> list[float]:
    """Return for each percentage the shade that so many of the pixels do not pass; numpy's takes
    ten times as long.
    """
    below, last = np.bincount(line.ravel(), minlength=256).cumsum(), line.size - 1
    made = []
    for percent in asked:
        place = percent / 100 * last
        whole = int(place)
        low, high = np.searchsorted(below, [whole, min(whole + 1, last)], side="right").tolist()
        made.append(low + (high - low) * (place - whole))
    return made


def recognise(lines: Sequence[Grey], using: Model | None = None) -> list[list[Letter]]:
    """Return the letters of each line's ink (0 paper, 255 ink; any height), in the order given;
    about unsure letters it is looked again.
    """
    pictures = [scaled(line) for line in lines]
    return again(pictures, once(pictures, using), using)


def again(
    pictures: Sequence[Grey], first: Sequence[list[Letter]], using: Model | None = None
) -> list[list[Letter]]:
    """Return the letters of scaled lines of which a first look is known; about unsure ones it is
    looked again.
    """
    using = using or model()
    at = [windows(read, picture.shape[1]) for read, picture in zip(first, pictures, strict=True)]
    cut = [
        picture[:, window.start : window.end]
        for picture, there in zip(pictures, at, strict=True)
        for window in there
    ]
    seen = [
        once([scaled(stretched(part, max(4, round(part.shape[1] * by)))) for part in cut], using)
        for by in (STRETCHES if cut else ())
    ]
    looks = iter(zip(*seen, strict=True))
    return [
        restored(
            sure(settled(read, there, list(islice(looks, len(there))), picture.shape[1]), using)
        )
        for read, there, picture in zip(first, at, pictures, strict=True)
    ]


def sure(letters: Sequence[Letter], using: Model | None = None) -> list[Letter]:
    """Return letters each with how often such a letter is right."""
    using = using or model()
    return [replace(each, confidence=using.calibrated(each.confidence)) for each in letters]


def once(pictures: Sequence[Grey], using: Model | None = None) -> list[list[Letter]]:
    """Return what one look at each scaled line reads, each letter with the model's own
    probability.
    """
    using = using or model()
    made: list[list[Letter]] = [[] for _ in pictures]
    for batch in batches([picture.shape[1] for picture in pictures]):
        wide = -(-(max(pictures[index].shape[1] for index in batch) + MARGIN) // STEP) * STEP
        together = np.zeros((len(batch), 1, HEIGHT, wide), np.float32)
        for row, index in enumerate(batch):
            together[row, 0, :, : pictures[index].shape[1]] = (
                pictures[index].astype(np.float32) / 255
            )
        scores = using.session.run(None, {"pictures": together})[0]
        for row, index in enumerate(batch):
            steps = min(scores.shape[1], (pictures[index].shape[1] + MARGIN) // COLUMNS_PER_STEP)
            made[index] = ordered(
                letters(
                    probabilities(scores[row, :steps]), pictures[index].shape[1] / COLUMNS_PER_STEP
                )
            )
    return made


def batches(widths: Sequence[int]) -> list[list[int]]:
    """Return the indexes of lines of about the same width together."""
    made: list[list[int]] = []
    for index in sorted(range(len(widths)), key=lambda index: (widths[index], index)):
        if (
            not made
            or (len(made[-1]) + 1) * widths[index] > ROOM
            or widths[index] > 1.25 * widths[made[-1][0]] + STEP
        ):
            made.append([])
        made[-1].append(index)
    return made


def probabilities(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the probability of each letter at each step."""
    power = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(power / power.sum(axis=1, keepdims=True), np.float32)


def letters(chances: NDArray[np.float32], steps: float) -> list[Letter]:
    """Return the letters read from probabilities by step; `steps`: how many make the line's whole
    width. All letters of a line at once: one by one they took a sixth of a page's time.
    """
    found = [run for run in runs(chances.argmax(axis=1), chances.max(axis=1)) if run[0] != BLANK]
    if not found:
        return []
    code, start, end = np.array(found, np.int64).T
    free, following = np.append(0, end[:-1]), np.append(start[1:], len(chances))
    beside = np.stack(
        [np.full_like(code, BLANK), np.append(BLANK, code[:-1]), np.append(code[1:], BLANK)]
    )
    first, last = np.maximum(free, start - REACH), np.minimum(following, end + REACH)
    seen = np.zeros((len(code), chances.shape[1]), np.float32)
    for step in range(int((last - first).max())):
        more = np.flatnonzero(first + step < last)
        seen[more] += chances[first[more] + step]
    own, every = seen[np.arange(len(code)), code], np.arange(len(code))
    seen[every, beside] = 0
    seen[every, code] = own
    share = seen / np.maximum(1.0, seen.sum(axis=1, keepdims=True))
    sure = np.minimum(share[every, code], 1 - _between(chances, code, beside, end, following))
    behind = missed(chances, code, start)
    return [
        Letter(
            ALPHABET[each - 1],
            (x0 - 0.5) / steps,
            (x1 + 0.5) / steps,
            chance,
            others(row, each),
            unread,
        )
        for (each, x0, x1), chance, row, unread in zip(
            found, sure.tolist(), share, behind, strict=True
        )
    ]


def _between(
    chances: NDArray[np.float32],
    code: NDArray[np.int64],
    beside: NDArray[np.int64],
    end: NDArray[np.int64],
    following: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Return how likely another letter is read after each up to the next: what neither blank nor
    these letters have.
    """
    many = following - end
    of = np.repeat(np.arange(len(code)), many)
    most = np.zeros(len(code), np.float64)
    if not len(of):
        return most
    steps = np.arange(len(of)) + np.repeat(end - (np.cumsum(many) - many), many)
    blank, before, after = beside
    known = chances[steps, BLANK] + chances[steps, code[of]]
    for other in (before, after):
        known += np.where(((other == code) | (other == blank))[of], 0, chances[steps, other[of]])
    twice = (before == after) & (before != code) & (before != blank)
    known -= np.where(twice[of], chances[steps, before[of]], 0)
    np.maximum.at(most, of, 1 - known)
    return most


def runs(
    best: NDArray[np.int64], sure: NDArray[np.float32] | None = None
) -> list[tuple[int, int, int]]:
    """Return (code, first step, step after the last) of each run of one letter or of blanks.

    A single blank between two runs of one letter parts nothing: the two steps of a column may both
    give the letter,
    but twins stand farther apart, and no mark stands twice on a letter. Strokes stand as close as
    that (IIT, 11): `sure`, how likely the best of each step is, says that both are there.
    """
    sure = np.zeros(len(best), np.float32) if sure is None else sure
    stops = [0, *(np.flatnonzero(np.diff(best)) + 1).tolist(), len(best)]
    made: list[tuple[int, int, int]] = []
    for start, end in pairwise(stops):
        code = int(best[start])
        twin = len(made) > 1 and code != BLANK and made[-1][0] == BLANK and made[-2][0] == code
        letter = ALPHABET[code - 1]
        strokes = twin and letter in STROKES and sure[[made[-2][1], start]].min() >= SEEN
        near = twin and made[-1][2] - made[-1][1] <= 1
        if (near and not strokes) or (twin and letter in MARKS):
            made[-2:] = [(code, made[-2][1], end)]
        else:
            made.append((code, start, end))
    return made


def others(chances: NDArray[np.float32], code: int) -> str:
    """Return the other letters it may be, the likeliest first, at most three."""
    if chances[code] > 1 - LIKELY_ELSE:
        return ""
    likely = np.flatnonzero(chances >= LIKELY_ELSE)
    order = likely[np.argsort(-chances[likely], kind="stable")].tolist()
    return "".join(ALPHABET[other - 1] for other in order if other not in (code, BLANK))[:3]
