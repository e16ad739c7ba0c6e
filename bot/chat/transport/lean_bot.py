"""The library's bot, with a way to call Telegram that makes no objects of what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import ExtBot

from bot.chat.transport.urgency import Urgency

if TYPE_CHECKING:
    from telegram import TelegramObject

    from bot.chat.transport.delivery import Delivery
    from bot.chat.transport.envelopes import Json
    from bot.chat.transport.requests import PollingRequest, QuietRequest


class LeanBot(ExtBot[Urgency]):
    """Makes calls by name as they are given.

    Telegram answers a message with a copy of it, of which only its number is read. The library
    takes as long to make its objects of that copy as the whole call takes otherwise.
    """

    def __init__(
        self,
        token: str,
        api_url: str,
        request: QuietRequest,
        polling: PollingRequest,
        delivery: Delivery,
    ) -> None:
        """Call by `request`, each call in the turn that `delivery` gives it.

        Args:
            token: of the bot.
            api_url: base address of the Bot API server, without a slash at its end.
            request: makes calls.
            polling: fetches updates.
            delivery: decides when, and what is repeated.
        """
        super().__init__(
            token,
            f"{api_url}/bot",
            f"{api_url}/file/bot",
            request,
            polling,
            rate_limiter=delivery,
        )
        self._caller = request
        self._delivery = delivery

    async def do_api_request(
        self,
        endpoint: str,
        api_kwargs: Json | None = None,
        return_type: type[TelegramObject] | None = None,
        *,
        rate_limit_args: Urgency | None = None,
        **timeouts: Any,  # noqa: ANN401 - those of python-telegram-bot
    ) -> Any:  # noqa: ANN401 - the same
        """Call `endpoint`, in Telegram's spelling, and return the result as JSON.

        Args:
            endpoint: a method of the Bot API, which may be one that the library knows.
            api_kwargs: its parameters, as JSON has them; those that are None are left out.
            return_type: what to make of the result; then the library makes the call.
            rate_limit_args: how urgent it is.
            timeouts: as the library takes them, where it makes the call.

        Raises:
            TelegramError: as the library's own methods.
        """
        if return_type or timeouts:
            return await super().do_api_request(
                endpoint, api_kwargs, return_type, rate_limit_args=rate_limit_args, **timeouts
            )
        given = (api_kwargs or {}).items()
        parameters = {name: value for name, value in given if value is not None}
        return await self._delivery.process_request(
            self._call, (endpoint, parameters), {}, endpoint, parameters, rate_limit_args
        )

    async def _call(self, endpoint: str, parameters: Json) -> object:
        return await self._caller.call(f"{self.base_url}/{endpoint}", parameters)
