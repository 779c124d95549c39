// J goes to the next row, K to the one before; Enter opens it, as everywhere. Only for who asked for it.
const rows = [...document.querySelectorAll("[data-row]")];
addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, dialog");
  if (!step || typing || event.ctrlKey || event.altKey || event.metaKey) return;
  const here = rows.indexOf(document.activeElement);
  rows[here < 0 ? (step > 0 ? 0 : rows.length - 1) : here + step]?.focus();
});
