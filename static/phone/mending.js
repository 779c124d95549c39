// What must be mended before something leaves: on top of the form, and at each field.
import { advice } from "./help.js";
import { $, $$, copy, counted, form, make, say, text } from "./page.js";

// The summary stands behind one part of the page and takes the focus; the words stand at each field too.
export function tellProblems(found, behind) {
  clearProblems();
  const lines = found.map(({ name, text: sentence }) => mark(name, text(sentence)));
  const title = make("h2", { id: "error-summary-title" }, `${text("wrong")} ${counted("mend", found.length)}`);
  const top = make(
    "div",
    { class: "error-summary", tabindex: "-1", role: "group", "aria-labelledby": "error-summary-title" },
    title,
    make("ul", {}, ...lines),
  );
  behind.after(top);
  top.focus();
}

export function clearProblems() {
  for (const part of $$(".error-summary, .errors", form)) part.remove();
  for (const part of $$(".wrong", form)) part.classList.remove("wrong");
  for (const part of $$("[aria-invalid]", form)) part.removeAttribute("aria-invalid");
  for (const part of $$("[data-described]", form)) describe(part, part.dataset.described);
}

function describe(part, ids) {
  if (ids) part.setAttribute("aria-describedby", ids);
  else part.removeAttribute("aria-describedby");
}

function alsoDescribedBy(part, id) {
  part.dataset.described ??= part.getAttribute("aria-describedby") ?? "";
  describe(part, `${part.dataset.described} ${id}`.trim());
}

function mark(name, sentence) {
  const control = $$(`[name=${name}]`, form).find((one) => !one.closest("[hidden][data-chips]"));
  const field = control.closest(".field");
  const id = `${control.id}_error`;
  const line = make("li", {}, copy("icon-wrong"), make("span", {}, sentence));
  const many = field.tagName === "FIELDSET";
  field.classList.add("wrong");
  $("legend, label, .hint", field).after(make("ul", { class: "errors", id }, line));
  (many ? field : control).setAttribute("aria-invalid", "true");
  alsoDescribedBy(many ? field : control, id);
  const more = field.closest("details");
  if (more) more.open = true;
  const link = make("a", { href: `#${control.id}` }, sentence);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    control.focus();
    field.scrollIntoView({ block: "nearest" });
  });
  return make("li", {}, link);
}

// One gentle line under a field with words that may hurt somebody.
export function help(control) {
  const id = `${control.id}_help`;
  const found = advice(control.value);
  const sentence = found ? text(found[0], { word: found[1] }) : "";
  const line = $(`#${id}`);
  if (line?.textContent === sentence) return;
  line?.remove();
  if (!sentence) return;
  control.after(make("p", { class: "hint help", id, "data-help": "" }, sentence));
  say(sentence);
}
