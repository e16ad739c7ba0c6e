"""English wording of `chat`, for people whose Telegram is neither Indonesian nor Malay."""

from __future__ import annotations

from bot.texts.answers_en import WORDS as _ANSWERS
from bot.texts.chat import EXAMPLES as _EXAMPLES
from bot.texts.conversation_words import ChatWords

# Buttons
NEXT = "Next"
PREVIOUS = "Previous"
OPEN_CLAIM = "Whole claim card"

# Parts of answers
QUESTION = "Question:"
UNTITLED = "Untitled"
TOO_LONG_TO_QUOTE = "The passage is too long for one message. Please open the article."
CARD_IS_NO_VERDICT = "This card sums up who says what. I do not decide who is right."
ABOUT_FORWARD = "This is what our sources hold about the message that you forwarded."
ABOUT_FORWARDS = "This is what our sources hold about the messages that you forwarded."
ABOUT_LONG = "Your message is long. If the answer does not fit, write its point in one sentence."

# Lists
TOPIC_HINT = "Press a topic, or write /topik and a part of its name."
CLAIM_HINT = "Press the number of a claim to open its card, or write it: /klaim 12."

# Short notices above the chat, at most 200 characters
CANNOT_REMEMBER = (
    "Sorry, the bot's memory is out of order, so this can't be done now. Questions are still "
    "answered: just type one. For anything else, please try again in a few minutes."
)
BUTTON_EXPIRED = "This button has expired. Please send your question again."
BUTTON_UNKNOWN = "I do not know this button. Please write your question."

# First contact
HELLO = "Hello! I am Tanya Sirekap."
INVITATION = (
    "Ask me anything about Sirekap, the vote-counting app of Indonesia's election commission "
    "(KPU), best in Indonesian. I look up the passages of articles that answer, with outlet, date "
    "and link."
)
FORWARDING = "Received a doubtful message? Just forward it to me."
PRIVACY_IN_SHORT = "I keep neither your name nor your phone number; more in /privasi."
TRY_ONE = "Try one of these questions:"
EXAMPLES = _EXAMPLES
LINK_EXPIRED = "The link that you opened is no longer valid, but you can ask right here."

# Help
HELP_TITLE = "How to ask"
HELP_TIPS = (
    "Write your question as you would say it, best in Indonesian.",
    (
        "Forward the message that you want to check, or several at once. Of a picture I read the "
        "caption."
    ),
    "A mistake? Edit your message, and my answer changes with it.",
    "Reply to an answer to ask further.",
    "“Next” or /lagi shows further quotations.",
)
COMMANDS_TITLE = "Commands"
COMMANDS = {
    "bantuan": "How to ask, and the list of commands",
    "lagi": "Further quotations for the latest question",
    "topik": "List of topics, or one of them: /topik alibaba",
    "klaim": "List of claims and their cards: /klaim suara psi",
    "linimasa": "What happened when: /linimasa maret 2024",
    "sumber": "Which outlets are quoted",
    "lapor": "Report a quotation that is wrong",
    "tentang": "What this bot is and how it works",
    "privasi": "What is kept, and for how long",
    "hapusdata": "Delete what is kept about you",
}
UNKNOWN_COMMAND = (
    "I do not know that command. Just write your question, or open /bantuan for the list."
)
NOTHING_TO_CONTINUE = "There is no answer to go on with yet. Please write your question."

# Profile, see https://core.telegram.org/bots/api#setmydescription
DESCRIPTION = (
    "Ask anything about Sirekap, the vote-counting app of Indonesia's election commission.\n\n"
    "Every answer quotes articles, with outlet, date and link, so that you can check it yourself. "
    "If our sources do not hold it, I say so.\n\n"
    "Press Start, then write your question."
)
SHORT_DESCRIPTION = "Answers about Sirekap, quoted from articles that you can check yourself."

# About
ABOUT_TITLE = "About this bot"
ABOUT = (
    (
        "I look up the passages of articles that fit your question about Sirekap best. Every "
        "sentence about Sirekap in my answers is quoted, in Indonesian, from our notes on an "
        "article, with outlet, date and link."
    ),
    (
        "I make nothing up, take no side, and do not decide who is right. If our sources do not "
        "hold the answer, I say so."
    ),
    "This bot is no official service of KPU. Its program is open for anybody to inspect.",
)
# Sources
SOURCES_TITLE = "Sources of the answers"
SOURCES_ARE_NOTES = (
    "We note down articles in our own words, with short quotations. The rights stay with their "
    "outlets; read the whole article by the link in each answer."
)
NO_SOURCES = "No sources are loaded yet."

# Messages without a question
EMOJI_ONLY = "I can only read words so far. What would you like to know about Sirekap?"
LINK_ONLY = "I cannot open links. Write what it says in a sentence or two, and I look up sources."
STICKER = "Nice sticker, but I can only read words. Please write your question."
PICTURE = "I cannot read pictures yet. Write what the picture says, and I look up sources."
VIDEO = "I cannot watch videos yet. Write what the video says, and I look up sources."
SOUND = "I cannot listen to sound yet. Please write your question."
FILE = "I cannot open files yet. Write what it says, and I look up sources."
PLACE_OR_CONTACT = "I need no places or contacts, and keep none. Please write your question."
POLL = "I do not take part in polls. Please write your question about Sirekap."
OTHER = "I cannot read such messages yet. Please write your question about Sirekap."

WORDS = ChatWords(
    answers=_ANSWERS,
    forward=ABOUT_FORWARD,
    forwards=ABOUT_FORWARDS,
    page="Further quotations, from number {first} on",
    corpus="My sources: {articles} articles of {outlets} outlets.",
    rest="{outlets} other outlets: {articles}",
    apology=(
        "Sorry, something went wrong on our side. Please try again in a moment. If it goes on, "
        "tell the operators of the bot the code {incident}."
    ),
)
