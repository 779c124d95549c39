// Which questions this signal has, and what is answered: the same as in the form of the server.
import { $, $$, data, form, text } from "./page.js";
import { me } from "./me.js";

const NAMED_WITH = ["yes_wants_help", "not_safe"];

export const value = (name) => form.elements[name]?.value?.trim() ?? "";
const young = () => value("theme") === "youth_at_risk" || Boolean(me?.young);
export const shop = () => me?.role === "shopkeeper";
const mayName = () => NAMED_WITH.includes(value("consent_answer")) && !(shop() && value("consent_answer") === "not_safe");

// For each question that is not always there: when it is. The names are those of data-asks in the page.
const ASKED = {
  place: () => young() || shop(),
  observed_at: shop,
  age_band: young,
  address: () => !young() && !shop(),
  later: () => !young() && shop(),
  street: () => !young() && !shop(),
  unsafe_reason: () => value("consent_answer") === "not_safe",
  name: mayName,
  opinion: () => !shop(),
};

const localNow = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60e3).toISOString().slice(0, 16);
};

// Show the questions of this theme, this reporter and this answer; the rest is not part of the form.
export function arrange() {
  for (const part of $$("[data-asks]")) part.hidden = !ASKED[part.dataset.asks]();
  for (const part of $$("[data-chips]")) part.hidden = part.dataset.chips !== (value("theme") || "other");
  $("[data-where]").textContent = text(shop() ? "where-when" : "who");
  $("label[for=id_place]").textContent = text(young() ? "place-young" : "place");
  $("label[for=id_name]").firstChild.textContent = `${text(young() ? "first-name" : "name")} `;
  const place = $(shop() ? "[data-address=later]" : "[data-address=first]");
  const fields = $("[data-address-fields]");
  if (fields.parentElement !== place) place.append(fields); // to move it takes the focus away
  if (shop() && !data.shop) {
    data.shop = "1";
    if (!value("place")) form.elements.place.value = text("in-shop");
    if (!value("observed_at")) form.elements.observed_at.value = localNow();
  }
}

const inPlay = (control) => control.name && !control.closest("[data-asks][hidden], [data-chips][hidden]");
const controls = () => [...form.elements].filter(inPlay);

// What is answered now, by name; what is not asked or left empty is not there.
export function told() {
  const found = {};
  for (const control of controls()) {
    if (control.type === "checkbox") {
      if (control.checked) (found[control.name] ??= []).push(control.value);
    } else if (control.type !== "radio" || control.checked) {
      const words = control.value.trim();
      if (words) found[control.name] = words;
    }
  }
  return found;
}

export function fill(answers) {
  for (const control of form.elements) {
    const answer = answers[control.name];
    if (answer === undefined) continue;
    if (["checkbox", "radio"].includes(control.type)) control.checked = [].concat(answer).includes(control.value);
    else control.value = answer;
  }
  for (const more of $$("details", form)) more.open = $$("input, textarea", more).some((control) => control.value);
  arrange();
}

// Nothing that somebody typed stays in the page.
export function empty() {
  form.reset();
  delete data.shop;
  for (const more of $$("details", form)) more.open = false;
  for (const line of $$("[data-help]", form)) line.remove();
  arrange();
}

// What cannot be kept anywhere: half characters, control characters, marks that turn text around.
const UNKEPT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2068]/g;
const clean = (words) => (words.toWellFormed?.() ?? words).replace(UNKEPT, "");

// The answers as they are sealed: in the names, the forms and the values of the server.
export function content(now = new Date()) {
  const answers = told();
  for (const name of Object.keys(answers)) if (typeof answers[name] === "string") answers[name] = clean(answers[name]);
  if (answers.postcode) answers.postcode = plainPostcode(answers.postcode);
  const seen = answers.observed_at ? new Date(answers.observed_at) : now;
  answers.observed_at = (seen < now ? seen : now).toISOString();
  return answers;
}

export const plainPostcode = (typed) => typed.replace(/[ -]/g, "").toUpperCase().replace(/^NL/, "");
