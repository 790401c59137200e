"""The addresses of the served page, and what each answers."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass
from html import escape
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from ita_checker.errors import ItaError
from ita_checker.model import Words
from ita_checker.report.formats.html.data import embedded
from ita_checker.scan.refusals import refusal
from ita_checker.serve.downloads import NAMES, Writer
from ita_checker.serve.jobs import BUSY, NO_JOB, Job, Listing, Shelf, State
from ita_checker.serve.names import safe
from ita_checker.serve.requests import asked, body, listing, received
from ita_checker.serve.words import words

HOME = files("ita_checker.serve").joinpath("assets")
FONTS = files("ita_checker.report.formats.html").joinpath("assets")
ASSETS = {
    "start.js": (HOME, "text/javascript; charset=utf-8"),
    "send.js": (HOME, "text/javascript; charset=utf-8"),
    "start.css": (HOME, "text/css; charset=utf-8"),
    "Sarabun-Regular.woff2": (FONTS, "font/woff2"),
    "Sarabun-Bold.woff2": (FONTS, "font/woff2"),
}
# The page of a job holds its own policy; these can stand in a header alone.
PAGE_POLICY = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
BAD_NAME = Words("ชื่อไฟล์นี้ใช้ไม่ได้", "no usable file name")
AT_WORK = Words("กำลังตรวจอยู่ รอให้เสร็จก่อน", "being scanned: wait for its end")
YEARS = 12  # to choose from
SINCE = re.compile("[0-9]{1,9}")
Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Page:
    """What answers requests: the jobs there are and what is done with them."""

    shelf: Shelf
    writer: Writer

    def routes(self) -> list[Route]:
        """Return the addresses."""
        job = "/jobs/{job}"
        return [
            Route("/", self.start),
            Route("/assets/{name}", self.asset),
            Route("/jobs", self.jobs),
            Route("/jobs", self.new, methods=["POST"]),
            Route(job, self.told),
            Route(job, self.remove, methods=["DELETE"]),
            Route(f"{job}/files", self.upload, methods=["PUT"]),
            Route(f"{job}/files/{{path:path}}", self.file),
            Route(f"{job}/lists/{{role}}", self.list, methods=["PUT"]),
            Route(f"{job}/scan", self.scan, methods=["POST"]),
            Route(f"{job}/stop", self.stop, methods=["POST"]),
            Route(f"{job}/report", self.report),
            Route(f"{job}/decisions", self.decisions),
            Route(f"{job}/decisions", self.decide, methods=["POST"]),
            Route(f"{job}/undo", self.undo, methods=["POST"]),
            Route(f"{job}/download/{{kind}}", self.download),
        ]

    def _job(self, request: Request) -> Job:
        return self.shelf.job(request.path_params["job"])

    async def start(self, _: Request) -> Response:
        """Return the page one begins at."""
        lang = self.writer.desk.means.lang
        said = words(lang)
        text = HOME.joinpath("start.html").read_text(encoding="utf-8")
        page = re.sub(r"\{\{(\w+)\}\}", lambda hit: escape(said[hit[1]]), text)
        return HTMLResponse(
            page.replace("[[lang]]", lang).replace("[[words]]", embedded({**said, "lang": lang}))
        )

    async def asset(self, request: Request) -> Response:
        """Return a script, a style or a font."""
        name = request.path_params["name"]
        if name not in ASSETS:
            raise HTTPException(404)
        home, kind = ASSETS[name]
        return Response(home.joinpath(name).read_bytes(), media_type=kind)

    async def jobs(self, _: Request) -> Response:
        """Return all jobs, the latest first."""
        return JSONResponse([card(job) for job in self.shelf.all()])

    async def new(self, _: Request) -> Response:
        """Return a new job."""
        return JSONResponse(card(self.shelf.new()), 201)

    async def told(self, request: Request) -> Response:
        """Return how a job stands, with the files done since those the page knows."""
        job, since = self._job(request), request.query_params.get("since", "0")
        lines = job.lines[int(since) if SINCE.fullmatch(since) else 0 :]
        return JSONResponse({**card(job), "lines": [asdict(line) for line in lines]})

    async def remove(self, request: Request) -> Response:
        """Remove a job and its files."""
        await run_in_threadpool(self.shelf.remove, request.path_params["job"])
        return JSONResponse({})

    async def upload(self, request: Request) -> Response:
        """Take one file."""
        job, name = self._job(request), safe(request.query_params.get("name", ""))
        if name is None:
            return _refused(400, BAD_NAME)
        if job.state in BUSY:
            return _refused(409, AT_WORK)
        job.state = State.FILLING
        try:
            await received(request, job, name)
        except ClientDisconnect:
            return Response(status_code=400)
        return JSONResponse({"name": name}, 201)

    async def list(self, request: Request) -> Response:
        """Take the list of the files or a register."""
        job, role = self._job(request), request.path_params["role"]
        if role not in list(Listing):
            raise HTTPException(404)
        if job.state in BUSY:
            return _refused(409, AT_WORK)
        try:
            await listing(request, job, Listing(role), request.query_params.get("name", ""))
        except ClientDisconnect:
            return Response(status_code=400)
        return JSONResponse({"list": role}, 201)

    async def file(self, request: Request) -> Response:
        """Return a file of the job, by its path in the reports: a PDF to look at, else to keep."""
        job, shown = self._job(request), request.path_params["path"]
        place = await run_in_threadpool(self.writer.desk.pdf, job, shown)
        if place is None:
            raise HTTPException(404)
        if place.suffix.lower() == ".pdf":
            policy = {"content-security-policy": PAGE_POLICY}
            return FileResponse(place, media_type="application/pdf", headers=policy)
        name = shown.rpartition("/")[2]
        return FileResponse(place, media_type="application/octet-stream", filename=name)

    async def scan(self, request: Request) -> Response:
        """Have the job scanned."""
        job = self._job(request)
        await run_in_threadpool(self.writer.desk.lay, job, asked(await body(request)))
        return JSONResponse(card(job), 202)

    async def stop(self, request: Request) -> Response:
        """Have the scan of the job stopped."""
        job = self._job(request)
        job.stop.set()
        return JSONResponse(card(job), 202)

    async def report(self, request: Request) -> Response:
        """Return the page people work in, with who decided here last in a cookie for it."""
        job = self._job(request)
        if not job.page.is_file():
            raise HTTPException(404)
        policy = {"content-security-policy": PAGE_POLICY}
        answer = FileResponse(job.page, media_type="text/html; charset=utf-8", headers=policy)
        answer.set_cookie("ita_me", quote(job.ledger.by), samesite="strict", path=f"/jobs/{job.id}")
        return answer

    async def decisions(self, request: Request) -> Response:
        """Return what was decided, as a file of decisions has it."""
        ledger = self._job(request).ledger
        rows = list(ledger.rows.values())
        return JSONResponse({"kind": "ita-checker decisions", "by": ledger.by, "decisions": rows})

    async def decide(self, request: Request) -> Response:
        """Keep decisions as they are made, and who makes them."""
        ledger, sent = self._job(request).ledger, await body(request)
        if "by" in sent:
            await run_in_threadpool(ledger.sign, sent["by"])
        count = await run_in_threadpool(ledger.change, sent.get("changes", []))
        return JSONResponse({"saved": count})

    async def undo(self, request: Request) -> Response:
        """Take the last step back."""
        changed = await run_in_threadpool(self._job(request).ledger.undo)
        return JSONResponse({"changed": list(changed)})

    async def download(self, request: Request) -> Response:
        """Return one of the files a job can be taken home as."""
        job, kind = self._job(request), request.path_params["kind"]
        if kind not in NAMES:
            raise HTTPException(404)
        if job.state in BUSY:
            return _refused(409, AT_WORK)
        made = await run_in_threadpool(self.writer.write, job, kind)
        return FileResponse(made.place, media_type="application/octet-stream", filename=made.name)


def card(job: Job) -> Mapping[str, Any]:
    """Return a job as the page has it."""
    fault = job.fault
    try:
        decided, steps = len(job.ledger.rows), job.ledger.steps
    except ItaError as error:  # its file was changed by another hand
        decided, steps, fault = 0, 0, Words(error.text("th"), error.text("en"))
    return {
        "id": job.id,
        "created": job.created,
        "state": job.state.value,
        "title": job.asked.title,
        "files": job.sent,
        "total": job.total,
        "done": len(job.lines),
        "report": job.page.is_file(),
        "decided": decided,
        "lists": [role for role in Listing if job.listing(role)],
        "steps": steps,
        "fault": {"th": fault.th, "en": fault.en} if fault else None,
    }


def _refused(status: int, why: Words) -> Response:
    return JSONResponse({"th": why.th, "en": why.en}, status)


async def _complained(_: Request, error: Exception) -> Response:
    """Answer what a person can mend, in words."""
    told = refusal(error) if isinstance(error, OSError) else error
    if not isinstance(told, ItaError):
        raise error
    status = 404 if told.what is NO_JOB else 400
    return _refused(status, Words(told.text("th"), told.text("en")))


def app(page: Page) -> Starlette:
    """Return what is served."""
    return Starlette(
        routes=page.routes(),
        exception_handlers={ItaError: _complained, OSError: _complained},
    )
