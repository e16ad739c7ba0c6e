"""English wording of `follow_up`."""

from __future__ import annotations

from bot.texts.answers_en import WORDS as _ANSWERS
from bot.texts.conversation_words import FollowUpWords

# Buttons below answers
READ_ON = "Read on"
SOURCES = "Sources"
SHARE = "Share"
HELPFUL = "Helpful"
UNHELPFUL = "No"

BUTTON_COMMANDS_TITLE = "Buttons and their commands"
BUTTON_COMMANDS = {
    "lagi": "the same as “Next”",
    "selengkapnya": "the whole first article, or another one: /selengkapnya 2",
    "sumberjawaban": "the sources of an answer, with their links",
    "bagikan": "share an answer in another chat",
    "membantu": "the answer was helpful",
    "tidak": "the answer was not helpful; why: /tidak 1, 2 or 3",
    "kirim": "send an unanswered question to the moderators: /kirim and the question",
    "kabari": "wait for its answer: /kabari and the question that was sent",
    "kabarkoreksi": "news of corrections: /kabarkoreksi off or on",
}

NO_ANSWER_YET = "There is no answer for that yet. Please write your question."

# Whole articles
OTHER_ARTICLES = "Other articles of this answer:"
ARTICLE_GONE = "That article is no longer among our sources."

# Sources of an answer
SOURCES_OF_ANSWER = "Sources of this answer"

# Sharing
SHARE_HINT = "Press “Share” and choose a chat, or write in any chat:"
SHARE_LINK_HINT = "A link to this answer, valid for 90 days:"

# Verdicts
THANKS_FOR_HELPFUL = "Thank you, glad to help."
THANKS_FOR_REASON = "Thank you, this helps us to improve the answers."
RATED_BEFORE = "We have your opinion on this answer. Thank you."
WHAT_WAS_WRONG = "What was wrong with the answer?"
WHAT_WAS_WRONG_SHORT = "What was wrong? Choose a reason below the answer."
WRONG_PASSAGE = "The quotation is wrong"
NOT_ASKED = "That is not what I asked"
DISAGREE = "I disagree"
REASON_HINT = "Press one, or write /tidak 1, /tidak 2 or /tidak 3, in this order."

# Reports
REPORT = "Report"
WHICH_QUOTATION = "Which quotation is wrong? Press its number, or write for example:"
REPORT_EXAMPLE = "/lapor 2 the number is wrong"
REPORTED = "Thank you. Your report went to the moderators, without your name."
REPORTED_BEFORE = "You have reported this quotation already. Thank you."
TOO_MANY_REPORTS = "You have reported a lot today. Please go on tomorrow, thank you."
NOTHING_TO_REPORT = "Reply to an answer with /lapor to report its quotation."

# Questions without an answer
SUBMIT = "Send to the moderators"
CONSENT = (
    "This question will be sent to the moderators exactly as written below, without your name and "
    "number. They look for an article that answers it, and may list the question there as an "
    "example. Send it?"
)
CONSENT_HINT = (
    "Press the button, or reply to this message with /kirim. Otherwise just ignore this. In the "
    "moderators' queue it is kept for at most 90 days."
)
SEND = "Yes, send"
DROP = "Cancel"
DROPPED = "Fine, nothing is sent."
SUBMITTED = "Thank you, your question is now in the moderators' queue:"
RECEIVED = "Thank you for your question."
OUTSIDE_BEFORE = (
    "Thank you. The moderators have seen this question before: it is beyond our scope, since all "
    "that we collect are articles about Sirekap."
)
FOLLOW_OFFER = "Would you like to hear once the article is there?"
FOLLOW = "Tell me"
FOLLOWED = "Fine, you will hear once when there is an answer, within 90 days from now."
NOTHING_TO_SUBMIT = "Reply to your question with /kirim, or write /kirim and the question."
NOTHING_TO_FOLLOW = "That question is not in the moderators' queue. Send it first with /kirim."
TOO_MANY_QUESTIONS = "You have sent many questions today. Please go on tomorrow, thank you."
REMOVED = "[removed]"

# What people hear later, without having asked just then
ANSWER_ARRIVED = "The question that you left with us now has an answer."
OUTSIDE = (
    "The moderators have seen the question that you left with us: it is beyond our scope, since "
    "all that we collect are articles about Sirekap. Thank you for asking."
)
ARTICLES_CHANGED = "Articles that I sent you have changed:"
CORRECTIONS_OFF = "No more news of corrections"
CORRECTIONS_ON = "Tell me of corrections"
CORRECTIONS_ARE_OFF = (
    "News of corrections is off, and the record of articles that you received is deleted. Switch "
    "it on again with /kabarkoreksi on."
)
CORRECTIONS_ARE_ON = (
    "News of corrections is on: if an article that you receive is corrected or retracted, you "
    "hear of it once. Switch it off with /kabarkoreksi off."
)
SWITCH_OFF = ("mati", "off")
SWITCH_ON = ("nyala", "hidup", "on")
SURE = ("ya", "yes")

WORDS = FollowUpWords(
    answers=_ANSWERS,
    copy="Copy link {number}",
    report=REPORT,
    retraction="Retracted {day}: {reason}",
)
