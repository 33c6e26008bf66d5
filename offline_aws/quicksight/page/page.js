// The page: sheets as tabs, their visuals in place, and rows that follow the data as it changes.

import { fetched, follow } from "./api.js";
import { Card } from "./card.js";
import { Colors } from "./colors.js";
import { Controls } from "./controls.js";
import { h, id } from "./dom.js";
import { picture } from "./export.js";
import { Filters } from "./filters.js";
import { bytes } from "./format.js";
import { applyTheme, setDark } from "./theme.js";

const QUIET = 250; // ms: what is written in quick succession is one refresh

let dashboard;
let current; // the sheet that is shown
let cards = [];
const filters = new Filters(() => refresh());
const controls = new Controls(() => refresh());
const shared = {
  filters,
  controls,
  colors: new Colors(),
  choose: (visual, choices, key) => dashboard.filtering && filters.choose(visual, choices, key),
  get exports() {
    return dashboard.export;
  },
};

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
  const cost = `${answers.length} ${answers.length === 1 ? "query" : "queries"}, ${bytes(sum("scanned"))} scanned, ${(sum("milliseconds") / 1000).toFixed(2)} s`;
  id("freshness").replaceChildren(
    h("span", { class: "live" }, "Live"),
    h("span", {}, `as of ${at.toLocaleTimeString("en-GB")}`),
    h("span", { class: "cost" }, cost),
  );
}

function live() {
  let timer;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      controls.update();
      refresh();
    }, QUIET);
  };
  follow(changed, () =>
    id("freshness").replaceChildren(h("span", { class: "lost" }, "Connection lost, trying again …")),
  );
}

// ---- sheets ----

function showSheet(sheet) {
  current = sheet;
  for (const tab of id("sheets").children) {
    const selected = tab.dataset.sheet === sheet.id;
    tab.setAttribute("aria-selected", selected);
    tab.tabIndex = selected ? 0 : -1;
  }
  filters.clear();
  controls.show(sheet.controls, dashboard.controlsOpen);
  cards = sheet.visuals.filter((visual) => !sheet.places[visual.id]?.hidden).map((visual) => new Card(visual, shared));
  for (const card of cards) place(card.element, sheet.places[card.visual.id], sheet.free);
  const nothing = cards.length ? [] : [h("p", { class: "note" }, "This sheet has no visuals.")];
  const main = id("sheet");
  main.className = sheet.free ? "free" : "";
  main.style.setProperty("--canvas", sheet.free ?? "");
  main.style.setProperty(
    "--height",
    `${Math.max(0, ...Object.values(sheet.places).map((each) => each.y + each.height || 0))}px`,
  );
  main.replaceChildren(...heading(sheet), ...cards.map((card) => card.element), ...nothing);
  history.replaceState(
    null,
    "",
    `#${[encodeURIComponent(sheet.id), ...address().parameters.map(([name, value]) => `p.${encodeURIComponent(name)}=${encodeURIComponent(value)}`)].join("&")}`,
  );
  refresh();
}

/**
 * What stands behind # in the page's address: a sheet's id, and values of parameters as in QuickSight's URLs.
 *
 * https://docs.aws.amazon.com/quicksight/latest/user/parameters-in-a-url.html
 */
function address() {
  const parts = location.hash.slice(1).split("&").filter(Boolean);
  const given = parts.filter((part) => part.startsWith("p.") && part.includes("="));
  const parameters = given.map((part) =>
    [part.slice(2, part.indexOf("=")), part.slice(part.indexOf("=") + 1)].map(decodeURIComponent),
  );
  return { sheet: decodeURIComponent(parts.find((part) => !given.includes(part)) ?? ""), parameters };
}

/** Set the parameters that the address names, each value as its parameter's type. */
function setParameters() {
  for (const { name, type } of dashboard.parameters) {
    const values = address()
      .parameters.filter(([given]) => given === name)
      .map(([, value]) => value);
    if (values.length)
      controls.chosen.parameters[name] = values.map((value) =>
        ["INTEGER", "DECIMAL"].includes(type) ? Number(value) : value,
      );
  }
}

const heading = ({ title, description }) =>
  title || description
    ? [
        h("div", { class: "heading" }, [
          title ? h("h2", {}, title) : null,
          description ? h("p", {}, description) : null,
        ]),
      ]
    : [];

/** Put a card where the layout has it: in the grid's cells or, on a free canvas, in pixels. */
function place(element, where, free) {
  const set = (name, value) => element.style.setProperty(name, value);
  if (free && where) {
    for (const [name, value] of Object.entries({
      "--x": where.x,
      "--y": where.y,
      "--width": where.width,
      "--height": where.height,
    }))
      set(name, `${value}px`);
    return;
  }
  const start = (index) => (index === null || index === undefined ? "" : `${index + 1} / `);
  set("grid-column", `${start(where?.column)}span ${where?.columns ?? 18}`);
  set(
    "grid-row",
    where?.row === undefined || where.row === null
      ? `span ${where?.rows ?? 12}`
      : `${start(where.row)}span ${where.rows}`,
  );
}

function showTabs() {
  const move = (event, index) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) id("sheets").children[(index + step + dashboard.sheets.length) % dashboard.sheets.length].focus();
  };
  id("sheets").replaceChildren(
    ...dashboard.sheets.map((sheet, index) =>
      h(
        "button",
        {
          type: "button",
          role: "tab",
          "data-sheet": sheet.id,
          "aria-controls": "sheet",
          click: () => showSheet(sheet),
          keydown: (event) => move(event, index),
        },
        sheet.name,
      ),
    ),
  );
  id("sheets").hidden = dashboard.sheets.length < 2;
}

// ---- tools ----

function tools() {
  id("theme").onclick = () => {
    setDark(document.documentElement.dataset.theme === "light");
    for (const card of cards) card.redraw();
  };
  id("picture").onclick = () =>
    picture(
      dashboard.name,
      [dashboard.name, current?.name, id("freshness").children[1]?.textContent].filter(Boolean).join(" · "),
    );
  id("print").onclick = () => print();
  id("close").onclick = () => id("sql").close();
  id("copy").onclick = async () => {
    await navigator.clipboard.writeText(id("sql").querySelector("pre").textContent);
    id("copy").textContent = "Copied";
  };
}

async function start() {
  setDark(matchMedia("(prefers-color-scheme: dark)").matches);
  tools();
  try {
    dashboard = await fetched("/sheets");
  } catch (error) {
    id("sheet").replaceChildren(
      h("div", { class: "note" }, [h("strong", {}, "There is nothing to show"), h("p", {}, error.message)]),
    );
    return;
  }
  applyTheme(dashboard.theme);
  shared.colors.customize(dashboard.colors);
  document.title = id("name").textContent = dashboard.name;
  showTabs();
  setParameters();
  const sheet = dashboard.sheets.find((each) => each.id === address().sheet) ?? dashboard.sheets[0];
  if (sheet) showSheet(sheet);
  live();
}

start();
