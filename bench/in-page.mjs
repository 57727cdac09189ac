// What runs in a page that is measured, before its own scripts. It is sent there as text, so it can use nothing else.

/**
 * Puts `window.bench` into the page: when the first step could be `used`, when all was `there`, the longest `tasks`, how
 * to `aim` at an answer, and how to `hurry`. The page's entry in the list of pages says where things are.
 */
export function watch({ host, heading, buttons, answers }) {
  if (window !== window.top) return;
  const tasks = [];
  const used = new Promise((resolve) => requestAnimationFrame(() => look(resolve)));
  window.bench = { tasks, used, there: used.then(allThere), aim, hurry, heading: headingText, button };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });

  function all(selector) {
    const found = document.querySelector(host);
    return [...((found?.shadowRoot ?? found)?.querySelectorAll(selector) ?? [])];
  }

  function headingText() {
    return all(heading).at(-1)?.textContent.trim() ?? null;
  }

  /** The button that has the first of these names that any has. */
  function button(names) {
    const found = all(buttons);
    const named = (name) => found.filter((it) => (it.value || it.textContent).trim() === name).at(-1);
    return names.map(named).find((it) => it) ?? null;
  }

  /** Whether a click in the middle of it is a click on it, whatever shadow roots it is in. */
  function isHit(element) {
    const { x, y } = middle(element);
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) {
      hit = hit.shadowRoot.elementFromPoint(x, y);
    }
    return hit !== null && element.contains(hit);
  }

  function middle(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }

  /** Scrolls as a person does who looks for it, but only if it is not in sight. */
  function showInWindow(element) {
    const { y } = middle(element);
    if (y < 0 || y > innerHeight) element.scrollIntoView({ block: "center", behavior: "instant" });
  }

  function afterPaint(run) {
    const { port1, port2 } = new MessageChannel();
    // A message that is posted before a frame is painted comes after it.
    port1.onmessage = () => {
      port1.close();
      run();
    };
    port2.postMessage(null);
  }

  /** A widget that is an element says when it has all that it needs. */
  async function allThere() {
    while (document.querySelector(host)?.state === "loading") await new Promise(requestAnimationFrame);
  }

  /** Answers as soon as that is possible; gives when there was a frame with another step. */
  async function hurry() {
    await used;
    const before = headingText();
    button(answers).click();
    while (headingText() === before) await new Promise(requestAnimationFrame);
    return new Promise(requestAnimationFrame);
  }

  /** Looks before each frame whether the answer is there, and after it whether it could be pressed. */
  function look(resolve) {
    const lookAgain = () => requestAnimationFrame(() => look(resolve));
    const found = button(answers);
    if (!found) return lookAgain();
    showInWindow(found);
    afterPaint(() => (isHit(found) ? resolve(performance.now()) : lookAgain()));
  }

  /** Frames are asked for from the start, so that they keep their pace: the click comes somewhere between two. */
  function turned(before) {
    let clickedAt = Infinity;
    addEventListener("click", ({ timeStamp }) => (clickedAt = timeStamp), { capture: true, once: true });
    return new Promise((resolve, reject) => {
      requestAnimationFrame(function frame() {
        if (performance.now() - clickedAt > 20_000) return reject(new Error(`nothing came after “${before}”`));
        if (headingText() === before) return requestAnimationFrame(frame);
        requestAnimationFrame(() => resolve(performance.now() - clickedAt));
      });
    });
  }

  /**
   * Waits until the button of these names can be pressed, and gives its place. From then on, `turned` promises how long
   * it took from the click to the frame after the one that had another heading.
   */
  async function aim(names) {
    const limit = performance.now() + 20_000;
    let place;
    let restsSince;
    // What still scrolls or grows would be somewhere else once the click comes.
    while (!place || performance.now() - restsSince < 150) {
      if (performance.now() > limit) throw new Error(`no button “${names.join("”, “")}” at “${headingText()}”`);
      await new Promise(requestAnimationFrame);
      const found = button(names);
      if (found) showInWindow(found);
      const now = found && !found.disabled && isHit(found) ? middle(found) : null;
      if (now?.x !== place?.x || now?.y !== place?.y) restsSince = performance.now();
      place = now;
    }
    window.bench.turned = turned(headingText());
    return place;
  }
}
