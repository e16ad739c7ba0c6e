"""Who is next: a chat's updates in their order, and in a rush chats from both ends in turn."""

from bot.chat.transport.ordering import Turns


def gather(*chats: str) -> Turns[str]:
    """Let one item of each of `chats` wait, in this order; it is called as its chat."""
    turns: Turns[str] = Turns()
    for chat in chats:
        turns.add(chat, chat)
    return turns


def serve(turns: Turns[str], number: int) -> list[str]:
    """Serve so many, each to its end, and return what they were."""
    served = []
    for _ in range(number):
        chat, item = turns.take()
        turns.finish(chat)
        served.append(item)
    return served


def test_a_few_are_served_in_the_order_of_arrival() -> None:
    assert serve(gather(*"abcdefgh"), 8) == list("abcdefgh")


def test_in_a_rush_who_waits_longest_and_who_came_last_are_served_in_turn() -> None:
    turns = gather(*"abcdefghijkl")

    assert serve(turns, 3) == ["l", "a", "k"]


def test_who_comes_during_a_rush_is_served_at_once() -> None:
    turns = gather(*map(str, range(1_000)))
    serve(turns, 501)
    turns.add("newcomer", "newcomer")

    assert "newcomer" in serve(turns, 2)


def test_nobody_waits_more_than_twice_as_long_as_in_the_order_of_arrival() -> None:
    crowd = [str(number) for number in range(500)]
    turns = gather(*crowd)
    served: list[str] = []
    while len(served) < 2 * len(crowd):
        turns.add(f"newcomer {len(served)}", "newcomer")
        served += serve(turns, 1)

    assert all(served.index(person) <= 2 * place + 1 for place, person in enumerate(crowd))


def test_what_one_chat_sends_keeps_its_order_also_in_a_rush() -> None:
    turns = gather(*map(str, range(20)))
    for number in range(5):
        turns.add("talker", f"words {number}")
    said = [item for item in serve(turns, 25) if item.startswith("words")]

    assert said == [f"words {number}" for number in range(5)]


def test_of_a_chat_that_is_being_served_nothing_else_is_taken() -> None:
    turns = gather("siti", "siti", "budi")
    chat, _ = turns.take()

    assert chat == "siti"
    assert turns.take() == ("budi", "budi")
    assert len(turns) == 0
    turns.finish(chat)
    assert turns.take() == ("siti", "siti")


def test_what_another_replica_left_over_comes_first() -> None:
    turns = gather("siti", "budi")
    turns.add("rina", "rina", is_left_over=True)
    turns.add("tono", "tono", is_left_over=True)

    assert serve(turns, 4) == ["rina", "tono", "siti", "budi"]
