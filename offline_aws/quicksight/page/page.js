// The page: sheets, their visuals in a grid, and rows that follow the data as it changes.

import { drawBars } from "./bars.js";
import { bytes, h, hideTooltip, number, text } from "./dom.js";
import { drawLines } from "./lines.js";
import { drawPies } from "./pies.js";
import { Colors } from "./series.js";
import { csv, drawKpi, drawTable } from "./tables.js";

const DRAW = { bar: drawBars, pie: drawPies, line: drawLines, kpi: drawKpi, table: drawTable };
const QUIET = 250; // ms: what is written in quick succession is one refresh

const base = location.pathname.replace(/\/$/, "");
const id = (name) => document.getElementById(name);
const colors = new Colors();

let dashboard;
let cards = [];
let filters = []; // {dataSet, column, granularity, value, visual}

// ---- rows ----

async function fetched(path) {
  const response = await fetch(base + path);
  const content = await response.json();
  if (!response.ok) throw new Error(content.message);
  return content;
}

/** A visual on the page. The rows that it shows stay until newer ones are there. */
class Card {
  #asTable = false;

  constructor(visual, place) {
    this.visual = visual;
    this.body = h("div", { class: "body" });
    this.foot = h("footer", {});
    this.element = h("article", { class: `card ${visual.kind}`, style: gridArea(place), "aria-labelledby": `title-${visual.id}` }, [
      h("header", {}, [
        h("div", {}, [
          h("h2", { id: `title-${visual.id}` }, visual.title),
          visual.subtitle ? h("p", {}, visual.subtitle) : null,
        ]),
        visual.kind === "problem" ? null : this.#tools(),
      ]),
      visual.alt ? h("p", { class: "alt" }, visual.alt) : null,
      this.body,
      this.foot,
    ]);
    if (visual.kind === "problem") this.#say("This visual is not drawn", visual.problem);
    else this.#say("Asking Athena …");
    new ResizeObserver(() => this.data?.rows && this.#draw()).observe(this.element);
  }

  #tools() {
    const tool = (label, name, action) => h("button", { type: "button", click: action, "aria-label": `${name} of ${this.visual.title}`, title: name }, label);
    const asTable = tool("Table", "Table of values", (event) => {
      this.#asTable = !this.#asTable;
      event.currentTarget.setAttribute("aria-pressed", this.#asTable);
      this.#draw();
    });
    return h("div", { class: "tools" }, [
      ["table", "kpi"].includes(this.visual.kind) ? null : asTable,
      tool("SQL", "SQL", () => showSql(this)),
      dashboard.export ? tool("CSV", "Download as CSV", () => this.#download()) : null,
    ]);
  }

  async refresh() {
    if (this.visual.kind === "problem") return null;
    const where = filters.filter((filter) => filter.visual !== this.visual.id);
    try {
      const data = await fetched(`/visuals/${encodeURIComponent(this.visual.id)}?where=${encodeURIComponent(JSON.stringify(where))}`);
      const unchanged = JSON.stringify(data.rows) === JSON.stringify(this.data?.rows) && data.error === this.data?.error;
      this.data = data;
      if (!unchanged) this.#draw();
      else this.#mark();
      return data;
    } catch (error) {
      this.data = undefined;
      // fetch() itself fails with a TypeError.
      const lost = error instanceof TypeError;
      this.#say(lost ? "The sandbox does not answer" : "This visual is not drawn", lost ? "Is it running?" : error.message);
      return null;
    }
  }

  #draw() {
    const { rows, error, more } = this.data;
    hideTooltip();
    if (error) return this.#say("Athena could not answer", error);
    if (!rows.length || rows.every((row) => row.every((value) => value === null))) {
      return this.#say(filters.length ? "No rows for this choice" : "No rows yet", filters.length ? "Remove a filter to see more." : "They show here as soon as they land.");
    }
    const focused = this.element.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    const [top, left] = [this.body.scrollTop, this.body.scrollLeft];
    const drawable = this.visual.kind === "kpi" || rows.every((row) => row.slice(this.visual.fields.length).every((value) => value >= 0));
    const draw = this.#asTable || !drawable ? drawTable : DRAW[this.visual.kind];
    const { clientWidth: width, clientHeight: height } = this.body;
    this.body.replaceChildren(draw(this.visual, rows, { colors, width, height, choose: (choices) => choose(this.visual.id, choices) }));
    this.body.scrollTo(left, top);
    if (focused !== undefined) [...this.body.querySelectorAll("[data-key]")].find((mark) => mark.dataset.key === focused)?.focus();
    this.foot.textContent = [
      more ? `The first ${number(rows.length)} points; there are more.` : "",
      drawable ? "" : "Values below zero are not drawn: this is their table.",
    ].join(" ");
    this.#mark();
  }

  /** Tell apart what was chosen in this visual. */
  #mark() {
    const chosen = filters.filter((filter) => filter.visual === this.visual.id);
    const keys = new Set(chosen.map((filter) => filter.key));
    this.element.classList.toggle("choosing", chosen.length > 0);
    for (const mark of this.body.querySelectorAll(".mark")) {
      mark.setAttribute("aria-pressed", keys.has(mark.dataset.key));
    }
  }

  #say(what, more = "") {
    this.body.replaceChildren(h("div", { class: "note" }, [h("strong", {}, what), h("p", {}, more)]));
    this.foot.textContent = "";
  }

  #download() {
    if (!this.data?.rows) return;
    const url = URL.createObjectURL(new Blob([csv(this.visual, this.data.rows)], { type: "text/csv" }));
    h("a", { href: url, download: `${this.visual.id}.csv` }).click();
    URL.revokeObjectURL(url);
  }
}

