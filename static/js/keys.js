// Single keys: J and K move along a list, and an element with data-key answers to its letter.
// Loaded only where the person has them switched on; never while typing.
"use strict";

const TYPING = "input, textarea, select, [contenteditable]";

function rows() {
  return [...document.querySelectorAll("[data-list] > .row")];
}

function move(step) {
  const all = rows();
  if (!all.length) return;
  const at = all.findIndex((row) => row.classList.contains("sel"));
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  all.forEach((row) => row.classList.toggle("sel", row === next));
  const action = next.querySelector("a.btn, button.btn, a");
  if (action) action.focus();
  next.scrollIntoView({ block: "nearest" });
}

function act(key) {
  const here = document.querySelector(".row.sel") || document;
  const target = here.querySelector(`[data-key="${key}"]`) || document.querySelector(`[data-key="${key}"]`);
  if (target) target.click();
  return Boolean(target);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "k") {
      const jump = document.querySelector("a.jump");
      if (jump) { event.preventDefault(); jump.click(); }
    }
    return;
  }
  if (event.altKey || event.target.closest(TYPING)) return;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "?") document.querySelector("a[data-shortcuts]")?.click();
  else if (/^[a-z]$/.test(event.key) && act(event.key)) event.preventDefault();
});
