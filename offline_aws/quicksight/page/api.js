// What the page asks of the sandbox.

const base = location.pathname.replace(/\/$/, "");

export async function fetched(path) {
  const response = await fetch(base + path);
  const content = await response.json();
  if (!response.ok) throw new Error(content.message);
  return content;
}

/** The rows of a visual, of those that the controls and what readers chose in other visuals leave. */
export const rowsOf = (visual, where, { parameters, filters }) =>
  fetched(`/visuals/${encodeURIComponent(visual.id)}?${query({ where, parameters, filters })}`);

/** The values that a control has to choose from. */
export const controlValues = (control) => fetched(`/controls/${encodeURIComponent(control)}/values`);

const query = (members) =>
  new URLSearchParams(Object.entries(members).map(([name, value]) => [name, JSON.stringify(value)]));

/**
 * Follow the writes to the data.
 *
 * @param changed called when something was written, or may have been while there was no connection
 * @param lost called when the connection is
 */
export function follow(changed, lost) {
  let known;
  const changes = new EventSource(`${base}/changes`);
  changes.onmessage = ({ data }) => {
    if (known !== undefined && data !== known) changed();
    known = data;
  };
  changes.onerror = lost;
  changes.onopen = () => known !== undefined && changed();
}
