// Notifications while a page is open: the browser is asked by a click alone, and each thing is told once.
"use strict";

const from = document.currentScript.dataset.from;
const TOLD = "notices-told", FIRST = 5_000, EVERY = 5 * 60_000, AT_ONCE = 3;
const can = "Notification" in window;

function told() {
  try { return JSON.parse(localStorage.getItem(TOLD)) || []; } catch { return []; }
}

function show(notice) {
  // The tag keeps two windows from telling the same.
  const shown = new Notification(notice.text, { tag: notice.key });
  shown.addEventListener("click", () => { window.focus(); window.location.assign(notice.path); });
}

async function look() {
  if (!can || Notification.permission !== "granted") return;
  const answer = await fetch(from, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  const { notices } = await answer.json();
  const before = told();
  const fresh = notices.filter((one) => !before.includes(one.key)).slice(0, AT_ONCE);
  const still = notices.filter((one) => before.includes(one.key));
  try { localStorage.setItem(TOLD, JSON.stringify([...still, ...fresh].map((one) => one.key))); } catch { return; }
  fresh.forEach(show);
}

if (from) {
  setTimeout(look, FIRST);
  setInterval(look, EVERY);
}

// In Settings: what this browser allows, and asking it where it was not asked.
function state() {
  for (const line of document.querySelectorAll("[data-allows]")) line.hidden = line.dataset.allows !== (can ? Notification.permission : "never");
}

async function ask() {
  if (can && Notification.permission === "default") await Notification.requestPermission();
  state();
}

document.addEventListener("DOMContentLoaded", state);
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-notify]") && event.target.checked) ask();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-ask]")) ask();
});
