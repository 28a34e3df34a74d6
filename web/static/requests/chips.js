// Buttons of which one is chosen: which of several lists a page shows.

/** Let the buttons of a bar choose one of several lists: `choose(list)` is called with the one that is pressed. */
export function armChips(chosen, choose) {
  const bar = document.getElementById("lists");
  const show = (list) => {
    for (const button of bar.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.list === list));
  };
  bar.addEventListener("click", ({ target }) => {
    if (!target.dataset.list) return;
    show(target.dataset.list);
    choose(target.dataset.list);
  });
  show(chosen);
}
