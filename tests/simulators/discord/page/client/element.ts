type Child = Node | string | null | false | undefined;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => unknown)>;

/** An element with attributes, listeners (`onclick` …) and what is in it. Text stays text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== false && child !== undefined));
  return made;
}

/** Draws a part anew only where what it shows changed, so that a video plays on and the focus stays. */
export function drawIfChanged<Shown>(draw: (shown: Shown) => readonly Node[]) {
  let last = '';
  return (into: Element, shown: Shown): void => {
    const text = JSON.stringify(shown);
    if (text === last) return;
    last = text;
    into.replaceChildren(...draw(shown));
  };
}
