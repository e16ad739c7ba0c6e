"""Why the desk cannot do what a moderator asked for; each message is an Indonesian sentence.

DeskError
├── IntakeError                 a source cannot become a draft
│   ├── FetchError              a web page was not fetched
│   │   ├── AddressRefusedError     the address, or one that it leads to, is not for us
│   │   ├── UnreachableError        no such host, no connection, no trusted certificate
│   │   ├── TooSlowError            the time is over
│   │   ├── TooLargeError           more bytes than allowed, packed or unpacked
│   │   ├── WrongContentError       no HTML, or packed in an unknown way
│   │   └── SiteRefusedError        the site answers with an error or redirects in circles
│   └── NoArticleError          there is no article in what was read
├── NoRightError                who asks is no moderator, or no chief
├── PersonError                 a moderator cannot be admitted, dismissed or named so
├── DraftFieldError             a value does not fit its field
├── StaleDraftError             the draft was changed, published or discarded meanwhile
├── PublishError                the article may not go into the corpus as it is
│   ├── FourEyesError               another moderator has to confirm it
│   └── UnconfirmedError            it can, once the moderator confirms a warning
├── BusyError                   somebody else is changing the corpus for too long
├── NoFolderError               the folder of the articles is gone
├── UnwritableError             the disk is full, or the folder may not be written to
└── AmendError                  an article cannot be changed
    ├── UnknownArticleError         no article has the key
    ├── AlreadyRetractedError       it is retracted already
    ├── NothingChangedError         it is like that already
    ├── UndoError                   there is nothing to undo, or no longer
    └── FileConflictError           the file was changed meanwhile, or its form is unusual
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.desk.drafts.tray_values import TrayDraft


class DeskError(Exception):
    """The desk cannot do it; the message says why and what helps."""


class IntakeError(DeskError):
    """A source cannot become a draft."""


class FetchError(IntakeError):
    """A web page was not fetched."""


class AddressRefusedError(FetchError):
    """The address, or one that it leads to, is not one of a public web page."""


class UnreachableError(FetchError):
    """There is no such host, it cannot be connected to, or its certificate is not trusted."""


class TooSlowError(FetchError):
    """The site needs more time than allowed."""


class TooLargeError(FetchError):
    """The page has more bytes than allowed, packed or unpacked."""


class WrongContentError(FetchError):
    """What the site sends is no HTML, or is packed in an unknown way."""


class SiteRefusedError(FetchError):
    """The site answers with an error, or redirects in circles."""


class NoArticleError(IntakeError):
    """There is no article in what was read."""


class NoRightError(DeskError):
    """Who asks is no moderator, or no chief."""


class PersonError(DeskError):
    """Somebody cannot be admitted, dismissed or called so."""


class DraftFieldError(DeskError):
    """A value does not fit its field; the message names the field, the fault and the mend."""


class StaleDraftError(DeskError):
    """The draft was changed, published or discarded by somebody else meanwhile."""

    def __init__(self, message: str, newest: TrayDraft | None) -> None:
        """Keep the `newest` state, which is None when the draft is gone."""
        super().__init__(message)
        self.newest = newest


class PublishError(DeskError):
    """The article may not go into the corpus as it is."""


class FourEyesError(PublishError):
    """Another moderator than the draft's owner has to publish it."""


class UnconfirmedError(PublishError):
    """The draft can be published once the moderator confirms what the message warns of."""


class BusyError(DeskError):
    """Somebody else has been changing the corpus for too long."""


class NoFolderError(DeskError):
    """The folder of the articles is not there, as while git exchanges it."""


class UnwritableError(DeskError):
    """The disk is full, or the folder may not be written to; nothing was changed."""


class AmendError(DeskError):
    """An article cannot be changed."""


class UnknownArticleError(AmendError):
    """No article has the key."""


class AlreadyRetractedError(AmendError):
    """The article is retracted already."""


class NothingChangedError(AmendError):
    """The article is like that already."""


class UndoError(AmendError):
    """There is nothing to undo, or it cannot be undone any more."""


class FileConflictError(AmendError):
    """The file was changed meanwhile, or has a form in which a field cannot be added safely."""
