"""What laying reports side by side costs: seconds and memory for more and more reports, read
already.

python tests/benchmarks/side_by_side.py [REPORTS …]    # 2500 5000 10000 20000

The sketches are made up: offices of two years, plan and results, four in five filling in one of
forty templates, one in a hundred copied from another office. Each size runs in a process of its
own, so that the memory is its own.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Iterator

import numpy as np

from ita_checker.across.shingles import ONE_IN, ONE_LONG_IN
from ita_checker.across.side_by_side import side_by_side
from ita_checker.model import Body, Covered, Sketch, Span, Told

SIZES = (2500, 5000, 10000, 20000)
TEMPLATES = 40
SHORT, LONG, DETAILS = 500, 250, 15  # hashes of one report of some ten pages
MEASURES = ("เผยแพร่ข้อมูลต่อสาธารณะ", "จัดการเรื่องร้องเรียนการทุจริต", "ป้องกันการรับสินบน", "ตรวจสอบการใช้ดุลพินิจ")


def main(sizes: tuple[int, ...]) -> None:
    """Print a line for each size."""
    for size in sizes:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


def one(size: int) -> None:
    """Print what one size takes."""
    sketches = list(_sketches(size))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    started = time.monotonic()
    seen = side_by_side(
        sketches, lambda number: Body("", b"", b"", b"", b""), (), lambda one: False
    )
    took = time.monotonic() - started
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    copies = sum(pair.code == "SET003" for pair in seen.pairs)
    print(
        f"{size:>7} reports: {took:6.1f} s, {most} MB (sketches alone {before} MB), "
        f"{len(seen.families)} offices, {copies} copies of {_copies(size)}",
        flush=True,
    )


def _copies(size: int) -> int:
    return len(range(99, size // 4, 100)) * 4


def _sketches(size: int) -> Iterator[Sketch]:
    chance = np.random.default_rng(14)
    templates = [_hashes(chance, 400, ONE_IN) for _ in range(TEMPLATES)]
    long_templates = [_hashes(chance, 200, ONE_LONG_IN) for _ in range(TEMPLATES)]
    span = Span(0, 0, "")
    told = tuple(Told(name, span) for name in MEASURES)
    made: list[Sketch] = []
    for number in range(size):
        office, part = divmod(number, 4)
        plan, year = part % 2 == 0, 2565 + part // 2
        template = int(min(chance.exponential(6), TEMPLATES - 1)) if office % 5 else None
        shared, long_shared = (
            (templates[template][: SHORT // 2], long_templates[template][: LONG // 2])
            if template is not None
            else (templates[0][:0], templates[0][:0])
        )
        own = _hashes(chance, SHORT - len(shared), ONE_IN)
        long_own = _hashes(chance, LONG - len(long_shared), ONE_LONG_IN)
        details = chance.integers(0, 2**63, DETAILS, dtype=np.uint64)
        if office % 100 == 99:
            source = made[number - 200]
            kept = np.frombuffer(source.sample, "<u8")
            own, shared = (
                chance.choice(kept, 2 * len(kept) // 3, replace=False),
                own[: len(kept) // 3],
            )
            long_own = np.frombuffer(source.stretches, "<u8")[::2]
            details = np.frombuffer(source.details, "<u8")
        made.append(
            Sketch(
                f"{year}/office-{office:05}/{'O42' if plan else 'O43'}.pdf",
                f"{number:064x}",
                fiscal_year=year,
                held=(Covered("O42" if plan else "O43", "measures" if plan else "results", year),),
                kind="องค์การบริหารส่วนตำบล",
                group="local",
                proper=_name(office),
                organisation=f"องค์การบริหารส่วนตำบล{_name(office)}",
                district=_name(office // 8 + 7),
                province=_name(office // 80 + 3),
                planned=told if plan else (),
                reported=() if plan else told,
                letters=4000,
                sample=_packed(own, shared),
                stretches=_packed(long_own, long_shared),
                filled=_packed(own[:90]),
                details=_packed(details),
            )
        )
    yield from made


def _name(number: int) -> str:
    """Return a name unlike any other number's."""
    letters = "กขคงจชดตถทธนบปผพฟมยรลวสหอ"
    name = ""
    value = (number * 2654435761 + 97) % 2**32
    while value:
        value, digit = divmod(value, len(letters))
        name += letters[digit]
    return name


def _hashes(chance: np.random.Generator, count: int, one_in: int) -> np.ndarray:
    return chance.integers(0, 2**64 // one_in, count, dtype=np.uint64)


def _packed(*parts: np.ndarray) -> bytes:
    return np.unique(np.concatenate(parts)).astype("<u8").tobytes()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(int(sys.argv[2]))
    else:
        main(tuple(map(int, sys.argv[1:])) or SIZES)
