"""Fields of drafts: buttons that ask for a value or choose one, doubts, and /draf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.callbacks import shorten_key
from bot.chat.desk.actions import (
    LONGEST_LABEL,
    AskField,
    Decide,
    DraftStep,
    DropQuestion,
    ListLabels,
    SwitchLabel,
)
from bot.chat.desk.filling import ask_field, fill
from bot.chat.desk.moderating import MODERATORS, Order, make_command, make_press, split_word
from bot.chat.desk.pressing import make_draft_press, show_changed, show_newest
from bot.chat.desk.showing import find_replied, find_typed, show_draft
from bot.chat.desk.steps import list_drafts, step
from bot.chat.markup import text
from bot.chat.reply import Reply
from bot.chat.sending import send_reply
from bot.chat.views.desk_fields import (
    LABEL_FIELDS,
    MARK,
    digest_field,
    name_labels,
    render_choice,
    render_questions,
)
from bot.desk import StaleDraftError, settle
from bot.texts import moderation as texts
from bot.texts import moderation_drafts as wording

if TYPE_CHECKING:
    from bot.chat.host import App, Host
    from bot.chat.pressing import Press
    from bot.desk import TrayDraft


def register(application: App, host: Host) -> None:
    """Add the buttons for fields, and /draf, which does the same as all buttons of drafts."""
    application.add_handler(make_command(host, "draf", _type), group=MODERATORS)
    application.add_handler(make_press(host, AskField, _ask))
    application.add_handler(make_draft_press(host, ListLabels, _list_labels))
    application.add_handler(make_draft_press(host, SwitchLabel, _switch))
    application.add_handler(make_draft_press(host, DropQuestion, _drop_question))
    application.add_handler(make_draft_press(host, Decide, _decide))


async def _type(host: Host, order: Order) -> Reply | None:
    """Do what is typed: /draf, /draf MARK, /draf MARK field value, /draf MARK step."""
    mark, rest = split_word(order.words)
    draft = await find_typed(host, mark) if mark else None
    if draft is None:
        draft = await find_replied(host, order.message, order.bot.id)
        rest = order.words
    if draft is None:
        return Reply(text(wording.UNKNOWN_DRAFT)) if mark else await list_drafts(host, 0)
    word, value = split_word(rest)
    field = texts.FIELD_WORDS.get(word.casefold())
    if field:
        value = texts.strip_second_word(word, value)
        return await _type_field(host, order, draft, field, value)
    if word.casefold() in texts.DECISION_WORDS:
        return await _settle(
            host, order.person, draft, accept=texts.DECISION_WORDS[word.casefold()]
        )
    wanted = _read_step(word, value)
    if wanted is None:
        return Reply(text(wording.HOW_TO_TYPE.format(mark=draft.id[:MARK])))
    replies = await step(order.bot, host, order.person, draft, wanted)
    for reply in replies[:-1]:
        await send_reply(order.bot, order.place, reply)
    return replies[-1]


def _read_step(word: str, value: str) -> DraftStep | None:
    """Return the step that is typed: its word, for publishing also what it is confirmed with."""
    if not word:
        return DraftStep.SHOW
    step_word = texts.STEP_WORDS.get(word.casefold())
    if step_word is None:
        return None
    wanted = DraftStep(step_word)
    confirms = wanted is DraftStep.PUBLISH and value.casefold() == texts.SURE_TO_PUBLISH
    return DraftStep.PUBLISH_SURELY if confirms else wanted


async def _type_field(host: Host, order: Order, draft: TrayDraft, field: str, value: str) -> Reply:
    if not value:
        return ask_field(order.bot, draft, field, host.answerer.corpus.taxonomy)
    return await fill(host, order.person, draft, field, value)


async def _ask(host: Host, press: Press[AskField]) -> str:
    draft = await host.desk.tray.find(press.action.draft)
    field = press.action.field
    if draft is None or field not in texts.FIELDS:
        return wording.DRAFT_GONE
    if digest_field(draft.intake.draft, field) != press.action.seen:
        return await show_changed(host, press, draft)
    prompt = ask_field(press.bot, draft, field, host.answerer.corpus.taxonomy)
    await send_reply(press.bot, press.place, prompt)
    return ""


async def _list_labels(host: Host, press: Press[ListLabels], draft: TrayDraft) -> Reply:
    return render_choice(draft, press.action.field, host.answerer.corpus.taxonomy)


async def _switch(host: Host, press: Press[SwitchLabel], draft: TrayDraft) -> Reply:
    """Give the draft the label, or take it away; a kind takes the place of the former one."""
    action, taxonomy = press.action, host.answerer.corpus.taxonomy
    field = LABEL_FIELDS[action.field]
    labels = name_labels(taxonomy)[action.field]
    fitting = (each for each in labels if shorten_key(each, LONGEST_LABEL) == action.label)
    label = next(fitting, None)
    if label is None:
        return await show_draft(host, draft)
    held = getattr(draft.intake.draft, field)
    is_single = isinstance(held, str)
    value = label if is_single else f"{'-' if label in held else '+'}{label}"
    changed = await host.desk.tray.change(press.query.from_user.id, draft, field, value)
    if is_single:
        return await show_draft(host, changed)
    return render_choice(changed, action.field, taxonomy)


async def _drop_question(host: Host, press: Press[DropQuestion], draft: TrayDraft) -> Reply:
    value = f"-{press.action.place + 1}"
    changed = await host.desk.tray.change(press.query.from_user.id, draft, "question", value)
    if changed.intake.draft.questions:
        return render_questions(changed)
    return await show_draft(host, changed)


async def _decide(host: Host, press: Press[Decide], draft: TrayDraft) -> Reply:
    return await _settle(host, press.query.from_user.id, draft, accept=press.action.accept)


async def _settle(host: Host, person: int, draft: TrayDraft, *, accept: bool) -> Reply:
    """Decide the first doubt about a draft; the next one is asked then."""
    asked = draft.intake.asked
    if not asked:
        return await show_draft(host, draft)
    settled = settle(draft.intake, asked[0], accept=accept)
    try:
        changed = await host.desk.tray.replace(person, draft, settled)
    except StaleDraftError as error:
        return await show_newest(host, error.newest)
    return await show_draft(host, changed)
