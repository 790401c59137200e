"""Set by the PHP libraries with which web systems print their forms: TCPDF, dompdf, mPDF."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from ita_checker.text.tokens import tokens
from lab.producers import Job
from lab.producers.report_lab import FAMILIES, FONTS

SECONDS = 240
_FONTS = "['regular' => $argv[3] . '-Regular.ttf', 'bold' => $argv[3] . '-Bold.ttf']"
SCRIPTS = {
    "tcpdf": f"""<?php
require_once 'tcpdf/tcpdf.php';
foreach ({_FONTS} as $weight => $file) {{
    $name[$weight] = TCPDF_FONTS::addTTFfont($file, 'TrueTypeUnicode', '', 32, $argv[4] . '/');
}}
$pdf = new TCPDF();
$pdf->setFontSubsetting(false);  // its subsets of TrueType fonts lack what other programs need
$pdf->setPrintHeader(false);
$pdf->setPrintFooter(false);
$pdf->AddFont('thai', '', $argv[4] . '/' . $name['regular'] . '.php');
$pdf->AddFont('thai', 'B', $argv[4] . '/' . $name['bold'] . '.php');
$pdf->SetFont('thai', '', 14);
$pdf->AddPage();
$pdf->writeHTML(file_get_contents($argv[1]));
$pdf->Output($argv[2], 'F');
""",
    "dompdf": """<?php
require_once 'dompdf/autoload.php';
$options = new Dompdf\\Options(['fontDir' => $argv[4], 'fontCache' => $argv[4], 'chroot' => '/']);
$pdf = new Dompdf\\Dompdf($options);
foreach (['Regular' => 'normal', 'Bold' => 'bold'] as $name => $weight) {
    $style = ['family' => 'thai', 'style' => 'normal', 'weight' => $weight];
    $pdf->getFontMetrics()->registerFont($style, $argv[3] . '-' . $name . '.ttf');
}
$pdf->loadHtml(file_get_contents($argv[1]), 'UTF-8');
$pdf->setPaper('A4');
$pdf->render();
file_put_contents($argv[2], $pdf->output());
""",
    "mpdf": f"""<?php
require_once 'vendor/autoload.php';
$fonts = ['thai' => ['R' => basename({_FONTS}['regular']), 'B' => basename({_FONTS}['bold'])]];
$pdf = new Mpdf\\Mpdf(['tempDir' => $argv[4], 'fontDir' => [dirname($argv[3])],
    'fontdata' => $fonts, 'default_font' => 'thai']);
$pdf->WriteHTML(file_get_contents($argv[1]));
$pdf->Output($argv[2], 'F');
""",
}
NEEDED = {
    "tcpdf": "tcpdf/tcpdf.php",
    "dompdf": "dompdf/autoload.php",
    "mpdf": "vendor/mpdf/mpdf/src/Mpdf.php",
}
STYLE = "<style>* {font-family: thai}</style></head>"
THAI = re.compile("[\u0e01-\u0e4e]{12,}")  # runs longer than this may not fit a cell
FAMILY = re.compile(r"font(?:-family)?\s*:[^;}\"]*")
PRODUCERS = tuple(SCRIPTS)


def missing() -> str | None:
    """Return what is not installed, if anything."""
    if not shutil.which("php"):
        return "install php-cli"
    return None if any(map(_found, PRODUCERS)) else "install php-tcpdf, php-dompdf"


@cache
def _found(producer: str) -> bool:
    """Tell whether PHP finds a library."""
    code = f"exit(stream_resolve_include_path('{NEEDED[producer]}') ? 0 : 1);"
    return subprocess.run(["php", "-r", code], check=False, capture_output=True).returncode == 0


def produce(jobs: Sequence[Job]) -> None:
    """Set each page with the fonts of the samples."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name, script in SCRIPTS.items():
            (folder / f"{name}.php").write_text(script, encoding="utf-8")
        for job in jobs:
            if _found(job.producer):
                _set(job, folder)


def _parted(run: re.Match[str]) -> str:
    """Return a run of Thai letters with spaces between its words: these libraries end a line
    nowhere else, and what does not fit would run off the page.
    """
    return " ".join(tokens(run[0]))


def _set(job: Job, folder: Path) -> None:
    page = folder / "page.html"
    text = job.page.read_text(encoding="utf-8")
    text = FAMILY.sub("font-family: thai", text).replace("</head>", STYLE, 1)
    page.write_text(THAI.sub(_parted, text), encoding="utf-8")
    font = FONTS / FAMILIES[job.seed % len(FAMILIES)]
    command = ["php", str(folder / f"{job.producer}.php"), str(page), str(job.pdf.absolute())]
    subprocess.run(
        [*command, str(font.absolute()), str(folder)],
        check=False,
        capture_output=True,
        timeout=SECONDS,
    )
