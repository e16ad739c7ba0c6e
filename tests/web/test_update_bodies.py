"""Whatever is posted is an update with a number, or refused; nothing else."""

import json
from http import HTTPStatus

from hypothesis import given
from hypothesis import strategies as st

from bot.web.webhook import RefusedRequestError, _parse

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
OBJECTS = st.dictionaries(st.text(), VALUES) | st.fixed_dictionaries({"update_id": VALUES})


@given(st.binary() | VALUES.map(lambda v: json.dumps(v).encode()) | OBJECTS.map(json.dumps))
def test_a_body_is_an_update_or_a_bad_request(body: bytes | str) -> None:
    content = body.encode() if isinstance(body, str) else body
    update, status = None, HTTPStatus.OK
    try:
        update = _parse(content)
    except RefusedRequestError as error:
        status = error.status

    assert status in {HTTPStatus.OK, HTTPStatus.BAD_REQUEST}
    assert (update is None) == (status is HTTPStatus.BAD_REQUEST)
    if update:
        assert update == json.loads(content)
        assert type(update["update_id"]) is int
        assert 0 < update["update_id"] < 2**63
