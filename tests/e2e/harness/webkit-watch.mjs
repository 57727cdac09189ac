// Watches WebKitGTK through its inspector, as WebDriver BiDi does the other browsers. It runs scripts before those of a
// page, under any policy. It sees the console, with errors that nobody caught, loads that failed and what policies
// refused, and each request of the page, its frames and its workers. It does not see windows that a page opens.

const DOMAINS = ["Page", "Network", "Console"];
const BAD_LEVELS = ["warning", "error"];

export async function watchWebKit({ inspector }) {
  let scripts = [];
  let console = [];
  let urls = [];
  const events = {
    "Console.messageAdded": ({ message: { level, text } }) => {
      if (BAD_LEVELS.includes(level)) console.push(`${level}: ${text}`);
    },
    "Network.requestWillBeSent": ({ request }) => urls.push(request.url),
    "Network.webSocketCreated": ({ url }) => urls.push(url),
  };
  const toPage = (method, params) => inspector.send(method, params);
  const setScripts = (send) => {
    return send("Page.setBootstrapScript", { source: scripts.map((it) => `(() => {${it}})();`).join("\n") });
  };
  await inspector.attach({
    prepare: (send) => Promise.all([...DOMAINS.map((it) => send(`${it}.enable`)), setScripts(send)]),
    onEvent: (name, params) => events[name]?.(params),
  });
  return {
    /** Runs a function in each page from now on, before the page's own scripts. */
    preload(body) {
      scripts.push(body);
      return setScripts(toPage);
    },
    /** Runs no function any more that was given before. */
    forget() {
      scripts = [];
      return setScripts(toPage);
    },
    /** What was on the console and which requests were sent since this was asked last. */
    async seen() {
      // The answer comes after all that the page has said before. What it says again would not be told without this.
      await toPage("Console.clearMessages");
      const seen = { console, urls };
      [console, urls] = [[], []];
      return seen;
    },
  };
}
