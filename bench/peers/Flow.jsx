// The flow as a component with hooks. It is the same in React and in Preact; the bundle says whose hooks these are.

import { useLayoutEffect, useRef, useState } from "hooks";
import { screenOf, START, toFixed, toNext, toPrevious, words } from "./walk.js";

export function Flow() {
  const [walk, setWalk] = useState(START);
  const heading = useRef(null);
  // The first step must not take the focus from the page.
  const hasMoved = useRef(false);
  useLayoutEffect(() => {
    if (hasMoved.current) heading.current.focus();
  }, [walk]);
  const go = (way) => () => {
    hasMoved.current = true;
    setWalk(way(walk));
  };
  const screen = screenOf(walk);
  return (
    <section>
      <p className="count">{`Step ${screen.number} of ${screen.nSteps}`}</p>
      <progress value={screen.number} max={screen.nSteps} />
      <h2 tabIndex={-1} ref={heading}>{screen.heading}</h2>
      {screen.paragraphs.map((it, idx) => <p key={idx}>{it}</p>)}
      {screen.checklist.length > 0 && <Checklist key={screen.heading} texts={screen.checklist} />}
      {screen.link && <p><a href={screen.link.url}>{screen.link.text}</a></p>}
      {screen.asks && <Answers go={go} />}
      <div className="ways">
        {!screen.isFirst && <button type="button" onClick={go(toPrevious)}>{words.back}</button>}
        {!screen.isFirst && <button type="button" onClick={go(() => START)}>{words.again}</button>}
      </div>
    </section>
  );
}

function Checklist({ texts }) {
  // Some steps have the same text twice, so it is no key.
  const check = (text, idx) => <li key={idx}><label><input type="checkbox" /><span>{text}</span></label></li>;
  return <ul>{texts.map(check)}</ul>;
}

function Answers({ go }) {
  return (
    <div className="answers" role="group" aria-label={words.question}>
      <p>{words.question}</p>
      <button type="button" className="fixed" onClick={go(toFixed)}>{words.fixed}</button>
      <button type="button" className="not-fixed" onClick={go(toNext)}>{words.notFixed}</button>
    </div>
  );
}
