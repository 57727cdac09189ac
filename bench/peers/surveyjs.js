// The flow in SurveyJS: a survey with a page for each step and each end, whose answers turn the page.

import { FLOW } from "#flow";
import { Model } from "survey-core";
import "survey-core/survey-core.fontless.css";
import { renderSurvey } from "survey-js-ui";

const { steps, support, fixed, words } = FLOW;
const html = (name, { paragraphs }) => ({ type: "html", name, html: paragraphs.map((it) => `<p>${it}</p>`).join("") });
// With a name of its own: a text alone would be cut in two where it has a bar in it.
const check = (text, idx) => ({ value: `check-${idx}`, text });
const isFixed = (idx) => `{answer-${idx}} = 'fixed'`;
const isNotFixedBefore = (end) => steps.slice(0, end).map((_, idx) => `{answer-${idx}} <> 'fixed'`).join(" and ");

const pageOfStep = (step, idx) => ({
  name: `step-${idx}`,
  title: step.heading,
  visibleIf: isNotFixedBefore(idx),
  elements: [
    html(`text-${idx}`, step),
    { type: "checkbox", name: `checks-${idx}`, titleLocation: "hidden", choices: step.checklist.map(check) },
    {
      type: "radiogroup",
      name: `answer-${idx}`,
      title: words.question,
      choices: [
        { value: "fixed", text: words.fixed },
        { value: "not-fixed", text: words.notFixed },
      ],
    },
  ],
});

const linkTo = ({ text, url }) => ({ type: "html", name: "link", html: `<a href="${url}">${text}</a>` });
const ends = [
  {
    name: "support",
    title: support.heading,
    visibleIf: isNotFixedBefore(steps.length),
    elements: [html("text-support", support), linkTo(support.link)],
  },
  {
    name: "fixed",
    title: fixed.heading,
    visibleIf: steps.map((_, idx) => isFixed(idx)).join(" or "),
    elements: [html("text-fixed", fixed)],
  },
];

const survey = new Model({
  pages: [...steps.map(pageOfStep), ...ends],
  showProgressBar: true,
  progressBarType: "pages",
  showQuestionNumbers: "off",
  // One goes on by the answers alone; nothing is handed in.
  showNavigationButtons: true,
  showCompleteButton: false,
  pagePrevText: words.back,
  // The page title is focused instead.
  autoFocusFirstQuestion: false,
});
survey.navigationBar.getActionById("sv-nav-next").visible = false;
survey.addNavigationItem({ id: "again", title: words.again, action: () => survey.clear(true, true) });

survey.onValueChanged.add((_, { name, value }) => {
  // Which pages there are follows from the answer, and is not known before it has been taken in.
  if (name.startsWith("answer-") && value) queueMicrotask(() => survey.nextPage());
});

// Going back asks the question again, as the other pages do.
survey.onCurrentPageChanged.add((_, { isGoingBackward, newCurrentPage }) => {
  if (isGoingBackward) survey.clearValue(newCurrentPage.name.replace("step", "answer"));
});

let hasMoved = false;
survey.onCurrentPageChanged.add(() => (hasMoved = true));
survey.onAfterRenderPage.add((_, { htmlElement }) => {
  const title = htmlElement.querySelector(".sd-page__title");
  title.tabIndex = -1;
  if (hasMoved) title.focus();
});

class PeerFlow extends HTMLElement {
  connectedCallback() {
    renderSurvey(survey, this);
  }
}

customElements.define("peer-flow", PeerFlow);
