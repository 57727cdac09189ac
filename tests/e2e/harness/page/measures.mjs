// What runs in the page to measure the widget. `host` is the element and `args` are what was handed over.

// In the page: the computed styles of each kind of node in the widget, by the tags and classes that lead to it; what
// moves is at rest. Left out is what a browser computes from the room there is, and names that mean something to the
// page alone. It is told as text, because drivers take the page's own changes of all objects for part of an answer; and
// each value once, because there are tens of thousands of them: rows of places in a list of values, by the node's path.
// The lists are texts, as a page may have changed what all arrays are.
export const LOOK = `
  const measured = [
    /^(-webkit-)?(width|height|(inline|block)-size|(perspective|transform)-origin|grid-template-(columns|rows))$/,
    /^(inset-.*|top|left|right|bottom|--.*)$/,
    // What a path draws, which may be a code of the page's address.
    /^d$/,
  ];
  const kind = (it) => [it.localName, ...it.classList].join(".");
  const section = host.shadowRoot.querySelector("section");
  const names = [...getComputedStyle(section)].filter((name) => !measured.some((pattern) => pattern.test(name)));
  const places = new Map();
  const placeOf = (value) => {
    if (!places.has(value)) places.set(value, places.size);
    return places.get(value);
  };
  const rows = {};
  const add = (it, path) => {
    if (!(path in rows)) {
      const style = getComputedStyle(it);
      rows[path] = names.map((name) => placeOf(style.getPropertyValue(name))).join();
    }
    for (const child of it.children) add(child, path + " > " + kind(child));
  };
  for (const it of section.getAnimations({ subtree: true })) it.finish();
  add(section, kind(section));
  return JSON.stringify({ names: names.join("\\n"), values: [...places.keys()].join("\\n"), rows });`;

// In the page: what sticks out of the window or of the widget at the sides, text included, and by how many pixels.
export const STICKING_OUT = `
  const section = host.shadowRoot.querySelector("section");
  const view = { left: 0, right: document.documentElement.clientWidth };
  const box = section.getBoundingClientRect();
  // A line of text holds nothing: what is broader than the line is in a box of its own.
  const isLine = (it) => ["inline", "contents"].includes(getComputedStyle(it).display);
  let parent = host.parentElement;
  while (parent && isLine(parent)) parent = parent.parentElement;
  const isCut = (it) => it !== section && (getComputedStyle(it).overflowX !== "visible" || isCut(it.parentElement));
  const out = [];
  const look = (what, inside, rect) => {
    const by = Math.max(inside.left - rect.left, rect.right - inside.right);
    if (by > 0.5) out.push(what + ": " + by.toFixed(1));
  };
  look("the widget, out of the window", view, box);
  if (parent) look("the widget, out of what holds it", parent.getBoundingClientRect(), box);
  for (const it of section.querySelectorAll("*")) {
    if (!it.checkVisibility() || isCut(it.parentElement)) continue;
    look([it.localName, ...it.classList].join("."), box, it.getBoundingClientRect());
    if (isCut(it)) continue;
    for (const node of [...it.childNodes].filter((child) => child.nodeType === 3)) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) look(node.data, box, rect);
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) out.push("the page: " + (scrollWidth - clientWidth));
  return out.join("\\n");`;

// In the page: the texts in English whose last sign does not stand behind the others, as it happens where they are read
// from right to left.
export const BREAKING_OFF = `
  const off = [];
  const texts = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT);
  const rectOf = (node, idx) => {
    const range = document.createRange();
    range.setStart(node, idx);
    range.setEnd(node, idx + 1);
    return range.getBoundingClientRect();
  };
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const idx = node.data.trimEnd().length - 1;
    if (!/\\w[.?!…]$/.test(node.data.trimEnd()) || !node.parentElement.checkVisibility()) continue;
    const [before, last] = [rectOf(node, idx - 1), rectOf(node, idx)];
    if (last.top === before.top && last.left < before.left) off.push(node.data);
  }
  return off;`;

// In the page: the first of each kind of control in sight, in order, and the colour of the ground that it stands on.
export const CONTROLS = `
  const groundOf = (it) => {
    const { backgroundColor } = getComputedStyle(it);
    return backgroundColor === "rgba(0, 0, 0, 0)" ? groundOf(it.parentElement) : backgroundColor;
  };
  const kinds = ["input", ".button", ".button.primary", ".text-button", "a", "summary"];
  const visible = [...host.shadowRoot.querySelectorAll(kinds.join())].filter((it) => it.checkVisibility());
  const first = new Set(kinds.map((kind) => visible.find((it) => it.matches(kind))));
  return visible.filter((it) => first.has(it)).map((control) => {
    const name = control.ariaLabel ?? (control.labels?.[0] ?? control).textContent;
    const hasFrame = control.matches("input, .button");
    return { control, name: name.trim(), hasFrame, ground: groundOf(control.parentElement) };
  });`;

