// What the pages of the desk and of the static report can do beyond being read: narrow, search,
// walk, and, where a desk serves them, decide. Without this script every text is still there.
"use strict";

const page = document.body;
const live = page.dataset.live;
const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const filter = find("#filter");
const shown = filter && find(".shown", filter);

function say(text) {
  const said = find("#said");
  said.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => (said.textContent = ""), 5000);
}

function after(milliseconds, act) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...given), milliseconds);
  };
}

// Light or dark

const theme = find("#theme");
const remember = (name, value) => { try { localStorage.setItem(name, value); } catch { /* a file may have no memory */ } };
const remembered = (name) => { try { return localStorage.getItem(name); } catch { return null; } };

function dress() {
  const chosen = remembered("sverka-theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
}

function changeTheme() {
  const chosen = document.documentElement.dataset.theme;
  const isDark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  remember("sverka-theme", isDark ? "light" : "dark");
  dress();
}

dress();
theme.hidden = false;
theme.addEventListener("click", changeTheme);

// Words, as the search compares them

const fold = (text) => text.toLowerCase().normalize("NFC").replaceAll("ё", "е").replace(/[\u00ad\u0301]/g, "");
const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// Endings of Russian and English, for words of which nothing else is known.
const ENDING = /(иями|ями|ами|ией|иям|ием|иях|ого|его|ому|ему|ыми|ими|ешь|ишь|ете|ите|ться|тся|ах|ях|ов|ев|ей|ой|ий|ый|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|им|ым|их|ых|ам|ям|ию|ия|ью|ия|ть|ла|ло|ли|ет|ит|ут|ют|ат|ят|ing|ed|es|а|я|о|е|ы|и|у|ю|ь|s)$/u;
const stem = (word) => (word.length > 4 ? word.replace(ENDING, "") : word);
const isAlike = (word, wanted) => {
  const base = stem(wanted);
  return word.startsWith(base) && word.length - base.length <= Math.max(4, wanted.length - base.length);
};

/** Whether every wanted word stands in the text in some form. */
function holds(text, wanted) {
  const words = wordsOf(text);
  return wanted.every((one) => words.some((word) => isAlike(word, one)));
}

// The overview: narrow and sort

const table = find("#documents");

function fitsDocument(row, show, path, person) {
  const data = row.dataset;
  if (path && !fold(data.path).includes(path)) return false;
  if (person && !data.people.split("\n").includes(person)) return false;
  if (show === "ready") return "ready" in data;
  if (show === "work") return !("ready" in data);
  if (show.startsWith("state:")) return data.states.split(" ").includes(show.slice(6));
  if (show.startsWith("code:")) return data.codes.split(" ").includes(show.slice(5));
  return true;
}

function narrowDocuments() {
  const show = filter.elements.show.value;
  const path = fold(filter.elements.path.value.trim());
  const folded = all(".fold[aria-expanded=false]", table).map((button) => button.closest("tr").dataset.folder + "/");
  const person = filter.elements.person?.value ?? "";
  const isFolded = (name) => !path && !show && !person && folded.some((folder) => name.startsWith(folder));
  const documents = all("tr.document", table);
  const fitting = documents.filter((row) => fitsDocument(row, show, path, person));
  const visible = new Set(fitting.filter((row) => !isFolded(row.dataset.path)));
  documents.forEach((row) => (row.hidden = !visible.has(row)));
  const isFlat = table.classList.contains("flat");
  for (const row of all("tr.folder", table)) {
    const folder = row.dataset.folder + "/";
    row.hidden = isFlat || isFolded(row.dataset.folder) || !fitting.some((one) => one.dataset.path.startsWith(folder));
  }
  shown.textContent = fitting.length < documents.length ? `${fitting.length} / ${documents.length}` : "";
}

function sortDocuments(heading) {
  const key = heading.dataset.sort;
  const isSame = heading.hasAttribute("aria-sort");
  const down = key !== "path" && !(isSame && heading.getAttribute("aria-sort") === "descending");
  all("th[data-sort]", table).forEach((other) => other.removeAttribute("aria-sort"));
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = find("tbody", table);
  if (!sortDocuments.tree) sortDocuments.tree = [...body.children];
  table.classList.toggle("flat", key !== "path");
  if (key === "path") {
    body.append(...sortDocuments.tree);
  } else {
    const rows = all("tr.document", table);
    const value = (row) => (key === "changed" ? Date.parse(row.dataset.changed) || 0 : Number(row.dataset[key]));
    const order = (a, b) => value(a) - value(b) || a.dataset.path.localeCompare(b.dataset.path);
    rows.sort((a, b) => (down ? order(b, a) : order(a, b)));
    body.append(...rows);
  }
  narrowDocuments();
}

function prepareTable() {
  for (const heading of all("th[data-sort]", table)) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sortDocuments(heading));
  }
  table.addEventListener("click", (event) => {
    const fold = event.target.closest(".fold");
    if (!fold) return;
    fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") === "false"));
    narrowDocuments();
  });
}

