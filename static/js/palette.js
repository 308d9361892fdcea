// The palette: loaded by page.js when it is first asked for. The focus stays in its field; the arrows move
// the choice, Enter takes it. A choice leads on, or sends the form that a button elsewhere would send.
"use strict";

const palette = () => document.getElementById("palette");
const paletteField = () => document.getElementById("pal-q");
const paletteOptions = () => [...document.querySelectorAll("#pal-list [role=option]")];
// Enter, before the options for what was typed are there.
let takeFirst = false;

function choose(option) {
  for (const one of paletteOptions()) one.setAttribute("aria-selected", String(one === option));
  if (option) {
    paletteField().setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    paletteField().removeAttribute("aria-activedescendant");
  }
}

function chosen() {
  return document.querySelector("#pal-list [aria-selected=true]");
}

function step(by) {
  const all = paletteOptions();
  if (all.length) choose(all[(all.indexOf(chosen()) + by + all.length) % all.length]);
}

function take(option) {
  if (!option) return;
  const form = document.getElementById("pal-form");
  const fields = Object.entries(option.dataset).filter(([name]) => name.startsWith("field"));
  palette().close();
  if (!fields.length) {
    location.assign(option.dataset.path);
    return;
  }
  for (const [name, value] of fields) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: name.slice(5).toLowerCase(), value }));
  }
  form.action = option.dataset.path;
  form.submit();
}

// Whether the options are those for what stands in the field now.
function upToDate() {
  const typed = paletteField().value.replace(/\s+/g, " ").trim().slice(0, 200);
  return document.querySelector("#pal-list [data-for]")?.dataset.for === typed;
}

function enter() {
  if (upToDate()) {
    take(chosen());
  } else {
    takeFirst = true;
    htmx.trigger(paletteField(), "again");
  }
}

const PALETTE_KEYS = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  Home: () => choose(paletteOptions()[0]),
  End: () => choose(paletteOptions().at(-1)),
  Enter: enter,
};

function wire() {
  paletteField().addEventListener("keydown", (event) => {
    const does = event.isComposing || event.altKey || event.shiftKey ? null : PALETTE_KEYS[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });
  // The field keeps the focus; a press outside closes.
  palette().addEventListener("mousedown", (event) => { if (event.target !== paletteField()) event.preventDefault(); });
  palette().addEventListener("click", (event) => {
    if (event.target === palette()) palette().close();
    else take(event.target.closest("[role=option]"));
  });
  palette().addEventListener("htmx:afterSwap", () => {
    choose(paletteOptions()[0]);
    if (takeFirst && upToDate()) take(chosen());
    takeFirst = false;
  });
}

// Opened with whatever was typed since it was asked for.
async function openPalette(from, typed) {
  palette()?.remove();
  await htmx.ajax("GET", from, { target: "body", swap: "beforeend" });
  if (!palette()) return;
  wire();
  palette().showModal();
  choose(paletteOptions()[0]);
  paletteField().value = typed();
  if (paletteField().value) htmx.trigger(paletteField(), "again");
}
