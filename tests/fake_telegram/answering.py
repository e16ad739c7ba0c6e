"""Methods that answer callback, inline and guest queries."""

from __future__ import annotations

from typing import Any

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.formatted import check_markup, read_text
from tests.fake_telegram.limits import (
    MAX_CAPTION,
    problems_of_inline_page,
    problems_of_length,
    problems_of_links,
)
from tests.fake_telegram.markup import is_link
from tests.fake_telegram.refusals import bad_request, require
from tests.fake_telegram.spoken import CallbackAnswer, InlineAnswer, InlineResult, buttons_of
from tests.fake_telegram.world import Query, World

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


class Answering:
    """answerCallbackQuery, answerInlineQuery, answerGuestQuery."""

    def __init__(self, world: World) -> None:
        self._world = world

    def answer_callback(self, parameters: Json) -> bool:
        """Stop the button's spinner, with or without a notice."""
        query = self._open_query(parameters["callback_query_id"], "callback")
        text = parameters.get("text", "")
        require(problems_of_length("text", text, 200))
        url = parameters.get("url")
        if url is not None and not is_link(url):
            raise bad_request("URL_INVALID")
        self._close(query, CallbackAnswer(text, parameters.get("show_alert", False), url))
        return True

    def answer_inline(self, parameters: Json) -> bool:
        """Show results under what somebody types."""
        if not self._world.settings.supports_inline_queries:
            raise bad_request("inline mode is switched off")
        results = parameters["results"]
        require(problems_of_inline_page(results, parameters))
        query = self._open_query(parameters["inline_query_id"], "inline")
        button = parameters.get("button") or {}
        answer = InlineAnswer(
            results=[self._result(result) for result in results],
            next_offset=parameters.get("next_offset", ""),
            cache_time=parameters.get("cache_time", 300),
            is_personal=parameters.get("is_personal", False),
            button_text=button.get("text"),
            start_parameter=button.get("start_parameter"),
        )
        self._close(query, answer)
        return True

    def answer_guest(self, parameters: Json) -> Json:
        """Answer a mention in a chat where the bot is no member."""
        if not self._world.settings.supports_guest_queries:
            raise bad_request("guest mode is switched off")
        require(problems_of_inline_page([parameters["result"]], {}))
        query = self._open_query(parameters["guest_query_id"], "guest")
        result = self._result(parameters["result"])
        self._close(query, result)
        identifier = f"guest-{query.id}"
        self._world.inline_messages[identifier] = message_of(result)
        return {"inline_message_id": identifier}

    def _open_query(self, identifier: str, kind: str) -> Query[Any]:
        query = self._world.queries.get(identifier)
        if query is None or query.kind != kind:
            raise bad_request(TOO_OLD, detail=f"there is no {kind} query {identifier!r}")
        if query.answer is not None:
            raise bad_request(TOO_OLD, detail=f"the {kind} query was answered before")
        if query.expired:
            raise bad_request(TOO_OLD, blame_bot=False)
        return query

    def _close(self, query: Query[Any], answer: object) -> None:
        query.answer = answer
        self._world.pulse.beat()

    def _result(self, result: Json) -> InlineResult:
        require(problems_of_links(result))
        if not result.get("title", "-").strip():
            raise bad_request("an inline result has no title")
        content = result.get("input_message_content")
        if content is None:
            text, entities = read_text(
                result, name="caption", entities="caption_entities", most=MAX_CAPTION, least=0
            )
        else:
            text, entities = read_text(content, name="message_text")
        check_markup(self._world, result.get("reply_markup"))
        return InlineResult(
            text=text,
            entities=tuple(entities),
            buttons=buttons_of(result.get("reply_markup")),
            raw=result,
            id=result["id"],
            title=result.get("title", ""),
            description=result.get("description", ""),
        )


def message_of(result: InlineResult) -> Json:
    """Return text, entities and keyboard of the message that a chosen result becomes."""
    message: Json = {"text": result.text}
    message |= {"entities": list(result.entities)} if result.entities else {}
    markup = result.raw.get("reply_markup")
    return message | ({"reply_markup": markup} if markup else {})