// The overview: search in all texts. A static site keeps them in a script of its own, which is
// loaded when somebody searches; a desk is asked.

const MOST_HITS = 100;
let texts;

globalThis.sverkaTexts = (given) => { texts = given; searchTexts(); };

function loadTexts() {
  if (loadTexts.begun) return;
  loadTexts.begun = true;
  const script = document.createElement("script");
  script.src = page.dataset.shared + "assets/search.js";
  document.head.append(script);
}

/** For each wanted word the numbers of what it may be a form of, or none where no text has it. */
function basesOf(wanted) {
  return wanted.map((word) => new Set(texts.words[word] ?? Object.keys(texts.words).filter((known) => isAlike(known, word)).flatMap((known) => texts.words[known])));
}

function hitsIn(wanted) {
  const bases = basesOf(wanted);
  const hits = [];
  for (const { id, name, units } of texts.documents) {
    for (const [unit, source, target] of units) {
      const numbers = new Set(wordsOf(source + " " + target).flatMap((word) => texts.words[word] ?? []));
      if (bases.every((base) => [...base].some((number) => numbers.has(number)))) {
        hits.push({ document: id, name, unit, source, target });
      }
      if (hits.length > MOST_HITS) return hits;
    }
  }
  return hits;
}

async function searchTexts() {
  const words = filter.elements.texts.value.trim();
  const place = find("#hits");
  place.hidden = !words;
  if (!words) return place.replaceChildren();
  if (live) return showHits(await (await fetch(page.dataset.pages + "search?words=" + encodeURIComponent(words))).json(), place);
  if (!texts) return loadTexts();
  showHits(hitsIn(wordsOf(words)), place);
}

function showHits(hits, place) {
  const list = document.createElement("ul");
  for (const hit of hits.slice(0, MOST_HITS)) {
    const item = list.appendChild(document.createElement("li"));
    const link = item.appendChild(document.createElement("a"));
    link.href = `${page.dataset.pages}documents/${hit.document}${page.dataset.ending}#${hit.unit}`;
    link.textContent = hit.name;
    for (const [lang, text] of [["ru", hit.source], ["en", hit.target]]) {
      const side = item.appendChild(document.createElement("span"));
      side.lang = lang;
      side.textContent = text;
    }
  }
  const more = document.createElement("p");
  more.textContent = hits.length === 0 ? shown.dataset.none : hits.length > MOST_HITS ? shown.dataset.more : "";
  place.replaceChildren(list, more);
}

// A document: narrow, walk, the strip beside the scroll bar, the cards of terms

const text = find("#text");
const units = () => all(".unit", text);
const isVisible = (unit) => !unit.hidden;
let chosen;

function fitsUnit(unit, show, wanted) {
  if (show === "work" && !("work" in unit.dataset)) return false;
  if (show.startsWith("state:") && unit.dataset.state !== show.slice(6)) return false;
  if (show.startsWith("code:") && !(unit.dataset.codes ?? "").split(" ").includes(show.slice(5))) return false;
  return wanted.length === 0 || holds(all(".side", unit).map((side) => side.textContent).join(" "), wanted);
}

function narrowUnits() {
  const show = filter.elements.show.value;
  const wanted = wordsOf(filter.elements.words.value);
  const every = units();
  every.forEach((unit) => (unit.hidden = !fitsUnit(unit, show, wanted)));
  const count = every.filter(isVisible).length;
  const isNarrow = Boolean(show) || wanted.length > 0;
  all(".row.code", text).forEach((row) => (row.hidden = isNarrow));
  find("#nothing").hidden = count > 0 || !isNarrow;
  shown.textContent = count < every.length ? `${count} / ${every.length}` : "";
  drawStrip();
}

