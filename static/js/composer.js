// The composer: marks that never drift, facts at the caret, F8 to the next mark, Ctrl S, Ctrl Enter.
"use strict";

const { nothing } = document.currentScript.dataset;

const body = () => document.getElementById("id_body");
const form = () => document.getElementById("letterform");
// Where the caret was when the field lost the focus; untouched, a sentence goes before the sign-off.
let caret = null;

function beforeSignOff(text) {
  const at = text.trimEnd().lastIndexOf("\n\n");
  return at < 0 ? text.length : at;
}

function insert(sentence) {
  const field = body();
  const at = caret ?? beforeSignOff(field.value);
  const before = field.value.slice(0, at), after = field.value.slice(at);
  const words = (before && !/\s$/.test(before) ? (caret === null ? "\n\n" : " ") : "") + sentence + (after && !/^[\s.,;:!?”)]/.test(after) ? " " : "");
  field.focus();
  field.setSelectionRange(at, at);
  // The only way that keeps the browser’s own undo.
  if (!document.execCommand("insertText", false, words)) {
    field.setRangeText(words, at, at, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// The marks are hidden while typing; their layer keeps the words, and so the height.
function unmark() {
  document.getElementById("marks").textContent = `${body().value} `;
}

document.addEventListener("input", (event) => {
  if (event.target === body()) unmark();
});

// Typed before this script came.
document.addEventListener("DOMContentLoaded", () => {
  if (body() && body().value !== body().defaultValue) unmark();
});

document.addEventListener("focusout", (event) => {
  if (event.target === body()) caret = event.target.selectionEnd;
});

// A check that comes back while the typing goes on brings marks for an older text.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const fresh = event.detail.fragment?.querySelector?.("#marks");
  if (event.target.id === "marks" && fresh && fresh.textContent.slice(0, -1) !== body().value) event.detail.shouldSwap = false;
});

// Two texts: the page that shows both takes the place of this one.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status !== 409) return;
  event.detail.shouldSwap = false;
  form().submit();
});

function select(mark) {
  let start = 0;
  for (const node of document.getElementById("marks").childNodes) {
    if (node === mark) break;
    start += node.textContent.length;
  }
  const field = body();
  field.focus();
  field.setSelectionRange(start, start + mark.textContent.length);
  mark.scrollIntoView({ block: "center" });
}

function nextMark() {
  const marks = [...document.querySelectorAll("#marks mark")];
  if (!marks.length) return;
  const field = body(), here = document.activeElement === field ? field.selectionEnd : 0;
  let start = 0;
  const starts = new Map();
  for (const node of document.getElementById("marks").childNodes) { starts.set(node, start); start += node.textContent.length; }
  select(marks.find((mark) => starts.get(mark) >= here && here !== starts.get(mark) + mark.textContent.length) || marks[0]);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "F8") { event.preventDefault(); nextMark(); }
  if (!(event.ctrlKey || event.metaKey)) return;
  if (event.key === "s") { event.preventDefault(); htmx.trigger(form(), "save-now"); }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-mark]");
  const mark = link && document.getElementById(`m${link.dataset.mark}`);
  if (mark) { event.preventDefault(); select(mark); }
  if (event.target.closest("#ask [data-close]")) { event.preventDefault(); document.getElementById("ask").close(); body().focus(); }
});

// A step that was chosen is taken up at once.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-part]")) document.getElementById("take-up").click();
});

document.addEventListener("afterword:sentence", (event) => {
  if (event.detail.text) insert(event.detail.text);
  else say(nothing);
});

document.addEventListener("afterword:mail", (event) => {
  document.getElementById("ask").close();
  window.location.assign(event.detail.href);
  document.getElementById("did").scrollIntoView({ block: "nearest" });
});
