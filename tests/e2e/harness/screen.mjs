// A screen that nobody looks at, for browsers that show a window. XVFB names another program than the system's.

import { onPath, Program } from "./program.mjs";

// It takes a free number, and prints it. No window can be larger than the screen.
const ARGS = ["-displayfd", "1", "-screen", "0", "1280x3000x24", "-nolisten", "tcp"];

/** Starts a screen: `env` is for the programs that are to be seen on it, and `end` ends it. */
export async function startScreen() {
  const program = new Program(process.env.XVFB ?? onPath("Xvfb"), ARGS);
  const DISPLAY = `:${await program.firstLine()}`;
  return { env: { ...process.env, DISPLAY, GDK_BACKEND: "x11" }, end: () => program.end() };
}
