"""The model with whole numbers for weights: a third of its size and of the time of its
convolutions, the same letters.

python -m ita_checker.training.lighter --fonts FOLDER --model FLOAT.onnx --to FILE   (needs onnx)
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime import quantization

from ita_checker.read.ocr import page
from ita_checker.read.ocr.letters.recogniser import HEIGHT, MARGIN, STEP, load, scaled
from ita_checker.read.raster import Grey
from ita_checker.training.fonts import faces
from ita_checker.training.pages import NOISE, sheet

SHEETS = 12  # pages whose lines show how large the numbers in the network become
DPIS = (150, 200, 300)
SEED = 2564


def lighten(model: Path, to: Path, lines: Sequence[Grey]) -> None:
    """Write a model with weights of 7 bits; how large its numbers become is seen on lines of ink.

    Weights of 8 bits overflow on processors without the instructions for them, and the same page
    would not be read the same everywhere. The last layer stays as it is: it tells near letters
    apart.
    """
    nodes = [node.name for node in onnx.load(str(model)).graph.node if node.op_type == "Conv"]
    quantization.quantize_static(
        str(model),
        str(to),
        _Lines(lines),
        quant_format=quantization.QuantFormat.QDQ,
        per_channel=True,
        reduce_range=True,
        activation_type=quantization.QuantType.QUInt8,
        weight_type=quantization.QuantType.QInt8,
        op_types_to_quantize=["Conv", "Add", "Relu"],
        extra_options={"WeightSymmetric": True},
        nodes_to_exclude=nodes[-1:],
    )


class _Lines(quantization.CalibrationDataReader):  # type: ignore[misc]
    """Gives lines of ink to the network one by one."""

    def __init__(self, lines: Sequence[Grey]) -> None:
        self.left = iter(lines)

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        line = next(self.left, None)
        if line is None:
            return None
        ink = scaled(line)
        wide = -(-(ink.shape[1] + MARGIN) // STEP) * STEP
        pictures = np.zeros((1, 1, HEIGHT, wide), np.float32)
        pictures[0, 0, :, : ink.shape[1]] = ink.astype(np.float32) / 255
        return {"pictures": pictures}


def lines_of(folders: Sequence[Path], count: int = SHEETS) -> list[Grey]:
    """Return the ink of the lines of some pages, drawn in fonts that the network has learnt."""
    return [ink for drawn in _pages(folders, count) for ink in page.inks(*drawn)]


def _pages(folders: Sequence[Path], count: int) -> Iterator[tuple[Grey, float]]:
    random, known = Random(SEED), faces(folders)
    for number in range(count):
        face = random.choice(known)
        drawn = sheet(
            random.randrange(10**6),
            face.path,
            face.family,
            DPIS[number % len(DPIS)],
            random.choice(list(NOISE)),
            random.uniform(-1, 1),
        )
        yield np.asarray(drawn.grey, np.uint8), drawn.scale


def main() -> None:
    """Do what the command line asks."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", action="append", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    asked: Any = parser.parse_args()
    lighten(asked.model, asked.to, lines_of(asked.fonts))
    load(asked.to.read_bytes())
    print(f"{asked.to}: {asked.model.stat().st_size} to {asked.to.stat().st_size} bytes")


if __name__ == "__main__":
    main()
