// Shows a theme while it is made, and says what to copy.

const COLOURS = {
  paper: "#ffffff",
  mist: "#f2f6f4",
  ink: "#13201c",
  soft: "#43524c",
  line: "#d3ddd8",
  edge: "#606f68",
  accent: "#0a594a",
  "on-accent": "#ffffff",
  tint: "#e3f2ed",
  glow: "#f5a400",
  "glow-tint": "#fff4dc",
  stop: "#9c1c14",
  "on-stop": "#ffffff",
  "stop-tint": "#fdecea",
};

const form = document.querySelector("form");
const widget = document.querySelector("fault-finder");
const code = document.querySelector("code");

for (const [token, value] of Object.entries(COLOURS)) {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "color", defaultValue: value });
  input.dataset.token = token;
  label.append(token, input);
  document.querySelector("#colours").append(label);
}

function show() {
  const controls = [...form.querySelectorAll("[data-token]")].filter(isTouched);
  const rules = controls.map((it) => [`--fault-finder-${it.dataset.token}`, it.value + (it.dataset.unit ?? "")]);
  widget.removeAttribute("style");
  for (const [name, value] of rules) widget.style.setProperty(name, value);
  const theme = new FormData(form).get("theme");
  if (theme) widget.setAttribute("theme", theme);
  else widget.removeAttribute("theme");
  code.textContent = `fault-finder {\n${rules.map(([name, value]) => `  ${name}: ${value};\n`).join("")}}`;
}

function isTouched(control) {
  return control.value !== (control.localName === "select" ? "" : control.defaultValue);
}

form.addEventListener("input", show);
// The controls have their first values only after this event.
form.addEventListener("reset", () => setTimeout(show));
show();
