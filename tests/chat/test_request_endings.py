"""The end of a process just after calls that failed or were cancelled: it ends well."""

import asyncio
import sys

_PROGRAM = """
import asyncio
from telegram.error import NetworkError
from telegram.request import RequestData
from bot.chat.transport.requests import QuietRequest

async def call(request):
    try:
        await request.post("http://127.0.0.1:9/bot/sendMessage", RequestData([]))
    except NetworkError:
        pass

async def main():
    request = QuietRequest(connection_pool_size=4)
    await request.initialize()
    for _ in range(20):
        await call(request)
    last = asyncio.create_task(call(request))
    await asyncio.sleep(0)
    last.cancel()
    await asyncio.gather(last, return_exceptions=True)
    await request.shutdown()

asyncio.run(main())
"""


async def test_a_process_that_cancelled_its_last_calls_ends_well() -> None:
    async def run() -> tuple[int | None, bytes]:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", _PROGRAM, stderr=asyncio.subprocess.PIPE
        )
        _, errors = await process.communicate()
        return process.returncode, errors

    # One in three is aborted without the client's time to let go.
    ends = [end for _ in range(4) for end in await asyncio.gather(run(), run(), run())]

    assert ends == [(0, b"")] * 12
