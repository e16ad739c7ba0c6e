"""Delivery of waiting updates to a bot that runs behind a webhook."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import cycle
from urllib.parse import urlsplit

import aiohttp

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.fake import FakeTelegram

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
PAUSE = 0.05
"""Seconds until the first repetition; Telegram's own takes a second."""


async def post_updates(telegram: FakeTelegram, address: str) -> list[int]:
    """Post each waiting update to a local address, as Telegram posts to the public one.

    `address` is where the bot listens, for example `http://127.0.0.1:8080/hook`; the secret is
    that of the bot's own setWebhook. An update is gone when it is answered with 2xx; the first
    that is not stops the delivery.

    Returns:
        The status of each answer, in order.
    """
    updates = telegram.world.updates
    secret = updates.webhook.get("secret_token")
    headers = {SECRET_HEADER: secret} if secret else {}
    statuses: list[int] = []
    async with aiohttp.ClientSession(headers=headers) as session:
        while updates.waiting:
            update = updates.waiting[0]
            async with session.post(address, json=update) as response:
                statuses.append(response.status)
            if not response.ok:
                break
            updates.delivered[update["update_id"]] = updates.waiting.pop(0)
    return statuses


class WebhookDelivery:
    """Brings updates to the webhook as they happen, the way Telegram's own server does.

    The updates of one person or chat are sent one after another, those of others beside them, by
    as many connections as the bot asked for. What is not answered with 2xx is sent again, after
    the seconds of `Retry-After` or after a pause. See
    https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/WebhookActor.cpp.
    """

    def __init__(self, telegram: FakeTelegram, *addresses: str) -> None:
        """Bring updates to `addresses` in turn, such as `http://127.0.0.1:8080`."""
        self._updates = telegram.world.updates
        self._pulse = telegram.world.pulse
        self._addresses = cycle(addresses)
        self._busy: set[int] = set()
        self._sending: set[asyncio.Task[None]] = set()
        self.statuses: list[int] = []

    async def run(self) -> None:
        """Go on until cancelled."""
        try:
            async with aiohttp.ClientSession() as session:
                while True:
                    update = await self._pulse.until(self._find_next, within=60)
                    if update:
                        self._send_aside(session, update)
        finally:
            for task in self._sending:
                task.cancel()

    async def ends(self, within: float = 15) -> None:
        """Wait until nothing is left to bring."""
        done = await self._pulse.until(
            lambda: True if not (self._updates.waiting or self._sending) else None, within
        )
        assert done, f"{len(self._updates.waiting)} updates are still waiting"

    def _find_next(self) -> Json | None:
        webhook = self._updates.webhook
        if not webhook.get("url") or len(self._sending) >= webhook.get("max_connections", 40):
            return None
        seen = set(self._busy)
        for update in self._updates.waiting:
            queue = find_queue(update)
            if queue not in seen:
                return update
            seen.add(queue)
        return None

    def _send_aside(self, session: aiohttp.ClientSession, update: Json) -> None:
        queue = find_queue(update)
        self._busy.add(queue)
        task = asyncio.create_task(self._send(session, update))
        self._sending.add(task)
        task.add_done_callback(lambda _: self._free(task, queue))

    def _free(self, task: asyncio.Task[None], queue: int) -> None:
        self._sending.discard(task)
        self._busy.discard(queue)
        self._pulse.beat()

    async def _send(self, session: aiohttp.ClientSession, update: Json) -> None:
        webhook = self._updates.webhook
        path = urlsplit(webhook["url"]).path
        headers = {SECRET_HEADER: webhook["secret_token"]} if "secret_token" in webhook else {}
        pause = PAUSE
        while True:
            try:
                async with session.post(
                    next(self._addresses) + path, json=update, headers=headers
                ) as response:
                    self.statuses.append(response.status)
                    if response.ok:
                        break
                    await asyncio.sleep(float(response.headers.get("Retry-After", pause)))
            except aiohttp.ClientError:
                await asyncio.sleep(pause)
            pause *= 2
        self._updates.delivered[update["update_id"]] = update
        self._updates.waiting.remove(update)


def find_queue(update: Json) -> int:
    """Return what an update is kept in order with: its chat, or else the person."""
    content = next(value for name, value in update.items() if name != "update_id")
    chat = content.get("chat") or content.get("message", {}).get("chat") or content["from"]
    return int(chat["id"])


@asynccontextmanager
async def bring_updates(telegram: FakeTelegram, *addresses: str) -> AsyncIterator[WebhookDelivery]:
    """Bring updates to a bot behind a webhook for as long as the context lasts."""
    delivery = WebhookDelivery(telegram, *addresses)
    running = asyncio.create_task(delivery.run())
    try:
        yield delivery
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
