// What devices say and are told, in hexadecimal, written from what is known of the protocol and not by our own code.

/** The only message that is sent before it is known how the device speaks, and its frame. */
export const HANDSHAKE = "0000";
export const HANDSHAKE_FRAME = "3e0c000000000200000e3c";
const SECOND_VERSION = "0100010000000000";
/** How a device answers in whose language asking for a battery switches it off. */
export const FIRST_VERSION = "01004010";

export const PAIR = "2209";
export const CASE = "220a";
/** The older ways to ask. */
export const OLD_PAIR = "2201";
export const WHOLE = "2200";
export const OLD_CASE = "2202";

export const CHARGING = { no: 0, yes: 1, unknown: 2, charged: 3 };

const hex = (...bytes) => bytes.map((it) => it.toString(16).padStart(2, "0")).join("");

/** The levels of a pair, each as `[percent, charging]`; 0 percent stands for an earbud that is not there. */
export const pair = (left, right) => `2309${hex(...left, ...right, 20, 20)}`;
/** The level of the case. */
export const ofCase = (percent, charging = CHARGING.no) => `230a${hex(percent, charging, 20)}`;

/** A device that speaks, and tells these levels where it is asked for them. */
export function telling({ left = [80, CHARGING.no], right = [70, CHARGING.no], case: level = [55, CHARGING.no] } = {}) {
  return { [HANDSHAKE]: [SECOND_VERSION], [PAIR]: [pair(left, right)], [CASE]: [ofCase(...level)] };
}

/** A device that speaks, and answers only these messages. */
export const answering = (answers) => ({ [HANDSHAKE]: [SECOND_VERSION], ...answers });
