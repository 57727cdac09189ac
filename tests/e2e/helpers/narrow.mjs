// A window of any size: a frame, because a browser's own has a least width.

import { html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";

/** Runs `use` with the widget in a window of this width, and of this height where it matters. */
export async function inWindow(at, width, page, use, height = 700) {
  at.server.route("/inner.html", html(page));
  at.server.route("/outer.html", `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>A page</title>
    <link rel="icon" href="data:," /></head><body><iframe src="/inner.html" title="A window"
    style="display: block; border: 0; inline-size: ${width}px; block-size: ${height}px"></iframe></body></html>`);
  await at.driver.get(`${at.server.origin}/outer.html`);
  await at.driver.switchTo().frame(0);
  try {
    const widget = new Widget(at);
    await widget.settled();
    await use(widget);
  } finally {
    await at.driver.switchTo().defaultContent();
  }
}
