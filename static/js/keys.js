// Single keys: J and K move along a list, G goes to a page, and an element with data-key answers to its key.
// Loaded only where the person has them switched on; never while typing, never behind a dialog.
"use strict";

const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog";
// After G the next key names the page, if it comes soon.
const SOON = 1500;
let gone = -SOON;

function rows() {
  return [...document.querySelectorAll("[data-list] > .row")];
}

function select(row) {
  for (const one of rows()) one.classList.toggle("sel", one === row);
}

function move(step) {
  const all = rows();
  if (!all.length) return;
  const at = all.findIndex((row) => row.classList.contains("sel"));
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  select(next);
  (next.querySelector(".btn") || next.querySelector("a, button"))?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

// The key of the chosen row, else the first of its kind on the page.
function act(key) {
  const find = (root) => root?.querySelector(`[data-key="${key}"]:not([hidden])`);
  const target = find(document.querySelector(".row.sel")) || find(document);
  target?.click();
  return Boolean(target);
}

function go(key) {
  const target = document.querySelector(`[data-go="${key}"]`);
  target?.click();
  return Boolean(target);
}

// Whoever hears the page is told the keys too, and only while they work.
function tell(root) {
  for (const one of root.querySelectorAll("[data-key]")) one.setAttribute("aria-keyshortcuts", one.dataset.key);
}

// The list of keys leaves out what nothing on this page answers to.
function here(list) {
  for (const one of list.querySelectorAll("[data-where]")) one.hidden = !document.querySelector(one.dataset.where);
  for (const group of list.querySelectorAll("[data-group]")) group.hidden = !group.querySelector("[data-where]:not([hidden])");
}

document.addEventListener("DOMContentLoaded", () => tell(document));
document.addEventListener("htmx:afterSettle", () => tell(document));
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.matches("dialog")) here(event.target);
});

document.addEventListener("focusin", (event) => {
  const row = event.target.closest("[data-list] > .row");
  if (row) select(row);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat && !/^[jk]$/i.test(event.key)) return;
  if (event.target.closest(TYPING) || document.querySelector("dialog[open]")) return;
  // With the capitals locked they are the same keys.
  const key = event.shiftKey ? event.key : event.key.toLowerCase();
  if (!/^[a-z0-9?/]$/.test(key)) return;
  const going = event.timeStamp - gone < SOON && go(key);
  gone = key === "g" && !going ? event.timeStamp : -SOON;
  if (going || key === "g") event.preventDefault();
  else if (key === "j") move(1);
  else if (key === "k") move(-1);
  else if (key === "/" ? search() : act(key)) event.preventDefault();
});

// The field of the page itself, where it has one, else where all is searched.
function search() {
  const field = document.querySelector("main [type=search]");
  if (field) field.focus();
  else document.querySelectorAll("a.jump").forEach((jump) => location.assign(jump.href));
  return true;
}
