"""English wording of `privacy`."""

from __future__ import annotations

TITLE = "Your privacy"
KEPT_TITLE = "What is kept, why, and for how long:"
KEPT = {
    "questions": (
        "The text of an answered question, and the question or quotation before it where it "
        "follows one, so that the buttons below the answer work. Not who asked. Deleted 90 days "
        "after its last use."
    ),
    "answers": (
        "Which answer belongs to which message, so that the answer changes when you edit the "
        "question. Chat and message are kept as one-way codes. Deleted after 2 days."
    ),
    "deliveries": (
        "Which articles you received, so that you hear once when one is corrected or retracted. "
        "Kept as a one-way code, with an encrypted address and your language. Deleted 90 days "
        "after you last received it; switch it off with /kabarkoreksi."
    ),
    "undisturbed": (
        "That you switched news of corrections off, as a one-way code. Deleted when you have not "
        "used the bot for a year."
    ),
    "followers": (
        "If you press “Tell me”: which question you wait for, with a one-way code, an encrypted "
        "address and your language. Deleted once you are told, or after 90 days."
    ),
    "unanswered": (
        "An unanswered question that you let us send to the moderators, without name and number, "
        "so that they look for an article; they may list the question there. Deleted 90 days after "
        "it was last sent."
    ),
    "submitters": (
        "Which question you sent to the moderators and when, as a one-way code, so that you count "
        "once. Deleted 90 days after it was last sent."
    ),
    "decisions": (
        "What the moderators decided about a question in their queue, but not who asked. Deleted "
        "after a year."
    ),
    "under_way": (
        "The message that is being worked on, encrypted, so that it is not lost if the bot breaks "
        "off. Deleted once that is done, after a day at the latest."
    ),
    "updates": (
        "The numbers of what Telegram delivers, so that nothing is done twice; they point to "
        "nobody. Deleted after a day."
    ),
    "reports": (
        "Reports of quotations: which one, and your note, but not who reported, so that the "
        "moderators check it. Deleted after 90 days."
    ),
    "feedback": (
        "Opinions on answers, only as counts per question and day, so that search improves. "
        "Deleted after 90 days. If you give none, nothing is kept."
    ),
    "statistics": (
        "Counts per day: how many questions were answered or not, about which topics, and the "
        "opinions on answers. Only numbers, no text. Deleted after a year."
    ),
    "marks": (
        "That you gave an opinion or a report, or that the bot said something in your group, as a "
        "one-way code, so that it happens once. Deleted after 2 days at most."
    ),
    "groups": (
        "The rules that admins of a group chose: who may ask, how long answers are, and quiet "
        "hours. The group is kept as a one-way code. Deleted when it has not asked for a year."
    ),
    "askers": (
        "Who asked for which answer in a group, so that you can have it deleted with /hapus. "
        "Message and person are kept as one-way codes. Deleted after 2 days."
    ),
    "budgets": (
        "How often you or your group ask, report or send questions to the moderators, so that "
        "nobody floods the bot. Kept as a one-way code. Deleted after 2 days at most."
    ),
    "moderators": (
        "If you are a moderator: your role and the name that you chose, with a one-way code and an "
        "encrypted address. Deleted when you stop, or on the day that you ask for it."
    ),
    "drafts": (
        "Moderators' drafts of articles, with a one-way code and an encrypted address. Deleted 30 "
        "days after the last change."
    ),
    "audit": (
        "Every change of an article, with a one-way code of the moderator. The code is deleted "
        "after 365 days; the record stays."
    ),
    "intents": (
        "A change of an article that is under way, with a one-way code of the moderator. Mostly "
        "gone in seconds; if the bot stops in between, the code is deleted within a day."
    ),
    "announced": (
        "The version of the articles whose news was sent. It is nothing about you. Deleted after "
        "90 days."
    ),
}

NOT_KEPT = (
    "What is not kept: your name, user name, phone number, photos, contacts and places. One-way "
    "codes cannot be turned back into your number; an encrypted address can be opened only with "
    "the key of this bot, and serves only to send you news."
)
TELEGRAM = (
    "This conversation itself is with Telegram, under Telegram's rules. You can delete it in the "
    "app at any time."
)
HOW_TO_DELETE = "Delete all that is kept about you: /hapusdata"

# /hapusdata
CONFIRM_DELETION = (
    "Delete all that is kept about you? News that you wait for and news of corrections end as "
    "well, and old answers no longer change when you edit a question."
)
CONFIRM_DELETION_HINT = "Press the button, or write /hapusdata yes."
DELETE = "Yes, delete"
KEEP = "Cancel"
NOTHING_DELETED = "Fine, nothing is deleted."
DELETED = (
    "Deleted. All that is left are texts of questions, reports and counts that do not hold who you "
    "are, so that we cannot find them; texts and reports go by themselves within 90 days, counts "
    "within a year."
)
DELETED_NOTHING = "There is nothing kept about you."
