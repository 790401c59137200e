"""The server: on this machine's own address alone, at a port nobody knows before, until it is
ended.
"""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn

from ita_checker.errors import UsageError
from ita_checker.model import Words
from ita_checker.scan.refusals import reason
from ita_checker.serve.app import Page, app
from ita_checker.serve.desk import Desk, Means
from ita_checker.serve.door import Door
from ita_checker.serve.downloads import Writer
from ita_checker.serve.jobs import Shelf

HERE = "127.0.0.1"
PATIENCE = 3  # seconds an answer under way may take when the server ends


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is served: the working folder, what every job shares, who signs letters; `port` 0 for
    one that is free, `browser`: open the page.
    """

    home: Path
    means: Means = field(default_factory=Means)
    sender: Mapping[str, str] = field(default_factory=dict)
    port: int = 0
    browser: bool = True


def serve(wanted: Wanted, tell: Callable[[str], object]) -> None:
    """Serve until Ctrl-C; `tell` is given the page's address. UsageError where the folder cannot be
    made or the port is taken.
    """
    try:
        shelf = Shelf(wanted.home)
    except OSError as error:
        why = reason(error)
        what = Words(f"ใช้โฟลเดอร์งานไม่ได้ ({why.th})", f"cannot use the folder ({why.en})")
        raise UsageError(what, str(wanted.home)) from error
    desk = Desk(wanted.means)
    with _listening(wanted.port) as listener:
        host = f"{HERE}:{listener.getsockname()[1]}"
        door = Door(app(Page(shelf, Writer(desk, wanted.sender))), host)
        address = f"http://{host}/?token={door.token}"
        server = uvicorn.Server(
            uvicorn.Config(
                door,
                log_config=None,
                access_log=False,
                lifespan="off",
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=PATIENCE,
                ws="none",
            )
        )
        tell(address)
        if wanted.browser:
            threading.Timer(0.5, webbrowser.open, [address]).start()
        try:
            with suppress(
                KeyboardInterrupt
            ):  # heard twice: the server hands it on when it has ended
                server.run(sockets=[listener])
        finally:
            for job in shelf.all():
                job.stop.set()
            desk.end()


def _listening(port: int) -> socket.socket:
    """Return a socket bound to this machine's own address; UsageError where that is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.bind((HERE, port))
    except OSError as error:
        listener.close()
        why = reason(error)
        what = Words(f"ใช้พอร์ตนี้ไม่ได้ ({why.th})", f"cannot use the port ({why.en})")
        raise UsageError(
            what, f"{HERE}:{port}", Words("เลือก --port อื่น", "choose another --port")
        ) from error
    listener.set_inheritable(False)
    return listener
