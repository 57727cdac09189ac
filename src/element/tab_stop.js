// Focus traps look for what a Tab may lead to, and many do not look into shadow roots: for them, an element with a widget
// holds nothing. So the element is a tab stop itself while the page's scripts look at a Tab that comes from elsewhere. When
// the browser moves the focus it is none any more, and the Tab leads to what stands in the widget.

// With Shift, WebKitGTK has no name for it.
const TAB = 9;

/** Lets focus traps find these elements. */
export function showToTraps(elements) {
  const onKey = ({ keyCode }) => {
    if (keyCode !== TAB) return;
    const shown = [...elements.keys()].filter((it) => it.shadowRoot?.activeElement === null && !it.hasAttribute("tabindex"));
    for (const it of shown) it.tabIndex = 0;
    const hide = () => shown.splice(0).forEach(hideAgain);
    addEventListener("keydown", hide, { once: true });
    // A page may have stopped the event.
    setTimeout(hide);
  };
  addEventListener("keydown", onKey, true);
}

function hideAgain(element) {
  // A trap has moved the focus here by itself.
  if (element.getRootNode().activeElement === element && !element.shadowRoot.activeElement) element.start();
  element.removeAttribute("tabindex");
}
