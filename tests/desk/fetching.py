"""Pages of a site on this machine, fetched by names that only tests know."""

from __future__ import annotations

from collections.abc import Sequence

from bot.desk.intake.fetching import Fetcher, FetchRules, Page
from tests.desk.news_site import Site

HTML = {"Content-Type": "text/html"}
ALLOWED = frozenset({"127.0.0.1", "berita.test", "lain.test"})


async def look_up(host: str, _port: int) -> Sequence[str]:
    if host in {"127.0.0.1", "berita.test", "lain.test", "xn--brita-bsa.test"}:
        return ["127.0.0.1"]
    raise OSError(host)


async def fetch(site: Site, path: str = "/", host: str = "127.0.0.1", **limits: float) -> Page:
    rules = FetchRules(
        ALLOWED, int(limits.get("max_bytes", 5 * 1024 * 1024)), limits.get("seconds", 15.0)
    )
    return await Fetcher(rules, look_up).fetch(site.url(path, host))
