"""The server as a process of its own, spoken to by a client, with the real model and references of our own."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import make_test_lsp_client

pytestmark = [pytest.mark.model, pytest.mark.asyncio]
SAID = "As of March 2023, Norway had pledged {} in aid to Ukraine."
WRONG, RIGHT = SAID.format("$7.5 million"), SAID.format("$7.5 billion")
SOURCE = "{publisher: 'A *test*', title: '<b>', url: 'https://example.org/a'}"
RECORDS = "statements:\n  - id: aid\n    statement: '%s'\n    sources: [" + SOURCE + "]\n"
PUBLISHED = "textDocument/publishDiagnostics"
PATIENCE = 60.0
Start = Callable[..., Awaitable[LanguageClient]]


@pytest_asyncio.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    (tmp_path / "facts.yaml").write_text(RECORDS % RIGHT)
    (tmp_path / "opedcheck.toml").write_text("default-claims = false\nclaims = ['facts.yaml']\n")
    client: Any = make_test_lsp_client()

    async def start(**general: Any) -> LanguageClient:
        await client.start_io(sys.executable, "-m", "opedcheck", "lsp")
        told = client_capabilities("visual-studio-code")
        if general:
            told.general = types.GeneralClientCapabilities(**general)
        folder = types.WorkspaceFolder(tmp_path.as_uri(), "desk")
        await client.initialize_session(types.InitializeParams(told, workspace_folders=[folder]))
        return client  # type: ignore[no-any-return]

    yield start
    await asyncio.wait_for(client.shutdown_session(), PATIENCE)
    assert client._server.returncode == 0
    await client.stop()


async def published(client: LanguageClient) -> None:
    await asyncio.wait_for(client.wait_for_notification(PUBLISHED), PATIENCE)


async def opened(client: LanguageClient, file: Path, text: str, language: str = "markdown") -> str:
    uri = file.as_uri()
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text)))
    await published(client)
    return uri


def change(client: LanguageClient, uri: str, version: int, text: str) -> None:
    document = types.VersionedTextDocumentIdentifier(version, uri)
    whole = types.TextDocumentContentChangeWholeDocument(text)
    client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))


def place(text: str, words: str) -> types.Position:
    before = text[: text.index(words)]
    line = before.rpartition("\n")[2]
    return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)


def applied(text: str, action: types.CodeAction, uri: str) -> str:
    """`text` with the one edit of an action, as an editor that counts in UTF-16 would make it."""
    assert action.edit is not None and action.edit.changes is not None
    (edit,) = action.edit.changes[uri]
    lines = text.split("\n")
    offsets = []
    for at in (edit.range.start, edit.range.end):
        units = lines[at.line].encode("utf-16-le")[: 2 * at.character]
        offsets.append(sum(len(line) + 1 for line in lines[: at.line]) + len(units.decode("utf-16-le")))
    return text[: offsets[0]] + edit.new_text + text[offsets[1] :]


async def actions(client: LanguageClient, uri: str, only: types.CodeActionKind | None = None) -> list[Any]:
    around = client.diagnostics[uri][0].range
    context = types.CodeActionContext([], only=[only] if only else None)
    asked = types.CodeActionParams(types.TextDocumentIdentifier(uri), around, context)
    return list(await client.text_document_code_action_async(asked) or ())


async def test_a_slip_is_shown_explained_and_mended(start: Start, tmp_path: Path) -> None:
    client = await start()
    text = f"---\ndate: 2023-07-10\n---\n\n𝔄𝔅 שלום עולם 🎉 opened. **{WRONG}**\n"
    uri = await opened(client, tmp_path / "a.md", text)
    (found,) = client.diagnostics[uri]
    assert (found.code, found.source, found.severity) == (
        "amount-mismatch",
        "opedcheck",
        types.DiagnosticSeverity.Error,
    )
    assert found.code_description is None
    assert (found.range.start, found.range.end) == (place(text, "$7.5 million"), place(text, " in aid"))
    (related,) = found.related_information or ()
    assert related.location.uri == (tmp_path / "facts.yaml").as_uri()
    assert related.location.range.start == types.Position(1, 0) and related.message == RIGHT

    where = types.TextDocumentPositionParams(types.TextDocumentIdentifier(uri), place(text, "million"))
    shown = await client.text_document_hover_async(types.HoverParams(where.text_document, where.position))
    assert shown is not None and isinstance(shown.contents, types.MarkupContent)
    said = shown.contents.value
    assert (
        r"\$7.5 billion" in said and r"[A \*test\*, “\<b\>”, https\://example.org/a](<https://example.org/a>)" in said
    )
    elsewhere = types.HoverParams(where.text_document, place(text, "opened"))
    assert await client.text_document_hover_async(elsewhere) is None

    mend, suppress = await actions(client, uri)
    assert mend.title == "Replace with “$7.5 billion”" and mend.is_preferred
    assert applied(text, mend, uri) == text.replace("million", "billion")
    silenced = applied(text, suppress, uri)
    assert silenced == text.rstrip() + " <!-- opedcheck: ignore[amount-mismatch] say here why it is right -->\n"
    assert await actions(client, uri, types.CodeActionKind.Refactor) == []

    for version, fixed in enumerate((silenced, text, applied(text, mend, uri)), start=2):
        change(client, uri, version, fixed)
        await published(client)
        assert len(client.diagnostics[uri]) == (1 if fixed == text else 0)


async def test_only_the_last_of_many_changes_is_checked(start: Start, tmp_path: Path) -> None:
    client = await start()
    uri = await opened(client, tmp_path / "a.txt", f"{RIGHT}\n", "plaintext")
    assert list(client.diagnostics[uri]) == []
    for version in range(2, 12):
        change(client, uri, version, f"{RIGHT}\n" if version < 11 else f"\u2028 {WRONG}\n")
    await published(client)
    assert len(client.diagnostics[uri]) == 1
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await published(client)
    assert list(client.diagnostics[uri]) == []


async def test_positions_are_negotiated_and_documents_need_no_file(start: Start, tmp_path: Path) -> None:
    client = await start(position_encodings=[types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16])
    text = f"𝔄 é. {WRONG}"
    uri = await opened(client, tmp_path / "a.txt", text, "plaintext")
    (found,) = client.diagnostics[uri]
    assert found.range.start == types.Position(0, len(text[: text.index("$")].encode()))

    item = types.TextDocumentItem("untitled:Untitled-1", "markdown", 1, WRONG)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await published(client)
    assert len(client.diagnostics["untitled:Untitled-1"]) == 1
    for name, text, language in (("a.py", WRONG, "python"), ("a.jsonl", WRONG, "json")):
        other = types.TextDocumentItem((tmp_path / name).as_uri(), language, 1, text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(other))
    empty = await opened(client, tmp_path / "empty.md", "")
    assert list(client.diagnostics[empty]) == [] and set(client.diagnostics) == {"untitled:Untitled-1", uri, empty}
    assert client.messages == []


async def test_settings_and_references_hold_as_on_the_command_line(start: Start, tmp_path: Path) -> None:
    client = await start()
    file = tmp_path / "drafts" / "a.html"
    uri = await opened(client, file, f"<article><p>{WRONG}</p></article>", "html")
    assert [one.code for one in client.diagnostics[uri]] == ["amount-mismatch"]
    settings = tmp_path / "opedcheck.toml"
    whole = settings.read_text()

    async def renewed(changed: Path, text: str) -> list[types.Diagnostic]:
        changed.write_text(text)
        event = types.FileEvent(changed.as_uri(), types.FileChangeType.Changed)
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await published(client)
        return list(client.diagnostics[uri])

    (softer,) = await renewed(settings, f"{whole}severity = {{amount-mismatch = 'warning'}}\n")
    assert softer.severity == types.DiagnosticSeverity.Warning
    assert await renewed(settings, f"{whole}exclude = ['drafts/']\n") == []
    assert await renewed(settings, f"{whole}[[") == []
    assert any("is not valid TOML" in one.message for one in client.messages)
    assert len(await renewed(settings, whole)) == 1
    assert await renewed(tmp_path / "facts.yaml", RECORDS % WRONG) == []
