"""For each table, the deed of a person that leaves a row in it, by the store's own methods."""

from collections.abc import Awaitable, Callable, Mapping

from sqlalchemy import create_engine, select

from bot.store import (
    Action,
    Address,
    ArrivedUpdate,
    Asked,
    Budget,
    Decision,
    GroupRules,
    Intent,
    Memory,
    Report,
    Role,
    SentAnswer,
    Verdict,
)
from bot.store.schema import METADATA

TOKEN = "0123456789abcdef"  # noqa: S105 - of nothing
GROUP = -1_001_234_567_890
MARK_SECONDS = 2 * 24 * 3600
"""The longest for which the bot lets a mark stand."""


def make_intent(memory: Memory, person: int) -> Intent:
    actor = memory.moderators.identify(person)
    return Intent("a" * 16, actor, Action.EDIT, "abcdefghij", "satu.md", b"lama", b"baru")


async def _change_article(memory: Memory, person: int) -> None:
    intent = make_intent(memory, person)
    await memory.audit.begin(intent)
    await memory.audit.settle(intent)


DEEDS: Mapping[str, Callable[[Memory, int], Awaitable[object]]] = {
    "questions": lambda memory, _: memory.questions.remember(Asked("apa itu sirekap")),
    "answers": lambda memory, who: memory.answers.record(
        who, 7, SentAnswer(8, TOKEN, 0, 2, "digest")
    ),
    "feedback": lambda memory, _: memory.feedback.add(TOKEN, Verdict.HELPFUL),
    "unanswered": lambda memory, _: memory.unanswered.submit("apa itu sirekap"),
    "followers": lambda memory, who: memory.followers.follow(TOKEN, Address(who, "id")),
    "deliveries": lambda memory, who: memory.deliveries.record(Address(who, "id"), {"a": 0}),
    "undisturbed": lambda memory, who: memory.deliveries.switch_off(who),
    "reports": lambda memory, _: memory.reports.submit(Report("a:0", "salah")),
    "marks": lambda memory, who: memory.marks.put(who, "lapor", seconds=MARK_SECONDS),
    "announced": lambda memory, _: memory.announcements.note("revisi"),
    "groups": lambda memory, _: memory.groups.save(GROUP, GroupRules(only_admins=True)),
    "askers": lambda memory, who: memory.askers.record(GROUP, 7, who),
    "budgets": lambda memory, who: memory.budgets.spend(Budget("x", burst=3, seconds=60), who),
    "updates": lambda memory, _: memory.updates.settle([ArrivedUpdate(1)], ()),
    "under_way": lambda memory, _: memory.updates.settle([ArrivedUpdate(1, b"{}")], ()),
    "submitters": lambda memory, who: memory.submitters.note(TOKEN, who),
    "decisions": lambda memory, _: memory.decisions.put([TOKEN], Decision.SPAM),
    "statistics": lambda memory, _: memory.statistics.add({"found": 1}),
    "moderators": lambda memory, who: memory.moderators.add(who, Role.MODERATOR),
    "drafts": lambda memory, who: memory.drafts.put(who, "{}"),
    "intents": lambda memory, who: memory.audit.begin(make_intent(memory, who)),
    "audit": _change_article,
}


async def read_rows(database_url: str) -> dict[str, list[dict[str, object]]]:
    """Return the rows of each table that has any, by column."""
    engine = create_engine(database_url)
    found: dict[str, list[dict[str, object]]] = {}
    with engine.connect() as connection:
        for table in METADATA.sorted_tables:
            rows = connection.execute(select(table)).mappings().all()
            if rows:
                found[table.name] = [dict(row) for row in rows]
    engine.dispose()
    return found
