"""No regular expression can be kept busy by what somebody sends."""

import ast
import importlib
import itertools
import pkgutil
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import bot

LONGEST = 4_096
"""Characters of a message: https://core.telegram.org/bots/api#message"""

SHORTER = {
    "bot.desk.intake.clutter": 200,
    "bot.desk.intake.outlets": 74,
    "bot.chat.inline.search": 256,
    "bot.desk.intake.page_links": 2_048,
}
"""Characters at most, of what these modules match: labels, datelines, inline queries, addresses."""

SECONDS = 0.25
"""Of the processor: a hang, not a measurement. What is linear takes less than a millisecond."""

STARTS = ("", "a", "https://", "<", "0", " ", "(")
RUNS = (
    *("a", "A", "0", " ", "\n", ".", "-", "_", "/", "@", ":", ",", "'", "(", "<", "&", "%2", "é"),
    *("ab", "a ", "a.", "a-", "1.", "1,", ". ", "a\n", "A.", "\n ", "://", "<a ", "--", "a@"),
    *("ha", "aa ", "A. ", "13/3/", "1 a ", "kpu ", "Rabu, ", "Baca juga ", "dan ", "tidak "),
)
ENDS = ("", "!", "\0")
METHODS = ("match", "fullmatch", "search", "split", "sub")
SAME = {"findall": "search", "finditer": "search", "subn": "sub", "compile": "search"}


@dataclass(frozen=True)
class Expression:
    """An expression of the program, and the ways in which the program uses it."""

    module: str
    pattern: re.Pattern[Any]
    methods: frozenset[str]


def list_expressions() -> dict[str, Expression]:
    """Return those that modules compile, and those that are used in place, by where they are."""
    found: dict[str, Expression] = {}
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        if module.name.endswith("__main__") or ".migrations." in module.name:
            continue
        loaded = importlib.import_module(module.name)
        source = Path(str(loaded.__file__)).read_text(encoding="utf-8")
        for name, value in vars(loaded).items():
            uses = re.findall(rf"\b{name}\.(\w+)", source)
            if not isinstance(value, re.Pattern):
                # Held by a name of its own where it is used, in small letters.
                uses = re.findall(r"\b(?!re\b)[a-z_]+\.(\w+)", source)
            for number, pattern in enumerate(_list_patterns(value)):
                place = f"{module.name}.{name}" + (f"[{number}]" if number else "")
                found[place] = Expression(module.name, pattern, _name_methods(uses))
        found |= dict(_list_in_place(module.name, source))
    return found


def _list_patterns(value: object) -> Iterator[re.Pattern[Any]]:
    """Yield the pattern that `value` is, or those that it holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _list_patterns(item)
    elif isinstance(value, dict):
        yield from _list_patterns([*value, *value.values()])


def _list_in_place(module: str, source: str) -> Iterator[tuple[str, Expression]]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=method),
                args=[ast.Constant(value=str(written)), *_],
            ) if method not in {"escape", "compile"}:
                methods = _name_methods([method])
                compiled = re.compile(written, re.IGNORECASE)
                yield (
                    f"{module}:{node.lineno}",
                    Expression(module, compiled, methods),
                )


def _name_methods(uses: list[str]) -> frozenset[str]:
    named = {SAME.get(use, use) for use in uses} & set(METHODS)
    return frozenset(named or METHODS)


EXPRESSIONS = list_expressions()


@contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    """Raise TimeoutError out of a match that takes longer: `re` looks for signals meanwhile."""

    def stop(*_: object) -> None:
        raise TimeoutError

    former = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)


def list_uses(expression: Expression) -> Iterator[Callable[[Any], object]]:
    pattern = expression.pattern
    for method in sorted(expression.methods):
        if method == "sub":
            yield partial(pattern.sub, pattern.pattern[:0])
        else:
            yield getattr(pattern, method)


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_repetition_keeps_no_expression_busy(name: str) -> None:
    expression = EXPRESSIONS[name]
    longest = SHORTER.get(expression.module, LONGEST)
    for use in list_uses(expression):
        for start, run, end in itertools.product(STARTS, RUNS, ENDS):
            text = (start + run * (longest // len(run)))[:longest] + end
            given = text if isinstance(expression.pattern.pattern, str) else text.encode()
            try:
                with no_longer_than(SECONDS):
                    use(given)
            except TimeoutError:
                pytest.fail(f"busy with {start!r} + {run!r} * n + {end!r}")


def test_the_watch_stops_an_expression_that_backtracks() -> None:
    with pytest.raises(TimeoutError), no_longer_than(0.1):
        re.fullmatch(r"(a|aa)+", "a" * 60 + "!")