// In the page: each colour of text in sight on each ground, and that of each control's frame on what is around it, with
// an example.
export const INKS = `
  const groundOf = (it) => {
    const { backgroundColor } = getComputedStyle(it);
    return backgroundColor === "rgba(0, 0, 0, 0)" ? groundOf(it.parentElement) : backgroundColor;
  };
  const found = {};
  const add = (kind, ink, on, example) => {
    const ground = groundOf(on);
    found[[kind, ink, ground]] ??= { kind, ink, ground, example: example.trim() };
  };
  const section = host.shadowRoot.querySelector("section");
  const isSeen = (it) => it.checkVisibility() && !it.closest(".hidden");
  const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (data.trim() !== "" && isSeen(parentElement)) add("text", getComputedStyle(parentElement).color, parentElement, data);
  }
  for (const it of [...section.querySelectorAll(".field")].filter(isSeen)) add("text", getComputedStyle(it).color, it, "a field");
  for (const it of [...section.querySelectorAll(".button, .field, .checks input")].filter(isSeen)) {
    add("control", getComputedStyle(it).borderTopColor, it.parentElement, it.textContent);
  }
  return Object.values(found);`;

// In the page: what can be pressed, with its box and whether it stands in a sentence. A label can be pressed as well, and
// what it holds is one target with it.
export const TARGETS = `
  const controls = [...host.shadowRoot.querySelectorAll("button, a, summary, input, textarea, label")];
  const pressed = controls.filter((it) => it.checkVisibility() && !it.parentElement.closest("label"));
  return pressed.map((it) => {
    const { x, y, width, height } = it.getBoundingClientRect();
    const name = (it.ariaLabel ?? (it.labels?.[0] ?? it).textContent).trim();
    return { name, x, y, width, height, isInSentence: it.matches("p small a") };
  });`;

// In the page: what covers a place of the control that has the focus; empty where nothing does.
export const COVERS_FOCUS = `
  const active = host.shadowRoot.activeElement;
  for (const { left, right, top, bottom } of active.getClientRects()) {
    const [first, last] = [Math.max(top, 0) + 3, Math.min(bottom, innerHeight) - 3];
    for (const x of [left + 3, (left + right) / 2, right - 3]) {
      for (const y of [first, (first + last) / 2, last].filter((it) => it > 0 && it < innerHeight)) {
        const seen = host.shadowRoot.elementFromPoint(x, y);
        const isIt = active.contains(seen) || active.labels?.[0]?.contains(seen) || seen?.contains(active);
        if (!isIt) return seen?.outerHTML.slice(0, 80) ?? "something outside";
      }
    }
  }
  return "";`;

// In the page: by how many pixels the control that has the focus leaves the window, and how much of it is in sight.
export const FOCUS_IN_WINDOW = `
  const { top, bottom } = host.shadowRoot.activeElement.getBoundingClientRect();
  return { leaves: Math.max(-top, bottom - innerHeight, 0), shows: Math.min(bottom, innerHeight) - Math.max(top, 0) };`;

// In the page: the texts that are not whole in what cuts them off, or that leave the control that they are in.
export const CUT_OFF = `
  const off = [];
  const texts = document.createTreeWalker(host.shadowRoot.querySelector("section"), NodeFilter.SHOW_TEXT);
  const holds = (it) => it.matches(".button, .text-button, summary, label") || getComputedStyle(it).overflowY !== "visible";
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const parent = node.parentElement;
    if (node.data.trim() === "" || !parent.checkVisibility() || parent.closest(".hidden")) continue;
    let holder = parent;
    while (holder && !holds(holder)) holder = holder.parentElement;
    if (!holder) continue;
    const box = holder.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(node);
    const isOut = (it) => it.left < box.left - 1 || it.right > box.right + 1 || it.top < box.top - 1 ||
      it.bottom > box.bottom + 1;
    if ([...range.getClientRects()].some(isOut)) off.push(node.data);
  }
  return off;`;

// In the page: the colours in a picture of an element, from left to right along its middle.
export const COLOURS = `
  const image = new Image();
  image.src = "data:image/png;base64," + arguments[0];
  return image.decode().then(() => {
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, image.height / 2, image.width, 1);
    return Array.from({ length: image.width }, (_, idx) => "rgb(" + data.slice(4 * idx, 4 * idx + 3).join(", ") + ")");
  });`;

// In the page: the mean colours of a picture of the window in a grid over the widget, row by row, each colour a list of
// red, green and blue. It is told as text, as there are many.
export const GRID = `
  const [picture, nColumns, rowHeight] = args;
  const { x, y, width, height } = host.shadowRoot.querySelector("section").getBoundingClientRect();
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  return image.decode().then(() => {
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
    canvas.drawImage(image, 0, 0);
    const mean = (left, top, right, bottom) => {
      const { data } = canvas.getImageData(left, top, right - left, bottom - top);
      const sums = [0, 0, 0];
      data.forEach((it, idx) => idx % 4 < 3 && (sums[idx % 4] += it));
      return sums.map((it) => Math.round(4 * it / data.length));
    };
    const at = (column) => Math.round(x + column * width / nColumns);
    const rows = Array.from({ length: Math.floor(height / rowHeight) }, (_, row) => {
      const top = Math.round(y + row * rowHeight);
      return Array.from({ length: nColumns }, (_, it) => mean(at(it), top, at(it + 1), top + rowHeight));
    });
    return JSON.stringify(rows);
  });`;
