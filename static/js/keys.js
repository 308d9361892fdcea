// Single keys: J and K move along a list, and an element with data-key answers to its letter.
// Loaded only where the person has them switched on; never while typing, never behind a dialog.
"use strict";

const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog";

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

// The letter of the chosen row, else the first of its kind on the page.
function act(key) {
  const find = (root) => root?.querySelector(`[data-key="${key}"]`);
  const target = find(document.querySelector(".row.sel")) || find(document);
  target?.click();
  return Boolean(target);
}

document.addEventListener("focusin", (event) => {
  const row = event.target.closest("[data-list] > .row");
  if (row) select(row);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPING)) return;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (/^[a-z?]$/.test(event.key) && act(event.key)) event.preventDefault();
});