function choose(unit, scroll = true) {
  if (!unit) return;
  if (chosen !== unit) {
    leave();
    chosen?.classList.remove("chosen");
    chosen = unit;
    unit.classList.add("chosen");
    if (live === "yes") offer(unit);
  }
  unit.focus({ preventScroll: true });
  if (scroll) unit.scrollIntoView({ block: "nearest" });
}

// More units than the chosen one: a decision is then about all of them.

const picked = () => all(".unit.picked", text).filter(isVisible);

/** The units that a decision is about. */
const subjects = () => {
  const list = picked();
  return list.length > 0 ? list : chosen ? [chosen] : [];
};

function tellPicked() {
  const count = picked().length;
  if (count > 0) say(`${text.dataset.picked}: ${count}`);
  if (chosen && !find(".editing", chosen)) {
    leave();
    offer(chosen);
  }
}

function pick(unit, isPicked = !unit?.classList.contains("picked")) {
  if (!unit || live !== "yes") return;
  unit.classList.toggle("picked", isPicked);
  unit.setAttribute("aria-current", String(isPicked));
}

function unpick() {
  all(".unit.picked", text).forEach((unit) => pick(unit, false));
}

/** Chooses all from the chosen unit to another one. */
function pickTo(unit) {
  const list = units().filter(isVisible);
  const [from, to] = [list.indexOf(chosen), list.indexOf(unit)];
  if (from < 0 || to < 0) return;
  list.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((one) => pick(one, true));
  choose(unit, false);
  tellPicked();
}

function stepPicking(by) {
  const list = units().filter(isVisible);
  const next = list[list.indexOf(chosen) + by];
  if (!chosen || !next) return;
  pickTo(next);
  next.scrollIntoView({ block: "nearest" });
}

/** The next unit in a direction, or the next that somebody is to look at. */
function step(by, onlyWork = false) {
  const list = units().filter((unit) => isVisible(unit) && (!onlyWork || "work" in unit.dataset || unit === chosen));
  const at = list.indexOf(chosen);
  const from = at < 0 ? (by > 0 ? -1 : list.length) : at;
  const next = list[from + by];
  if (!next && by > 0 && onlyWork) return stepOn();
  choose(next);
}

/** After the last unit: points at the next document with work, and goes there when asked again. */
function stepOn() {
  const link = find(".next a");
  if (!link) return;
  if (document.activeElement === link) return link.click();
  link.focus();
  say(link.parentElement.textContent);
}

const NS = "http://www.w3.org/2000/svg";

function drawStrip() {
  find(".strip")?.remove();
  const list = units().filter(isVisible);
  const work = list.map((unit, index) => [unit, index]).filter(([unit]) => "work" in unit.dataset);
  if (work.length === 0 || list.length < 20) return;
  const strip = document.createElementNS(NS, "svg");
  strip.setAttribute("class", "strip");
  strip.setAttribute("viewBox", `0 0 8 ${list.length}`);
  strip.setAttribute("preserveAspectRatio", "none");
  strip.setAttribute("aria-hidden", "true");
  for (const [unit, index] of work) {
    const mark = strip.appendChild(document.createElementNS(NS, "rect"));
    mark.setAttribute("class", "fill-" + (unit.dataset.state === "untranslated" ? "untranslated" : "stale"));
    mark.setAttribute("y", index);
    mark.setAttribute("width", 8);
    mark.setAttribute("height", Math.max(1, list.length / 400));
  }
  strip.addEventListener("click", (event) => {
    const box = strip.getBoundingClientRect();
    choose(list[Math.floor(((event.clientY - box.top) / box.height) * list.length)]);
  });
  page.append(strip);
}

// Numbers, dates and names: what stands for one another has one number, shown when asked.

function showFacts(isShown) {
  const button = find("#facts");
  const { pair, alone } = button.dataset;
  // What a screen reader says after each: the stylesheet has no words.
  text.style.setProperty("--fact-pair", JSON.stringify(` (${pair} `));
  text.style.setProperty("--fact-alone", JSON.stringify(` (${alone})`));
  text.classList.toggle("facts", isShown);
  button.setAttribute("aria-pressed", String(isShown));
  find(".key-to-facts", filter).hidden = !isShown;
}

