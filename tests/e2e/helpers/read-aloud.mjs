// A page as it is read out: what Chromium tells screen readers, in their order, a line for each thing that is said.
//
// As screen readers do, a label is said with the thing that it names and not once more, and a group without a name is
// not said at all.

// What a screen reader calls a thing.
const ROLES = {
  alert: "alert",
  button: "button",
  checkbox: "check box",
  DisclosureTriangle: "fold",
  group: "group",
  heading: "heading level",
  link: "link",
  navigation: "navigation",
  progressbar: "progress bar",
  region: "region",
  status: "status",
  timer: "timer",
};
// What is said as one thing, and what goes on with the line that it stands in.
const WHOLE = ["button", "checkbox", "DisclosureTriangle", "heading", "link", "progressbar"];
const IN_LINE = ["StaticText", "link", "strong", "emphasis", "LineBreak"];

/** What a screen reader says of the region with this name, line by line. It takes Chromium's driver. */
export async function readAloud(driver, name) {
  const { nodes } = await driver.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {});
  const tree = new Tree(nodes);
  return tree.lines(nodes.find((it) => !it.ignored && it.role.value === "region" && it.name.value === name));
}

class Tree {
  #byId;
  #labels;

  constructor(nodes) {
    this.#byId = new Map(nodes.map((it) => [it.nodeId, it]));
    const labels = nodes.flatMap((it) => it.properties?.find(({ name }) => name === "labelledby")?.value.relatedNodes ?? []);
    this.#labels = new Set(labels.map((it) => it.backendDOMNodeId));
  }

  lines(node) {
    const role = node.role.value;
    if (WHOLE.includes(role)) return [said(node)];
    const children = this.#children(node);
    const lines = this.#read(children);
    if (role === "list") {
      const nItems = children.filter((it) => it.role.value === "listitem").length;
      return [`list with ${nItems} ${nItems === 1 ? "item" : "items"}`, ...lines];
    }
    if (role === "listitem") return lines.map((it, idx) => (idx === 0 ? `• ${it}` : `  ${it}`));
    if (["status", "timer"].includes(role)) return lines.map((it) => `${ROLES[role]}: ${it}`);
    const isSilent = !(role in ROLES) || (role === "group" && nameOf(node) === "");
    return isSilent ? lines : [said(node), ...lines.map((it) => `  ${it}`)];
  }

  /** The children that are told, with those of what is not told itself. */
  #children(node) {
    const children = (node.childIds ?? []).map((it) => this.#byId.get(it)).filter((it) => it !== undefined);
    return children.flatMap((it) => {
      if (this.#isSaidElsewhere(it)) return this.#children(it).filter((inside) => inside.role.value !== "StaticText");
      return it.ignored ? this.#children(it) : [it];
    });
  }

  #isSaidElsewhere({ backendDOMNodeId, role }) {
    return this.#labels.has(backendDOMNodeId) && role?.value !== "heading";
  }

  /** Texts, and links among them, are one sentence; all else has lines of its own. */
  #read(nodes) {
    const lines = [];
    let sentence = "";
    const end = () => {
      lines.push(...sentence.split("\n").map((it) => it.replaceAll(/\s+/g, " ").trim()).filter((it) => it !== ""));
      sentence = "";
    };
    for (const node of nodes) {
      if (IN_LINE.includes(node.role.value)) {
        const text = this.#inLine(node);
        // What has no space between stands in boxes of its own.
        if (/[^\s(]$/.test(sentence) && /^[\p{L}\p{N}]/u.test(text)) end();
        sentence += text;
      } else {
        end();
        lines.push(...this.lines(node));
      }
    }
    end();
    return lines;
  }

  #inLine(node) {
    if (node.role.value === "link") return said(node);
    if (node.role.value === "StaticText") return nameOf(node);
    return this.#children(node).map((it) => this.#inLine(it)).join("");
  }
}

function nameOf(node) {
  return node.name?.value ?? "";
}

/** The role, the name and the states of a thing. */
function said(node) {
  const role = node.role.value;
  const states = Object.fromEntries((node.properties ?? []).map((it) => [it.name, it.value.value]));
  const words = [ROLES[role]];
  if (role === "heading") words.push(states.level);
  if (nameOf(node) !== "") words.push(`“${nameOf(node).trim()}”`);
  return [words.join(" "), ...stateWords(node, states)].join(", ");
}

function stateWords({ role: { value: role }, value, description }, states) {
  const words = [];
  if (role === "checkbox") words.push(states.checked === "true" ? "ticked" : "not ticked");
  if (role === "DisclosureTriangle") words.push(states.expanded ? "unfolded" : "folded");
  if (role === "progressbar") words.push(states.valuetext || `${Math.round((100 * value.value) / states.valuemax)} %`);
  if ("pressed" in states) words.push(states.pressed === "true" ? "pressed" : "not pressed");
  if (description?.value) words.push(`described as “${description.value}”`);
  return words;
}
