"""The key that turns people's ids into hashes: set by hand, or made once and kept."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

from bot.setting_values import parse_privacy_key
from bot.settings import Settings, SettingsError
from bot.texts import settings as texts

_FILE = "privacy.key"


def find_privacy_key(settings: Settings) -> bytes:
    """Return the key of `PRIVACY_KEY`, or the one in `DATA_DIR`, which is made when missing.

    The file holds the key in hexadecimal and is readable only by its owner.

    Raises:
        SettingsError: when the file holds something else.
        OSError: when it can neither be read nor made.
    """
    if settings.privacy_key is not None:
        return settings.privacy_key
    path = settings.data_dir / _FILE
    if not path.exists():
        _make_key(path)
    try:
        return parse_privacy_key(path.read_text(encoding="ascii").strip())
    except ValueError as error:
        raise SettingsError(texts.describe_bad_key_file(str(path))) from error


def _make_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # mkstemp makes files of mode 0600. Linking a finished file instead of writing in place lets
    # one of several starting processes win, and never shows a half-written key.
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32) + "\n")
        Path(path).hardlink_to(name)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
