"use strict";
// What a page without scripts can't do: put a correction on the clipboard, and show which note belongs to which words.
const said = document.querySelector(".said");

async function copy(button) {
  const source = document.getElementById(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(source.textContent);
    said.textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren(source);
    said.textContent = document.execCommand("copy") ? "Copied." : "Selected: press Ctrl and C.";
  }
  button.textContent = said.textContent;
}

function shown(mark) {
  const story = mark.closest(".story, .masthead");
  const id = story.id || "a1";
  const notes = mark.dataset.notes.split(" ").map((number) => document.getElementById(id + "-n" + number));
  return notes.filter((note) => note.getClientRects().length);
}

addEventListener("hashchange", () => {
  const folded = document.querySelector(".note:target > details");
  if (folded !== null) folded.open = true;
});
for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
  button.addEventListener("blur", () => { button.textContent = "Copy"; said.textContent = ""; });
}
for (const mark of document.querySelectorAll("[data-notes]")) {
  mark.addEventListener("click", () => {
    const [note] = shown(mark);
    if (note === undefined || getSelection().type === "Range") return;
    location.hash = note.id;
    note.focus();
  });
  mark.addEventListener("pointerenter", () => shown(mark).forEach((note) => note.classList.add("lit")));
  mark.addEventListener("pointerleave", () => shown(mark).forEach((note) => note.classList.remove("lit")));
}
