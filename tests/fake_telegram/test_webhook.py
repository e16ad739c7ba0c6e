"""Waiting updates can be posted to a webhook as Telegram posts them."""

from __future__ import annotations

from aiohttp import web

from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.conftest import Call
from tests.fake_telegram.webhook import SECRET_HEADER, post_updates

HEADER_VALUE = "rahasia"


async def test_updates_are_posted_with_the_secret_until_one_fails(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    received: list[str] = []

    async def hook(request: web.Request) -> web.Response:
        received.append((await request.json())["message"]["text"])
        good = request.headers.get(SECRET_HEADER) == HEADER_VALUE and received[-1] != "buruk"
        return web.Response(status=200 if good else 500)

    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    assert (await call("setWebhook", url="https://a.id/hook", secret_token=HEADER_VALUE))["ok"]
    await siti.sends("baik")
    await siti.sends("buruk")
    await siti.sends("baik juga")
    assert await post_updates(fake, address) == [200, 200, 500]
    assert received == ["/start", "baik", "buruk"]
    assert len(fake.world.updates.waiting) == 2
    await runner.cleanup()
