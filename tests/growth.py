"""How much longer a text takes when it is four times as long: what every pattern and every reader
of text is measured by. `python tests/growth.py [LETTERS]` measures up to so many letters.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import ita_checker
from ita_checker.text.patterns import Pattern
from ita_checker.words.in_force import OfWords

HOME = Path(ita_checker.__file__).parent
APART = ("ita_checker.training", "ita_checker.__main__")
# What a form, a bad scan or a hostile hand makes long lines of.
RUNS = (
    ".", "…", "_", "-", "–", "1", "๑", "1๒", " ", "\u00a0", "\t", "\n", " \n", "่", "ก่", "เ", "ก",
    "ำ", "ํา", "(", ")",
    "()", "((ก", "[", "/", "5/", "1,234", "1.1.", "ฯ", "x", "aA1.", "กa", "ก ", "ก\n", "๒๕๖๔ ",
    "พ.ศ. ", "พ.ศ.๒๕๖๔-",
    "มกราคม ๒๕๖๔ ", "รอบ ๖ เดือน ", "ปีงบประมาณ ", "ตำบล", "อำเภอ", "องค์การบริหารส่วนตำบลก",
    "โรงเรียน", "มาตรการ ",
    "การดำเนินการ", "ระบุ", "(ระบุ", "และ", "หรือ", "ข้อ ๑ ", "http://", "☑", "�", "<U+0000>", "๑. ",
    "ก: ", "“", "”",
)  # fmt: skip
# Reports whose judging makes patterns of its own: years, items and gaps of every kind.
SAMPLES = (
    "2564/huai-nam-rae/O43.pdf",
    "2564/nong-khrang-nuea/O43.pdf",
    "2565/pa-kluai-hom/O42.pdf",
)
TIMES = 4
LINEAR = 9.0  # times as long for a text four times as long: 4 is linear, 16 quadratic
NOTICED = 0.02  # seconds of CPU below which nothing is told from noise
GIVEN = 5.0  # seconds of CPU after which a text is given up


class Slow(Exception):
    """A text took all its time."""


@dataclass(frozen=True, slots=True)
class Use:
    """A pattern of ours and the ways it is used in: match, fullmatch, search …"""

    where: str
    pattern: re.Pattern[str]
    ways: frozenset[str]

    def __call__(self, body: str) -> None:
        """Use it on a text in its ways."""
        if not self.ways or self.ways - {"match", "fullmatch"}:
            sum(1 for _ in self.pattern.finditer(body))
        if "match" in self.ways:
            self.pattern.match(body)
        if "fullmatch" in self.ways:
            self.pattern.fullmatch(body)


def patterns() -> tuple[Use, ...]:
    """Return every pattern that a module of ours holds, writes out in a call, or makes while the
    samples are judged.
    """
    found: dict[str, Use] = {}
    code = {path: path.read_text(encoding="utf-8") for path in HOME.rglob("*.py")}
    everywhere = _ways("\n".join(code.values()))
    for module in modules():
        here = _ways(code[Path(module.__file__ or "")])
        for name, held in vars(module).items():
            value = _as_made(held)
            for inner in _within(value, 3):
                if isinstance(inner, re.Pattern) and isinstance(inner.pattern, str):
                    where = f"{module.__name__}.{name}: {inner.pattern[:60]}"
                    ways = here.get(name) or everywhere.get(name, frozenset())
                    own = ways if inner is value else frozenset()
                    found.setdefault(inner.pattern, Use(where, inner, own))
        for line, pattern, way in _written(module):
            where = f"{module.__name__}:{line}: {pattern[:60]}"
            found.setdefault(pattern, Use(where, re.compile(pattern), frozenset({way})))
    for where, made in _made_at_work():
        found.setdefault(made.pattern, Use(f"{where}: {made.pattern[:60]}", made, frozenset()))
    return tuple(found.values())


def _made_at_work() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the patterns that our modules compile while samples are read, judged and shown: where,
    and what. Those made of a page's own words are among them.
    """
    made: dict[str, tuple[str, re.Pattern[str]]] = {}
    compiled = re._compile  # type: ignore[attr-defined]

    def noting(source: Any, flags: int) -> Any:
        result, frame = compiled(source, flags), sys._getframe(2)
        if isinstance(result.pattern, str) and str(HOME) in frame.f_code.co_filename:
            module = frame.f_globals.get("__name__", "?")
            made.setdefault(result.pattern, (f"{module}:{frame.f_lineno}", result))
        return result

    re._compile = noting  # type: ignore[attr-defined]
    try:
        judge_samples()
    finally:
        re._compile = compiled  # type: ignore[attr-defined]
    yield from made.values()


