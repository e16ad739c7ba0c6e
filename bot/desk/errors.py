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
├── PublishError                the article may not go into the corpus as it is
└── AmendError                  an article cannot be changed
    ├── UnknownArticleError         no article has the key
    ├── AlreadyRetractedError       it is retracted already
    └── FileConflictError           the file was changed meanwhile, or its form is unusual
"""

from __future__ import annotations


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


class PublishError(DeskError):
    """The article may not go into the corpus as it is."""


class AmendError(DeskError):
    """An article cannot be changed."""


class UnknownArticleError(AmendError):
    """No article has the key."""


class AlreadyRetractedError(AmendError):
    """The article is retracted already."""


class FileConflictError(AmendError):
    """The file was changed meanwhile, or has a form in which a field cannot be added safely."""
