"""Finds libdateline and calls it: the only place that knows ctypes."""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import os
import pathlib
import threading
from typing import Any, Callable

from ._errors import error_of

_ABI_VERSION = 1  # DATELINE_ABI_VERSION of the header that this was written for

_text = ctypes.c_char_p
_handle = ctypes.c_void_p
_place = ctypes.POINTER(ctypes.c_void_p)

EACH = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, _text)
REPORT = ctypes.CFUNCTYPE(None, ctypes.c_void_p, _text)


class Watch(ctypes.Structure):
    """dateline_watch"""

    _fields_ = [("context", ctypes.c_void_p), ("report", REPORT), ("progress", EACH), ("log", REPORT)]


_watch = ctypes.POINTER(Watch)


# The functions that return a code and take the place for an error last, with what comes between.
_FALLIBLE = {
    "archive_open_watched": [_text, _watch, _place],
    "archive_refresh": [_handle, ctypes.POINTER(ctypes.c_int)],
    "archive_search": [_handle, _text, _handle, _place],
    "archive_quotes": [_handle, _text, _handle, _place],
    "archive_similar": [_handle, _text, _handle, _place],
    "archive_suggest": [_handle, _text, _place],
    "archive_speakers": [_handle, _text, _place],
    "archive_unsure_speakers": [_handle, _text, _place],
    "archive_show": [_handle, _text, _place],
    "archive_stats": [_handle, _place],
    "archive_index_parts": [_handle, _place],
    "archive_for_each_hit": [_handle, _text, _handle, EACH, ctypes.c_void_p, _place],
    "archive_for_each_article": [_handle, EACH, ctypes.c_void_p],
    "indexer_open": [_text, _text, _watch, _place],
    "indexer_add": [_handle, _text, _place],
    "indexer_add_raw": [_handle, ctypes.c_char_p, ctypes.c_size_t, _text, _place],
    "indexer_add_paths": [_handle, _text, _place],
    "indexer_remove": [_handle, _text, ctypes.POINTER(ctypes.c_int)],
    "indexer_commit": [_handle],
    "reindex": [_text, _text, _text, _watch, _place],
    "rehearse_reindex": [_text, _text, _text, _watch, _place],
    "rollback": [_text],
    "compact": [_text, _text, _place],
    "check": [_text, _watch, _place],
    "repair": [_text, _watch, _place],
    "inspect": [ctypes.c_char_p, ctypes.c_size_t, _text, _text, _place],
    "input_formats": [_place],
}


def _candidates() -> list[str]:
    given = os.environ.get("DATELINE_LIBRARY")
    if given:
        return [given]
    here = pathlib.Path(__file__).resolve().parent
    beside = sorted(str(path) for path in here.glob("libdateline.so*"))
    try:
        from ._installed import LIBRARY  # type: ignore[import] # written by an installation together with the library

        installed = [str((here / LIBRARY).resolve())]
    except ImportError:
        installed = []
    found = ctypes.util.find_library("dateline")
    return beside + [path for path in installed if os.path.exists(path)] + ([found] if found else [])


def _load() -> ctypes.CDLL:
    problems = []
    for path in _candidates():
        try:
            library = ctypes.CDLL(path)
            library.dateline_abi_version.restype = ctypes.c_int
            abi = library.dateline_abi_version()
        except (OSError, AttributeError) as problem:
            problems.append(f"{path}: {problem}")
            continue
        if abi == _ABI_VERSION:
            return library
        problems.append(f"{path}: has version {abi} of the interface, and {_ABI_VERSION} is needed")
    detail = "; ".join(problems) or "none was found"
    raise ImportError(f"libdateline cannot be used: {detail}. Install it, or name it in $DATELINE_LIBRARY.")


