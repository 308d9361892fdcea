// Forms marked data-keep: what was typed is kept in this browser until the server has stored it.
"use strict";

function store(form) {
  const fields = Object.fromEntries([...new FormData(form)].filter(([name, value]) =>
    typeof value === "string" && name !== "csrfmiddlewaretoken" && name !== "seen"));
  try { localStorage.setItem(form.dataset.keep, JSON.stringify(fields)); } catch { /* storage is full or off */ }
}

function saveLine(form, html) {
  const line = form.querySelector("#save");
  if (line) line.replaceChildren(...html);
}

function failed(form) {
  const words = document.createElement("span");
  words.setAttribute("role", "alert");
  words.textContent = "Not saved yet. Your words are kept in this browser. ";
  const again = Object.assign(document.createElement("button"), { type: "button", className: "linkbtn", textContent: "Try now" });
  again.addEventListener("click", () => htmx.trigger(form, "input"));
  saveLine(form, [words, again]);
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-keep]");
  if (form) store(form);
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest("form[data-keep]");
  if (!form) return;
  if (event.detail.successful) localStorage.removeItem(form.dataset.keep);
  else if (event.detail.xhr.status === 409) form.submit();
  else { failed(form); setTimeout(() => htmx.trigger(form, "input"), 10000); }
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-keep]")) store(event.target);
});

// What a crash left behind is offered back, never put over newer words.
document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("form[data-keep]")) {
    const left = JSON.parse(localStorage.getItem(form.dataset.keep) || "null");
    if (!left) continue;
    const lost = Object.entries(left).filter(([name, value]) => {
      const field = form.elements[name];
      return field && field.value !== undefined && field.value !== value && value !== "" && field.type !== "submit";
    });
    localStorage.removeItem(form.dataset.keep);
    if (!lost.length) continue;
    const line = document.createElement("p");
    line.className = "note-line sm";
    line.setAttribute("role", "status");
    line.textContent = "This browser has words that were not saved. ";
    const back = Object.assign(document.createElement("button"), { type: "button", className: "linkbtn", textContent: "Put them back" });
    back.addEventListener("click", () => {
      for (const [name, value] of lost) form.elements[name].value = value;
      line.remove();
      htmx.trigger(form, "input");
    });
    line.append(back);
    form.prepend(line);
  }
});
