"""The figures of a golden run, by register and kind, and whether they fell since the last ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from bot.answers import Status
from bot.evaluation.golden import KINDS, REGISTERS
from bot.evaluation.golden_run import GoldenRun, Placing, Placings, UnanswerableOutcome
from bot.evaluation.metrics import reciprocal_rank, roc_auc

Row = Mapping[str, float]
Rows = Mapping[str, Row]
Figures = Mapping[str, Rows]
"""Part, then row, then measure. Every measure but `count` is a share, from 0 to 1."""

WITHOUT, WITH, DECLINING, CURVE = "without_questions", "with_questions", "declining", "confidence"
OVERALL, OWN, ANSWERABLE = "all", "own", "answerable"
COUNT, FIRST, FIRST_THREE, MRR = "count", "first", "first_three", "mrr@5"
DECLINED, NEAR, NAMED, AUC, RIGHT = "declined", "near", "named", "auc", "right"

POINT = 0.01
_DIGITS = 4
_ROUNDING = 10**-_DIGITS
_DEPTH = 5


@dataclass(frozen=True, slots=True)
class Loss:
    """A figure that got worse by more than a point; `now` is None when it is not measured."""

    figure: str
    before: float
    now: float | None

    def __str__(self) -> str:
        """Return the figure with its value before and now."""
        return f"{self.figure}: {self.before} -> {self.now}"


def summarise(run: GoldenRun) -> Figures:
    """Return the figures of `run`, to four digits.

    Both ranking parts have a row for each register, one for all, and one for the articles' own
    questions. `declining` has a row for the answerable questions and one for each kind of
    unanswerable ones: a question is declined unless its answer is `Status.FOUND`; `near` is the
    share that is shown as near, `auc` how well the confidence parts the kind from the answerable
    questions, and `named` the share told so of those that name something no article has.
    `confidence` has for each threshold the share of each kind that reaches it, and `right`, the
    share of the answerable ones among them whose first article answers.
    """
    return {
        WITHOUT: _rank(run, lambda placings: placings.without_questions),
        WITH: _rank(run, lambda placings: placings.with_questions),
        DECLINING: dict(_decline(run)),
        CURVE: {f"{tenth / 10}": _cut(run, tenth / 10) for tenth in range(1, 10)},
    }


def find_losses(before: Figures, now: Figures) -> list[Loss]:
    """Return every figure of `before` that is worse by more than a point, or gone, in `now`."""
    current = dict(_flatten(now))
    return [
        Loss("/".join(path), value, current.get(path))
        for path, value in _flatten(before)
        if path not in current or _fall(path, value, current[path]) > POINT + _ROUNDING
    ]


def _rank(run: GoldenRun, pick: Callable[[Placings], Placing]) -> Rows:
    placed = [(o.question.register, pick(o.placings)) for o in run.answerable]
    groups = {
        OVERALL: [placing for _, placing in placed],
        **{name: [p for register, p in placed if register == name] for name in REGISTERS},
        OWN: [pick(placings) for placings in run.own],
    }
    return {name: _rank_group(group) for name, group in groups.items() if group}


def _rank_group(group: Sequence[Placing]) -> Row:
    hits = [[place == p.place for place in range(1, _DEPTH + 1)] for p in group]
    return {
        COUNT: len(group),
        FIRST: _share(row[0] for row in hits),
        FIRST_THREE: _share(any(row[:3]) for row in hits),
        MRR: _share(reciprocal_rank(row, _DEPTH) for row in hits),
    }


def _decline(run: GoldenRun) -> Iterator[tuple[str, Row]]:
    yield ANSWERABLE, _decline_group([outcome.status for outcome in run.answerable])
    answerable = [outcome.confidence for outcome in run.answerable]
    for kind, outcomes in _group_by_kind(run):
        named = [o.named for o in outcomes if o.named is not None]
        auc = roc_auc(answerable, [outcome.confidence for outcome in outcomes])
        row = {
            **_decline_group([outcome.status for outcome in outcomes]),
            AUC: round(auc, _DIGITS),
        }
        yield kind, {**row, NAMED: _share(named)} if named else row


def _cut(run: GoldenRun, threshold: float) -> Row:
    kept = [outcome for outcome in run.answerable if outcome.confidence >= threshold]
    rights = [outcome.placings.with_questions.place == 1 for outcome in kept]
    shares = {
        kind: _share(outcome.confidence >= threshold for outcome in outcomes)
        for kind, outcomes in _group_by_kind(run)
    }
    answerable = _share(outcome.confidence >= threshold for outcome in run.answerable)
    return {ANSWERABLE: answerable, **shares, RIGHT: _share(rights) if rights else 0.0}


def _group_by_kind(run: GoldenRun) -> Iterator[tuple[str, Sequence[UnanswerableOutcome]]]:
    for kind in KINDS:
        outcomes = [outcome for outcome in run.unanswerable if outcome.question.kind == kind]
        if outcomes:
            yield kind, outcomes


def _decline_group(statuses: Sequence[Status]) -> Row:
    return {
        COUNT: len(statuses),
        DECLINED: _share(status is not Status.FOUND for status in statuses),
        NEAR: _share(status is Status.NEAR for status in statuses),
    }


def _share(values: Iterable[float]) -> float:
    return round(fmean(values), _DIGITS)


def _flatten(figures: Figures) -> Iterator[tuple[tuple[str, str, str], float]]:
    """Yield every figure that can get worse, with its place."""
    for part, rows in figures.items():
        for name, row in rows.items() if part != CURVE else ():
            for measure, value in row.items():
                if measure not in (COUNT, NEAR):
                    yield (part, name, measure), value


def _fall(path: tuple[str, str, str], before: float, now: float) -> float:
    wanted = path[1:] != (ANSWERABLE, DECLINED)
    return before - now if wanted else now - before
