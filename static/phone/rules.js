// What must be mended before a signal can leave: the same rules as the form of the server has.
import { plainPostcode, value } from "./answers.js";
import { $, $$ } from "./page.js";
import { hasBsn } from "./help.js";

const POSTCODE = /^[1-9]\d{3}(?!S[ADS])[A-Z]{2}$/;
const YEAR = 365 * 24 * 3600e3;
const LINES = ["place", "street", "name", "observation", "already_done", "opinion"];

const isAsked = (name) => $$(`[name=${name}]`).some((control) => !control.closest("[hidden][data-asks], [hidden][data-chips]"));

// Problems as {name, text}, in the order of the page; text names a sentence of the page.
export function problems(step) {
  const found = [];
  const wrong = (name, text) => found.push({ name, text });
  const needed = (name) => isAsked(name) && !value(name) && wrong(name, `no-${name}`);
  if (step === 1) needed("theme");
  if (step === 2) {
    needed("age_band");
    time(wrong);
    where(wrong, found);
    needed("consent_answer");
    needed("unsafe_reason");
  }
  if (step === 3 && !value("observation") && !$(`[data-chips]:not([hidden]) :checked`)) wrong("chips", "no-chips");
  for (const name of LINES) {
    const inStep = $(`[name=${name}]`).closest("[data-step]").dataset.step === String(step);
    if (inStep && isAsked(name) && hasBsn(value(name))) wrong(name, "bsn");
  }
  return found;
}

export function time(wrong) {
  if (!isAsked("observed_at")) return;
  const then = Date.parse(value("observed_at"));
  if (Number.isNaN(then)) wrong("observed_at", "no-observed_at");
  else if (then > Date.now() + 300e3 || then < Date.now() - YEAR) wrong("observed_at", "wrong-observed_at");
}

export function where(wrong, found) {
  const [postcode, number, suffix] = ["postcode", "house_number", "suffix"].map(value);
  const address = isAsked("postcode");
  const before = found.length;
  if (address && postcode && !POSTCODE.test(plainPostcode(postcode))) wrong("postcode", "wrong-postcode");
  if (address && number && !(/^\d+$/.test(number) && number >= 1 && number <= 99999)) wrong("house_number", "wrong-house_number");
  if (address && !/^[0-9A-Za-z -]*$/.test(suffix)) wrong("suffix", "wrong-suffix");
  const elsewhere = (isAsked("place") && value("place")) || (isAsked("street") && value("street")) || value("area");
  if (found.length > before || elsewhere) return;
  if (!address) wrong("place", "no-place");
  else if (postcode && !number) wrong("house_number", "no-house_number");
  else if (!postcode) wrong("postcode", "no-postcode");
}
