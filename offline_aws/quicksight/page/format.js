// Values as text, by the formats of the definition or, without one, as QuickSight writes them by itself.

const plain = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });
const SCALES = {
  none: [1, ""],
  thousands: [1e3, "K"],
  millions: [1e6, "M"],
  billions: [1e9, "B"],
  trillions: [1e12, "T"],
  lakhs: [1e5, "L"],
  crores: [1e7, "Cr"],
};

export const percent = (share) => percents.format(share);

/** A number in full. */
export function number(value, format) {
  if (value === null || value === undefined) return format?.null ?? "null";
  if (typeof value !== "number") return String(value);
  return format && format.kind !== "text" ? formatted(value, format) : plain.format(value);
}

/** A number for where there is little room, such as an axis. */
export function short(value, format) {
  if (format && typeof value === "number") return number(value, format);
  return typeof value === "number" && Math.abs(value) >= 10000 ? compact.format(value) : number(value, format);
}

function formatted(value, format) {
  const [divisor, letter] = format.kind === "percentage" ? [0.01, "%"] : scale(value, format.scale);
  const scaled = Math.abs(value) / divisor;
  const decimals = format.decimals ?? (format.kind === "currency" ? 2 : null);
  const digits =
    decimals === null
      ? { maximumFractionDigits: 2 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const grouped = new Intl.NumberFormat(format.lakhs ? "en-IN" : "en-US", digits).formatToParts(scaled);
  const text = grouped
    .map((part) => ({ group: format.separator, decimal: format.mark })[part.type] ?? part.value)
    .join("");
  const sign = value < 0 && !format.unsigned ? "-" : "";
  const symbol = format.kind === "currency" ? currency(format.symbol ?? "USD") : "";
  return `${format.prefix}${sign}${symbol}${text}${letter}${format.suffix}`;
}

function scale(value, name) {
  if (name !== "auto") return SCALES[name];
  const fitting = ["trillions", "billions", "millions", "thousands"].find((each) => Math.abs(value) >= SCALES[each][0]);
  return SCALES[fitting ?? "none"];
}

function currency(code) {
  const parts = new Intl.NumberFormat("en-US", { style: "currency", currency: code }).formatToParts(0);
  return parts.find((part) => part.type === "currency").value;
}

/** A value of a dimension: NULL as QuickSight shows it; a whole hour or day of a timestamp without its zeros. */
export function text(value, format) {
  if (value === null || value === undefined) return format?.null ?? "null";
  if (typeof value === "number") return format ? number(value, format) : String(value);
  if (format?.kind === "date") return date(milliseconds(value), format.pattern);
  const timestamp = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}):(\d{2})\.000$/.exec(value);
  if (!timestamp) return value === "" ? "empty" : String(value);
  const [, day, minutes, seconds] = timestamp;
  if (seconds !== "00") return `${day} ${minutes}:${seconds}`;
  return minutes === "00:00" ? day : `${day} ${minutes}`;
}

/** Athena's timestamp or date as the time that it is in UTC. */
export const milliseconds = (value) =>
  Date.parse(`${String(value).replace(" ", "T")}${String(value).includes(" ") ? "Z" : ""}`);

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const two = (count) => String(count).padStart(2, "0");
const ordinal = (count) =>
  `${count}${["th", "st", "nd", "rd"][(count % 100 > 10 && count % 100 < 14) || count % 10 > 3 ? 0 : count % 10]}`;
const quarter = (at) => Math.floor(at.getUTCMonth() / 3) + 1;
const dayOfYear = (at) => Math.floor((at - Date.UTC(at.getUTCFullYear(), 0, 1)) / 864e5) + 1;
const week = (at) => Math.ceil((dayOfYear(at) + new Date(Date.UTC(at.getUTCFullYear(), 0, 1)).getUTCDay()) / 7); // that of 1 January is the first
const half = (at) => at.getUTCHours() % 12 || 12;

const TOKENS = {
  YYYY: (at) => at.getUTCFullYear(),
  YY: (at) => two(at.getUTCFullYear() % 100),
  Q: quarter,
  Qo: (at) => ordinal(quarter(at)),
  MMMM: (at) => MONTHS[at.getUTCMonth()],
  MMM: (at) => MONTHS[at.getUTCMonth()].slice(0, 3),
  MM: (at) => two(at.getUTCMonth() + 1),
  M: (at) => at.getUTCMonth() + 1,
  Mo: (at) => ordinal(at.getUTCMonth() + 1),
  DDDD: (at) => String(dayOfYear(at)).padStart(3, "0"),
  DDD: dayOfYear,
  DD: (at) => two(at.getUTCDate()),
  D: (at) => at.getUTCDate(),
  Do: (at) => ordinal(at.getUTCDate()),
  dddd: (at) => DAYS[at.getUTCDay()],
  ddd: (at) => DAYS[at.getUTCDay()].slice(0, 3),
  dd: (at) => DAYS[at.getUTCDay()].slice(0, 2),
  d: (at) => at.getUTCDay(),
  do: (at) => ordinal(at.getUTCDay()),
  ww: (at) => two(week(at)),
  w: week,
  HH: (at) => two(at.getUTCHours()),
  H: (at) => at.getUTCHours(),
  hh: (at) => two(half(at)),
  h: half,
  kk: (at) => two(at.getUTCHours() || 24),
  k: (at) => at.getUTCHours() || 24,
  mm: (at) => two(at.getUTCMinutes()),
  m: (at) => at.getUTCMinutes(),
  ss: (at) => two(at.getUTCSeconds()),
  s: (at) => at.getUTCSeconds(),
  SSS: (at) => String(at.getUTCMilliseconds()).padStart(3, "0"),
  SS: (at) => two(Math.floor(at.getUTCMilliseconds() / 10)),
  S: (at) => Math.floor(at.getUTCMilliseconds() / 100),
  A: (at) => (at.getUTCHours() < 12 ? "AM" : "PM"),
  a: (at) => (at.getUTCHours() < 12 ? "am" : "pm"),
  Z: () => "+00:00",
  ZZ: () => "+0000",
  X: (at) => Math.floor(at / 1000),
  x: (at) => at.getTime(),
};
// Longer tokens come first, so that none is taken for two shorter ones.
const TOKEN = new RegExp(
  `\\[([^\\]]*)\\]|${Object.keys(TOKENS)
    .sort((a, b) => b.length - a.length)
    .join("|")}`,
  "g",
);

/** A time by a pattern of QuickSight's tokens; what is in brackets stays as it is. */
export function date(time, pattern) {
  const at = new Date(time);
  return pattern.replace(TOKEN, (token, literal) => (literal !== undefined ? literal : String(TOKENS[token](at))));
}

/** A time on an axis, as short as tells it from its neighbours. */
export function tick(time, granularity) {
  const at = new Date(time);
  if (granularity === "YEAR") return date(at, "YYYY");
  if (granularity === "QUARTER") return date(at, "[Q]Q YYYY");
  if (granularity === "MONTH") return date(at, "MMM YYYY");
  if (granularity === "SECOND") return date(at, "HH:mm:ss");
  return at.getUTCHours() || at.getUTCMinutes() ? date(at, "HH:mm") : date(at, "D MMM");
}

export function bytes(count) {
  const power = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), 4);
  return `${plain.format(Number((count / 1000 ** power).toPrecision(3)))} ${["B", "kB", "MB", "GB", "TB"][power]}`;
}