def judge_samples() -> None:
    """Read, judge and show some samples, without workers and without the cache."""
    from ita_checker.cli.outputs import rendered
    from ita_checker.judge.judge import judge
    from ita_checker.model import Batch, ReadOptions, Submission
    from ita_checker.read import read
    from ita_checker.rulebook import load

    packs, reports = load(), []
    for name in SAMPLES:
        document = read(HOME.parent / "samples" / name, ReadOptions(ocr="never"))
        year, _, file = name.split("/")
        asked = Submission(name, int(year), "nacc", (file.removesuffix(".pdf"),))
        reports.append(judge(document, asked, packs))
    for form in ("json", "text", "html"):
        list(rendered(Batch(tuple(reports), packs, "1"), form, "th"))


def _ways(code: str) -> dict[str, frozenset[str]]:
    """Return the methods called on each name."""
    ways: dict[str, set[str]] = defaultdict(set)
    for name, way in re.findall(r"\b(\w+)\.(\w+)\(", code):
        ways[name].add(way)
    return {name: frozenset(own) for name, own in ways.items()}


def modules() -> Iterator[ModuleType]:
    """Yield every module of ours, imported."""
    for info in pkgutil.walk_packages([str(HOME)], "ita_checker."):
        if not info.name.startswith(APART):
            yield importlib.import_module(info.name)


def _as_made(value: Any) -> Any:
    """Return what is made of words as the files' own words make it, anything else as it is."""
    if isinstance(value, Pattern):
        return value.now
    return value() if isinstance(value, OfWords) else value


def _within(value: Any, depth: int) -> Iterator[Any]:
    """Yield a value and what it holds: in containers, records and classes of ours."""
    value = _as_made(value)
    yield value
    if not depth:
        return
    inner: list[Any] = []
    if isinstance(value, dict):
        inner = [*value.keys(), *value.values()]
    elif isinstance(value, (tuple, list, set, frozenset)):
        inner = list(value)
    elif type(value).__module__.startswith("ita_checker"):
        inner = [getattr(value, name, None) for name in getattr(value, "__dataclass_fields__", ())]
    elif isinstance(value, type) and value.__module__.startswith("ita_checker"):
        inner = [one for name, one in vars(value).items() if not name.startswith("__")]
    for one in inner[:5000]:
        yield from _within(one, depth - 1)


def _written(module: ModuleType) -> Iterator[tuple[int, str, str]]:
    """Yield the patterns written out in calls such as re.sub(r"…", …): line, pattern, way."""
    path = getattr(module, "__file__", None)
    if not path:
        return
    for node in ast.walk(ast.parse(Path(path).read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
            and node.func.attr not in ("compile", "escape")
        ):
            yield node.lineno, node.args[0].value, node.func.attr


def text(run: str, letters: int) -> str:
    """Return a Thai text with a long run in its midst."""
    return run * (letters // 2 // len(run)) + " รายงาน " + run * (letters // 2 // len(run)) + " จบ"


def seconds(use: Callable[[str], Any], run: str, letters: int) -> float:
    """Return the CPU time that a text of a run takes; GIVEN where it takes more."""

    def stop(*_: object) -> None:
        raise Slow

    before = signal.signal(signal.SIGVTALRM, stop)
    body = text(run, letters)
    started = time.process_time()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, GIVEN)
        use(body)
    except Slow:
        return GIVEN
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - started


def grows(use: Callable[[str], Any], run: str, letters: int) -> float | None:
    """Return how many times as long a text four times as long takes, if that is more than in
    proportion; None if it is not, or too quick to tell. What looks slow is measured again.
    """
    ratio = 0.0
    for _ in range(3):
        long = seconds(use, run, letters)
        if long < NOTICED:
            return None
        short = max(seconds(use, run, letters // TIMES), 1e-6)
        ratio = long / short
        if ratio < LINEAR and long < GIVEN:
            return None
    return ratio


def slow(letters: int, uses: Iterable[Use]) -> Iterator[tuple[str, str, float]]:
    """Yield each of the patterns that grows, the run that shows it, and how much."""
    for use in uses:
        for run in RUNS:
            ratio = grows(use, run, letters)
            if ratio is not None:
                yield use.where, run, ratio
                break


if __name__ == "__main__":
    most, worst = int(sys.argv[1]) if len(sys.argv) > 1 else 16_000, 0
    found = patterns()
    for place, shown, factor in slow(most, found):
        worst += 1
        print(f"{factor:6.1f} × {shown!r:14} {place}", flush=True)
    print(
        f"{len(found)} patterns, {len(RUNS)} runs of {most} letters: {worst} grow more than linearly"
    )
