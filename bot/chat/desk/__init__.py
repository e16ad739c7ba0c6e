"""The moderators' side of the chat, behind `moderating`, which lets nobody else in."""
