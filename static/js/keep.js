// Forms marked data-keep: what was typed is kept in this browser until the server says that it is stored.
"use strict";

const tells = document.currentScript.dataset;
const keeping = new WeakMap();
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
  return [...form.elements].some((field) =>
    field.matches("[type=checkbox], [type=radio]") ? field.checked !== field.defaultChecked
      : field.matches("textarea, input:not([type=file])") && field.value !== field.defaultValue);
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
    localStorage.setItem(form.dataset.keep, JSON.stringify({ seen: seen(form), words: words(form) }));
    return true;
  } catch {
    // Storage is full or off.
    return false;
  }
}

function forget(form) {
  try { localStorage.removeItem(form.dataset.keep); } catch { /* storage is off */ }
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

function linesIn(form) {
  const bare = (line) => line.replace(/^\s*(?:[-*•·‣–—]\s+|\d{1,2}[.)]\s+)?/, "").replace(/\s+/g, " ").trim();
  const all = [...form.querySelectorAll("textarea")].flatMap((box) => box.value.split("\n"));
  return { bare, there: new Set(all.map(bare)) };
}

function put(form, fields) {
  for (const [name, value] of fields) {
    const field = form.elements[name];
    if (field) field.value = value;
    const folded = field && field.closest && field.closest("details");
    if (folded && value) folded.open = true;
  }
}

// What a crash left behind: put back at once where nothing changed meanwhile, offered where something did.
document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("form[data-keep]")) {
    const known = state(form), early = known.stored === "", left = kept(form);
    if (early) setTimeout(() => htmx.trigger(form, "again"), 0);
    if (!left) continue;
    const { bare, there } = linesIn(form);
    const lost = Object.entries(JSON.parse(left.words)).filter(([name, value]) =>
      form.elements[name] && form.elements[name].tagName === "TEXTAREA" && name !== "raw"
      && value.split("\n").some((line) => !there.has(bare(line)) && bare(line)));
    if (!lost.length) { forget(form); continue; }
    const line = document.createElement("p");
    line.className = "note-line sm";
    line.setAttribute("role", "status");
    if (left.seen === seen(form) && !early) {
      put(form, Object.entries(JSON.parse(left.words)).filter(([name]) => lost.some(([other]) => other === name)));
      line.textContent = tells.back;
      known.stored = "";
      setTimeout(() => htmx.trigger(form, "again"), 0);
    } else {
      line.textContent = `${tells.left} `;
      const back = Object.assign(document.createElement("button"), { type: "button", className: "linkbtn", textContent: tells.add });
      back.addEventListener("click", () => {
        put(form, lost.map(([name, value]) => [name, `${form.elements[name].value}\n${value}`.trim()]));
        line.remove();
        keep(form);
        htmx.trigger(form, "again");
      });
      line.append(back);
    }
    const heading = form.querySelector("h1");
    if (heading) heading.after(line);
    else form.prepend(line);
  }
});
