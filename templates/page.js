(function () {
  "use strict";
  var doc = document;
  function all(selector, root) { return Array.prototype.slice.call((root || doc).querySelectorAll(selector)); }

  function button(text, act) {
    var made = doc.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", function () { act(made); });
    return made;
  }

  // Folded parts are written open. They are folded here, and opened again by their button, by a link into them and by
  // the browser's own search; the style sheet opens them on paper.
  all(".fold").forEach(function (fold) {
    function show(shown) {
      if (shown) { fold.removeAttribute("hidden"); } else { fold.setAttribute("hidden", "until-found"); }
      toggle.textContent = shown ? "收起" : "展开";
      toggle.setAttribute("aria-expanded", String(shown));
    }
    var toggle = button("", function () { show(fold.hasAttribute("hidden")); });
    fold.before(toggle);
    fold.addEventListener("beforematch", function () { show(true); });
    fold.unfold = function () { show(true); };
    show(false);
  });
  function target(link) { return link && link.hash ? doc.getElementById(decodeURIComponent(link.hash.slice(1))) : null; }
  function unfold(node) {
    var fold = node.closest(".fold");
    if (fold) { fold.unfold(); }
  }

  // Where the text stands beside the cards, a link into it moves the text alone, and all that its card speaks of is lit.
  var source = doc.getElementById("source");
  function light(card) {
    all(".now", source).forEach(function (piece) { piece.classList.remove("now"); });
    if (!card) { return; }
    all("[data-c]", source).forEach(function (piece) {
      if ((" " + piece.dataset.c + " ").indexOf(" " + card.id + " ") >= 0) { piece.classList.add("now"); }
    });
  }
  function follow(link, event) {
    var goal = target(link);
    if (!goal) { return; }
    unfold(goal);
    light((link.closest && link.closest(".card, .note")) || (goal.matches(".card, .note") ? goal : null));
    if (event && source.contains(goal) && getComputedStyle(source).position === "sticky") {
      event.preventDefault();
      history.replaceState(null, "", link.hash);
      var line = goal.closest("p") || goal;
      var top = (goal.getClientRects().length ? goal : line).getBoundingClientRect().top;
      source.scrollTo({ top: source.scrollTop + top - source.getBoundingClientRect().top - innerHeight * 0.3 });
    }
  }
  doc.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (link) { follow(link, event); }
  });
  if (location.hash) { follow(location, null); }

  // A button beside each sample; without a clipboard it selects the text.
  all("pre.sample").forEach(function (sample) {
    sample.after(button("复制样段", function (self) {
      function said(text) { self.textContent = text; }
      function select() {
        getSelection().selectAllChildren(sample);
        said(doc.execCommand("copy") ? "已复制" : "已选中，请按 Ctrl+C");
      }
      if (navigator.clipboard) {
        navigator.clipboard.writeText(sample.textContent).then(function () { said("已复制"); }, select);
      } else { select(); }
    }));
  });

  // Show only what is grave.
  var items = all("[data-severity]").filter(function (item) { return item.dataset.severity; });
  var grades = ["error", "warning", "hint"];
  if (items.length > 6) {
    var bar = doc.createElement("p");
    bar.className = "filter";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "只看哪些");
    [["全部", 3], ["错误和警告", 2], ["只看错误", 1]].forEach(function (choice) {
      var made = button(choice[0], function (self) {
        all("button", bar).forEach(function (other) { other.setAttribute("aria-pressed", String(other === self)); });
        items.forEach(function (item) { item.hidden = grades.indexOf(item.dataset.severity) >= choice[1]; });
        all(".kind").forEach(function (kind) {
          var notes = all(".note", kind);
          kind.hidden = notes.length > 0 && notes.every(function (note) { return note.hidden; });
        });
      });
      made.setAttribute("aria-pressed", String(choice[1] === 3));
      bar.append(made);
    });
    doc.querySelector("nav").after(bar);
  }
})();
