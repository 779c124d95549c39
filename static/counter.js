// How many signals wait stands in the menu; on the queue itself it is said, once, when that changes.
const link = document.querySelector("[data-counter]");
const word = link.textContent;
const here = link.getAttribute("aria-current");
let before;
const ask = async () => {
  if (document.hidden) return;
  const reply = await fetch(link.dataset.counter, { redirect: "error" }).catch(() => null);
  if (!reply?.ok) return;
  const { label, says } = await reply.json();
  link.textContent = label ? `${word} (${label})` : word;
  if (here && before !== undefined && before !== label) document.getElementById("live").textContent = says;
  before = label;
};
setTimeout(ask, 2000);
setInterval(ask, 60000);
document.addEventListener("visibilitychange", ask);
