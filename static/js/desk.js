/* The desk without leaving the page: links and forms are fetched, keys press the buttons that are there.
   Everything works without this file, by plain links and forms. */
"use strict";

const desk = () => document.getElementById("ban");
const text = () => document.getElementById("van-ban-chu");
const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select") !== null;

/* --- fetching ------------------------------------------------------------------------------------ */

let turn = 0; // of two answers that cross, the later question counts

async function show(url, options = {}) {
  const mine = ++turn;
  desk().setAttribute("aria-busy", "true");
  let answer;
  try {
    answer = await fetch(url, { credentials: "same-origin", ...options });
  } catch {
    desk().removeAttribute("aria-busy");
    say("Không nối được với máy chủ. Chưa lưu gì; hãy thử lại.");
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== turn) return;
  if (!page.getElementById("ban")) {
    location.assign(answer.url); // logged out, or another page
    return;
  }
  put(page, answer.url, options.method === "POST");
}

function put(page, url, saved) {
  const scroll = window.scrollY;
  desk().replaceWith(page.getElementById("ban"));
  document.getElementById("loa").replaceChildren(...page.getElementById("loa").childNodes);
  document.title = page.title;
  const path = new URL(url);
  const known = path.pathname === location.pathname;
  history[known ? "replaceState" : "pushState"](null, "", path.pathname + path.search);
  window.scrollTo(0, known ? scroll : 0);
  settle(saved);
}

function settle() {
  const wrong = document.querySelector("#dang-xem [role=alert]");
  const field = wrong && wrong.closest(".field") && wrong.closest(".field").querySelector("input, select, textarea");
  (field || document.getElementById("ed"))?.focus({ preventScroll: true });
  document.querySelector("#dang-xem [role=alert]")?.scrollIntoView({ block: "nearest" });
  text()?.querySelector(".now")?.scrollIntoView({ block: "nearest" });
  document.querySelector(".flist [aria-current]")?.scrollIntoView({ block: "nearest" });
}

function say(words) {
  const line = document.createElement("p");
  line.className = "told error";
  line.textContent = words;
  document.getElementById("loa").replaceChildren(line);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("#ban a");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const inside = new URL(link.href).pathname.endsWith("/duyet/");
  if (!inside) return;
  event.preventDefault();
  if (link.closest(".read") && String(getSelection())) return; // the end of a selection, not a choice
  show(link.href);
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("#ban form");
  if (!form) return;
  event.preventDefault();
  const told = new FormData(form, event.submitter);
  if (form.method === "get") {
    choose(told.get("them"), told.get("doan"));
  } else {
    told.set("tiep", "1"); // after a judgement on to the next fact
    show(form.action, { method: "POST", body: new URLSearchParams(told) });
  }
});

window.addEventListener("popstate", () => show(location.href));

/* --- words of the text ----------------------------------------------------------------------------- */

/* Text nodes of one paragraph without the sigla. */
function nodes(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("sup") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

const written = (paragraph) => nodes(paragraph).map((node) => node.data).join("");
const points = (words) => Array.from(words).length; // the server counts code points

/* Offset in the paragraph's own text of a point of a selection. */
function offset(paragraph, container, at) {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(container, at);
  const before = range.cloneContents();
  before.querySelectorAll("sup").forEach((mark) => mark.remove());
  return before.textContent.length;
}

/* The selected words as the server knows them, or null. */
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const element = (node) => (node.nodeType === 1 ? node : node.parentElement);
  const first = element(range.startContainer).closest("#van-ban-chu p[data-start]");
  if (!first) return null;
  const last = element(range.endContainer).closest("#van-ban-chu p[data-start]");
  const words = written(first);
  const start = offset(first, range.startContainer, range.startOffset);
  const end = last === first ? offset(first, range.endContainer, range.endOffset) : words.length;
  if (!words.slice(start, end).trim()) return null;
  const base = Number(first.dataset.start);
  return {
    o: first.dataset.where,
    i: first.dataset.index,
    tu: base + points(words.slice(0, start)),
    den: base + points(words.slice(0, end)),
  };
}

/* Open the form of a new fact on the selected words, else on the words that were typed. */
function choose(kind, typed = "") {
  const query = new URLSearchParams({ them: kind });
  const words = selected();
  const hang = new URLSearchParams(location.search).get("hang");
  if (hang) query.set("hang", hang);
  if (words) Object.entries(words).forEach(([name, value]) => query.set(name, value));
  else if (typed) query.set("doan", typed);
  else {
    say("Chưa chọn chữ nào. Bôi đen một đoạn, hoặc bấm C rồi dùng các phím mũi tên.");
    return;
  }
  show(`${location.pathname}?${query}`);
}

