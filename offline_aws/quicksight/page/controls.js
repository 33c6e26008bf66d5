// The controls of a sheet: what a reader chooses for the definition's filters and parameters.
//
// A choice has the form of choices.py: values of which none stands for all, the ends of a range, or a relative date.

import { controlValues } from "./api.js";
import { h, id } from "./dom.js";
import { text } from "./format.js";

const NUMERIC = ["INTEGER", "DECIMAL", "NumericEqualityFilter"];
const RELATIVE = { PREVIOUS: "Previous", THIS: "This", LAST: "Last", NEXT: "Next", NOW: "Until now" };
const UNITS = ["MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR"];

export class Controls {
  /** What was chosen, as the page's requests carry it: parameters by their name, filters by their id. */
  chosen = { parameters: {}, filters: {} };

  /** @param changed called after each choice */
  constructor(changed) {
    this.changed = changed;
  }

  #offers = []; // what a control does with the values that the data has to choose from

  any = () => Object.keys({ ...this.chosen.parameters, ...this.chosen.filters }).length > 0;

  /** Show the controls of a sheet, as they stand. */
  show(controls, open) {
    this.#offers = [];
    const drawn = controls.map((control) =>
      h("div", { class: "control", role: "group", "aria-label": control.title }, [
        control.title ? h("span", { class: "title", "aria-hidden": "true" }, control.title) : null,
        this.#draw(control),
      ]),
    );
    const whole = h("details", { open: open || null }, [
      h("summary", {}, "Controls"),
      h("div", { class: "list" }, drawn),
    ]);
    id("controls").replaceChildren(...(drawn.length ? [whole] : []));
  }

  #now(control) {
    const found = control.parameter ? this.chosen.parameters[control.parameter] : this.chosen.filters[control.filter];
    if (found === undefined) return control.chosen;
    return control.parameter ? { values: found } : found;
  }

  #choose(control, choice) {
    if (control.parameter)
      this.chosen.parameters[control.parameter] = choice.values.map((value) => typed(value, control));
    else this.chosen.filters[control.filter] = choice;
    this.changed();
  }

  #draw(control) {
    const choose = (choice) => this.#choose(control, choice);
    const offer = (fill) => {
      this.#offers.push(async () => fill(await options(control), this.#now(control)));
      this.#offers.at(-1)();
    };
    return DRAW[control.kind](control, this.#now(control), choose, offer);
  }

  /** Ask for the values to choose from again; what is chosen stays, and so does a control that is in use. */
  update() {
    if (!id("controls").contains(document.activeElement)) for (const offer of this.#offers) offer();
  }
}

const typed = (value, { type }) => (NUMERIC.includes(type) && value !== null ? Number(value) : value);
const first = (now) => now.values?.[0] ?? "";

/** The values to choose from: those of the definition, or those that the data has. */
async function options({ id: control, options: given }) {
  if (given) return given;
  const { rows = [] } = await controlValues(control);
  return rows.map((row) => row[0]);
}

function drawDropdown(control, now, choose, offer) {
  if (control.multiple) return dropped(drawList(control, now, choose, offer), now);
  const select = h("select", {
    "aria-label": control.title,
    change: () => choose({ values: select.value === "all" ? [] : [JSON.parse(select.value)] }),
  });
  offer((found, { values = [] }) => {
    const all = control.parameter ? [] : [h("option", { value: "all" }, "All")];
    const option = (value) =>
      h("option", { value: JSON.stringify(value), selected: String(value) === String(values[0]) || null }, text(value));
    select.replaceChildren(...all, ...found.map(option));
  });
  return select;
}

function dropped(list, now) {
  const count = now.values?.length ?? 0;
  return h("details", { class: "dropdown" }, [h("summary", {}, count ? `${count} chosen` : "All"), list]);
}

/** Boxes to tick, or of which one is chosen; a search where the definition has one. */
function drawList(control, now, choose, offer) {
  const items = h("div", { class: "items" });
  const kind = control.multiple ? "checkbox" : "radio";
  const ticked = () => [...items.querySelectorAll("input:checked")].map((box) => JSON.parse(box.value));
  const summary = () => items.closest("details")?.querySelector("summary");
  const changed = () => {
    const values = ticked();
    if (control.multiple && summary()) summary().textContent = values.length ? `${values.length} chosen` : "All";
    choose({ values });
  };
  const item = (value, chosen) =>
    h("label", {}, [
      h("input", {
        type: kind,
        name: control.id,
        value: JSON.stringify(value),
        checked: chosen.has(String(value)) || null,
        change: changed,
      }),
      h("span", {}, text(value)),
    ]);
  const none = h(
    "button",
    {
      type: "button",
      click: () => {
        for (const box of items.querySelectorAll("input")) box.checked = false;
        changed();
      },
    },
    "All",
  );
  offer((found, { values = [] }) =>
    items.replaceChildren(...found.map((value) => item(value, new Set(values.map(String))))),
  );
  return h("div", { class: "choices" }, [
    control.search ? search(items) : null,
    control.all && !control.parameter ? none : null,
    items,
  ]);
}

