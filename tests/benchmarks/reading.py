"""Pages per second beside pdfplumber and pdfium in one run, by the programs that made the files,
and the peak memory of reading a long report.

python tests/benchmarks/reading.py [PDF...] [--pages 6] [--long 600]; without files it reads
samples/.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import pdfplumber
import pypdfium2
from paper import Paper

from ita_checker.judge.judge import judge
from ita_checker.model import Document, Pack
from ita_checker.read import Options, read, strangers
from ita_checker.read.layer.marks.clusters import in_order
from ita_checker.read.layer.native import digits
from ita_checker.rulebook import load
from ita_checker.scan.submission import Options as Told
from ita_checker.scan.submission import submission
from ita_checker.text.flow import fold

SAMPLES = Path(__file__).parents[2] / "samples"
READERS = ("ours", "plumber", "pdfium")
MAKERS = (
    *("Skia", "LibreOffice", "WeasyPrint", "Typst", "fpdf2", "ReportLab", "TCPDF", "mPDF"),
    *("Word", "Excel", "PowerPoint", "Canva", "iText", "Ghostscript", "Distiller", "Quartz"),
)
LINE = "องค์การบริหารส่วนตำบลได้จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสในการดำเนินงาน"


def report() -> Paper:
    """Return a page like those of a report: prose, and a ruled table of four columns."""
    paper = Paper(595, 842, size=14)
    for row in range(18):
        paper.write(LINE, 40, 60 + 20 * row)
    xs, tops = (40, 160, 290, 420, 555), tuple(440 + 60 * row for row in range(7))
    paper.grid(xs, tops)
    for top in tops[:-1]:
        for x in xs[:-1]:
            for line in range(2):
                paper.write(LINE[line * 9 : line * 9 + 12], x + 5, top + 20 + 20 * line)
    return paper


def ours(path: Path, pages: int) -> int:
    """Read with our reader, OCR off; return how many pages there were. What it keeps of texts and
    fonts it has read is forgotten first: nobody reads a file twice.
    """
    digits._known.clear()
    for kept in (strangers._known, fold, in_order):
        kept.cache_clear()
    return len(read(path, Options(pages=(1, pages), ocr="never")).pages)


def plumber(path: Path, pages: int) -> int:
    """Read text and tables with pdfplumber."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages[:pages]:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(pdf.pages[:pages])


def pdfium(path: Path, pages: int) -> int:
    """Read plain text with pdfium."""
    pdf = pypdfium2.PdfDocument(path)
    count = min(pages, len(pdf))
    for index in range(count):
        page = pdf[index]
        page.get_textpage().get_text_range()
        page.close()
    pdf.close()
    return count


def taken(reader: Callable[[Path, int], int], path: Path, pages: int) -> float:
    """Return the seconds of processor time that reading a file takes."""
    start = time.process_time()
    reader(path, pages)
    return time.process_time() - start


def seconds(files: Sequence[Path], pages: int, rounds: int) -> dict[Path, dict[str, float]]:
    """Return each reader's best time for each file; the readers take turns, so that a busy machine
    is busy for all.
    """
    readers = (ours, plumber, pdfium)
    for reader in readers:
        reader(files[0], 1)
    return {
        path: _best([{r.__name__: taken(r, path, pages) for r in readers} for _ in range(rounds)])
        for path in files
    }


def _best(rounds: Sequence[dict[str, float]]) -> dict[str, float]:
    return {name: min(each[name] for each in rounds) for name in rounds[0]}


def judging(path: Path, pages: int, packs: Sequence[Pack]) -> dict[str, float]:
    """Return the seconds of processor time that reading a file takes and that all rules about it
    take, facts found anew, and its pages.
    """
    handed, start = submission(path, path.name, Told()), time.process_time()
    known = read(path, Options(pages=(1, pages), ocr="never"))
    middle = time.process_time()
    judge(Document(known.path, known.sha256, known.pages), handed, packs)
    judged = time.process_time() - middle
    return {"reading": middle - start, "judging": judged, "pages": len(known.pages)}


def compare_judging(files: Sequence[Path], pages: int, rounds: int) -> None:
    """Print what reading and judging the same pages take: the best of all rounds, and the first, in
    which lists and patterns are made and nothing is kept of what these files say. The files take
    turns in every round.
    """
    packs = load()
    judging(files[0], pages, packs)  # patterns and lists of names are made once
    took = [[judging(path, pages, packs) for path in files] for _ in range(rounds)]
    best = [_best(of_file) for of_file in zip(*took, strict=True)]
    for name, each in (("judging", best), ("at first", took[0])):
        reading, judged, count = (
            sum(one[key] for one in each) for key in ("reading", "judging", "pages")
        )
        print(
            f"{name:8} {1000 * judged / count:.1f} ms a page, reading {1000 * reading / count:.1f}: "
            f"{judged / reading:.2f} of reading's time over {count:.0f} pages"
        )


def peak(path: Path) -> str:
    """Return the most memory that a process of its own needs to read a file. Linux tells it of a
    process since it was begun, getrusage also of the one that began it.
    """
    code = (
        "import sys; from pathlib import Path; from ita_checker.read import Options, read; "
        "read(Path(sys.argv[1]), Options(ocr='never')); "
        "print(Path('/proc/self/status').read_text())"
    )
    told = [sys.executable, "-c", code, str(path)]
    done = subprocess.run(told, capture_output=True, text=True, check=False)
    line = next((one for one in done.stdout.splitlines() if one.startswith("VmHWM")), None)
    return f"{int(line.split()[1]) // 1024} MiB" if line else "unknown"


def maker(path: Path) -> str:
    """Return the program that made a file, by the first words of what it says of itself."""
    try:
        said = str(pypdfium2.PdfDocument(path).get_metadata_dict().get("Producer", ""))
    except pypdfium2.PdfiumError:
        return "other"
    known = next((name for name in MAKERS if name.lower() in said.lower()), None)
    return known or "other"


def table(best: dict[Path, dict[str, float]], pages: int) -> None:
    """Print pages per second of each reader by the makers of the files, and for all."""
    makers: dict[str, list[Path]] = {}
    for path in best:
        makers.setdefault(maker(path), []).append(path)
    print(
        f"{'made by':14} {'files':>5} {'pages':>5} {'ours':>7} {'plumber':>7} {'pdfium':>7} "
        " pages/s"
    )
    for name, paths in (*sorted(makers.items()), ("all", list(best))):
        count = sum(pdfium(path, pages) for path in paths)
        total = {reader: sum(best[path][reader] for path in paths) for reader in READERS}
        speeds = " ".join(f"{count / total[reader]:7.1f}" for reader in READERS)
        times = total["plumber"] / total["ours"]
        print(f"{name:14} {len(paths):5} {count:5} {speeds}  {times:5.1f} times pdfplumber")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts")
    parser.add_argument("--long", type=int, default=600)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = options.files or sorted(SAMPLES.rglob("*.pdf"))
        table(seconds(files, options.pages, options.rounds), options.pages)
        compare_judging(files, options.pages, options.rounds)
        long = report().save(Path(folder, "long.pdf"), pages=options.long)
        print(f"peak     {peak(long)} for {options.long} pages")


if __name__ == "__main__":
    main()
