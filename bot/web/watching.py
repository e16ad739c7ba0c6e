"""For those who look after the bot: is it alive, is it ready, and how is it doing."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.chat.service import Service


def make_routes(service: Service) -> list[Route]:
    """Return the routes `/healthz`, `/readyz` and `/metrics`."""

    async def tell_life(_request: Request) -> Response:
        # That this is answered shows that the event loop runs.
        return PlainTextResponse("ok")

    async def tell_readiness(_request: Request) -> Response:
        troubles = service.vitals.list_troubles(service.host)
        status = HTTPStatus.SERVICE_UNAVAILABLE if troubles else HTTPStatus.OK
        return JSONResponse({"ready": not troubles, "troubles": troubles}, status)

    async def tell_figures(_request: Request) -> Response:
        return Response(service.host.metrics.render(), media_type=CONTENT_TYPE_LATEST)

    return [
        Route("/healthz", tell_life),
        Route("/readyz", tell_readiness),
        Route("/metrics", tell_figures),
    ]


def watch_service(service: Service) -> None:
    """Show the state of corpus, database and Telegram among the figures."""
    host, metrics = service.host, service.host.metrics
    metrics.watch(
        "corpus_articles", "Articles in the corpus", lambda: len(host.answerer.corpus.articles)
    )
    metrics.watch("corpus_passages", "Passages in the index", lambda: float(host.answerer.passages))
    metrics.watch_text(
        "corpus_revision",
        "The revision that is answered from",
        "revision",
        lambda: host.answerer.corpus.revision,
    )
    metrics.watch(
        "corpus_rebuild_seconds",
        "How long it took to take up the latest change of the corpus",
        lambda: host.live.latest.seconds if host.live.latest else 0.0,
    )
    metrics.watch("store_up", "Whether the database works", lambda: not host.memory.outage.is_on)
    metrics.watch(
        "ready", "Whether the bot can answer", lambda: not service.vitals.list_troubles(host)
    )
