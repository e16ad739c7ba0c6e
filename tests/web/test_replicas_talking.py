"""A conversation goes on at whichever replica gets the next update."""

from bot.texts import groups, privacy
from tests.chat.test_paging import list_numbers
from tests.fake_telegram import FakeTelegram, Fault, User
from tests.web.replicas import RunPair, database_url, run_pair

__all__ = ["database_url", "run_pair"]

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"


async def test_pages_turn_at_one_replica_after_the_other(
    telegram: FakeTelegram, siti: User, run_pair: RunPair
) -> None:
    async with run_pair() as pair:
        await siti.sends(QUESTION)
        page = first = await telegram.bot_says(siti.chat, within=15)
        numbers = list_numbers(page)
        for _ in range(3):
            await siti.presses(page, "Berikutnya")
            page = await telegram.bot_edits(first, within=15)
            numbers += list_numbers(page)
        for _ in range(3):
            await siti.presses(page, "Sebelumnya")
            page = await telegram.bot_edits(first, within=15)
        counts = await pair.count_updates()

    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 6
    assert (page.html, page.buttons) == (first.html, first.buttons)
    assert sorted(counts) == [3, 4]


async def test_an_edited_question_edits_the_answer_of_the_other_replica(
    telegram: FakeTelegram, siti: User, run_pair: RunPair
) -> None:
    async with run_pair() as pair:
        asked = await siti.sends(QUESTION)
        answer = await telegram.bot_says(siti.chat, within=15)
        await siti.edits(asked, "kenapa grafik sirekap dihilangkan?")
        edited = await telegram.bot_edits(answer, within=15)
        assert await pair.count_updates() == (1, 1)

    assert "grafik" in edited.text.lower()
    assert len(telegram.calls_of("sendMessage")) == 1


async def test_an_edit_that_overtakes_the_answer_of_the_other_replica_is_not_lost(
    telegram: FakeTelegram, siti: User, run_pair: RunPair
) -> None:
    async with run_pair() as pair:
        telegram.faults.next("sendMessage", Fault.slow(1.5))
        asked = await siti.sends(QUESTION)
        await siti.edits(asked, "kenapa grafik sirekap dihilangkan?")
        answer = await telegram.bot_says(siti.chat, within=15)
        edited = await telegram.bot_edits(answer, within=15)
        assert await pair.count_updates() == (1, 1)

    assert "Alibaba" in answer.text
    assert "grafik" in edited.text.lower()


async def test_a_group_asks_at_one_replica_and_removes_the_answer_at_the_other(
    telegram: FakeTelegram, siti: User, run_pair: RunPair
) -> None:
    group = telegram.group("Warga", [siti])
    async with run_pair() as pair:
        await siti.sends(f"/tanya {QUESTION}", to=group)
        answer = await telegram.bot_says(group, within=15)
        await siti.sends("/hapus", to=group, reply_to=answer)
        await telegram.bot_deletes(answer, within=15)
        assert await pair.count_updates() == (1, 1)


async def test_what_an_administrator_decides_at_one_replica_holds_at_the_other(
    telegram: FakeTelegram, siti: User, run_pair: RunPair
) -> None:
    budi = telegram.user("Budi")
    group = telegram.supergroup("Warga", [siti, budi])
    async with run_pair() as pair:
        await siti.sends("/aturan", to=group)
        rules = await telegram.bot_says(group, within=15)
        await siti.presses(rules, groups.LET_ADMINS_ASK)
        await telegram.bot_edits(rules, within=15)
        for _ in range(2):
            await budi.sends(f"/tanya {QUESTION}", to=group)
        await telegram.nothing_said(group, for_seconds=1)
        assert await pair.count_updates() == (2, 2)


async def test_erasure_at_one_replica_is_erasure_at_both(
    telegram: FakeTelegram, siti: User, run_pair: RunPair
) -> None:
    async with run_pair() as pair:
        number = (await siti.sends(QUESTION)).message_id
        await telegram.bot_says(siti.chat, within=15)
        memories = [served.memory.answers for served in (pair.one, pair.other)]
        await siti.sends("/hapusdata")
        asked = await telegram.bot_says(siti.chat, within=15)
        known = [await answers.find(siti.chat.id, number) for answers in memories]
        await siti.presses(asked, privacy.DELETE)
        deleted = await telegram.bot_edits(asked, within=15)
        left = [await answers.find(siti.chat.id, number) for answers in memories]

    assert deleted.text == privacy.DELETED
    assert known[0] is not None
    assert known[0] == known[1]
    assert left == [None, None]


async def test_what_many_people_ask_at_once_is_answered_once_each(
    telegram: FakeTelegram, run_pair: RunPair
) -> None:
    repeats = 3
    people = [telegram.user(f"Warga {number}") for number in range(20)]
    async with run_pair() as pair:
        for _ in range(repeats):
            for person in people:
                await person.sends(QUESTION)
        for _ in range(repeats):
            for person in people:
                await telegram.bot_says(person.chat, within=30)
        for person in people:
            await telegram.nothing_said(person.chat, for_seconds=0.01)
        counts = await pair.count_updates()

    assert sum(counts) == len(people) * repeats
    assert min(counts) > len(people)
