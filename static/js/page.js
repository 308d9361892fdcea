// What every page does: focus the errors of a form, and put the focus somewhere sensible after a swap.
"use strict";

function focusFirst(root) {
  const target = root.querySelector("[data-focus]");
  if (target) target.focus();
}

document.addEventListener("DOMContentLoaded", () => focusFirst(document));
document.addEventListener("htmx:afterSettle", (event) => focusFirst(event.target));

// After a failed request the page stays as it is, and a line says so.
document.addEventListener("htmx:sendError", () => say("Afterword does not answer. Nothing you typed is gone."));
document.addEventListener("htmx:responseError", () => say("That did not work. Nothing you typed is gone."));

function say(sentence) {
  const live = document.getElementById("live");
  if (live) live.textContent = sentence;
}

// Buttons that copy the text of a field: shown only where there is a script to do it.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  event.preventDefault();
  const field = document.querySelector(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(field.value);
    say("Copied.");
  } catch {
    field.select();
    say("Press Ctrl C to copy.");
  }
});
