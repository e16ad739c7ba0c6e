"""Figures about the running bot, for Prometheus. No label holds an id or a text of anybody."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.chat.transport.urgency import makes_message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from enum import Enum

    from telegram.error import TelegramError

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0)
_SHOWN = ("answer", "edit")


@dataclass(slots=True)
class Journey:
    """An update on its way to its answer; `began` is a time of the event loop."""

    kind: str
    began: float
    is_answered: bool = False


_journey: ContextVar[Journey | None] = ContextVar("journey", default=None)


def begin_journey(kind: str, began: float) -> None:
    """Let what this task sends count as the answer to an update that arrived at `began`."""
    _journey.set(Journey(kind, began))


class _TextCollector(Collector):
    """A text that changes; the label of a gauge would keep all of its former values."""

    def __init__(self, name: str, told: str, label: str, read: Callable[[], str]) -> None:
        self._name, self._told, self._label, self._read = name, told, label, read

    def collect(self) -> Iterator[GaugeMetricFamily]:
        family = GaugeMetricFamily(self._name, self._told, labels=[self._label])
        family.add_metric([self._read()], 1)
        yield family


class Metrics:
    """Counters, gauges and histograms in a registry of their own."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        counter, by = self._make_counter, self._make_labelled
        self._updates = by("kind", "updates", "Updates that were handled, by kind")
        self._refused = by("reason", "updates_refused", "Updates that were not, by reason")
        self._answers = by("result chat", "answers", "Answers to questions")
        self._errors = by("error", "send_errors", "Calls to Telegram that failed, by class")
        self._waits = counter("flood_waits", "Times that Telegram asked to wait")
        self._wait_seconds = counter("flood_wait_seconds", "Seconds that it asked for")
        seconds = Histogram(
            "tanya_answer_seconds",
            "From the arrival of an update to the end of the first call that answers it",
            ("kind",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._answer_seconds = cache(seconds.labels)

    def _make_counter(self, name: str, told: str, *labels: str) -> Counter:
        return Counter(f"tanya_{name}", told, labels, registry=self._registry)

    def _make_labelled(self, labels: str, name: str, told: str) -> Callable[..., Counter]:
        """Return what gives the counter of each combination of labels: Prometheus' way is long."""
        return cache(self._make_counter(name, told, *labels.split()).labels)

    def watch(self, name: str, told: str, read: Callable[[], float]) -> None:
        """Show what `read` returns at the time of each look, as `tanya_<name>`."""
        Gauge(f"tanya_{name}", told, registry=self._registry).set_function(read)

    def watch_text(self, name: str, told: str, label: str, read: Callable[[], str]) -> None:
        """Show what `read` returns as a label of `tanya_<name>`, whose value is 1."""
        self._registry.register(_TextCollector(f"tanya_{name}", told, label, read))

    def count_update(self, kind: str) -> None:
        """Count an update that is handled."""
        self._updates(kind).inc()

    def count_refused(self, reason: str) -> None:
        """Count an update, or what claimed to be one, that is not handled."""
        self._refused(reason).inc()

    def count_answer(self, result: Enum, channel: Enum) -> None:
        """Count an answer, by what was found and the kind of chat."""
        self._answers(result.value, channel.value).inc()

    def count_error(self, error: TelegramError) -> None:
        """Count a call that failed."""
        self._errors(type(error).__name__).inc()

    def count_wait(self, seconds: float) -> None:
        """Count a flood wait."""
        self._waits.inc()
        self._wait_seconds.inc(seconds)

    def note_sent(self, endpoint: str, now: float) -> None:
        """Note a call that succeeded: the first that shows something answers the update."""
        journey = _journey.get()
        if journey is None or journey.is_answered:
            return
        if makes_message(endpoint) or endpoint.startswith(_SHOWN):
            journey.is_answered = True
            self._answer_seconds(journey.kind).observe(now - journey.began)

    def render(self) -> bytes:
        """Return all figures in Prometheus' text format."""
        return generate_latest(self._registry)
