"""The network: convolutions only, letters by CTC, two steps from every fourth column.

No recurrent layer: on a processor it costs more than twice the time, and it learns words by heart.
What this network sees of its
neighbourhood is some five letters to each side, enough for marks and too little to guess a number
or a name.
"""

from __future__ import annotations

from torch import Tensor, nn

from ita_checker.read.ocr.letters.alphabet import CLASSES
from ita_checker.read.ocr.letters.recogniser import runs
from ita_checker.training.damage import HEIGHT

CHANNELS = (16, 40, 80, 160)
DILATIONS = (1, 2, 3, 2, 1)
COLUMNS_PER_STEP = (
    2  # marks above and below share a letter's columns, so each fourth column gives two steps
)


def layer(
    given: int,
    made: int,
    kernel: tuple[int, int],
    stride: tuple[int, int] = (1, 1),
    dilation: int = 1,
    level: bool = False,
) -> nn.Sequential:
    """Return a convolution with its normalisation; `level`: it keeps no margin above and below."""
    padding = (0 if level else kernel[0] // 2, dilation * (kernel[1] // 2))
    convolution = nn.Conv2d(given, made, kernel, stride, padding, (1, dilation), bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(made), nn.ReLU(inplace=True))


class Beside(nn.Module):
    """Looks at the columns beside and adds what it saw."""

    def __init__(self, channels: int, dilation: int) -> None:
        super().__init__()
        self.looks = layer(channels, channels, (1, 5), dilation=dilation)

    def forward(self, columns: Tensor) -> Tensor:
        seen: Tensor = self.looks(columns)
        return columns + seen


class Again(nn.Module):
    """Looks once more at the same size and adds what it saw: loops and notches that tell ด
    from ต.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.looks = layer(channels, channels, (3, 3))

    def forward(self, picture: Tensor) -> Tensor:
        seen: Tensor = self.looks(picture)
        return picture + seen


class Reader(nn.Module):
    """Grey lines (n, 1, HEIGHT, width), ink 1 on paper 0, to scores of letters (n, width / 2,
    CLASSES), not yet probabilities.
    """

    def __init__(self) -> None:
        super().__init__()
        a, b, c, d = CHANNELS
        self.looks = nn.Sequential(
            layer(1, a, (5, 5), (2, 2)), Again(a),
            layer(a, b, (3, 3), (2, 2)), Again(b), Again(b),
            layer(b, c, (3, 3), (2, 1)), Again(c),
            layer(c, d, (HEIGHT // 8, 1), level=True),
            *(Beside(d, dilation) for dilation in DILATIONS),
        )  # fmt: skip
        self.names = nn.Conv2d(d, 2 * CLASSES, 1)

    def forward(self, pictures: Tensor) -> Tensor:
        read: Tensor = self.names(self.looks(pictures)).squeeze(2).transpose(1, 2)
        return read.reshape(read.shape[0], -1, CLASSES)


def loss(scores: Tensor, widths: Tensor, targets: Tensor, lengths: Tensor) -> Tensor:
    """Return the CTC loss per letter; `widths` in pixels, `targets` all lines' codes in a row."""
    steps = (widths // COLUMNS_PER_STEP).clamp(max=scores.shape[1])
    summed = nn.functional.ctc_loss(
        scores.log_softmax(-1).transpose(0, 1),
        targets,
        steps,
        lengths,
        reduction="sum",
        zero_infinity=True,
    )
    return summed / lengths.sum().item()


def greedy(scores: Tensor, widths: Tensor) -> list[list[int]]:
    """Return each line's codes: the best of every step, runs taken as the reader takes them."""
    best = scores.argmax(-1).cpu().numpy()
    return [
        [code for code, _, _ in runs(row[: int(width) // COLUMNS_PER_STEP]) if code]
        for row, width in zip(best, widths, strict=True)
    ]
