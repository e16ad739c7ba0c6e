"""The HTTP side: from a request to a checked call, and back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from aiohttp import web

from tests.fake_telegram.answering import Answering
from tests.fake_telegram.api_spec import Json, load_spec
from tests.fake_telegram.editing import Editing
from tests.fake_telegram.faults import Faults
from tests.fake_telegram.membership import Membership
from tests.fake_telegram.parameters import TypeCheck, Upload, read_parameters
from tests.fake_telegram.profile import Profile
from tests.fake_telegram.refusals import Refusal, require
from tests.fake_telegram.sending import Sending
from tests.fake_telegram.world import World

Method = Callable[[Json], Any]
MAX_BODY = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Call:
    """A well-typed call; `at` is the time of the event loop's clock, in seconds."""

    method: str
    parameters: Json
    at: float


class Server:
    """Serves one bot at `/bot<token>/<method>`; every call is kept in `calls` as it was read."""

    def __init__(self, world: World, faults: Faults, token: str) -> None:
        self._world = world
        self._faults = faults
        self._token = token
        self._runner: web.AppRunner | None = None
        self._port = 0
        self.profile = Profile(world)
        self.calls: list[Call] = []

    async def start(self) -> int:
        """Listen on a free port of the loopback interface, or the former one, and return it."""
        self._world.updates.closing = False
        app = web.Application(client_max_size=MAX_BODY)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/files/{file_id}", self._download)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port, backlog=1024).start()
        self._port = self._runner.addresses[0][1]
        return self._port

    async def stop(self) -> None:
        """End all calls that wait and stop listening."""
        self._world.updates.closing = True
        self._world.pulse.beat()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _call(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        fault = await self._faults.meet(name)
        if fault and fault.replaces_answer and not fault.after_effect:
            return fault.respond(request)
        try:
            self._admit(name, request.match_info["token"])
            result = await self._carry_out(name, request)
        except Refusal as refusal:
            self._world.violations.record(name, refusal.problems)
            return web.json_response(refusal.as_json(), status=refusal.code)
        except Exception as error:
            self._world.violations.record(name, [f"the fake can't carry this out: {error!r}"])
            raise
        if fault and fault.replaces_answer:
            return fault.respond(request)
        return web.json_response({"ok": True, "result": result})

    def _admit(self, name: str, token: str) -> None:
        if token != self._token:
            raise Refusal(401, "Unauthorized")
        if name not in load_spec().methods:
            raise Refusal(404, "Not Found", ["the method is not known"])

    async def _carry_out(self, name: str, request: web.Request) -> object:
        parameters, uploads = await self._checked(name, request)
        self.calls.append(Call(name, parameters, asyncio.get_running_loop().time()))
        if name == "getUpdates":
            return await self._world.updates.poll(parameters)
        return self._methods(uploads)[name](parameters)

    async def _checked(self, name: str, request: web.Request) -> tuple[Json, dict[str, Upload]]:
        fields = load_spec().methods[name]
        try:
            parameters, problems = await read_parameters(request, fields)
        except json.JSONDecodeError as error:
            raise Refusal(400, "Bad Request: can't parse JSON", ["the body is no JSON"]) from error
        parts = {k: v for k, v in parameters.items() if isinstance(v, Upload) and k not in fields}
        named = {k: v for k, v in parameters.items() if k not in parts}
        require(problems)
        check = TypeCheck(load_spec(), frozenset(parts))
        require(check.problems_of_fields(named, fields, ""))
        return named, parts

    async def _download(self, request: web.Request) -> web.Response:
        content = self._world.files.get(request.match_info["file_id"])
        if request.match_info["token"] != self._token or content is None:
            raise web.HTTPNotFound
        return web.Response(body=content)

    def _methods(self, uploads: dict[str, Upload]) -> dict[str, Method]:
        sending, editing = Sending(self._world, uploads), Editing(self._world)
        answering, membership = Answering(self._world), Membership(self._world)
        return self._about_the_bot() | {
            "sendMessage": sending.send_message,
            "sendDocument": sending.send_document,
            "sendPhoto": sending.send_photo,
            "sendChatAction": sending.send_chat_action,
            "getFile": sending.get_file,
            "editMessageText": editing.edit_text,
            "editMessageCaption": editing.edit_caption,
            "editMessageReplyMarkup": editing.edit_markup,
            "deleteMessage": editing.delete,
            "deleteMessages": editing.delete_several,
            "answerCallbackQuery": answering.answer_callback,
            "answerInlineQuery": answering.answer_inline,
            "answerGuestQuery": answering.answer_guest,
            "getChat": membership.get_chat,
            "getChatMember": membership.get_member,
            "getChatMemberCount": membership.count_members,
            "getChatAdministrators": membership.get_administrators,
            "leaveChat": membership.leave,
        }

    def _about_the_bot(self) -> dict[str, Method]:
        profile = self.profile
        limits = {"Name": 64, "Description": 512, "ShortDescription": 120}
        keys = {
            "Name": "name",
            "Description": "description",
            "ShortDescription": "short_description",
        }
        texts: dict[str, Method] = {
            f"setMy{name}": partial(profile.set_text, keys[name], most)
            for name, most in limits.items()
        }
        texts |= {f"getMy{name}": partial(profile.get_text, key) for name, key in keys.items()}
        return texts | {
            "getMe": profile.get_me,
            "setMyCommands": profile.set_commands,
            "deleteMyCommands": profile.delete_commands,
            "getMyCommands": profile.get_commands,
            "setWebhook": profile.set_webhook,
            "deleteWebhook": profile.delete_webhook,
            "getWebhookInfo": profile.get_webhook_info,
            "logOut": lambda _parameters: True,
            "close": lambda _parameters: True,
        }