def _declare(library: ctypes.CDLL) -> None:
    for name, arguments in _FALLIBLE.items():
        function = getattr(library, "dateline_" + name)
        function.argtypes = arguments + [_place]  # type: ignore[operator]
        function.restype = ctypes.c_int
    for name in ("archive_close", "indexer_close", "error_free", "string_free", "stop_now", "stop_free"):
        function = getattr(library, "dateline_" + name)
        function.argtypes = [_handle]
        function.restype = None
    for name in ("error_message", "error_remedy"):
        function = getattr(library, "dateline_" + name)
        function.argtypes = [_handle]
        function.restype = _text
    library.dateline_code_name.argtypes = [ctypes.c_int]
    library.dateline_code_name.restype = _text
    library.dateline_version.argtypes = []
    library.dateline_version.restype = _text
    library.dateline_stop_new.argtypes = []
    library.dateline_stop_new.restype = _handle


library = _load()
_declare(library)


def version() -> str:
    """Of the library, such as "0.1.0"."""
    return str(library.dateline_version(), "ascii")


def call(function: Any, *arguments: Any) -> None:
    """Calls a function of _FALLIBLE; raises what it reports."""
    error = ctypes.c_void_p()
    code = function(*arguments, ctypes.byref(error))
    if code:
        raise _taken_error(code, error)


def _taken_error(code: int, error: ctypes.c_void_p) -> Exception:
    name = library.dateline_code_name(code).decode()
    message = library.dateline_error_message(error).decode("utf-8", "replace")
    remedy = library.dateline_error_remedy(error).decode("utf-8", "replace")
    library.dateline_error_free(error)
    return error_of(name, message or name, remedy)


def text_of(function: Any, *arguments: Any) -> str | None:
    """The same for a function with one text as its result, just before the error."""
    place = ctypes.c_void_p()
    call(function, *arguments, ctypes.byref(place))
    return taken_text(place)


def taken_text(place: ctypes.c_void_p) -> str | None:
    if not place.value:
        return None
    try:
        return str(ctypes.string_at(place.value), "utf-8")
    finally:
        library.dateline_string_free(place)


def object_of(function: Any, *arguments: Any) -> Any:
    """The same, parsed; None where C has NULL."""
    text = text_of(function, *arguments)
    return None if text is None else json.loads(text)


def encoded(request: dict[str, Any] | list[Any]) -> bytes:
    """A request, without the members that are None."""
    if isinstance(request, dict):
        request = {name: value for name, value in request.items() if value is not None}
    return json.dumps(request, ensure_ascii=False).encode("utf-8", "replace")  # half a surrogate pair is no text


def path_bytes(path: str | os.PathLike[str]) -> bytes:
    return os.fsencode(path)


class Handle:
    """A handle of C that is freed when it is closed and the last call that uses it has returned."""

    def __init__(self, pointer: int, close: Callable[[int], None], what: str) -> None:
        self._pointer = pointer
        self._close = close
        self._what = what
        self._lock = threading.Lock()
        self._users = 0
        self._closed = False

    def __enter__(self) -> int:
        with self._lock:
            if self._closed:
                raise ValueError(f"the {self._what} is closed")
            self._users += 1
        return self._pointer

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._users -= 1
            is_last = self._closed and self._users == 0
        if is_last:
            self._close(self._pointer)

    def close(self) -> None:
        with self._lock:
            is_last = not self._closed and self._users == 0
            self._closed = True
        if is_last:
            self._close(self._pointer)


class Relay:
    """Calls back to Python from C, where no exception may pass: it is kept, and raised when the call has returned."""

    def __init__(self) -> None:
        self.problem: BaseException | None = None

    def guarded(self, function: Callable[[Any], Any]) -> Callable[[int | None, bytes], int]:
        def called(_: int | None, text: bytes) -> int:
            if self.problem is not None:
                return 0
            try:
                return 0 if function(json.loads(text)) is False else 1
            except BaseException as problem:  # noqa: B902 - KeyboardInterrupt, too, must not be lost in C
                self.problem = problem
                return 0

        return called

    def call(self, function: Any, *arguments: Any) -> None:
        try:
            call(function, *arguments)
        except Exception:
            if self.problem is None:
                raise
        self.raise_kept()

    def raise_kept(self) -> None:
        problem, self.problem = self.problem, None
        if problem is not None:
            raise problem
