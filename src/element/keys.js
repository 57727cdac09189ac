// Keys that are pressed in the widget. A page that has shortcuts on single keys leaves out those that are pressed in a
// field or on a button, but of the widget it sees the element alone. So these keys stop here, with the keypress and the
// keyup that follow them, which may come when the next step has the focus already.

const EVENTS = ["keydown", "keypress", "keyup"];
// Tab and Escape lead through the page and out of its dialogs. By their codes: with Shift, WebKitGTK has no name for Tab,
// and what belongs to a word that is still being composed has another code.
const FREE = [9, 27];

// The keys that went down on a control of ours and have not come up yet.
const held = new Set();

/** Keeps what is pressed on the controls in a node from the page. */
export function keepKeys(node) {
  for (const name of EVENTS) node.addEventListener(name, keep);
}

function keep(event) {
  const { code, type } = event;
  if (type === "keydown" && !event.repeat) held[isForControl(event) ? "add" : "delete"](code);
  if (held.has(code)) event.stopPropagation();
  if (type === "keyup") held.delete(code);
}

/** Whether it is typed or pressed: not on a heading, which has the focus to be read, and not with a key for shortcuts. */
function isForControl({ target, keyCode, ctrlKey, altKey, metaKey }) {
  return target.localName !== "h2" && !FREE.includes(keyCode) && !ctrlKey && !altKey && !metaKey;
}
