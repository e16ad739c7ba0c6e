"""Moderators' buttons: codes are short, versioned, and exactly as written or nothing."""

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.callbacks import MAX_BYTES, Action, decode, encode, shorten_key
from bot.chat.desk.actions import (
    DESK_CODES,
    LONGEST_LABEL,
    AskField,
    AskReason,
    AskSource,
    ChooseKind,
    Continue,
    Decide,
    DismissPerson,
    DraftStep,
    DropQuestion,
    EditArticle,
    LabelField,
    ListDrafts,
    ListHistory,
    ListLabels,
    OpenEditing,
    StepDraft,
    SwitchLabel,
    TakeIn,
    UndoChange,
)
from bot.chat.desk.prompts import Prompt, read_payload
from bot.texts.moderation import FIELDS

TOKENS = st.text("0123456789abcdef", min_size=16, max_size=16)
DIGESTS = st.text("0123456789abcdef", min_size=8, max_size=8)
KEYS = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=10, max_size=10)
MARKS = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=5, max_size=5)
VERSIONS = st.integers(1, 99_999)
PLACES = st.integers(0, 999)
LABELS = st.text(min_size=1).map(lambda label: shorten_key(label, LONGEST_LABEL))
ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.just(AskSource()),
    st.builds(TakeIn, TOKENS),
    st.builds(Continue, TOKENS, TOKENS),
    st.builds(StepDraft, TOKENS, VERSIONS, st.sampled_from(DraftStep)),
    st.builds(AskField, TOKENS, st.sampled_from(sorted(FIELDS)), DIGESTS),
    st.builds(ListLabels, TOKENS, VERSIONS, st.sampled_from(LabelField)),
    st.builds(SwitchLabel, TOKENS, VERSIONS, st.sampled_from(LabelField), LABELS),
    st.builds(Decide, TOKENS, VERSIONS, st.booleans()),
    st.builds(DropQuestion, TOKENS, VERSIONS, PLACES),
    st.builds(ListDrafts, PLACES),
    st.builds(OpenEditing, KEYS),
    st.builds(EditArticle, KEYS, st.sampled_from([*sorted(FIELDS), "correction"]), DIGESTS),
    st.builds(ChooseKind, KEYS, LABELS, DIGESTS),
    st.builds(AskReason, KEYS),
    st.builds(UndoChange, st.integers(1, 999_999_999), st.booleans()),
    st.builds(ListHistory, PLACES, KEYS | st.just("")),
    st.builds(DismissPerson, MARKS, st.booleans()),
)


@given(ACTIONS)
def test_every_action_survives_its_code(action: Action) -> None:
    code = encode(action)

    assert code is not None
    assert len(code.encode()) <= MAX_BYTES
    assert decode(code) == action


@given(ACTIONS)
def test_what_asks_for_a_value_survives_the_link_of_its_prompt(action: Action) -> None:
    payload = (encode(action) or "").replace(":", "_")

    assert read_payload(payload) == (action if isinstance(action, Prompt) else None)


@given(st.sampled_from(sorted(DESK_CODES)), st.lists(st.text(max_size=20), max_size=5))
def test_whatever_is_not_written_by_us_is_no_action(beginning: str, parts: list[str]) -> None:
    code = ":".join([beginning, *parts])
    action = decode(code)

    assert action is None or encode(action) == code
