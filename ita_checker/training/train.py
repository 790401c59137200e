"""The training loop: draws lines in one process, learns from them in another, measures on fonts
never trained on, resumes after a stop.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Full
from typing import TYPE_CHECKING, Any

import torch

from ita_checker.read.ocr.letters.alphabet import decode, encode
from ita_checker.training.measure import Score, score, total
from ita_checker.training.network import Reader, greedy, loss
from ita_checker.training.settings import Settings
from ita_checker.training.stream import Batch, batches

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

SAVED_EVERY = 180.0  # seconds


def train(
    settings: Settings, folders: tuple[Path, ...], checkpoint: Path, device: str = "cpu"
) -> Score:
    """Train until settings.lines are seen, going on from the checkpoint where there is one; return
    the score on unseen fonts.
    """
    state = State(settings, checkpoint, device)
    unseen = measured(settings, folders)
    saved, measured_at, began, losses = time.monotonic(), state.seen, time.monotonic(), [0.0]
    while state.seen < settings.lines:
        stage = settings.stage(state.seen)
        until = min(
            (s.after for s in settings.stages if s.after > state.seen), default=settings.lines
        )
        for batch in drawn(settings.seed + state.seen, folders, stage.longest, stage.strength):
            losses.append(state.learn(batch))
            if time.monotonic() - saved > SAVED_EVERY:
                state.save()
                saved = time.monotonic()
            if state.seen - measured_at >= settings.measured_every:
                speed = (time.monotonic() - began) / max(1, state.seen - measured_at) * 1e3
                mean = sum(losses[-200:]) / len(losses[-200:])
                print(
                    f"{state.seen:7d} lines, loss {mean:.4f}, {speed:.0f} ms/line, unseen fonts:"
                    f" {measure(state.averaged, unseen)}",
                    flush=True,
                )
                measured_at, began = state.seen, time.monotonic()
            if state.seen >= until:
                break
    state.save()
    return measure(state.averaged, unseen)


class State:
    """The network, its running average, the optimiser and how many lines were seen; kept in one
    file.
    """

    def __init__(self, settings: Settings, checkpoint: Path, device: str) -> None:
        torch.manual_seed(settings.seed)
        self.settings, self.checkpoint, self.device = settings, checkpoint, device
        self.network, self.averaged, self.seen = (
            _placed(Reader(), device),
            _placed(Reader(), device),
            0,
        )
        self.averaged.load_state_dict(self.network.state_dict())
        self.optimiser = torch.optim.AdamW(
            self.network.parameters(), lr=settings.rate, weight_decay=settings.decay
        )
        if checkpoint.exists():
            kept: dict[str, Any] = torch.load(checkpoint, map_location=device, weights_only=True)
            self.network.load_state_dict(kept["network"])
            self.averaged.load_state_dict(kept["averaged"])
            self.optimiser.load_state_dict(kept["optimiser"])
            self.seen = kept["seen"]

    def learn(self, batch: Batch) -> float:
        """Learn from one batch and return its loss."""
        for group in self.optimiser.param_groups:
            group["lr"] = self.settings.rate_at(self.seen)
        self.network.train()
        targets = [encode(text) for text in batch.texts]
        scores = self.network(torch.from_numpy(batch.pictures).to(self.device).float() / 255)
        codes, lengths = (
            torch.tensor([code for line in targets for code in line]),
            torch.tensor([len(line) for line in targets]),
        )
        cost = loss(scores, torch.tensor(batch.widths), codes.to(self.device), lengths)
        self.optimiser.zero_grad()
        cost.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.optimiser.step()
        self.seen += len(batch.texts)
        self.average()
        return float(cost.detach())

    def average(self) -> None:
        """Move the averaged weights a little towards the network's; early on faster, or they would
        lag behind.
        """
        share = max(1 - self.settings.average, 1 / (1 + self.seen / 300))
        with torch.no_grad():
            for mean, now in zip(
                self.averaged.state_dict().values(), self.network.state_dict().values(), strict=True
            ):
                if mean.dtype.is_floating_point:
                    mean.lerp_(now, share)

    def save(self) -> None:
        """Write the checkpoint; the old one stays until the new one is whole."""
        partial = self.checkpoint.with_suffix(".partial")
        kept = {
            "network": self.network.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimiser": self.optimiser.state_dict(),
        }
        torch.save({**kept, "seen": self.seen}, partial)
        partial.replace(self.checkpoint)


def _placed(network: Reader, device: str) -> Reader:
    """Return the network on the device, its numbers laid out as convolutions on a processor like
    them.
    """
    placed: Reader = network.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return placed


def drawn(seed: int, folders: tuple[Path, ...], longest: int, strength: float) -> Iterator[Batch]:
    """Yield batches drawn by another process, which ends with this iterator."""
    context = multiprocessing.get_context("spawn")
    queue: Queue[Batch] = context.Queue(maxsize=32)
    worker = context.Process(
        target=_fill, args=(queue, seed, folders, longest, strength), daemon=True
    )
    worker.start()
    try:
        while True:
            yield queue.get(timeout=300)
    finally:
        worker.terminate()


def _fill(
    queue: Queue[Batch], seed: int, folders: tuple[Path, ...], longest: int, strength: float
) -> None:
    import cv2

    cv2.setNumThreads(1)
    parent = multiprocessing.parent_process()
    for batch in batches(seed, folders, longest, strength):
        while True:
            if parent is None or not parent.is_alive():
                return
            try:
                queue.put(batch, timeout=5)
                break
            except Full:
                continue


def measured(settings: Settings, folders: tuple[Path, ...], seed: int = 1) -> list[Batch]:
    """Return the lines to measure on: always the same, in fonts never trained on."""
    kept: list[Batch] = []
    for batch in batches(seed, folders, strength=0.8, unseen=True):
        kept.append(batch)
        if sum(len(b.texts) for b in kept) >= settings.measured_lines:
            break
    return kept


def measure(network: Reader, lines: list[Batch]) -> Score:
    """Return how well the network reads the lines."""
    network.eval()
    scores = []
    with torch.no_grad():
        for batch in lines:
            device = next(network.parameters()).device
            read = greedy(
                network(torch.from_numpy(batch.pictures).to(device).float() / 255),
                torch.tensor(batch.widths),
            )
            scores += [
                score(truth, decode(codes)) for truth, codes in zip(batch.texts, read, strict=True)
            ]
    return total(scores)