/* --- choosing words by keyboard ---------------------------------------------------------------------- */

const SENTENCE = /[^.!?…]+(?:[.!?…]+(?!\s)[^.!?…]*)*[.!?…]*\s*/gu;
const WORD = /[^\s.,;:()“”"]+(?:[.,]\d+)*/gu;
let caret = null; // { paragraph, unit, from, to }: units of this kind from … to are selected

const paragraphs = () => Array.from(text().querySelectorAll("p[data-start]"));
const units = (paragraph, unit) => Array.from(written(paragraph).matchAll(unit));

function place(paragraph, position) {
  let rest = position;
  for (const node of nodes(paragraph)) {
    if (rest <= node.length) return [node, rest];
    rest -= node.length;
  }
  return [paragraph, paragraph.childNodes.length];
}

function paint() {
  const { paragraph, unit, from, to } = caret;
  const found = units(paragraph, unit);
  const first = found[Math.min(from, to)];
  const last = found[Math.max(from, to)];
  const end = last.index + last[0].trimEnd().length;
  getSelection().setBaseAndExtent(...place(paragraph, first.index), ...place(paragraph, end));
  getSelection().getRangeAt(0).startContainer.parentElement.scrollIntoView({ block: "nearest" });
}

function begin() {
  const now = text().querySelector(".now")?.closest("p") || paragraphs()[0];
  caret = { paragraph: now, unit: SENTENCE, from: 0, to: 0 };
  text().classList.add("choosing");
  document.activeElement.blur();
  paint();
  say("Đang chọn chữ: ↑ ↓ câu, ← → từ, giữ Shift để nối dài, rồi N, S hoặc H. Esc để thôi.");
}

function end() {
  caret = null;
  text()?.classList.remove("choosing");
  getSelection().removeAllRanges();
}

/* Change between sentences and words where the other stands now. */
function measure(unit) {
  if (caret.unit === unit) return false;
  const { paragraph } = caret;
  const start = units(paragraph, caret.unit)[Math.min(caret.from, caret.to)].index;
  const found = units(paragraph, unit);
  const at = found.findLastIndex((match) => match.index <= start + (unit === WORD ? 1 : 0));
  caret = { paragraph, unit, from: Math.max(at, 0), to: Math.max(at, 0) };
  return true;
}

function move(unit, step, extend) {
  if (measure(unit)) return paint();
  const count = units(caret.paragraph, unit).length;
  const to = caret.to + step;
  if (to >= 0 && to < count) {
    caret.to = to;
    if (!extend) caret.from = to;
  } else if (!extend) {
    const all = paragraphs();
    const next = all[all.indexOf(caret.paragraph) + step];
    if (!next || !units(next, unit).length) return undefined;
    const at = step > 0 ? 0 : units(next, unit).length - 1;
    caret = { paragraph: next, unit, from: at, to: at };
  }
  return paint();
}

const MOVES = {
  ArrowRight: [WORD, 1],
  ArrowLeft: [WORD, -1],
  ArrowDown: [SENTENCE, 1],
  ArrowUp: [SENTENCE, -1],
};

/* --- keys ---------------------------------------------------------------------------------------- */

const KINDS = { n: "nguoi", s: "so", h: "hop" };

document.addEventListener("keydown", (event) => {
  if (!desk() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target)) {
    if (event.key === "Escape") document.getElementById("ed")?.focus();
    return;
  }
  if (caret && event.key in MOVES) {
    event.preventDefault();
    move(...MOVES[event.key], event.shiftKey);
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (caret && key === "Escape") return end();
  if (press(key)) event.preventDefault();
});

function press(key) {
  if (key in KINDS) {
    choose(KINDS[key]);
    caret = null;
  } else if (key === "c") begin();
  else if (key === "e") edit();
  else if (key === "/") document.getElementById("doan").focus();
  else {
    const target = desk().querySelector(`[data-key="${CSS.escape(key)}"]:not([aria-hidden])`);
    if (!target) return false;
    target.click();
  }
  return true;
}

function edit() {
  const field = document.querySelector("#dang-xem .pair input, #dang-xem .pair textarea");
  field?.focus();
  field?.select();
}

document.documentElement.classList.add("scripted");
