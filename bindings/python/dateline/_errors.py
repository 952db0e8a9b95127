"""What goes wrong, by who can act on it."""

from __future__ import annotations


class Error(Exception):
    """Names the culprit; `remedy` says what to do about it, `code` is its name in every language."""

    code = "bug"

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy

    def __str__(self) -> str:
        message = super().__str__()
        return f"{message}. {self.remedy}" if self.remedy else message


class ArchiveMissing(Error):
    """There is no archive at that path."""

    code = "archive_missing"


class ArchiveForeign(Error):
    """Something is there, but it is no archive of ours."""

    code = "archive_foreign"


class FormatUnknown(Error):
    """The archive was written by a version with a format or feature that this one does not know."""

    code = "format_unknown"


class ArchiveDamaged(Error):
    """A file is missing or does not match its checksum."""

    code = "archive_damaged"


class ArchiveLocked(Error):
    """Another process or thread is writing."""

    code = "archive_locked"


class InputUnreadable(Error):
    """A file or folder could not be read at all."""

    code = "input_unreadable"


class InvalidRequest(Error, ValueError):
    """What was passed is out of its range, or not known."""

    code = "invalid_request"


class IoFailure(Error, OSError):
    """The system refused a read or a write: the disk is full, a permission is missing."""

    code = "io_failure"

    def __init__(self, message: str, remedy: str = "") -> None:  # OSError takes other arguments
        Error.__init__(self, message, remedy)


class Cancelled(Error):
    """A Stop, a time limit or a callback ended it."""

    code = "cancelled"


_by_code = {
    kind.code: kind
    for kind in (
        ArchiveMissing, ArchiveForeign, FormatUnknown, ArchiveDamaged, ArchiveLocked, InputUnreadable, InvalidRequest,
        IoFailure, Cancelled,
    )
}


def error_of(code: str, message: str, remedy: str) -> Exception:
    if code == "out_of_memory":
        return MemoryError(message)
    return _by_code.get(code, Error)(message, remedy)
