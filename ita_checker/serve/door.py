"""The only way in. A page of another site, a name that was bent to this machine, another user of
it: none has the key, and every answer says what a browser may do with it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from html import escape

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ita_checker.model import Words

READING, WRITING = ("GET", "HEAD"), ("POST", "PUT", "DELETE")
ASKED_BY = ("same-origin", "none")  # what Sec-Fetch-Site may say; older browsers say nothing
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self' data:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
HOST = Words("ที่อยู่นี้ไม่ใช่ของโปรแกรม", "this address is not the program's")
ORIGIN = Words("คำสั่งนี้ไม่ได้มาจากหน้าของโปรแกรม", "this does not come from the program's own page")
KEY = Words(
    "เปิดหน้านี้ด้วยลิงก์ที่โปรแกรมแสดงเมื่อเริ่มทำงาน",
    "open this page by the link the program showed at its start",
)
PATH = Words("ที่อยู่ไม่ถูกต้อง", "no such address")


def refusal(status: int, why: Words) -> Response:
    """Return a page that says why something is refused."""
    return HTMLResponse(
        f'<!doctype html><html lang="th"><meta charset="utf-8"><title>ita-checker</title>'
        f"<p>{escape(why.th)}</p><p lang=en>{escape(why.en)}</p>",
        status,
    )


@dataclass
class Door:
    """Lets in who has the token of the address (once, for a cookie) or the cookie, asked of the
    very host and port that are served, and for writing from a page of these.
    """

    app: ASGIApp
    host: str  # with the port
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def cookie(self) -> str:
        """Return the cookie's name: cookies of one host are shared by all its ports."""
        return f"ita_checker_{self.host.rpartition(':')[2]}"

    @property
    def key(self) -> str:
        """Return the cookie's value, from which the token cannot be told."""
        return hmac.digest(self.token.encode(), b"cookie", hashlib.sha256).hex()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # no web sockets here
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("content-security-policy", POLICY)
            await send(message)

        answer = self._answer(Request(scope))
        await (answer or self.app)(scope, receive, guarded)

    def _answer(self, request: Request) -> Response | None:
        """Return what ends a request here; None for one that may go on."""
        if request.headers.getlist("host") != [self.host]:
            return refusal(421, HOST)
        if request.method not in READING + WRITING:
            return refusal(405, PATH)
        if _odd(request):
            return refusal(400, PATH)
        if request.method in WRITING and not self._ours(request):
            return refusal(403, ORIGIN)
        given = request.query_params.get("token")
        if given is not None and request.url.path == "/":
            return self._opened(given)
        known = request.cookies.get(self.cookie, "")
        return None if hmac.compare_digest(known.encode(), self.key.encode()) else refusal(403, KEY)

    def _ours(self, request: Request) -> bool:
        site = request.headers.get("sec-fetch-site", ASKED_BY[0])
        return request.headers.get("origin") == f"http://{self.host}" and site in ASKED_BY

    def _opened(self, given: str) -> Response:
        if not hmac.compare_digest(given.encode(), self.token.encode()):
            return refusal(403, KEY)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.cookie, self.key, httponly=True, samesite="strict", path="/")
        return answer


def _odd(request: Request) -> bool:
    """Tell whether a path tries to lead upwards or elsewhere."""
    path = request.scope["path"]
    return any(part == ".." for part in path.split("/")) or "\\" in path or "\0" in path
