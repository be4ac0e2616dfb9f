// Suggestions under the search field: an ARIA combobox with a listbox. Without this file the form works.
"use strict";

const PAUSE = 120; // ms without a key before the server is asked

function element(tag, attributes, text = "") {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

class Suggestions {
  constructor(input) {
    this.input = input;
    this.list = element("ul", { id: "goi-y", role: "listbox", "aria-label": input.dataset.name, hidden: "" });
    this.status = element("p", { class: "vh", role: "status" });
    this.chosen = -1;
    this.asked = null;
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-controls": "goi-y", "aria-expanded": "false",
    })) input.setAttribute(name, value);
    input.form.append(this.list, this.status);
    input.addEventListener("input", () => this.wait());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus in the field
    this.list.addEventListener("click", (event) => this.go(event.target.closest("li")));
  }

  get options() { return [...this.list.children]; }

  wait() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const start = this.input.value.trim();
    if (!start) return this.close();
    this.asked = new AbortController();
    try {
      const address = `${this.input.dataset.suggest}?q=${encodeURIComponent(start)}`;
      const answer = await fetch(address, { signal: this.asked.signal });
      if (answer.ok) this.show((await answer.json()).subjects);
    } catch (error) {
      if (error.name !== "AbortError") this.close(); // no suggestions; the form still searches
    }
  }

  show(subjects) {
    if (document.activeElement !== this.input) return;
    this.list.replaceChildren(...subjects.map((subject, i) => this.option(subject, i)));
    this.choose(-1);
    this.open(subjects.length > 0);
    const { none, some } = this.input.dataset;
    this.status.textContent = subjects.length ? `${subjects.length} ${some}` : none;
  }

  option(subject, i) {
    const made = element("li", { id: `goi-y-${i}`, role: "option", "aria-selected": "false", "data-url": subject.url });
    made.append(element("span", { lang: "vi" }, subject.label), element("small", {}, subject.kind));
    return made;
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.choose(-1);
    this.open(false);
  }

  choose(index) {
    this.options[this.chosen]?.setAttribute("aria-selected", "false");
    this.chosen = index;
    const option = this.options[index];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  key(event) {
    const last = this.options.length - 1;
    if (event.key === "Escape" && !this.list.hidden) this.close();
    else if (event.key === "ArrowDown" && this.list.hidden) return this.ask();
    else if (event.key === "ArrowDown") this.choose(this.chosen < last ? this.chosen + 1 : -1);
    else if (event.key === "ArrowUp" && !this.list.hidden) this.choose(this.chosen < 0 ? last : this.chosen - 1);
    else if (event.key === "Enter" && this.chosen >= 0) this.go(this.options[this.chosen]);
    else return undefined;
    return event.preventDefault();
  }

  go(option) {
    if (option) location.assign(option.dataset.url);
  }
}

for (const input of document.querySelectorAll("input[data-suggest]")) new Suggestions(input);
