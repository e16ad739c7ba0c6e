"""Errors of the API, and the violations that tests must not cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.fake_telegram.api_spec import Json


class Refusal(Exception):  # noqa: N818 - what Telegram does, not a fault of ours
    """An error answer; `problems` are violations, none if the bot is not to blame."""

    def __init__(
        self, code: int, description: str, problems: Sequence[str] = (), **parameters: int
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.problems = tuple(problems)
        self.parameters = parameters

    def as_json(self) -> Json:
        """Return the body of the answer."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return answer | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(description: str, *, detail: str = "", blame_bot: bool = True) -> Refusal:
    """Return a 400 as Telegram words it.

    Args:
        description: what the answer says after "Bad Request: ".
        detail: what the violation says beyond that.
        blame_bot: whether it is a violation at all.
    """
    problem = f"{description}: {detail}" if detail else description
    return Refusal(400, f"Bad Request: {description}", [problem] if blame_bot else [])


def require(problems: Sequence[str]) -> None:
    """Refuse the call if there is any problem.

    Raises:
        Refusal: 400 with the first problem, all of them as violations.
    """
    if problems:
        raise Refusal(400, f"Bad Request: {problems[0]}", problems)


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that the bot broke with one call."""

    method: str
    problem: str

    def __str__(self) -> str:
        """Return one readable line."""
        return f"{self.method}: {self.problem}"


@dataclass(slots=True)
class Violations:
    """All violations so far; those that contain an allowed phrase are not counted."""

    found: list[Violation] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def record(self, method: str, problems: Sequence[str]) -> None:
        """Keep what a call did wrong."""
        self.found += [Violation(method, problem) for problem in problems]

    @property
    def counted(self) -> list[Violation]:
        """The violations that no test allowed."""
        return [v for v in self.found if not any(phrase in str(v) for phrase in self.allowed)]
