// A hand on the mouse.

const HOLD_MS = 50;

let nPresses = 0;

/**
 * Presses an element, and holds it for a moment as a hand does. The click of a driver takes no time: then a page's
 * request for a device may be with the browser before the word that somebody pressed, and is refused.
 *
 * No press is where the one before was: two at one place, one soon after the other, are a double click.
 */
export async function press(driver, element) {
  await driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
  const x = 4 * (nPresses++ % 3);
  await driver.actions().move({ origin: element, x }).press().pause(HOLD_MS).release().perform();
}