function toggleFacts() {
  const isShown = find("#facts").getAttribute("aria-pressed") !== "true";
  remember("sverka-facts", isShown ? "shown" : "");
  showFacts(isShown);
  say(isShown ? find(".key-to-facts", filter).textContent : "");
}

function showCard(term) {
  hideCard();
  const entry = find(`.terms [data-concept="${CSS.escape(term.dataset.concept)}"]`);
  if (!entry) return;
  const card = document.createElement("div");
  card.className = "card";
  card.tabIndex = -1;
  card.setAttribute("role", "note");
  const meaning = card.appendChild(document.createElement("dl"));
  meaning.append(...[...entry.childNodes].map((node) => node.cloneNode(true)));
  card.append(...occurrences(term));
  page.append(card);
  const box = term.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 8));
  card.style.left = `${left + scrollX}px`;
  // So near that the pointer gets there over nothing else.
  card.style.top = `${box.bottom + scrollY}px`;
  return card;
}

const MOST_OCCURRENCES = 5;

/** A list of the other units of the page that have the concept of a term. */
function occurrences(term) {
  const terms = all(`.side .term[data-concept="${CSS.escape(term.dataset.concept)}"]`, text);
  const others = new Set(terms.map((one) => one.closest(".unit")));
  others.delete(term.closest(".unit"));
  if (others.size === 0) return [];
  const list = document.createElement("ul");
  for (const unit of [...others].slice(0, MOST_OCCURRENCES)) {
    const link = list.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
    link.href = "#" + unit.id;
    link.lang = find(".source", unit).lang;
    link.textContent = find(".source", unit).textContent;
  }
  if (others.size > MOST_OCCURRENCES) list.appendChild(document.createElement("li")).textContent = `+ ${others.size - MOST_OCCURRENCES}`;
  return [list];
}

/** Shows the next term of the chosen unit, the first after the last. */
function nextTerm() {
  const terms = chosen ? all(".side .term", chosen) : [];
  const next = terms[terms.indexOf(nextTerm.last) + 1] ?? terms[0];
  nextTerm.last = next;
  if (next) showCard(next)?.focus({ preventScroll: true });
}

function hideCard() {
  find(".card")?.remove();
}

function prepareText() {
  text.addEventListener("click", (event) => {
    // A click with Shift chooses segments, not letters.
    if (event.shiftKey && chosen && live === "yes") getSelection()?.removeAllRanges();
    const unit = event.target.closest(".unit");
    // Its own link chooses a unit at once, and not when the browser tells of the new address.
    if (unit && event.target.closest("a")?.hash === `#${unit.id}`) choose(unit, false);
    if (getSelection()?.toString() || event.target.closest("button, a, input, textarea, select, form")) return;
    if (unit && event.shiftKey && chosen && live === "yes") return pickTo(unit);
    if (unit && (event.ctrlKey || event.metaKey) && live === "yes") return (pick(unit), choose(unit, false), tellPicked());
    if (unit) choose(unit, false);
    const term = event.target.closest(".term");
    if (term) showCard(term);
    else hideCard();
  });
  text.addEventListener("mouseover", (event) => {
    const term = event.target.closest(".term");
    if (term) showCard(term);
    else hideCard();
  });
  for (const button of all("[data-step]", filter)) {
    button.addEventListener("click", () => step(Number(button.dataset.step), true));
  }
  find("#facts").addEventListener("click", toggleFacts);
  showFacts(remembered("sverka-facts") === "shown");
  find("#help")?.removeAttribute("hidden");
  find("#help")?.addEventListener("click", () => find("#keys").showModal());
  addEventListener("hashchange", () => choose(document.getElementById(location.hash.slice(1))));
  if (location.hash === "#work") step(1, true);
  else choose(document.getElementById(location.hash.slice(1)));
  drawStrip();
}

// Keys. They are named by their place, so that a Russian keyboard has the same.

