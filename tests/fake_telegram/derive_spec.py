"""Derive `bot-api.json`, the part of the Bot API that the fake knows, from the full description.

    python -m tests.fake_telegram.derive_spec path/to/api.min.json

The full file is `api.min.json` of https://github.com/PaulSonOfLars/telegram-bot-api-spec (MIT, see
NOTICE.md beside this file). Kept are the methods listed below, the names of the kinds of updates,
and every type that the parameters of these methods reach.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

METHODS = [
    "getMe",
    "getUpdates",
    "setWebhook",
    "deleteWebhook",
    "getWebhookInfo",
    "logOut",
    "close",
    "sendMessage",
    "sendDocument",
    "sendPhoto",
    "sendChatAction",
    "getFile",
    "editMessageText",
    "editMessageCaption",
    "editMessageReplyMarkup",
    "deleteMessage",
    "deleteMessages",
    "answerCallbackQuery",
    "answerInlineQuery",
    "answerGuestQuery",
    "setMyCommands",
    "deleteMyCommands",
    "getMyCommands",
    "setMyDescription",
    "getMyDescription",
    "setMyShortDescription",
    "getMyShortDescription",
    "setMyName",
    "getMyName",
    "getChat",
    "getChatMember",
    "getChatMemberCount",
    "getChatAdministrators",
    "leaveChat",
]
TARGET = Path(__file__).with_name("bot-api.json")
FIXED_VALUE = re.compile(r'(?:must be |always ["“])(\w+)["”]?$')

Description = dict[str, Any]


def derive(full: Description) -> Description:
    """Return the trimmed description: methods, types, unions and kinds of updates."""
    methods = {name: _fields(full["methods"][name]) for name in METHODS}
    types: Description = {}
    unions: Description = {}
    waiting = [name for fields in methods.values() for name in _names(fields)]
    while waiting:
        name = waiting.pop()
        if name in types or name in unions or name not in full["types"]:
            continue
        described = full["types"][name]
        if subtypes := described.get("subtypes"):
            unions[name] = subtypes
            waiting += subtypes
        elif name != "InputFile":
            types[name] = _fields(described)
            waiting += _names(types[name])
    kinds = [field["name"] for field in full["types"]["Update"]["fields"][1:]]
    return {
        "source": "api.min.json of https://github.com/PaulSonOfLars/telegram-bot-api-spec (MIT)",
        "version": full["version"],
        "update_kinds": kinds,
        "methods": methods,
        "types": dict(sorted(types.items())),
        "unions": dict(sorted(unions.items())),
    }


def _fields(described: Description) -> Description:
    return {field["name"]: _field(field) for field in described.get("fields", [])}


def _field(field: Description) -> Description:
    short: Description = {"types": field["types"]}
    if field["required"]:
        short["required"] = True
        if fixed := FIXED_VALUE.search(field["description"]):
            short["value"] = fixed.group(1)
    return short


def _names(fields: Description) -> list[str]:
    return [name.replace("Array of ", "") for field in fields.values() for name in field["types"]]


def write(value: object, depth: int = 0) -> str:
    """Return JSON with one field a line, so that a newer description makes a readable diff."""
    if not isinstance(value, dict) or depth > 2 or not value:
        return json.dumps(value, ensure_ascii=False)
    pad = " " * (depth + 1)
    lines = [f"{pad}{json.dumps(key)}: {write(item, depth + 1)}" for key, item in value.items()]
    return "{\n" + ",\n".join(lines) + "\n" + " " * depth + "}"


def main() -> None:
    """Read the file named by the first argument and write `bot-api.json` beside this module."""
    full = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    TARGET.write_text(write(derive(full)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
