"""Paths or standard input -> articles. One module a format; offsets into the source survive."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date as Date
from pathlib import Path, PurePath

from opedcheck.errors import ArticleError
from opedcheck.model import Article
from opedcheck.readers import docx, html, markdown, plaintext, records
from opedcheck.readers.decoding import fit
from opedcheck.readers.folders import search
from opedcheck.readers.source import About, Given, Pieces, Reader

READERS: tuple[Reader, ...] = (plaintext.READER, markdown.READER, html.READER, docx.READER, records.READER)
BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}
SEARCHED = frozenset(suffix for reader in READERS if reader.searched for suffix in reader.suffixes)
STDIN = "-"
# What programs for writing make, and all of them can save as.
AS_DOCX = frozenset({".doc", ".dot", ".odt", ".rtf", ".pages", ".wpd"})
Allowed = Callable[[Path], bool]


def read(
    inputs: Sequence[str],
    stdin: Callable[[], bytes],
    *,
    stdin_name: str | None = None,
    allowed: Allowed = lambda path: True,
    strict: bool = False,
) -> Iterator[Article | ArticleError]:
    """Every article of `inputs` (files, folders, `-`), in order; what can't be read is an error in its place.

    `stdin` gives what stands on standard input; `stdin_name` says what file that would be. What is not `allowed` in a
    folder is left out, with `strict` also where it is named itself.
    """
    found = tuple(_find(inputs, allowed, strict))
    twice = Counter(path.stem for path in found if isinstance(path, Path))
    for path in found:
        match path:
            case ArticleError():
                yield path
            case Path():
                alone = twice[path.stem] == 1
                name = path.as_posix()
                given = Given(path.stem if alone else path.with_suffix("").as_posix(), name, name)
                yield from _read(path.read_bytes, given, path.suffix, path)
            case _:
                given = Given(PurePath(stdin_name).stem if stdin_name else "stdin", stdin_name, stdin_name or "<stdin>")
                yield from _read(stdin, given, PurePath(stdin_name or "stdin.txt").suffix)


def from_text(text: str, *, id: str = "text", date: Date | None = None) -> Article:
    """An article from a string, verbatim: all offsets refer to it. Raises ArticleError if it is empty or too long."""
    pieces = Pieces(fit(text, id))
    pieces.keep(0, len(text))
    return pieces.article(Given(id, None, id), About(date=date))


def reader_of(article: Article) -> Reader:
    """The reader that read an article from a path or standard input."""
    return BY_SUFFIX[PurePath(article.path or "stdin.txt").suffix.lower()]


def _find(inputs: Sequence[str], allowed: Allowed, strict: bool) -> Iterator[Path | str | ArticleError]:
    """The files behind `inputs`, none twice; STDIN stands for itself."""
    seen = set[str]()
    for name in inputs:
        if strict and name != STDIN and not _allowed_with_folders(Path(name), allowed):
            continue
        for found in (STDIN,) if name == STDIN else _files(Path(name), allowed):
            key = os.path.realpath(found) if isinstance(found, Path) else str(found)
            if key not in seen:
                seen.add(key)
                yield found


def _allowed_with_folders(path: Path, allowed: Allowed) -> bool:
    """Whether a file is allowed, and every folder that it lies in."""
    return allowed(path) and all(allowed(folder) for folder in path.absolute().parents if folder != folder.parent)


def _files(path: Path, allowed: Allowed) -> Iterator[Path | ArticleError]:
    try:
        folder = path.is_dir()
    except OSError:  # reading it will tell why
        folder = False
    if not folder:
        yield path
        return
    none = True
    for found in search(path, SEARCHED, allowed):
        none = False
        yield found
    if none:
        suffixes = " or ".join(sorted(SEARCHED))
        left = "neither .gitignore nor the settings leave out"
        remedy = f"Name the files themselves, or a folder with {suffixes} files that {left}."
        yield ArticleError("is a folder without articles", place=path, remedy=remedy)


def _read(
    data: Callable[[], bytes], given: Given, suffix: str, path: Path | None = None
) -> Iterator[Article | ArticleError]:
    """The articles of one file or of standard input."""
    try:
        if not _is_unicode(given.place):
            raise ArticleError("has a name that is not UTF-8", place=given.place, remedy="Rename it.")
        if path is not None and not path.exists():
            raise ArticleError("no such file or folder", place=given.place, remedy="Check the path.")
        reader = _reader(suffix, given.place)
        if path is not None and reader.limit is not None and path.stat().st_size > reader.limit:
            size = f"{path.stat().st_size:,} bytes"
            raise ArticleError(f"holds {size}, too many for an article", place=given.place, remedy="Split it.")
        yield from reader.read(data(), given)
    except ArticleError as fault:
        yield fault
    except OSError as fault:
        yield ArticleError(f"can't be read: {fault.strerror}", place=given.place, remedy="Check its permissions.")


def _is_unicode(name: str) -> bool:
    """Whether a name can be written anywhere: those of files may be any bytes."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def _reader(suffix: str, place: str) -> Reader:
    reader = BY_SUFFIX.get(suffix.lower())
    if reader is None:
        known = ", ".join(BY_SUFFIX)
        what = f"can't be read: the format {suffix!r} is unknown" if suffix else "can't be read: its name has no suffix"
        remedy = f"Readable are {known}; other text comes in on standard input, with --stdin-filename NAME.txt."
        if suffix.lower() in AS_DOCX:
            remedy = "Save it as a Word document (.docx) and check that."
        raise ArticleError(what, place=place, remedy=remedy)
    return reader