const DECISIONS = { KeyY: "confirm", KeyP: "approve", KeyE: "edit", KeyO: "omit", KeyW: "waive", KeyL: "link", KeyD: "unlink", KeyS: "split", KeyQ: "note", KeyR: "settle", KeyU: "undo" };

function pressed(event) {
  const isSelectAll = event.code === "KeyA" && (event.ctrlKey || event.metaKey) && text && live === "yes";
  if (isSelectAll && !event.target.closest("input, textarea, select, dialog")) {
    event.preventDefault();
    units().filter(isVisible).forEach((unit) => pick(unit, true));
    if (!chosen) step(1);
    return tellPicked();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) return find("#keys")?.showModal();
  if (event.code === "Slash") return (event.preventDefault(), filter?.querySelector("[type=search]").focus());
  if (!text) return;
  const walk = { KeyJ: 1, KeyK: -1, ArrowDown: 1, ArrowUp: -1 }[event.code];
  const isArrow = event.code.startsWith("Arrow");
  if (walk && event.shiftKey && chosen && live === "yes") return (event.preventDefault(), stepPicking(walk));
  if (event.code === "KeyX" && chosen) return (pick(chosen), tellPicked());
  if (walk && !(isArrow && !chosen)) return (event.preventDefault(), step(walk));
  if (event.code === "KeyM") return toggleFacts();
  if (event.code === "KeyT") return nextTerm();
  if (event.code === "KeyN") return step(event.shiftKey ? -1 : 1, true);
  if (event.code === "Escape") return find(".card") ? (hideCard(), chosen?.focus({ preventScroll: true })) : (unpick(), leave());
  const decision = DECISIONS[event.code];
  if (decision && live === "yes") return (event.preventDefault(), decide(decision));
}

addEventListener("keydown", pressed);

// The desk: decisions

const labelOf = (name) => find("#deciding")?.content.querySelector(`[data-do=${name}]`)?.firstChild.textContent.trim() ?? name;

const segmentsOf = (unit, side) => all(`.${side} > p:not(.gap)`, unit);

/** Which decisions suit the units. */
function suiting(unit) {
  const many = picked();
  if (many.length < 2) return suitingOne(many[0] ?? unit);
  const each = many.map(suitingOne);
  const names = ["confirm", "approve", "omit", "add", "waive", "unlink", "note", "settle"];
  return [...names.filter((name) => each.some((one) => one.includes(name))), "link", "undo"];
}

function suitingOne(unit) {
  const hasSource = !find(".source .gap", unit);
  const hasTarget = !find(".target .gap", unit);
  const names = [];
  if (hasSource && hasTarget) {
    if (unit.dataset.state !== "untranslated") names.push("confirm", "approve");
    names.push("edit");
  } else if (hasSource) names.push("write", "omit");
  else names.push("edit", "add");
  const codes = (unit.dataset.codes ?? "").split(" ").filter(Boolean);
  if (hasSource && hasTarget && codes.some((code) => code !== "note")) names.push("waive");
  if (hasSource && hasTarget) names.push("unlink");
  if (hasSource && hasTarget && segmentsOf(unit, "source").length + segmentsOf(unit, "target").length > 2) names.push("split");
  names.push("note");
  if (codes.includes("note")) names.push("settle");
  return [...names, "undo"];
}

function offer(unit) {
  const bar = find("#deciding").content.firstElementChild.cloneNode(true);
  const names = suiting(unit);
  all("[data-do]", bar).filter((button) => !names.includes(button.dataset.do)).forEach((button) => button.remove());
  bar.addEventListener("click", (event) => {
    const name = event.target.closest("[data-do]")?.dataset.do;
    if (name) decide(name);
  });
  unit.append(bar);
}

/** Takes away what is offered below the chosen unit, and what is begun there. */
function leave() {
  if (!chosen || live !== "yes") return;
  const editing = find(".editing", chosen);
  all(":scope > .deciding", chosen).forEach((bar) => bar.remove());
  if (editing) {
    editing.remove();
    find(".target", chosen).hidden = false;
  }
}

function cancel() {
  const unit = chosen;
  leave();
  offer(unit);
  unit.focus();
  // What came while somebody edited was kept back.
  refresh();
}