function gridArea(place) {
  if (!place) return { "grid-column": "span 18", "grid-row": "span 12" };
  const start = (index) => (index === null ? "" : `${index + 1} / `);
  return {
    "grid-column": `${start(place.column)}span ${place.columns}`,
    "grid-row": `${start(place.row)}span ${place.rows}`,
  };
}

// ---- refreshing ----

let running = false;
let again = false;

/** Ask for the rows of every visual on the sheet; what is asked meanwhile is asked once more afterwards. */
async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  do {
    again = false;
    const answers = await Promise.all(cards.map((card) => card.refresh()));
    showFreshness(answers.filter((answer) => answer?.rows));
  } while (again);
  running = false;
}

function showFreshness(answers) {
  if (!answers.length) return;
  const sum = (name) => answers.reduce((total, answer) => total + answer[name], 0);
  const at = new Date(Math.max(...answers.map((answer) => new Date(answer.at))));
  const cost = `${answers.length} queries, ${bytes(sum("scanned"))} scanned, ${(sum("milliseconds") / 1000).toFixed(2)} s`;
  id("freshness").replaceChildren(
    h("span", { class: "live" }, "Live"),
    h("span", {}, `as of ${at.toLocaleTimeString("en-GB")}`),
    h("span", { class: "cost" }, cost),
  );
}

function follow() {
  let timer;
  let known;
  const changes = new EventSource(`${base}/changes`);
  changes.onmessage = ({ data }) => {
    if (known !== undefined && data !== known) {
      clearTimeout(timer);
      timer = setTimeout(refresh, QUIET);
    }
    known = data;
  };
  changes.onerror = () => id("freshness").replaceChildren(h("span", { class: "lost" }, "Connection lost, trying again …"));
  // What was missed while there was no connection.
  changes.onopen = () => known !== undefined && refresh();
}

// ---- choosing ----

/** A second click on the same mark takes the choice back. */
function choose(visual, choices) {
  if (!dashboard.filtering || !choices.length) return;
  const key = document.activeElement?.dataset.key;
  const same = filters.some((filter) => filter.visual === visual && filter.key === key);
  filters = filters.filter((filter) => filter.visual !== visual);
  if (!same) filters.push(...choices.map((choice) => ({ ...choice, visual, key })));
  showFilters();
  refresh();
}

function showFilters() {
  const chips = filters.map((filter) => h("button", {
    type: "button",
    "aria-label": `Remove filter ${filter.column} ${text(filter.value)}`,
    click: () => {
      filters = filters.filter((each) => each !== filter);
      showFilters();
      refresh();
    },
  }, [`${filter.column}: ${text(filter.value)}`, h("span", { "aria-hidden": "true" }, "×")]));
  id("filters").replaceChildren(...chips);
}

// ---- sheets, SQL, theme ----

function showSheet(sheet) {
  for (const tab of id("sheets").children) {
    const selected = tab.dataset.sheet === sheet.id;
    tab.setAttribute("aria-selected", selected);
    tab.tabIndex = selected ? 0 : -1;
  }
  filters = [];
  showFilters();
  cards = sheet.visuals.map((visual) => new Card(visual, sheet.places[visual.id]));
  const nothing = cards.length ? [] : [h("p", { class: "note" }, "This sheet has no visuals.")];
  id("sheet").replaceChildren(...cards.map((card) => card.element), ...nothing);
  history.replaceState(null, "", `#${encodeURIComponent(sheet.id)}`);
  refresh();
}

function showTabs() {
  const move = (event, index) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) id("sheets").children[(index + step + dashboard.sheets.length) % dashboard.sheets.length].focus();
  };
  id("sheets").replaceChildren(...dashboard.sheets.map((sheet, index) => h("button", {
    type: "button", role: "tab", "data-sheet": sheet.id, "aria-controls": "sheet",
    click: () => showSheet(sheet), keydown: (event) => move(event, index),
  }, sheet.name)));
  id("sheets").hidden = dashboard.sheets.length < 2;
}

function showSql(card) {
  id("sql-title").textContent = card.visual.title;
  id("sql").querySelector("pre").textContent = card.data?.sql ?? "";
  id("copy").textContent = "Copy";
  id("sql").showModal();
}

function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  id("theme").textContent = dark ? "Light" : "Dark";
  id("theme").setAttribute("aria-label", dark ? "Light colors" : "Dark colors");
}

async function start() {
  setTheme(matchMedia("(prefers-color-scheme: dark)").matches);
  id("theme").onclick = () => setTheme(document.documentElement.dataset.theme === "light");
  id("close").onclick = () => id("sql").close();
  id("copy").onclick = async () => {
    await navigator.clipboard.writeText(id("sql").querySelector("pre").textContent);
    id("copy").textContent = "Copied";
  };
  try {
    dashboard = await fetched("/sheets");
  } catch (error) {
    id("sheet").replaceChildren(h("div", { class: "note" }, [h("strong", {}, "There is nothing to show"), h("p", {}, error.message)]));
    return;
  }
  document.title = id("name").textContent = dashboard.name;
  showTabs();
  const wanted = decodeURIComponent(location.hash.slice(1));
  const sheet = dashboard.sheets.find((each) => each.id === wanted) ?? dashboard.sheets[0];
  if (sheet) showSheet(sheet);
  follow();
}

start();
