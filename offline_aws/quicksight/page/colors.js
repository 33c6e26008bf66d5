// Colors: of the page's theme, of the values of a column, and of the text upon them.

const style = () => getComputedStyle(document.documentElement);

/** A color of the page, such as `ink`, as it is in the theme that is on. */
export const themed = (name) => style().getPropertyValue(`--${name}`).trim();

export const marks = () => Array.from({ length: 20 }, (_, index) => themed(`mark-${index + 1}`)).filter(Boolean);

/** One place in the palette for one value of a column, whatever visual shows it. */
export class Colors {
  #columns = new Map();
  #custom = [];

  /** Take over the definition's own colors of single values: {column, value, other, color}. */
  customize(custom) {
    this.#custom = custom;
  }

  /** The colors of the values of a column, of which none (Other) is grey. */
  range(column, values, other) {
    if (!this.#columns.has(column)) this.#columns.set(column, new Map());
    const known = this.#columns.get(column);
    for (const value of values) if (value !== other && !known.has(value)) known.set(value, known.size);
    const palette = marks();
    const own = this.#custom.filter((each) => each.column === column);
    return values.map((value) => {
      const chosen = own.find((each) => (value === other ? each.other : !each.other && same(each.value, value)));
      if (chosen) return chosen.color;
      return value === other ? themed("other") : palette[known.get(value) % palette.length];
    });
  }
}

/** A definition has values as text; null is a value of its own. */
const same = (given, value) => (given === null || value === null ? given === value : given === String(value));

/** The relative luminance of a color #rrggbb. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color) {
  const channels = [1, 3, 5].map((place) => parseInt(color.slice(place, place + 2), 16) / 255);
  const [red, green, blue] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Black or white, whichever is told better from a color. */
export const on = (color) => (luminance(color) > 0.179 ? "#0b1118" : "#ffffff");
