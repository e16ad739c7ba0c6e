"""Labels as moderators type them: ids or names, one or several, or what to add and take away."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.articles import nearest
from bot.desk.errors import DraftFieldError
from bot.desk.intake.lines import clean_line
from bot.texts import fields as texts


def change_labels(
    field: str, value: str, present: tuple[str, ...], names: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the labels of `field` after `value` was typed.

    Args:
        field: whose labels they are.
        value: ids or names, separated by commas, instead of those that are `present`; or, each
            with a plus or minus before it, what to add to them and take from them.
        present: ids.
        names: what is known, by id.

    Raises:
        DraftFieldError: one is not known, or nothing was typed.
    """
    parts = [part.strip() for part in re.split(r"[,;\n]", value) if part.strip()]
    if not parts:
        raise DraftFieldError(texts.describe_refusal(field, texts.NOTHING_TYPED))
    chosen = list(present) if all(part[0] in "+-" for part in parts) else []
    for part in parts:
        label = find_label(field, part.lstrip("+- "), names)
        chosen = [each for each in chosen if each != label]
        if not part.startswith("-"):
            chosen.append(label)
    return tuple(chosen)


def find_label(field: str, typed: str, names: Mapping[str, str]) -> str:
    """Return the id that `typed` is, or is the name of.

    Raises:
        DraftFieldError: there is none; the message names the nearest one.
    """
    known = {name.casefold(): label for label, name in names.items()}
    known.update((label, label) for label in names)
    wanted = clean_line(typed).casefold()
    if wanted in known:
        return known[wanted]
    meant = nearest(wanted, known)
    listed = [known[meant]] if meant else list(names)
    shown = ", ".join(f"{names[label]} ({label})" for label in listed)
    text = texts.describe_unknown_label(typed, shown, is_near=meant is not None)
    raise DraftFieldError(texts.describe_refusal(field, text))
