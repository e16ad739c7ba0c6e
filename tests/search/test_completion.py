"""Words are found by how they begin, the most frequent first."""

from hypothesis import given
from hypothesis import strategies as st

from bot.search.completion import Completion

WORDS = st.dictionaries(st.text("abé\U0010ffff", max_size=5), st.integers(1, 9), max_size=40)


def test_the_most_frequent_word_goes_first() -> None:
    completion = Completion({"alibaba": 30, "alasan": 12, "algoritma": 40, "audit": 99})

    assert completion.complete("al", 3) == ["algoritma", "alibaba", "alasan"]
    assert completion.complete("alib") == ["alibaba"]
    assert completion.complete("alibaba") == ["alibaba"]
    assert completion.complete("alibabax") == []


@given(WORDS, st.text("abé\U0010ffff", max_size=3), st.integers(0, 5))
def test_it_finds_what_looking_at_every_word_finds(
    words: dict[str, int], beginning: str, limit: int
) -> None:
    fitting = [word for word in words if word.startswith(beginning)]
    fitting.sort(key=lambda word: (-words[word], word))

    assert Completion(words).complete(beginning, limit) == fitting[:limit]