function search(items) {
  const field = h("input", {
    type: "search",
    placeholder: "Search",
    "aria-label": "Search the values",
    input: () => {
      for (const label of items.children)
        label.hidden = !label.textContent.toLowerCase().includes(field.value.toLowerCase());
    },
  });
  return field;
}

function drawText(control, now, choose) {
  const field = h("input", {
    type: NUMERIC.includes(control.type) ? "number" : "text",
    step: "any",
    "aria-label": control.title,
    value: first(now),
    placeholder: control.placeholder ? "All" : null,
    change: () => choose({ values: field.value === "" ? [] : [field.value] }),
  });
  return field;
}

function drawTextarea(control, now, choose) {
  const delimiter = control.delimiter ?? "\n";
  const field = h(
    "textarea",
    {
      rows: 2,
      "aria-label": control.title,
      change: () =>
        choose({
          values: field.value
            .split(delimiter)
            .map((each) => each.trim())
            .filter(Boolean),
        }),
    },
    (now.values ?? []).join(delimiter),
  );
  return field;
}

function drawSlider(control, now, choose) {
  const slider = (label, value, changed) => {
    const shown = h("output", {}, String(value));
    const field = h("input", {
      type: "range",
      min: control.minimum,
      max: control.maximum,
      step: control.step,
      "aria-label": label,
      value,
      input: () => {
        shown.textContent = field.value;
      },
      change: () => changed(Number(field.value)),
    });
    return h("span", { class: "slider" }, [field, shown]);
  };
  if (!control.range)
    return slider(control.title, first(now) === "" ? control.minimum : first(now), (value) =>
      choose({ values: [value] }),
    );
  const ends = { minimum: now.minimum ?? control.minimum, maximum: now.maximum ?? control.maximum };
  const set = (end) => (value) => choose({ ...Object.assign(ends, { [end]: value }) });
  return h("span", { class: "range" }, [
    slider(`${control.title}, from`, ends.minimum, set("minimum")),
    slider(`${control.title}, to`, ends.maximum, set("maximum")),
  ]);
}

function drawDate(control, now, choose) {
  const picker = (label, value, changed) => {
    const field = h("input", {
      type: "datetime-local",
      "aria-label": label,
      value: String(value ?? "").slice(0, 16),
      change: () => changed(field.value || null),
    });
    return field;
  };
  if (!control.range && control.type !== "TimeRangeFilter")
    return picker(control.title, now.values?.[0], (value) => choose({ values: value ? [value] : [] }));
  const ends = { minimum: now.minimum ?? null, maximum: now.maximum ?? null };
  const set = (end) => (value) => choose({ ...Object.assign(ends, { [end]: value }) });
  return h("span", { class: "range" }, [
    picker(`${control.title}, from`, ends.minimum, set("minimum")),
    picker(`${control.title}, to`, ends.maximum, set("maximum")),
  ]);
}

function drawRelative(control, now, choose) {
  const choice = { ...now };
  const set = (name) => (event) =>
    choose({
      ...Object.assign(choice, { [name]: name === "amount" ? Number(event.target.value) : event.target.value }),
    });
  const select = (name, label, names) =>
    h(
      "select",
      { "aria-label": `${control.title}, ${label}`, change: set(name) },
      names.map(([value, shown]) => h("option", { value, selected: choice[name] === value || null }, shown)),
    );
  return h("span", { class: "range" }, [
    select("type", "which", Object.entries(RELATIVE)),
    h("input", {
      type: "number",
      min: 1,
      "aria-label": `${control.title}, how many`,
      value: choice.amount ?? 1,
      change: set("amount"),
    }),
    select(
      "granularity",
      "of what",
      UNITS.map((unit) => [unit, `${unit.toLowerCase()}s`]),
    ),
  ]);
}

const DRAW = {
  dropdown: drawDropdown,
  list: drawList,
  text: drawText,
  textarea: drawTextarea,
  slider: drawSlider,
  date: drawDate,
  relative: drawRelative,
};
