// Forms marked data-keep: what was typed is kept in this browser until the server says that it is stored.
"use strict";

const tells = document.currentScript.dataset;
const keeping = new WeakMap();
// Words that an earlier page left, of each form, as long as nobody said what becomes of them.
const offered = new WeakMap();
// What the page itself put there: never kept, and never put back.
const OF_THE_PAGE = ["csrfmiddlewaretoken", "seen", "once", "recipient"];
const AGAIN_AFTER = 5000;

function words(form) {
  const fields = [...new FormData(form)].filter(([name, value]) =>
    typeof value === "string" && !OF_THE_PAGE.includes(name));
  return JSON.stringify(Object.fromEntries(fields));
}

// Whether everything that was sent still stands as it was; lists that the answer brought do not count.
function unchanged(form, sent) {
  const now = new FormData(form);
  // Of several fields of one name, the last was noted.
  return Object.entries(JSON.parse(sent)).every(([name, value]) => !now.has(name) || now.getAll(name).at(-1) === value);
}

// Whether somebody wrote in it before this script came: then nothing of it counts as stored. The forms are marked
// autocomplete="off", so that no browser puts older words of its own into a newer page.
function touched(form) {
  return [...form.elements].some((field) => {
    if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
    if (!field.matches("select")) return field.matches("textarea, input:not([type=file])") && field.value !== field.defaultValue;
    const usual = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return usual !== undefined && field.value !== usual.value;
  });
}

function state(form) {
  if (!keeping.has(form)) {
    keeping.set(form, { stored: touched(form) ? "" : words(form), sent: "", told: false, asking: false, last: null });
  }
  return keeping.get(form);
}

function seen(form) {
  return form.elements.seen ? form.elements.seen.value : "";
}

function keep(form) {
  try {
    const left = offered.get(form);
    localStorage.setItem(form.dataset.keep, JSON.stringify({ seen: seen(form), words: words(form), left }));
    return true;
  } catch {
    // Storage is full or off.
    return false;
  }
}

function forget(form) {
  const left = offered.get(form);
  try {
    if (left) localStorage.setItem(form.dataset.keep, JSON.stringify({ left }));
    else localStorage.removeItem(form.dataset.keep);
  } catch { /* storage is off */ }
}

function kept(form) {
  try { return JSON.parse(localStorage.getItem(form.dataset.keep) || "null"); } catch { return null; }
}

// What the server says of its disk, in its first sentence; nothing where it did not answer.
function reason(answer) {
  return answer.status === 503 ? `${answer.responseText.split(". ")[0]}. ` : "";
}

function notSaved(form, why) {
  const line = form.querySelector("#save");
  if (!line || line.querySelector("[data-again]")) return;
  const said = document.createElement("span");
  said.setAttribute("role", "alert");
  const where = keep(form) ? tells.here : tells.nowhere;
  said.textContent = `${tells.late} ${why}${where} `;
  const again = Object.assign(document.createElement("button"), { type: "button", className: "linkbtn", textContent: tells.again });
  again.dataset.again = "";
  // The button goes when the words are stored: the focus goes back to where they were typed.
  again.addEventListener("click", () => {
    const { last } = state(form);
    if (last) last.focus();
    htmx.trigger(form, "again");
  });
  line.replaceChildren(said, again);
}

function ours(event) {
  return event.target.closest ? event.target.closest("form[data-keep]") : null;
}

document.addEventListener("input", (event) => {
  const form = ours(event);
  if (!form) return;
  state(form).last = event.target;
  keep(form);
});

// Nothing new: nothing to send. While the page asks about two texts, nothing is sent either.
document.addEventListener("htmx:beforeRequest", (event) => {
  const form = ours(event);
  if (!form) return;
  const now = words(form), known = state(form);
  // A button that was pressed does more than save.
  if (event.target === form && (known.asking || now === known.stored)) event.preventDefault();
  else known.sent = now;
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = ours(event);
  if (!form) return;
  const known = state(form), answer = event.detail.xhr;
  if (answer.getResponseHeader("Stored")) {
    const all = unchanged(form, known.sent);
    known.stored = all ? words(form) : known.sent;
    if (all) forget(form);
    else keep(form);
    if (!known.told) say(tells.saved);
    known.told = true;
  } else if (event.target !== form) {
    return;
  } else if (answer.status === 409) {
    known.asking = true;
  } else if (answer.status !== 422) {
    notSaved(form, reason(answer));
    setTimeout(() => htmx.trigger(form, "again"), AGAIN_AFTER);
  }
});

// What somebody is writing in is never replaced under their fingers.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const target = event.detail.target;
  const here = document.activeElement;
  if (target && here && here.matches("textarea, input, select") && target.contains(here)) event.detail.shouldSwap = false;
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-keep]")) keep(event.target);
});

// Of fields that were kept, as pairs of name and value, those with a line that stands in no box of the form.
function missing(form, fields) {
  const bare = (line) => line.replace(/^\s*(?:[-*•·‣–—]\s+|\d{1,2}[.)]\s+)?/, "").replace(/\s+/g, " ").trim();
  const all = [...form.querySelectorAll("textarea")].flatMap((box) => box.value.split("\n"));
  const there = new Set(all.map(bare));
  return fields.filter(([name, value]) =>
    form.elements[name] && form.elements[name].tagName === "TEXTAREA" && name !== "raw"
    && value.split("\n").some((line) => !there.has(bare(line)) && bare(line)));
}

function put(form, name, value) {
  const field = form.elements[name];
  field.value = value;
  const folded = field.closest("details");
  if (folded) folded.open = true;
}

function sayAbove(form, text) {
  const line = document.createElement("p");
  line.className = "note-line sm mt2";
  line.setAttribute("role", "status");
  const said = line.appendChild(document.createElement("span"));
  said.textContent = text;
  const heading = form.querySelector("h1");
  if (heading) heading.after(line);
  else form.prepend(line);
  return said;
}

function offer(form, left) {
  const said = sayAbove(form, `${tells.left} `);
  const choice = (text, then) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "linkbtn", textContent: text });
    button.addEventListener("click", () => {
      then();
      offered.delete(form);
      said.parentElement.remove();
      if (words(form) === state(form).stored) forget(form);
      else keep(form);
      htmx.trigger(form, "again");
    });
    said.append(button, " ");
  };
  choice(tells.add, () => {
    for (const [name, value] of left) put(form, name, `${form.elements[name].value}\n${value}`.trim());
  });
  choice(tells.drop, () => {});
}

// What a crash left behind: put back at once where nothing changed meanwhile, offered where something did.
document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("form[data-keep]")) {
    const known = state(form), early = known.stored === "", found = kept(form);
    const unsaved = found?.words ? missing(form, Object.entries(JSON.parse(found.words))) : [];
    const back = found?.seen === seen(form) && !early ? unsaved : [];
    const left = missing(form, [...(found?.left ?? []), ...(back.length ? [] : unsaved)]);
    if (back.length) {
      for (const [name, value] of back) put(form, name, value);
      sayAbove(form, tells.back);
      known.stored = "";
    }
    if (left.length) {
      offered.set(form, left);
      offer(form, left);
    }
    if (found && !back.length) forget(form);
    if (early || back.length) setTimeout(() => htmx.trigger(form, "again"), 0);
  }
});

// A page that comes out of the browser’s memory is as it was left: what is stored by now is fetched, unless words wait.
window.addEventListener("pageshow", (event) => {
  const forms = [...document.querySelectorAll("form[data-keep]")];
  if (event.persisted && forms.every((form) => words(form) === state(form).stored)) location.reload();
});
