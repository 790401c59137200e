"""The trained network as ONNX, with how its sureness is to be read; written beside the reader that
uses it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from ita_checker.read.ocr.letters.alphabet import ALPHABET
from ita_checker.read.ocr.letters.recogniser import Model, recognise
from ita_checker.training.damage import HEIGHT
from ita_checker.training.measure import Score, score, total
from ita_checker.training.network import Reader
from ita_checker.training.stream import Batch


@dataclass(frozen=True, slots=True)
class Sureness:
    """Slope and offset that turn the logit of a letter's probability into how often it is right;
    the lines' score; promises kept.
    """

    slope: float
    offset: float
    score: Score
    promises: tuple[tuple[float, float, int, float], ...]


def export(network: Reader, file: Path) -> None:
    """Write the network."""
    network.eval()
    example = torch.zeros(1, 1, HEIGHT, 128)
    axes = {"pictures": {0: "lines", 3: "width"}, "scores": {0: "lines", 1: "steps"}}
    torch.onnx.export(
        network,
        (example,),
        str(file),
        input_names=["pictures"],
        output_names=["scores"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def tell(file: Path, told: dict[str, str]) -> None:
    """Write into the file what is told of the network."""
    made = onnx.load(str(file))
    for key, value in sorted({"alphabet": ALPHABET, **told}.items()):
        entry = made.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.save(made, str(file))


def sureness(model: Model, lines: list[Batch]) -> Sureness:
    """Return how sure the model is to be taken to be, and how well it reads; about unsure
    letters it is looked again, as by the reader.
    """
    plain, chances, right, scores = Model(model.session), list[float](), list[bool](), list[Score]()
    for batch in lines:
        pictures = [
            picture[0, :, :width]
            for picture, width in zip(batch.pictures, batch.widths, strict=True)
        ]
        for truth, read in zip(batch.texts, recognise(pictures, plain), strict=True):
            text = "".join(letter.letter for letter in read)
            wrong = {
                edit.src_pos for edit in Levenshtein.editops(text, truth) if edit.tag != "insert"
            }
            chances += [letter.confidence for letter in read]
            right += [index not in wrong for index in range(len(read))]
            scores.append(score(truth, text))
    half = len(chances) // 2  # fitted on the first half, held to it on the second
    slope, offset = fitted(np.array(chances[:half]), np.array(right[:half], float))
    said = np.array(
        [Model(model.session, slope, offset).calibrated(chance) for chance in chances[half:]]
    )
    return Sureness(
        slope, offset, total(scores), tuple(kept_promises(said, np.array(right[half:])))
    )


def kept_promises(
    said: NDArray[np.float64], right: NDArray[np.bool_]
) -> Iterator[tuple[float, float, int, float]]:
    """Yield for each range of sureness: from, to, how many letters, which share of them is
    right.
    """
    for low, high in pairwise((0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0)):
        within = (said >= low) & (said < high)
        if within.any():
            yield low, high, int(within.sum()), float(right[within].mean())


def fitted(chances: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, float]:
    """Return slope and offset of the logistic curve nearest to what was right, by Newton's
    steps.
    """
    kept = np.clip(chances, 1e-6, 1 - 1e-6)
    x = np.stack([np.log(kept / (1 - kept)), np.ones_like(kept)], 1)
    weights = np.array([1.0, 0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (right - p) - 1e-3 * (weights - [1.0, 0.0])
        bend = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(2)
        step = np.linalg.solve(bend, gradient)
        weights += step * min(1.0, 2.0 / max(1e-9, float(np.abs(step).max())))
        if math.isclose(float(np.abs(step).max()), 0.0, abs_tol=1e-6):
            break
    return float(weights[0]), float(weights[1])
