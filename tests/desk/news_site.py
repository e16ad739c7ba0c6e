"""A news site on this machine: pages by path, as the test gives them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar


@dataclass(frozen=True)
class Reply:
    """What the site sends for one path; `delay` seconds pass before each kilobyte."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(
        default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"}
    )
    delay: float = 0.0


@dataclass
class Site:
    """A running site: where it listens, and the requests that reached it."""

    port: int
    requests: list[tuple[str, Mapping[str, str]]]

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.requests]


def redirect(target: str, cookie: str = "") -> Reply:
    return Reply(status=302, headers={"Location": target, "Set-Cookie": cookie})


@contextmanager
def open_site(pages: Mapping[str, Reply | str]) -> Iterator[Site]:
    """Serve `pages` until the end of the block; a text is an HTML page."""
    seen: list[tuple[str, Mapping[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        replies: ClassVar = pages

        def do_GET(self) -> None:
            seen.append((self.path, dict(self.headers)))
            found = self.replies.get(self.path, Reply(status=404))
            reply = Reply(found.encode()) if isinstance(found, str) else found
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for start in range(0, len(reply.body), 1024):
                    time.sleep(reply.delay)
                    self.wfile.write(reply.body[start : start + 1024])
            except OSError:
                # The visitor had enough.
                return

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield Site(server.server_port, seen)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
