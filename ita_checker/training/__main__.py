"""Train the Thai reader of scans (needs the extra `training`).

python -m ita_checker.training train --fonts FOLDER --checkpoint FILE
python -m ita_checker.training export --fonts FOLDER --checkpoint FILE
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from dataclasses import replace
from pathlib import Path

import torch

from ita_checker.read.ocr.letters.recogniser import load
from ita_checker.training.export import export, sureness, tell
from ita_checker.training.lighter import lighten, lines_of
from ita_checker.training.settings import Settings
from ita_checker.training.train import State, measured, train

DEBIAN_FONTS = Path("/usr/share/fonts/truetype/tlwg")
SHIPPED = Path(__file__).parent.parent / "read" / "ocr" / "reader.onnx"
SURE_LINES = 3000  # read to learn how sure is sure


def _asked() -> Namespace:
    """Return what the command line asks."""
    parser = ArgumentParser(
        prog="python -m ita_checker.training",
        description=__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=("train", "export"))
    parser.add_argument(
        "--fonts", action="append", type=Path, help=f"folders of .ttf files (else {DEBIAN_FONTS})"
    )
    parser.add_argument(
        "--checkpoint",
        type=Path,
        required=True,
        help="where the training is kept; it goes on from there",
    )
    parser.add_argument(
        "--lines",
        type=int,
        default=Settings().lines,
        help="how many lines to learn from, all runs together",
    )
    parser.add_argument("--seed", type=int, default=Settings().seed)
    parser.add_argument(
        "--threads", type=int, default=0, help="of the processor (0: as torch thinks best)"
    )
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument(
        "--to", type=Path, default=SHIPPED, help="where the exported model is written"
    )
    return parser.parse_args()


def main() -> None:
    """Do what the command line asks."""
    asked = _asked()
    if asked.threads:
        torch.set_num_threads(asked.threads)
    settings, folders = (
        replace(Settings(), lines=asked.lines, seed=asked.seed),
        tuple(asked.fonts or [DEBIAN_FONTS]),
    )
    if asked.command == "train":
        print(train(settings, folders, asked.checkpoint, asked.device))
    else:
        _export(asked, settings, folders)


def _export(asked: Namespace, settings: Settings, folders: tuple[Path, ...]) -> None:
    """Write the model for the reader, its sureness fitted on fonts never trained on."""
    if not asked.checkpoint.exists():
        raise SystemExit(f"{asked.checkpoint}: no such checkpoint; train first")
    state = State(settings, asked.checkpoint, "cpu")
    partial = asked.to.with_suffix(".partial")
    whole = asked.to.with_suffix(".float")
    export(state.averaged, whole)
    lighten(whole, partial, lines_of(folders))
    whole.unlink()
    lines = measured(replace(settings, measured_lines=SURE_LINES), folders, seed=2)
    made = sureness(load(partial.read_bytes()), lines)
    told = {
        "slope": f"{made.slope:.4f}",
        "offset": f"{made.offset:.4f}",
        "lines": str(state.seen),
        "unseen fonts": str(made.score),
    }
    tell(partial, told)
    partial.replace(asked.to)
    print(f"{asked.to}: after {state.seen} lines; unseen fonts, badly damaged: {made.score}")
    print(f"sureness: {made.slope:.3f} * logit {made.offset:+.3f}; on lines it was not fitted on:")
    for low, high, count, right in made.promises:
        print(
            f"letters said to be right {100 * low:g}-{100 * high:g} % of the time: {count}, right"
            f" {100 * right:.2f} %"
        )


if __name__ == "__main__":
    main()
