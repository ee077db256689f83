// When a step has been taken from a list, its rows move up: a double click must not take the next row's step as well.
"use strict";
(function () {
  const PAUSE = 900;
  let taken = -PAUSE;

  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".moves form")) { return; }
    if (performance.now() - taken < PAUSE) {
      event.preventDefault();
      event.stopPropagation();
    } else {
      taken = performance.now();
    }
  }, true);

  // The button that was pressed has gone: a keyboard goes on from what was said about it.
  document.addEventListener("htmx:afterSettle", (event) => {
    const asked = event.detail.requestConfig;
    if (asked && asked.verb === "post" && document.activeElement === document.body) {
      document.getElementById("said").focus();
    }
  });
})();
