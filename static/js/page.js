// What every page does: focus the errors of a form, and put the focus somewhere sensible after a swap.
"use strict";

// What it says, in the language of the page.
const says = document.currentScript.dataset;

function focusFirst(root) {
  const target = root.querySelector("[data-focus]");
  if (target) target.focus();
}

document.addEventListener("DOMContentLoaded", () => focusFirst(document));

// A move made in a row takes the row away: the focus goes on to the next one, else to the heading.
let after = null;

document.addEventListener("htmx:beforeRequest", (event) => {
  const row = event.detail.elt.closest("form") && event.detail.elt.closest("[data-list] > .row");
  after = row ? [row.id, row.nextElementSibling?.id, row.previousElementSibling?.id] : null;
});

document.addEventListener("htmx:afterSettle", (event) => {
  const whole = event.target.id === "desk";
  const row = whole && after?.map((id) => id && document.getElementById(id)).find(Boolean);
  if (row) row.querySelector(".btn")?.focus();
  else if (whole) document.querySelector("h1")?.focus();
  else focusFirst(event.target);
});

// An answer for the dialog opens it, once its forms answer to htmx; the browser gives the focus back when it closes.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.matches("dialog") && !event.target.open) event.target.showModal();
});

// “Leave it”, in a row: the form goes, and the focus goes back to where it was opened.
document.addEventListener("click", (event) => {
  const place = event.target.closest("[data-leave]")?.closest(".move");
  if (!place) return;
  event.preventDefault();
  const row = place.closest(".row");
  place.replaceChildren();
  row.querySelector(".btn")?.focus();
});

// Ctrl K, and the link that says so, open the palette, also where the single keys are switched off. Its script
// and its styles are fetched when it is first asked for; what is typed meanwhile goes into its field. Where it
// cannot be had, the link leads to the search page.
let asked = null;

function bring(tag, attributes) {
  return new Promise((done, failed) => {
    const part = Object.assign(document.createElement(tag), attributes, { onload: done, onerror: failed });
    document.head.append(part);
  });
}

async function jumpTo(jump) {
  if (asked !== null || document.querySelector("dialog[open]")) return;
  asked = "";
  try {
    if (typeof openPalette === "undefined") {
      const styles = bring("link", { rel: "stylesheet", href: jump.dataset.styles });
      await Promise.all([styles, bring("script", { src: jump.dataset.script })]);
    }
    await openPalette(jump.dataset.palette, () => asked);
  } catch {
    location.assign(jump.href);
  } finally {
    asked = null;
  }
}

document.addEventListener("keydown", (event) => {
  const jump = document.querySelector("a.jump");
  if (jump && event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    jumpTo(jump);
  } else if (asked !== null && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    event.stopImmediatePropagation();
    asked += event.key;
  }
}, true);

document.addEventListener("click", (event) => {
  const jump = event.target.closest("a.jump");
  if (!jump || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  jumpTo(jump);
});

// The button that says it is done, the next person, the next mark: these work also while typing.
document.addEventListener("keydown", (event) => {
  const combination = event.ctrlKey || event.metaKey ? "Control+" : event.altKey ? "Alt+" : "";
  if (!["Control+Enter", "Alt+ArrowDown"].includes(combination + event.key) || event.target.closest("select, dialog")) return;
  const target = document.querySelector(`[aria-keyshortcuts~="${combination}${event.key}"]`);
  if (!target) return;
  event.preventDefault();
  target.click();
});

// F8 goes from one passage that two letters share to the next, and from the last to the first.
document.addEventListener("keydown", (event) => {
  const all = event.key === "F8" ? [...document.querySelectorAll("[data-marks] a.ref")] : [];
  if (!all.length) return;
  event.preventDefault();
  all[(all.indexOf(document.activeElement) + 1) % all.length].focus();
});

// What is being fetched anew is busy; where that takes longer than a blink, its rows turn into bars.
const BLINK = 300;
const waits = new WeakMap();

document.addEventListener("htmx:beforeRequest", ({ detail: { target, xhr } }) => {
  target.setAttribute("aria-busy", "true");
  target.querySelector(":scope > [data-failed]")?.remove();
  waits.set(xhr, { target, timer: setTimeout(() => target.classList.add("slow"), BLINK) });
});

// Kept by the request: its answer may be meant for another place.
document.addEventListener("htmx:beforeOnLoad", ({ detail: { xhr } }) => settled(xhr));
document.addEventListener("htmx:afterRequest", ({ detail: { xhr } }) => settled(xhr));

function settled(xhr) {
  const { target, timer } = waits.get(xhr) ?? {};
  clearTimeout(timer);
  target?.removeAttribute("aria-busy");
  target?.classList.remove("slow");
}

// After a failed request the page stays as it is, and a line says so, with the way to try again.
document.addEventListener("htmx:sendError", (event) => failed(event, says.silent));
document.addEventListener("htmx:responseError", (event) => failed(event, says.wrong));

function failed({ detail: { elt, target } }, sentence) {
  say(sentence);
  // Forms that keep words say it themselves, beside their button.
  if (elt.closest("[data-keep]") || target.matches("dialog") || !elt.matches("a, button, form")) return;
  const line = document.getElementById("failed").content.firstElementChild.cloneNode(true);
  line.querySelector("button").addEventListener("click", () => (elt.matches("form") ? elt.requestSubmit() : elt.click()));
  target.prepend(line);
}

function say(sentence) {
  const live = document.getElementById("live");
  if (live) live.textContent = sentence;
}

// A file may take a while to arrive and be read: its button says so, and sends it once. Back on the page, or with
// another file, it is as before.
function asBefore(root) {
  for (const button of root.querySelectorAll("[data-idle]")) {
    button.ariaDisabled = null;
    button.textContent = button.dataset.idle;
  }
}

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.dataset.busy || event.defaultPrevented) return;
  if (button.ariaDisabled) return event.preventDefault();
  button.dataset.idle = button.textContent;
  button.ariaDisabled = "true";
  button.textContent = button.dataset.busy;
  say(button.dataset.busy);
});

window.addEventListener("pageshow", () => asBefore(document));
document.addEventListener("change", (event) => {
  if (event.target.type === "file" && event.target.form) asBefore(event.target.form);
});

// Buttons that copy the text of a field: shown only where there is a script to do it.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  event.preventDefault();
  const field = document.querySelector(button.dataset.copy);
  try {
    await navigator.clipboard.writeText((button.dataset.above ?? "") + field.value);
    say(says.copied);
  } catch {
    field.select();
    say(says.copy);
  }
});

// Paper is asked for by a button where there is a script; without one, the browser's own menu does it.
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
});
