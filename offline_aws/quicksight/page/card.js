// A visual on the page: its frame, its tools, and the rows that it shows until newer ones are there.

import { rowsOf } from "./api.js";
import { drawBars } from "./bars.js";
import { drawBoxes, drawHistogram } from "./boxes.js";
import { drawCombo } from "./combo.js";
import { h, hideTooltipIn, id } from "./dom.js";
import { download } from "./export.js";
import { drawKpi } from "./figures.js";
import { number } from "./format.js";
import { drawHeat } from "./heat.js";
import { drawLines } from "./lines.js";
import { drawPies } from "./pies.js";
import { drawPivot } from "./pivot.js";
import { drawScatter } from "./scatter.js";
import { csv, drawTable } from "./tables.js";

const DRAW = {
  bar: drawBars,
  pie: drawPies,
  line: drawLines,
  combo: drawCombo,
  scatter: drawScatter,
  heat: drawHeat,
  box: drawBoxes,
  histogram: drawHistogram,
  kpi: drawKpi,
  table: drawTable,
  pivot: drawPivot,
};
const TEXTUAL = ["table", "pivot", "kpi"]; // what needs no table beside it

export class Card {
  #asTable = false;
  #drawing = 0;

  /** @param sheet what all cards share: `filters`, `controls`, `colors`, `choose(visual, choices, key)` and `exports` */
  constructor(visual, sheet) {
    this.visual = visual;
    this.sheet = sheet;
    this.body = h("div", { class: "body" });
    this.foot = h("footer", {});
    this.element = h("article", { class: `card ${visual.kind}`, "aria-labelledby": `title-${visual.id}` }, [
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
    new ResizeObserver(() => this.redraw()).observe(this.element);
  }

  #tools() {
    const tool = (label, name, action) =>
      h(
        "button",
        { type: "button", click: action, "aria-label": `${name} of ${this.visual.title}`, title: name },
        label,
      );
    const asTable = tool("Table", "Table of values", (event) => {
      this.#asTable = !this.#asTable;
      event.currentTarget.setAttribute("aria-pressed", this.#asTable);
      this.redraw();
    });
    return h("div", { class: "tools" }, [
      TEXTUAL.includes(this.visual.kind) ? null : asTable,
      tool("SQL", "SQL", () => this.#showSql()),
      this.sheet.exports ? tool("CSV", "Download as CSV", () => this.#download()) : null,
    ]);
  }

  /** Ask for rows; what is answered, or null. */
  async refresh() {
    if (this.visual.kind === "problem") return null;
    try {
      const data = await rowsOf(this.visual, this.sheet.filters.beside(this.visual.id), this.sheet.controls.chosen);
      const unchanged =
        JSON.stringify(data.rows) === JSON.stringify(this.data?.rows) && data.error === this.data?.error;
      this.data = data;
      if (unchanged) this.#mark();
      else await this.#draw();
      return data;
    } catch (error) {
      this.data = undefined;
      // fetch() itself fails with a TypeError.
      const lost = error instanceof TypeError && error.message.includes("fetch");
      this.#say(
        lost ? "The sandbox does not answer" : "This visual is not drawn",
        lost ? "Is it running? make up starts it." : error.message,
      );
      return null;
    }
  }

  redraw() {
    if (this.data?.rows && this.body.clientWidth) this.#draw();
  }

  async #draw() {
    const { rows, error, more } = this.data;
    const turn = ++this.#drawing;
    hideTooltipIn(this.element);
    if (error) return this.#say("Athena could not answer", error);
    if (!rows.length || rows.every((row) => row.every((value) => value === null))) return this.#nothing();
    const drawable = this.#drawable(rows);
    const draw = this.#asTable || !drawable ? drawTable : DRAW[this.visual.kind];
    this.foot.textContent = [
      more ? `The first ${number(rows.length)} points; there are more.` : "",
      drawable ? "" : "Values below zero are not drawn: this is their table.",
    ].join(" ");
    const { clientWidth: width, clientHeight: height } = this.body; // what the foot leaves
    const choose = (choices, key) => this.sheet.choose(this.visual.id, choices, key);
    const drawn = await draw(this.visual, rows, { colors: this.sheet.colors, width, height, choose });
    if (turn !== this.#drawing) return undefined;
    this.#show(drawn);
    this.#mark();
    return undefined;
  }

  /** Put what was drawn in the place of what was there, with the same mark in focus. */
  #show(drawn) {
    const focused = this.element.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    const [top, left] = [this.body.scrollTop, this.body.scrollLeft];
    for (const chart of this.body.querySelectorAll(".chart")) chart.view?.finalize();
    this.body.replaceChildren(drawn);
    this.body.scrollTo(left, top);
    if (focused !== undefined)
      [...this.body.querySelectorAll("[data-key]")].find((mark) => mark.dataset.key === focused)?.focus();
  }

  /** Shares of a whole are of values that are not below zero. */
  #drawable(rows) {
    const shares = this.visual.kind === "pie" || this.visual.options.arrangement === "stacked_percent";
    const at = this.visual.fields.length;
    return (
      !shares ||
      rows.every((row) =>
        row.slice(at, at + this.visual.measures.length).every((value) => value === null || value >= 0),
      )
    );
  }

  #nothing() {
    const filtered = this.sheet.filters.any() || this.sheet.controls.any();
    this.#say(
      filtered ? "No rows for this choice" : "No rows yet",
      filtered ? "Remove a filter, or choose more in the controls." : "They show here as soon as they land.",
    );
  }

  /** Tell apart what was chosen in this visual. */
  #mark() {
    const keys = this.sheet.filters.keys(this.visual.id);
    this.element.classList.toggle("choosing", keys.size > 0);
    for (const mark of this.body.querySelectorAll(".mark"))
      mark.setAttribute("aria-pressed", keys.has(mark.dataset.key));
  }

  #say(what, more = "") {
    this.#drawing += 1;
    this.body.replaceChildren(h("div", { class: "note" }, [h("strong", {}, what), h("p", {}, more)]));
    this.foot.textContent = "";
  }

  #download() {
    if (this.data?.rows)
      download(new Blob([csv(this.visual, this.data.rows)], { type: "text/csv" }), `${this.visual.id}.csv`);
  }

  #showSql() {
    id("sql-title").textContent = this.visual.title;
    id("sql").querySelector("pre").textContent = this.data?.sql ?? "";
    id("copy").textContent = "Copy";
    id("sql").showModal();
  }
}