async function ask(path, body) {
  const answer = await fetch(page.dataset.pages + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  return { ok: answer.ok, ...said };
}

const about = (...units) => ({ document: text.dataset.document, unit: units[0].id, units: units.map((unit) => unit.id) });

function decide(name) {
  if (name === "cancel") return cancel();
  if (name === "undo") return record({ action: "undo" });
  const unit = chosen;
  if (!unit || unit.classList.contains("busy")) return;
  const names = suiting(unit);
  if (name === "edit" && names.includes("write")) return edit(unit);
  if (name === "omit" && !names.includes("omit") && names.includes("add")) name = "add";
  if (!names.includes(name)) return;
  if (name === "edit" || name === "write") return edit(unit);
  if (["omit", "add", "waive", "note"].includes(name)) return note(unit, name);
  if (name === "split") return split(unit);
  record({ ...about(...subjects()), action: name }, unit);
}

/** Sends a decision; the page is then looked at anew. */
async function record(decision, unit) {
  unit?.classList.add("busy");
  const was = chosen?.id;
  // Whoever has gone on meanwhile, to another unit or to a text, stays there.
  const hasGoneOn = () => chosen && (chosen.id !== was || (chosen !== unit && find(".editing", chosen)));
  const answer = await ask("decide", decision);
  unit?.classList.remove("busy");
  say(answer.message ?? "");
  if (answer.ok) {
    const list = subjects();
    const next = unit && following(list[list.length - 1] ?? unit);
    const at = units().indexOf(list[0] ?? unit);
    // What was asked is done: the row is free to be exchanged.
    if (text && !hasGoneOn()) (unpick(), leave());
    await refresh();
    if (hasGoneOn()) return answer;
    const last = units()[Math.min(at, units().length - 1)];
    choose(answer.unit ? document.getElementById(answer.unit) : next?.isConnected ? next : (chosen ?? last));
  }
  return answer;
}

/** Where to go on after a decision: to the next unit of the walk. */
function following(unit) {
  const list = units().filter(isVisible);
  const rest = list.slice(list.indexOf(unit) + 1);
  return rest.find((one) => "work" in one.dataset) ?? rest[0] ?? unit;
}

function note(unit, action) {
  leave();
  const form = find("#noting").content.firstElementChild.cloneNode(true);
  const subject = subjects();
  const codes = [...new Set(subject.flatMap((one) => (one.dataset.codes ?? "").split(" ")))].filter((code) => code && code !== "note");
  const choice = find(".choice", form);
  if (action === "waive") form.elements.code.append(...codes.map((code) => new Option(code, code)));
  else choice.remove();
  if (action === "note") find("label:not(.choice) span", form).textContent = labelOf("note");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = form.elements.note.value.trim();
    if (!words) return form.elements.note.focus();
    record({ ...about(...subject), action, note: words, code: form.elements.code?.value }, unit);
  });
  listen(form);
  unit.append(form);
  form.elements.note.focus();
}

/** Asks where a unit ends and the next one begins, on each side. */
function split(unit) {
  leave();
  const form = find("#splitting").content.firstElementChild.cloneNode(true);
  for (const [name, side] of [["original", "source"], ["translation", "target"]]) {
    const segments = segmentsOf(unit, side);
    const field = form.elements[name];
    const ends = segments.map((one, index) => new Option(`${index + 1}. ${one.textContent.trim().slice(0, 80)}`, index + 1));
    field.append(...(name === "translation" ? [new Option(field.dataset.none, 0)] : []), ...ends);
    field.value = Math.max(1, Math.floor(segments.length / 2));
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [original, translation] = ["original", "translation"].map((name) => Number(form.elements[name].value));
    const isRussian = text.dataset.original === "ru";
    record({ ...about(unit), action: "split", source: isRussian ? original : translation, target: isRussian ? translation : original }, unit);
  });
  listen(form);
  unit.append(form);
  form.elements.original.focus();
}

function listen(form, end = cancel) {
  form.addEventListener("click", (event) => {
    if (event.target.closest("[data-do=cancel]")) end();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") (event.preventDefault(), end());
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) (event.preventDefault(), form.requestSubmit());
  });
}

