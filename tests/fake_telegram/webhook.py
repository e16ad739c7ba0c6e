"""Delivery of waiting updates to a bot that runs behind a webhook."""

from __future__ import annotations

import aiohttp

from tests.fake_telegram.fake import FakeTelegram

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name


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
