"""The server: documents come in, diagnostics go out. All checking is done in one thread beside the event loop."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from opedcheck import __version__
from opedcheck.lsp.actions import actions
from opedcheck.lsp.desk import SUFFIXES, Checked, Desk, serves
from opedcheck.lsp.diagnostics import diagnostics
from opedcheck.lsp.hovers import hover
from opedcheck.lsp.positions import Positions
from opedcheck.model import ArticleReport

# For so long nobody must have typed before the text is checked, in seconds.
REST = 0.3
T = TypeVar("T")
WATCHED = ("**/claims/**/*.{yaml,yml,jsonl}", "**/*opedcheck*.{toml,json}", "**/pyproject.toml")


class Open(NamedTuple):
    """A document: what is known of it, and of which version."""

    version: int
    report: ArticleReport
    positions: Positions


class Server(LanguageServer):
    """What is open, what was found in it, and the thread that checks."""

    def __init__(self) -> None:
        # The whole text with each change: pygls takes a line separator for a line's end where it applies a part.
        super().__init__("opedcheck", f"v{__version__}", types.TextDocumentSyncKind.Full)
        self.desk = Desk()
        self.worker = ThreadPoolExecutor(1, thread_name_prefix="opedcheck")
        self.found: dict[str, Open] = {}
        self.asked: dict[str, int] = {}
        self.told: set[str] = set()

    def known(self, uri: str) -> Open | None:
        """What was found in a document, if it has not changed since."""
        found = self.found.get(uri)
        current = self.workspace.get_text_document(uri).version
        return found if found is not None and found.version == current else None

    async def check(self, uri: str, rest: float = 0.0) -> None:
        """Check a document once nobody has asked for it again for `rest` seconds, and publish what is found."""
        self.asked[uri] = ticket = self.asked.get(uri, 0) + 1
        await asyncio.sleep(rest)
        if self.asked.get(uri) != ticket:
            return
        document = self.workspace.get_text_document(uri)
        path = path_of(uri, document.language_id)
        if path is None:
            return
        source, version = document.source, document.version or 0
        checked = await self.beside(partial(self._unless_old, uri, ticket, path, source))
        if checked is None or self.asked.get(uri) != ticket:
            return
        self.tell(checked.faults)
        self._publish(uri, source, version, checked.report)

    async def beside(self, work: partial[T]) -> T | None:
        """Do `work` in the thread that checks; a crash is told of, and the server goes on."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self.worker, work)
        except Exception as fault:
            self.tell((f"crashed: {type(fault).__name__}: {fault}. This is a bug; please report it with the text.",))
            return None

    def tell(self, faults: tuple[str, ...]) -> None:
        """Show what went wrong, each thing once until it is mended."""
        for fault in faults:
            if fault not in self.told:
                message = types.ShowMessageParams(types.MessageType.Error, f"opedcheck: {fault}")
                self.window_show_message(message)
        self.told = set(faults)

    def _unless_old(self, uri: str, ticket: int, path: Path, source: str) -> Checked | None:
        """The check itself, left out where the document has changed while it waited for its turn."""
        return self.desk.check(path, source) if self.asked.get(uri) == ticket else None

    def _publish(self, uri: str, source: str, version: int, report: ArticleReport | None) -> None:
        rows: list[types.Diagnostic] = []
        self.found.pop(uri, None)
        if report is not None:
            positions = Positions(source, self.workspace.position_encoding or types.PositionEncodingKind.Utf16)
            self.found[uri] = Open(version, report, positions)
            told = self.client_capabilities.text_document
            shows = told.publish_diagnostics if told else None
            rows = diagnostics(report, positions, related=bool(shows and shows.related_information))
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, rows, version))


def path_of(uri: str, language: str | None) -> Path | None:
    """The file of a document, or the name that it would have; `None` where it is none that is checked."""
    if uri.startswith("file:"):
        path = uris.to_fs_path(uri)
        return Path(path) if path and serves(Path(path)) else None
    suffix = SUFFIXES.get(language or "")
    return Path(f"untitled{suffix}") if suffix else None


def make() -> Server:
    """A server with all that it can do, not yet started."""
    server = Server()

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        folders = list(server.workspace.folders.values())
        root = uris.to_fs_path(folders[0].uri) if folders else server.workspace.root_path
        if root and Path(root).is_dir():
            os.chdir(root)  # where the settings are looked for, as on the command line
        _watch_files(server)
        await server.beside(partial(server.desk.load))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        await server.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        await server.check(params.text_document.uri, REST)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        await server.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.asked.pop(uri, None)
        server.found.pop(uri, None)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def renewed(params: types.DidChangeWatchedFilesParams) -> None:
        server.desk.renew()
        await asyncio.gather(*(server.check(uri, REST) for uri in tuple(server.workspace.text_documents)))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        known = server.known(params.text_document.uri)
        told = hover(known.report, known.positions.offset(params.position)) if known else None
        if known is None or told is None:
            return None
        article = known.report.article
        start, end = article.source_offset(told[1]), article.source_offset(told[2], end=True)
        content = types.MarkupContent(types.MarkupKind.Markdown, told[0])
        return types.Hover(content, known.positions.range(start, end))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri, only = params.text_document.uri, tuple(str(getattr(k, "value", k)) for k in params.context.only or ())
        known = server.known(uri)
        return list(actions(known.report, known.positions, uri, params.range, only)) if known else []

    return server


def _watch_files(server: Server) -> None:
    """Ask the client to tell of references and settings that change, if it can."""
    told = server.client_capabilities.workspace
    watches = told.did_change_watched_files if told else None
    if watches and watches.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(one) for one in WATCHED])
        wanted = types.Registration("opedcheck-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.client_register_capability(types.RegistrationParams([wanted]))


def serve() -> None:
    """Serve on standard input and output until the client ends it."""
    server = make()
    try:
        server.start_io()
    finally:
        server.worker.shutdown(wait=False, cancel_futures=True)