async function edit(unit) {
  const begun = await ask("edit", about(unit));
  if (!begun.ok) return say(begun.message);
  leave();
  const form = find("#editing").content.firstElementChild.cloneNode(true);
  const field = form.elements.text;
  field.value = begun.text;
  field.lang = text.dataset.original === "ru" ? "en" : "ru";
  const check = after(150, async () => {
    const answer = await ask("check", { ...about(unit), text: field.value });
    if (answer.ok && form.isConnected) showFindings(find(".findings", form), answer.findings);
  });
  field.addEventListener("input", check);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await record({ ...about(unit), action: "edit", text: field.value, was: begun.text }, unit);
    if (answer.ok || !form.isConnected) return;
    const conflict = find(".conflict", form);
    conflict.hidden = answer.theirs === undefined;
    find("pre", conflict).textContent = answer.theirs ?? "";
  });
  listen(form);
  find(".target", unit).hidden = true;
  unit.append(form);
  field.focus();
}

function showFindings(list, findings) {
  list.replaceChildren(...findings.map(({ severity, message, cure }) => {
    const item = document.createElement("li");
    item.className = "finding " + severity;
    const icon = item.appendChild(document.createElementNS(NS, "svg"));
    icon.setAttribute("class", "icon severity-" + severity);
    icon.appendChild(document.createElementNS(NS, "use")).setAttribute("href", "#i-" + severity);
    const words = item.appendChild(document.createElement("div"));
    const what = words.appendChild(document.createElement("p"));
    what.className = "what";
    what.textContent = message;
    if (cure) {
      const more = words.appendChild(document.createElement("p"));
      more.className = "cure";
      more.textContent = cure;
    }
    return item;
  }));
}

// The desk: concepts of the term base, with a preview of what they would find

const CONCEPT_LINES = ["source", "preferred", "admitted", "deprecated", "forbidden", "definition", "note"];

/** Edits a concept that is known, or begins one, with what is proposed for it. */
function editConcept(place, known, proposed = known) {
  all(".concept-form").forEach((form) => form.remove());
  const form = find("#concept-form").content.firstElementChild.cloneNode(true);
  for (const name of CONCEPT_LINES) form.elements[name].value = proposed?.[name] ?? "";
  const said = () => ({ is_new: !known, id: known?.id ?? "", ...Object.fromEntries(CONCEPT_LINES.map((name) => [name, form.elements[name].value])) });
  const preview = async () => {
    if (!form.elements.source.value.trim() || !form.elements.preferred.value.trim()) return;
    const answer = await ask("concept", { action: "preview", ...said() });
    if (form.isConnected) showPreview(find(".preview", form), answer);
  };
  form.addEventListener("input", after(250, preview));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await ask("concept", { action: "save", ...said() });
    say(answer.message ?? "");
    if (!answer.ok) return;
    form.remove();
    refresh();
  });
  listen(form, () => form.remove());
  place.append(form);
  form.elements.source.focus();
  preview();
}

function showPreview(place, { message, alarms = [] }) {
  find("p", place).textContent = message ?? "";
  find("ul", place).replaceChildren(...alarms.map(({ place, source, target }) => {
    const item = document.createElement("li");
    for (const [lang, words] of [["", place], ["ru", source], ["en", target]]) {
      const part = item.appendChild(document.createElement("span"));
      if (lang) part.lang = lang;
      part.textContent = words;
    }
    return item;
  }));
}

function prepareConcepts() {
  const create = find("#new-concept");
  if (!create) return;
  create.hidden = false;
  create.addEventListener("click", () => editConcept(create.parentElement));
  const show = () => all("[data-do=edit-concept], [data-do=add-concept]").forEach((button) => (button.hidden = false));
  prepareConcepts.show = show;
  show();
  find("main").addEventListener("click", (event) => {
    const concept = event.target.closest("[data-do=edit-concept]")?.closest(".concept");
    if (concept) editConcept(concept, JSON.parse(concept.dataset.form));
    const suggestion = event.target.closest("[data-do=add-concept]")?.closest(".suggestion");
    if (suggestion) editConcept(suggestion, undefined, JSON.parse(suggestion.dataset.form));
  });
}

// The desk: what changed on disk shows up by itself. The page is fetched again and the rows that
// differ take the places of the old ones; a row that somebody edits is left alone.

