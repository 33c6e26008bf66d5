// What a reader chose by a click on marks: filters on all other visuals of the sheet, each shown as a chip.

import { h, id } from "./dom.js";
import { text } from "./format.js";

export class Filters {
  #chosen = []; // {dataSet, column, granularity, value, visual, key}

  /** @param changed called after each change */
  constructor(changed) {
    this.changed = changed;
  }

  /** A second choice of the same mark takes the first back. */
  choose(visual, choices, key) {
    if (!choices.length) return;
    const same = this.keys(visual).has(key);
    this.#set([
      ...this.#chosen.filter((filter) => filter.visual !== visual),
      ...(same ? [] : choices.map((choice) => ({ ...choice, visual, key }))),
    ]);
  }

  /** What counts for a visual: what was chosen in the others. */
  beside = (visual) => this.#chosen.filter((filter) => filter.visual !== visual);
  keys = (visual) => new Set(this.#chosen.filter((filter) => filter.visual === visual).map((filter) => filter.key));
  any = () => this.#chosen.length > 0;

  clear() {
    this.#chosen = [];
    this.#show();
  }

  #set(chosen) {
    this.#chosen = chosen;
    this.#show();
    this.changed();
  }

  #show() {
    const chips = this.#chosen.map((filter) =>
      h(
        "button",
        {
          type: "button",
          "aria-label": `Remove filter ${filter.column} ${text(filter.value)}`,
          click: () => this.#set(this.#chosen.filter((each) => each !== filter)),
        },
        [`${filter.column}: ${text(filter.value)}`, h("span", { "aria-hidden": "true" }, "×")],
      ),
    );
    id("filters").replaceChildren(...chips);
  }
}
