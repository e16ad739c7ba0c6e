"""The wording of the bot in groups, in English."""

from __future__ import annotations

from bot.texts.conversation_words import GroupWords

# Commands in the menu of groups
GROUP_COMMANDS = {
    "tanya": "Ask about Sirekap: /tanya what is Sirekap",
    "cek": "Reply to a rumour with this to check it",
    "hapus": "Reply to my answer with this to delete it",
    "bantuan": "How to ask in a group",
}
ADMIN_COMMANDS = {**GROUP_COMMANDS, "aturan": "Rules for the bot in this group"}

# Buttons
CONTINUE = "Go on in a private chat"

# Lines instead of an answer
MISS = "Not found in our sources."
HOW_TO_ASK = "Write the question after the command, for example: /tanya what is Sirekap"
HOW_TO_CHECK = "Reply with /cek to the message that you want checked."
NOTHING_TO_CHECK = "There is nothing to check in that message."
NOTHING_TO_READ = "That message has no text, so I can't check it yet."
IN_GROUPS = (
    "In groups, write /tanya and your question, or reply to a rumour with /cek. For anything else, "
    "use the private chat."
)

# Flood, said once, then silence
SLOW_DOWN = "A bit slower, please. I will go on in a moment, and keep quiet until then."
GROUP_IS_BUSY = (
    "There are many questions in this group just now, so I keep quiet for some minutes. Please go "
    "on in a private chat."
)

# Said below a button that stopped spinning before what it asked for failed
PRESS_FAILED = "Sorry, that button failed. Please try again in a few minutes."

# /hapus
HOW_TO_REMOVE = "Reply to my answer with /hapus to delete it."
NOT_YOURS = "Only the person who asked, or an admin of the group, can have that answer deleted."
TOO_OLD_TO_REMOVE = "That answer is too old for me; only an admin of the group can delete it."

# /aturan
RULES_TITLE = "Rules for the bot in this group"
RULES_HINT = (
    "Only admins of the group can change them, with the buttons below or by writing, for example, "
    "/aturan tanya admin, /aturan jawaban lengkap, /aturan tenang 22-5, /aturan tenang mati, "
    "/aturan zona WITA."
)
ONLY_ADMINS_CHANGE = "Only admins of the group can change the rules."
UNKNOWN_RULE = "I don't know that rule."
ANYBODY_ASKS = "Who may ask: everybody"
ADMINS_ASK = "Who may ask: admins only"
COMPACT = "Answers: short"
FULL = "Answers: full"
NO_QUIET_HOURS = "Quiet hours: off"
LET_ANYBODY_ASK = "Let everybody ask"
LET_ADMINS_ASK = "Only admins ask"
ANSWER_COMPACTLY = "Answer briefly"
ANSWER_FULLY = "Answer in full"
END_QUIET_HOURS = "No quiet hours"

WORDS = GroupWords(
    hours="{start:02}:00–{end:02}:00",
    quiet="Quiet hours: {hours} {zone}",
    offer="Quiet {hours}",
    other_zone="Use {zone}",
)
