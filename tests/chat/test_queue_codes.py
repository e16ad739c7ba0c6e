"""Codes of the queue and the screen: short, versioned, and exactly as written or nothing."""

from hypothesis import example, given
from hypothesis import strategies as st

from bot.chat.callbacks import MAX_BYTES, Action, decode, encode
from bot.chat.desk.queue_actions import (
    QUEUE_CODES,
    CloseReport,
    ConfirmHeadline,
    DecideGroup,
    LinkGroup,
    ListHeadlines,
    ListProblems,
    ListQueue,
    ListReports,
    OfferLinks,
    OpenGroup,
    OpenReport,
    OpenScreen,
    ReopenGroup,
)
from bot.store import Decision

TOKENS = st.text("0123456789abcdef", min_size=16, max_size=16)
KEYS = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=10, max_size=10)
DIGESTS = st.text("0123456789abcdef", min_size=8, max_size=8)
PLACES = st.integers(0, 999)
ACTIONS = st.one_of(
    st.builds(ListQueue, PLACES),
    st.builds(OpenGroup, TOKENS),
    st.builds(DecideGroup, TOKENS, st.sampled_from(Decision)),
    st.builds(ReopenGroup, TOKENS),
    st.builds(OfferLinks, TOKENS),
    st.builds(LinkGroup, TOKENS, KEYS),
    st.builds(OpenScreen),
    st.builds(ListReports, PLACES),
    st.builds(OpenReport, TOKENS),
    st.builds(CloseReport, TOKENS),
    st.builds(ListProblems, PLACES),
    st.builds(ListHeadlines, PLACES),
    st.builds(ConfirmHeadline, KEYS, DIGESTS, PLACES),
)


@given(ACTIONS)
def test_every_action_survives_its_code(action: Action) -> None:
    code = encode(action)

    assert code is not None
    assert len(code.encode()) <= MAX_BYTES
    assert decode(code) == action


@given(st.sampled_from(sorted(QUEUE_CODES)), st.lists(st.text(max_size=20), max_size=4))
@example("qd1", ["0123456789abcdef", "banned"])
@example("qk1", ["0123456789abcdef", "abcdefghi1"])
@example("ql1", ["-1"])
@example("mk1", ["abcdefgh23", "0123456789", "0"])
@example("ms1", [""])
def test_whatever_is_not_written_by_us_is_no_action(beginning: str, written: list[str]) -> None:
    code = ":".join([beginning, *written])
    action = decode(code)

    assert action is None or encode(action) == code
