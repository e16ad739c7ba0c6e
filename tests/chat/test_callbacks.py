"""Callback data is short, versioned, and exactly as written or nothing."""

from hypothesis import example, given
from hypothesis import strategies as st

from bot.chat.callbacks import (
    MAX_BYTES,
    Action,
    AskAgain,
    Erase,
    Follow,
    ListClaims,
    ListSources,
    OpenClaim,
    OpenTopic,
    Rate,
    ReadArticle,
    ReadOn,
    ReportPassage,
    Step,
    SubmitQuestion,
    TellCorrections,
    TurnPage,
    decode,
    encode,
    shorten_key,
)
from bot.store import Verdict

TOKENS = st.text("0123456789abcdef", min_size=16, max_size=16)
KEYS = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=10, max_size=10)
SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
ACTIONS = st.one_of(
    st.builds(TurnPage, TOKENS, st.integers(0, 999)),
    st.builds(AskAgain, TOKENS),
    st.builds(OpenTopic, SLUGS),
    st.builds(OpenClaim, SLUGS),
    st.builds(ListClaims, st.integers(0, 999), SLUGS | st.just("")),
    st.builds(ReadOn, TOKENS, st.integers(0, 999), st.integers(0, 999)),
    st.builds(ReadArticle, KEYS),
    st.builds(ListSources, TOKENS, st.integers(0, 999), st.integers(0, 999)),
    st.builds(Rate, TOKENS, st.sampled_from(Verdict)),
    st.builds(ReportPassage, st.builds("{}.{}".format, KEYS, st.integers(1, 999))),
    st.builds(SubmitQuestion, st.sampled_from(Step)),
    st.builds(Follow, TOKENS),
    st.builds(TellCorrections, st.booleans()),
    st.builds(Erase, st.booleans()),
)


@given(ACTIONS)
def test_every_action_survives_its_code_or_has_none(action: Action) -> None:
    code = encode(action)

    if code is None:
        assert isinstance(action, OpenTopic | OpenClaim | ListClaims)
        assert len(f"t1:{action}") > MAX_BYTES
    else:
        assert len(code.encode()) <= MAX_BYTES
        assert decode(code) == action


@given(st.text())
@example("p1:0123456789abcdef:03")
@example("p1:0123456789abcdef:3\n")
@example("p1:0123456789ABCDEF:3")
@example("t1:" + "x" * 62)
@example("l1:03:hoaks")
@example("l1:3:")
@example("p1:٠١٢٣٤٥٦٧٨٩abcdef:3")
def test_whatever_is_not_written_by_us_is_no_action(code: str) -> None:
    action = decode(code)

    assert action is None or encode(action) == code


def test_a_page_or_topic_that_cannot_be_named_gets_no_button() -> None:
    assert encode(TurnPage("0123456789abcdef", 1000)) is None
    assert encode(TurnPage("zzz", 3)) is None
    assert encode(OpenTopic("x" * 62)) is None
    assert encode(OpenTopic("Topik Baru")) is None


@given(st.text() | SLUGS)
@example("x" * 57)
@example("x" * 58)
def test_every_key_is_short_enough_for_each_of_its_buttons(key: str) -> None:
    short = shorten_key(key)

    assert encode(OpenTopic(short))
    assert encode(OpenClaim(short))
    assert encode(ListClaims(999, short))


def test_keys_of_the_usual_length_stay_readable() -> None:
    assert shorten_key("kontrak-alibaba-cloud") == "kontrak-alibaba-cloud"
    assert shorten_key("x" * 58) != shorten_key("x" * 59)
