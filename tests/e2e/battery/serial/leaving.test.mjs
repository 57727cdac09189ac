// Whatever takes the widget away in the middle of a reading, the channel is closed and free for the next.

import assert from "node:assert/strict";
import { WORDS } from "../../harness/guide.mjs";
import { inChromium } from "../../helpers/serial/browser.mjs";
import { HANDSHAKE, telling } from "../../helpers/serial/messages.mjs";
import { SerialReader } from "../../helpers/serial/reader.mjs";

const READ_ALL = "Left 80%; Right 70%; Case 55%";
const ELEMENT = "window.element ??= document.querySelector('fault-finder')";

/** A reading that is under way, from a device that says nothing more. */
async function inTheMiddle(at) {
  const device = await at.bluez.pair({ answers: { [HANDSHAKE]: telling()[HANDSHAKE] } });
  const reader = await SerialReader.at(at);
  await reader.read(at);
  await device.until("message", 2);
  return { device, reader };
}

inChromium((test) => {
  test("an element that is taken out in the middle leaves the channel free for the next reading", async (at) => {
    const { device, reader } = await inTheMiddle(at);
    await at.driver.executeScript(`${ELEMENT}; window.place = element.parentNode; element.remove()`);
    await device.until("closed");
    await device.behave({ answers: telling() });
    await at.driver.executeScript("place.append(element)");
    await reader.settled();
    await reader.toggle(WORDS.readLevels);
    await reader.read(at);
    assert.equal(await reader.hasRead(), READ_ALL);
  });

  test("one that is moved at once reads again at once", async (at) => {
    const { device, reader } = await inTheMiddle(at);
    await device.behave({ answers: telling() });
    await at.driver.executeScript(`${ELEMENT}; element.parentNode.append(element)`);
    await reader.settled();
    await reader.toggle(WORDS.readLevels);
    await reader.read(at);
    assert.equal(await reader.hasRead(), READ_ALL);
  });

  test("whoever stops in the middle can read again", async (at) => {
    const { device, reader } = await inTheMiddle(at);
    await reader.press(WORDS.readStop);
    await device.behave({ answers: telling() });
    await reader.read(at, WORDS.readStart);
    assert.equal(await reader.hasRead(), READ_ALL);
    await device.until("closed", 2);
  });

  test("a host that wants no readings any more ends the one that runs", async (at) => {
    const { device, reader } = await inTheMiddle(at);
    await at.driver.executeScript(`${ELEMENT}; element.battery = "off"`);
    await device.until("closed");
    assert.equal(await reader.box(), null);
  });

  test("a page that is left closes the channel, and reads when it is back", async (at) => {
    const { device, reader } = await inTheMiddle(at);
    await reader.visit("/blank.html");
    await device.until("closed");
    await device.behave({ answers: telling() });
    await at.driver.navigate().back();
    await reader.settled();
    await reader.until("no reading under way", async () => !(await reader.hasButton(WORDS.readStop)));
  });

  test("the end of the session closes the channel", async (at) => {
    const { device, reader } = await inTheMiddle(at);
    await reader.toggle(WORDS.trail);
    await reader.press(WORDS.startAgain);
    await device.until("closed");
  });
});
