// The steps of the page, and the phone's own back button.
import { arrange, value } from "./answers.js";
import { clearProblems, tellProblems } from "./mending.js";
import { $, $$, data } from "./page.js";
import { problems } from "./rules.js";

export const NOTICE = 0;
export const DONE = 4;
export let step = 1;

// Only the number of the step goes into the history.
export function show(number, how = "pushState") {
  step = number;
  for (const part of $$("[data-step]")) part.hidden = part.dataset.step !== String(number);
  for (const part of $$("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(String(number));
  arrange();
  if (how) history[how]({ step: number }, "");
  if (data.ready) {
    $(`[data-step="${number}"] h1`).focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

addEventListener("popstate", ({ state }) => {
  const asked = state?.step ?? 1;
  if (step === NOTICE) history.replaceState({ step }, "");
  else if (asked > 1 && !value("theme")) show(1, "replaceState");
  else show(Math.min(asked, 3), asked > 3 ? "replaceState" : null);
});

// Nothing wrong in this step? Else it is told on top of the step and at each field.
export function mended(number) {
  const found = problems(number);
  if (!found.length) {
    clearProblems();
    return true;
  }
  if (step !== number) show(number, "replaceState");
  tellProblems(found, $(`[data-step="${number}"] .step`));
  return false;
}