async function refresh() {
  const answer = await fetch(location.pathname + location.search);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (text && find("#text", fresh)) exchange(fresh);
  if (table && find("#documents", fresh)) exchangeTable(fresh);
  if (find(".concepts") && find(".concepts", fresh) && !find(".concept-form")) exchangeConcepts(fresh);
}

function exchangeConcepts(fresh) {
  const open = new Set(all(".concept:has(details[open])").map((concept) => concept.id));
  for (const part of [".head", ".concepts", ".suggestions"]) find(part).replaceWith(document.adoptNode(find(part, fresh)));
  all(".concept").filter((concept) => open.has(concept.id)).forEach((concept) => (find("details", concept).open = true));
  prepareConcepts.show?.();
  filter.dispatchEvent(new Event("input"));
}

function exchangeTable(fresh) {
  for (const part of [".head", ".past", "#documents tbody"]) {
    const [now, then] = [find(part, fresh), find(part)];
    if (now && then) then.replaceWith(document.adoptNode(now));
  }
  const sorted = find("th[aria-sort]", table);
  sortDocuments.tree = undefined;
  sorted?.removeAttribute("aria-sort");
  if (sorted) sortDocuments(sorted);
  narrowDocuments();
}

function exchange(fresh) {
  const old = new Map(units().map((unit) => [unit.id, unit]));
  const isEdited = chosen && find(".editing", chosen);
  const was = chosen?.id;
  const rows = all(":scope > .row", find("#text", fresh)).map((row) => {
    const known = old.get(row.id);
    const stays = known && (known.dataset.hash === row.dataset.hash || (isEdited && known === chosen));
    return stays ? known : document.adoptNode(row);
  });
  if (isEdited && !rows.includes(chosen)) rows.splice(Math.max(1, all(":scope > .row", text).indexOf(chosen)), 0, chosen);
  all(":scope > .row", text).forEach((row) => { if (!rows.includes(row)) row.remove(); });
  // A row that stands where it belongs is not moved: it may have the focus.
  let place = find("#nothing");
  for (const row of rows.reverse()) {
    if (row.nextElementSibling !== place || row.parentElement !== text) text.insertBefore(row, place);
    place = row;
  }
  for (const part of [".head", ".meanings", ".terms", ".elsewhere", ".next"]) {
    const [now, then] = [find(part, fresh), find(part)];
    // What says the same may have the focus.
    if (now && then?.isEqualNode(now)) continue;
    if (now && then) then.replaceWith(document.adoptNode(now));
    else if (then) then.remove();
    else if (now) find("main").append(document.adoptNode(now));
  }
  if (!chosen?.isConnected) {
    chosen = undefined;
    if (was) choose(document.getElementById(was), false);
  }
  narrowUnits();
}

function watch() {
  const events = new EventSource(`${page.dataset.pages}events?shown=${page.dataset.change}`);
  events.addEventListener("changed", () => { if (!document.hidden || text) refresh(); });
}

// Begin

if (filter) {
  filter.hidden = false;
  filter.addEventListener("submit", (event) => event.preventDefault());
  if (table) {
    prepareTable();
    filter.addEventListener("input", (event) => (event.target.name === "texts" ? searchSoon() : narrowDocuments()));
  } else if (text) {
    prepareText();
    filter.addEventListener("input", after(80, narrowUnits));
  } else {
    filter.addEventListener("input", () => {
      const concepts = all(".concept");
      const wanted = wordsOf(filter.elements.concept.value);
      const isDoubtful = filter.elements.show.value === "doubtful";
      const fits = (concept) => (!isDoubtful || "doubtful" in concept.dataset) && (wanted.length === 0 || holds(concept.textContent, wanted));
      concepts.forEach((concept) => (concept.hidden = !fits(concept)));
      const count = concepts.filter((concept) => !concept.hidden).length;
      shown.textContent = count < concepts.length ? `${count} / ${concepts.length}` : "";
    });
  }
}
function searchSoon() {
  clearTimeout(searchSoon.timer);
  searchSoon.timer = setTimeout(searchTexts, 120);
}
if (live) watch();
if (live === "yes" && find(".concepts")) prepareConcepts();
if (live === "yes" && text) {
  page.addEventListener("click", (event) => {
    const name = event.target.closest(".head [data-do]")?.dataset.do;
    if (name) record({ action: name, document: text.dataset.document });
  });
}
