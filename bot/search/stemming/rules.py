"""The prefix and infix rules of Sastrawi as data, and which of them may fit a word.

The numbers are those of the literature and of Sastrawi's own files: Nazief and Adriani (1996),
Confix Stripping (Asian 2007, "Effective Techniques for Indonesian Text Retrieval", table of prefix
rules), Enhanced Confix Stripping (Arifin, Mahendra and Ciptaningtyas 2009) and Sastrawi's additions
(https://github.com/sastrawi/sastrawi/wiki). V is a vowel, C a consonant, A any letter. The
behaviour is that of PySastrawi 1.2.1 (MIT licence), its departures from the papers included;
no code of it is taken over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

PLAIN_PREFIXES = frozenset({"di", "ke", "se"})

DROP_E = None
"""The reading in which an e after the prefix is a part of it: menge-, penge-."""

_V = "[aiueo]"
_C = "[bcdfghjklmnpqrstvwxyz]"
_C_BUT_R = "[bcdfghjklmnpqstvwxyz]"
_C_BUT_RWYLMN = "[bcdfghjkpqstvxz]"
_A = "[a-z]"

# Number and form, prefix to cut, what must follow it, readings: what takes the prefix's place.
_ROWS: tuple[tuple[str, str, str, tuple[str | None, ...]], ...] = (
    ("1: berV, ber-V or be-rV", "ber", _V, ("", "r")),
    ("2: berCAP, P not er", "ber", f"{_C}{_A}(?!er)", ("",)),
    ("3: berCAerV, C not r", "ber", f"{_C_BUT_R}{_A}er{_V}", ("",)),
    ("4: belajar", "bel", r"ajar\Z", ("",)),
    ("5: beC1erC2, C1 not r", "be", f"{_C_BUT_R}er{_C}", ("",)),
    ("6: terV, ter-V or te-rV", "ter", _V, ("", "r")),
    ("7: terCerV, C not r", "ter", f"{_C_BUT_R}er{_V}", ("",)),
    ("8: terCP, C not r, P not er", "ter", f"{_C_BUT_R}(?!er)", ("",)),
    ("9: teC1erC2, C1 not r", "te", f"{_C_BUT_R}er{_C}", ("",)),
    ("10: me{l|r|w|y}V", "me", f"[lrwy]{_V}", ("",)),
    ("11: mem{b|f|v}", "mem", "[bfv]", ("",)),
    ("12 of CS: mempe", "mem", "pe", ("",)),
    ("13: memV, me-mV or me-pV", "mem", _V, ("m", "p")),
    ("14 of ECS and Sastrawi: men{c|d|j|s|t|z}", "men", "[cdjstz]", ("",)),
    ("15: menV, me-nV or me-tV", "men", _V, ("n", "t")),
    ("16 of CS: meng{g|h|q|k}", "meng", "[ghqk]", ("",)),
    ("17: mengV, meng-V, meng-kV, menge- or me-ngV", "meng", _V, ("", "k", DROP_E, "ng")),
    ("18: menyV, me-nyV or me-sV", "meny", _V, ("ny", "s")),
    ("19 of ECS: mempA, A not e (in Sastrawi nor n)", "mem", "p[a-dfg-mo-z]", ("",)),
    ("20: pe{w|y}V", "pe", f"[wy]{_V}", ("",)),
    ("21: perV, per-V or pe-rV", "per", _V, ("", "r")),
    ("23: perCAP, P not er", "per", f"{_C}{_A}(?!er)", ("",)),
    ("24: perCAerV, C not r", "per", f"{_C_BUT_R}{_A}er{_V}", ("",)),
    ("25: pem{b|f|v}", "pem", "[bfv]", ("",)),
    ("26: pemV, pe-mV or pe-pV", "pem", _V, ("m", "p")),
    ("27 of Sastrawi: pen{c|d|j|s|t|z}", "pen", "[cdjstz]", ("",)),
    ("28: penV, pe-nV or pe-tV", "pen", _V, ("n", "t")),
    ("29 of ECS: pengC", "peng", _C, ("",)),
    ("30: pengV, peng-V, peng-kV or penge-", "peng", _V, ("", "k", DROP_E)),
    ("31: penyV, pe-nyV or pe-sV", "peny", _V, ("ny", "s")),
    ("32: pelajar", "pel", r"ajar\Z", ("",)),
    ("32: pelV", "pe", f"l{_V}", ("",)),
    ("34: peCP, P not er", "pe", f"{_C}(?!er)", ("",)),
    ("35: terC1erC2", "ter", f"{_C_BUT_RWYLMN}er{_C}", ("",)),
    ("36: peC1erC2", "pe", f"{_C_BUT_RWYLMN}er{_C}", ("",)),
    ("41 of Sastrawi: kuA", "ku", "", ("",)),
    ("42 of Sastrawi: kauA", "kau", "", ("",)),
)


class Rule(NamedTuple):
    """A prefix rule: the test of a word's beginning, letters to cut, and what to put there.

    The first reading that gives a root counts; without one, the last reading does, unless it is
    `DROP_E` and there is no e to drop: then the rule is passed over.
    """

    matches: Callable[[str], re.Match[str] | None]
    length: int
    readings: tuple[str | None, ...]


@cache
def rules_by_head() -> Mapping[str, tuple[Rule, ...]]:
    """Return the rules in Sastrawi's order for each prefix, longer ones with the shorter's rules.

    The rules that may fit a word are those of the longest key that the word starts with.
    """
    rules = [
        (prefix, Rule(re.compile(prefix + follow).match, len(prefix), readings))
        for _, prefix, follow, readings in _ROWS
    ]
    return {
        head: tuple(rule for prefix, rule in rules if head.startswith(prefix))
        for head in {prefix for prefix, _ in rules}
    }


@cache
def infix_pattern() -> re.Pattern[str]:
    """Match a consonant with the infix -er-, -el-, -em- or -in- before a vowel: rules 37 to 40."""
    return re.compile(f"{_C}(?:er|el|em|in){_V}")
