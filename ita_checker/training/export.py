"""The trained network as ONNX, with how its sureness is to be read; written beside the reader that uses it."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from ita_checker.read.ocr.alphabet import ALPHABET
from ita_checker.read.ocr.recogniser import Model, recognise
from ita_checker.training.damage import HEIGHT
from ita_checker.training.measure import Score, score, total
from ita_checker.training.network import Reader
from ita_checker.training.stream import Batch


def export(network: Reader, file: Path) -> None:
    """Write the network."""
    network.eval()
    example = torch.zeros(1, 1, HEIGHT, 128)
    axes = {"pictures": {0: "lines", 3: "width"}, "scores": {0: "lines", 1: "steps"}}
    torch.onnx.export(
        network, (example,), str(file), input_names=["pictures"], output_names=["scores"], dynamic_axes=axes, opset_version=17, dynamo=False
    )


def tell(file: Path, told: dict[str, str]) -> None:
    """Write into the file what is told of the network."""
    made = onnx.load(str(file))
    for key, value in sorted({"alphabet": ALPHABET, **told}.items()):
        entry = made.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.save(made, str(file))


def sureness(model: Model, lines: list[Batch]) -> tuple[float, float, Score]:
    """Return slope and offset that turn the logit of a letter's probability into how often it is right, and the score of the lines.

    The lines are read as the reader reads them, the unsure ones with several looks.
    """
    plain, chances, right, scores = Model(model.session), list[float](), list[bool](), list[Score]()
    for batch in lines:
        pictures = [picture[0, :, :width] for picture, width in zip(batch.pictures, batch.widths, strict=True)]
        for truth, read in zip(batch.texts, recognise(pictures, plain), strict=True):
            text = "".join(letter.letter for letter in read)
            wrong = {edit.src_pos for edit in Levenshtein.editops(text, truth) if edit.tag != "insert"}
            chances += [letter.confidence for letter in read]
            right += [index not in wrong for index in range(len(read))]
            scores.append(score(truth, text))
    return *fitted(np.array(chances), np.array(right, float)), total(scores)


def fitted(chances: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, float]:
    """Return slope and offset of the logistic curve nearest to what was right, by Newton's steps."""
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
