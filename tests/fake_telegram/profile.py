"""Methods about the bot itself: who it is, its commands and descriptions, its webhook."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.limits import (
    LANGUAGE,
    SECRET_TOKEN,
    problems_of_commands,
    problems_of_length,
)
from tests.fake_telegram.refusals import bad_request, require
from tests.fake_telegram.world import World

DEFAULT_SCOPE: Json = {"type": "default"}
WEBHOOK_PORTS = {None, 443, 80, 88, 8443}


class Profile:
    """Commands by scope and language, texts by language."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.texts: dict[tuple[str, str], str] = {}

    def get_me(self, _parameters: Json) -> Json:
        """Return the bot as a `User` with the settings of BotFather."""
        settings = self._world.settings
        return self._world.bot.as_json() | {
            "can_join_groups": settings.can_join_groups,
            "can_read_all_group_messages": settings.can_read_all_group_messages,
            "supports_inline_queries": settings.supports_inline_queries,
            "supports_guest_queries": settings.supports_guest_queries,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def set_commands(self, parameters: Json) -> bool:
        """Keep the commands of a scope and language; an empty list removes them."""
        require(problems_of_commands(parameters["commands"]))
        key = self._key(parameters)
        self.commands[key] = parameters["commands"]
        return True

    def delete_commands(self, parameters: Json) -> bool:
        """Remove the commands of a scope and language."""
        self.commands.pop(self._key(parameters), None)
        return True

    def get_commands(self, parameters: Json) -> list[Json]:
        """Return the commands of exactly this scope and language."""
        return self.commands.get(self._key(parameters), [])

    def set_text(self, name: str, most: int, parameters: Json) -> bool:
        """Keep name, description or short description for a language."""
        value = parameters.get(name, "")
        require(problems_of_length(name, value, most))
        self.texts[name, self._language(parameters)] = value
        return True

    def get_text(self, name: str, parameters: Json) -> Json:
        """Return name, description or short description for a language."""
        language = self._language(parameters)
        default = self._world.bot.first_name if name == "name" else ""
        general = self.texts.get((name, ""), default)
        return {name: self.texts.get((name, language)) or general}

    def set_webhook(self, parameters: Json) -> bool:
        """Switch to a webhook; `WebhookDelivery` brings updates there."""
        address = urlsplit(parameters["url"])
        if parameters["url"] and (address.scheme != "https" or not address.hostname):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if address.port not in WEBHOOK_PORTS:
            raise bad_request(
                "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
            )
        if not SECRET_TOKEN.fullmatch(parameters.get("secret_token", "x")):
            raise bad_request("secret_token contains unallowed characters")
        if not 1 <= parameters.get("max_connections", 40) <= 100:
            raise bad_request("max_connections must be between 1 and 100")
        self._world.updates.allow(parameters.get("allowed_updates"))
        self._drop_pending(parameters)
        self._world.updates.webhook = parameters
        self._world.pulse.beat()
        return True

    def delete_webhook(self, parameters: Json) -> bool:
        """Return to `getUpdates`."""
        self._drop_pending(parameters)
        self._world.updates.webhook = {}
        return True

    def get_webhook_info(self, _parameters: Json) -> Json:
        """Return the webhook's address and how many updates wait."""
        updates = self._world.updates
        return {
            "url": updates.webhook.get("url", ""),
            "has_custom_certificate": "certificate" in updates.webhook,
            "pending_update_count": len(updates.waiting),
        }

    def _drop_pending(self, parameters: Json) -> None:
        if parameters.get("drop_pending_updates"):
            self._world.updates.waiting.clear()

    def _language(self, parameters: Json) -> str:
        language: str = parameters.get("language_code", "")
        if not LANGUAGE.fullmatch(language):
            raise bad_request(f"invalid language code {language!r} specified")
        return language

    def _key(self, parameters: Json) -> tuple[str, str]:
        scope: Json = parameters.get("scope") or DEFAULT_SCOPE
        if "chat_id" in scope:
            self._world.find_chat(scope["chat_id"])
        return scope_key(scope), self._language(parameters)


def scope_key(scope: Json) -> str:
    """Return a scope as text: its type, or its JSON where it names a chat."""
    return str(scope["type"]) if len(scope) == 1 else json.dumps(scope, sort_keys=True)
