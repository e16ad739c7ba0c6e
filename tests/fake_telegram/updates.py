"""Updates that wait for the bot, and how it fetches them."""

from __future__ import annotations

from tests.fake_telegram.api_spec import Json, load_spec
from tests.fake_telegram.pulse import Pulse
from tests.fake_telegram.refusals import Refusal, require

NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


class Updates:
    """The queue behind `getUpdates`, by the rules of https://core.telegram.org/bots/api#getupdates.

    Updates stay until a call with a higher offset confirms them. Kinds that the bot did not ask
    for are dropped when they happen, not when they are fetched.
    """

    def __init__(self, pulse: Pulse) -> None:
        self._pulse = pulse
        self._next_id = 710_000_001
        self._poll = 0
        self.waiting: list[Json] = []
        self.delivered: dict[int, Json] = {}
        self.allowed: set[str] = set()
        self.closing = False
        self.webhook: Json = {}
        self.polls = 0

    def push(self, kind: str, payload: Json) -> int | None:
        """Queue an update and return its id, or None if the bot does not want this kind."""
        wanted = kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT
        if not wanted:
            return None
        update_id = self._next_id
        self._next_id += 1
        self.waiting.append({"update_id": update_id, kind: payload})
        self._pulse.beat()
        return update_id

    def allow(self, kinds: list[str] | None) -> None:
        """Take over `allowed_updates` of a call; None leaves the setting as it is.

        Raises:
            Refusal: a kind of updates that the API does not know.
        """
        known = load_spec().update_kinds
        require(
            [f"allowed_updates: {kind!r} is not known" for kind in kinds or [] if kind not in known]
        )
        if kinds is not None:
            self.allowed = set(kinds)

    async def poll(self, parameters: Json) -> list[Json]:
        """Answer `getUpdates`: confirm, wait up to the timeout, return at most `limit` updates.

        Raises:
            Refusal: bad parameters, a webhook is set, or another call took over.
        """
        limit, timeout = parameters.get("limit", 100), parameters.get("timeout", 0)
        require([] if 1 <= limit <= 100 else ["limit must be between 1 and 100"])
        require([] if timeout >= 0 else ["timeout is negative"])
        self.allow(parameters.get("allowed_updates"))
        if self.webhook.get("url"):
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active",
                ["webhook is set"],
            )
        self.polls += 1
        self._confirm(parameters.get("offset", 0))
        self._poll += 1
        return await self._wait(self._poll, limit, timeout)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self.waiting = self.waiting[offset:]
        else:
            self.waiting = [u for u in self.waiting if u["update_id"] >= offset]

    async def _wait(self, poll: int, limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109
        self._pulse.beat()
        await self._pulse.until(
            lambda: True if self.waiting or self.closing or poll != self._poll else None, timeout
        )
        if poll != self._poll:
            raise Refusal(409, CONFLICT)
        batch = self.waiting[:limit]
        self.delivered |= {update["update_id"]: update for update in batch}
        return batch
