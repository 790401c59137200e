"""What a job can be taken home as: gap lists, the page as one file, letters and marked PDFs in a
ZIP.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ita_checker.errors import ItaError
from ita_checker.model import Batch, Words
from ita_checker.run.drafts import draft
from ita_checker.serve.desk import Desk, rendered
from ita_checker.serve.jobs import RESULTS, Job

FORMS = {"html": ".html", "xlsx": ".xlsx", "csv": ".csv", "json": ".json"}
FOLDERS = ("letters", "marked")
DECISIONS = "decisions"
NAMES = {
    "html": Words("ผลตรวจ", "gaps"),
    "xlsx": Words("ผลตรวจ", "gaps"),
    "csv": Words("ผลตรวจ", "gaps"),
    "json": Words("ผลตรวจ", "gaps"),
    "letters": Words("หนังสือ", "letters"),
    "marked": Words("สำเนาที่ทำเครื่องหมาย", "marked"),
    DECISIONS: Words("ผลการพิจารณา", "decisions"),
}
NOTES = Words("โปรดอ่าน.txt", "read me.txt")


@dataclass(frozen=True, slots=True)
class Download:
    """A file that was written, and the name it is taken home under."""

    place: Path
    name: str


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes what is asked for from what was decided by now. `sender` signs letters."""

    desk: Desk
    sender: Mapping[str, str] = field(default_factory=dict)

    def write(self, job: Job, kind: str) -> Download:
        """Return the file; KeyError for a kind that is none."""
        named = getattr(NAMES[kind], self.desk.means.lang)
        if kind == DECISIONS:
            job.ledger.save()
            return Download(job.ledger.path, f"{named}.json")
        with job.lock:
            batch = self.desk.batch(job)
            suffix = FORMS.get(kind, ".zip")
            place = job.home / RESULTS / f"{kind}{suffix}"
            if kind in FOLDERS:
                self._packed(batch, kind, place)
            else:
                with draft(place) as new, new.open("wb") as file:
                    file.writelines(rendered(batch, kind, self.desk.means.lang))
        return Download(place, f"{named}{suffix}")

    def _packed(self, batch: Batch, kind: str, place: Path) -> None:
        """Write a folder's files as a ZIP, with what was left out and why."""
        folder = Path(tempfile.mkdtemp(dir=place.parent))
        try:
            complaints = list(self._filled(batch, kind, folder))
            if complaints:
                lang = self.desk.means.lang
                told = "\r\n".join(complaint.text(lang) for complaint in complaints)
                (folder / getattr(NOTES, lang)).write_text(f"\ufeff{told}\r\n", encoding="utf-8")
            with draft(place) as new, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
                for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                    archive.write(path, path.relative_to(folder).as_posix())
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _filled(self, batch: Batch, kind: str, folder: Path) -> Iterable[ItaError]:
        if kind == "marked":
            from ita_checker.report.beside import marked

            return marked.write(batch, folder, self.desk.means.lang)
        from ita_checker.report.beside import letters

        return letters.write(batch, folder, None, self.desk.means.lang, "auto", self.sender)
