(function () {
  "use strict";
  // Everything is set as text, never as markup. What the server says is shown, what the user does is asked of it.
  var doc = document;
  var STORE = "qingdan-key";
  var tab = named();
  var key = "", since = 0, missed = 0, over = false, timer = 0, about = null;
  var items = {};      // by number, as the server tells them; local ones (refused before they were sent) below zero
  var cards = {};      // their elements
  var pending = [], sending = 0, lowest = 0, spoken = "";
  var SENDERS = 3, SOON = 250, LATER = 4000;
  var SIGNS = [["met", "●", "满足"], ["thin", "◐", "不充分"], ["absent", "○", "缺失"], ["review", "？", "待核"]];
  var DOWNLOADS = [["word", "批注后的 Word"], ["sheet", "反馈单"], ["html", "体检页"], ["json", "JSON"]];

  function named() { return String(Math.random()).slice(2) + Date.now(); }
  function id(name) { return doc.getElementById(name); }
  function make(name, attributes, parts) {
    var made = doc.createElement(name);
    Object.keys(attributes || {}).forEach(function (one) {
      if (one === "text") { made.textContent = attributes[one]; } else { made.setAttribute(one, attributes[one]); }
    });
    (parts || []).forEach(function (part) { if (part) { made.append(part); } });
    return made;
  }
  function button(text, act, name) {
    var made = make("button", { type: "button", text: text });
    if (name) { made.setAttribute("aria-label", text + "：" + name); made.className = "plain-act"; }
    made.addEventListener("click", act);
    return made;
  }
  function clear(node) { while (node.firstChild) { node.removeChild(node.firstChild); } }
  function notice(text) { id("notice").textContent = text; id("notice").hidden = !text; }

  function ask(path, more) {
    var settings = more || {};
    settings.headers = Object.assign({ "x-qingdan-key": key }, settings.headers);
    settings.cache = "no-store";
    settings.redirect = "error";
    return fetch(path, settings).then(function (answer) {
      return answer.json().then(function (said) {
        if (!answer.ok) { throw Object.assign(new Error(said.message), { said: said.message, status: answer.status }); }
        return said;
      });
    });
  }
  function post(path) {
    return ask(path, { method: "POST" }).catch(function (error) {
      notice(error.said || "程序没有回应，可能已经退出；请重新启动清单体检。");
      throw error;
    });
  }
  function stored(value) {
    try {
      if (value === undefined) { return localStorage.getItem(STORE) || ""; }
      if (value) { localStorage.setItem(STORE, value); } else { localStorage.removeItem(STORE); }
    } catch (error) { /* a browser that keeps nothing: the key lives as long as the page */ }
    return "";
  }

  // --- entering -----------------------------------------------------------------------------------------------------
  function enter() {
    var token = location.hash.slice(1);
    if (location.hash) { history.replaceState(null, "", "/"); }
    key = stored();
    var entered = token
      ? ask("/api/enter", { method: "POST", body: token }).then(function (said) { key = said.key; stored(key); })
          .catch(function (error) { if (!key) { throw error; } })
      : Promise.resolve();
    entered.then(function () { return ask("/api/start"); }).then(started, function (error) {
      notice(error.status === 403
        ? "进入的地址不对或者已经用过；请关掉本页，重新启动清单体检。"
        : "程序没有回应，可能已经退出；请重新启动清单体检。");
    });
  }
  function started(said) {
    about = said;
    id("formats").textContent = "能读 Word、WPS、PDF、网页、纯文本（" + said.formats.join(" ") + "），一份不超过 " + Math.floor(said.bytes / 1e6) + " MB";
    id("files").setAttribute("accept", said.suffixes.join(","));
    fill(id("checklist"), said.preferred);
    id("version").textContent = "清单体检 " + said.version;
    id("matrix-page").href = said.matrix + "page";
    id("matrix-html").href = said.matrix + "html";
    id("matrix-xlsx").href = said.matrix + "xlsx";
    id("matrix-xlsx").hidden = !said.xlsx;
    id("all").href = said.matrix + "zip";
    id("put").hidden = id("close").hidden = false;
    notice("");
    look();
  }
  function fill(select, chosen) {
    select.append(make("option", { value: "", text: "由报告自己决定" }));
    about.choices.forEach(function (one) { select.append(make("option", { value: one.key, text: one.title })); });
    select.value = chosen;
  }

  // --- looking ------------------------------------------------------------------------------------------------------
  function look() {
    clearTimeout(timer);
    if (over || !key) { return; }
    ask("/api/changes?since=" + since + "&tab=" + tab).then(function (said) {
      if (missed > 2) { notice(""); }
      missed = 0;
      since = said.at;
      said.removed.forEach(function (number) { drop(number); });
      said.items.forEach(function (item) { items[item.number] = item; });
      if (said.items.length || said.removed.length) { show(said.items.map(function (item) { return item.number; })); }
    }, function (error) {
      if (error.status === 403) { gone("本页已经过期；请关掉本页，重新启动清单体检。"); return; }
      missed += 1;
      if (missed === 3) { notice("程序没有回应，可能已经退出（退出时放入的文件会清除）；请关掉本页，重新启动清单体检。"); }
    }).then(function () {
      if (!over) { timer = setTimeout(look, missed ? 1000 : busy() ? SOON : LATER); }
    });
  }
  function gone(text) { over = true; stored(""); shut(); notice(text); id("put").hidden = id("close").hidden = true; }
  function shownItems() {
    return Object.keys(items).map(function (number) { return items[number]; })
      .filter(function (item) { return !(item.later && items[item.later]); });
  }
  function underWay(item) { return ["receiving", "waiting", "checking"].indexOf(item.state) >= 0; }
  function busy() {
    return pending.length > 0 || sending > 0 || Object.keys(items).some(function (n) { return underWay(items[n]); });
  }

  // --- putting in ---------------------------------------------------------------------------------------------------
  function options() {
    return {
      checklist: id("checklist").value, year: id("year").value.trim(), layout: id("layout").checked, earlier: ""
    };
  }
  function query(chosen) {
    return "?checklist=" + encodeURIComponent(chosen.checklist) + "&year=" + encodeURIComponent(chosen.year) +
      "&layout=" + (chosen.layout ? "1" : "0") + "&earlier=" + (chosen.earlier || "");
  }
  function yearIsWrong(field) {
    var wrong = !/^((19|20)[0-9]{2})?$/.test(field.value.trim());
    if (wrong) { notice("报告年度请写四位数字，例如 2024；不写则从报告里认。"); field.focus(); } else { notice(""); }
    return wrong;
  }
  function take(files, chosen) {
    if (!about || !files.length || yearIsWrong(id("year"))) { return; }
    var refused = [];
    files.forEach(function (file) {
      if (/^(~\$|\.)/.test(file.name)) { return; }  // Word's lock files, hidden files
      if (file.size > about.bytes) {
        refused.push(refuse(file.name, "文件过大（超过 " + Math.floor(about.bytes / 1e6) +
          " MB），不像是一份报告；请确认文件无误，或删去图片后再检。"));
      } else { pending.push({ file: file, options: chosen || options() }); }
    });
    if (refused.length) { show(refused); }
    send();
    summary();
  }
  function refuse(name, message) {
    lowest -= 1;
    items[lowest] = { number: lowest, name: name, state: "failed", message: message };
    return lowest;
  }
  function send() {
    while (sending < SENDERS && pending.length) { one(pending.shift()); }
    look();
  }
  function one(put) {
    sending += 1;
    ask("/api/files" + query(put.options), {
      method: "POST", body: put.file,
      headers: { "x-file-name": encodeURIComponent(put.file.name), "content-type": "application/octet-stream" }
    }).catch(function (error) {
      if (error.status === 413 || error.status === 408) { return; }  // the server shows it with the others
      show([refuse(put.file.name, error.said || "这份文件没有送进来（可能已移动、改名，或者正被别的程序占用）；请重新放入。")]);
    }).then(function () { sending -= 1; send(); });
  }
  function fromDrop(transfer) {
    var entries = Array.prototype.slice.call(transfer.items || []).map(function (item) {
      return item.webkitGetAsEntry ? item.webkitGetAsEntry() : null;
    }).filter(Boolean);
    if (!entries.some(function (entry) { return entry.isDirectory; })) {
      return Promise.resolve(Array.prototype.slice.call(transfer.files));
    }
    return Promise.all(entries.map(walk)).then(flat).then(function (files) {
      return files.filter(function (file) {
        return about.suffixes.some(function (end) { return file.name.toLowerCase().endsWith(end); });
      });
    });
  }
  function flat(lists) { return Array.prototype.concat.apply([], lists); }
  function walk(entry) {
    return new Promise(function (done) {
      if (entry.isFile) { entry.file(function (file) { done([file]); }, function () { done([]); }); return; }
      var reader = entry.createReader(), found = [];
      (function more() {
        reader.readEntries(function (some) {
          if (some.length) { found = found.concat(some); more(); } else { Promise.all(found.map(walk)).then(flat).then(done); }
        }, function () { done([]); });
      })();
    });
  }

  // --- showing ------------------------------------------------------------------------------------------------------
  function drop(number) {
    if (cards[number]) { cards[number].remove(); delete cards[number]; }
    delete items[number];
  }
  function show(numbers) {
    var wanted = numbers.slice();
    Object.keys(items).forEach(function (number) {  // a draft whose successor went away is shown again
      if (!cards[number] && wanted.indexOf(Number(number)) < 0) { wanted.push(Number(number)); }
    });
    wanted.sort(function (a, b) { return place(a) - place(b); }).forEach(draw);
    summary();
  }
  function place(number) {  // a new draft stands where the one before stood
    var item = items[number];
    while (item && item.earlier && items[item.earlier] && items[item.earlier].later === item.number) {
      item = items[item.earlier];
    }
    return item ? (item.number < 0 ? 1e9 - item.number : item.number) : 0;
  }
  function draw(number) {
    var item = items[number], old = cards[number];
    if (item.later && items[item.later]) { if (old) { old.remove(); delete cards[number]; } return; }
    var had = old && old.contains(doc.activeElement);
    var card = paper(item);
    cards[number] = card;
    if (old) { old.replaceWith(card); } else {
      var after = Array.prototype.find.call(id("list").children, function (other) {
        return place(Number(other.dataset.number)) > place(number);
      });
      id("list").insertBefore(card, after || null);
    }
    if (had) { card.querySelector("h3").focus(); }
  }
  function paper(item) {
    var found = item.found;
    var head = make("h3", { tabindex: "-1", id: "h" + item.number }, [make("span", { text: item.name })]);
    var card = make("article", { "class": "paper", "aria-labelledby": "h" + item.number, "data-number": item.number,
      "data-state": item.state }, [head]);
    if (underWay(item)) {
      card.append(make("p", { "class": "state", text: { receiving: "正在放入……", waiting: "排队等候",
        checking: "正在核对……" }[item.state] }));
      return card;
    }
    if (item.state === "failed") {
      card.append(make("p", { "class": "say", text: "没有读成" }), make("p", { text: item.message }));
    } else { result(card, item, found); }
    acts(card, item);
    return card;
  }
  function result(card, item, found) {
    var facts = [found.issuer || "单位未见", found.year ? found.year + "年度" : "年度未见", found.checklist];
    card.append(make("p", { "class": "facts-of", text: facts.join("　") }));
    card.append(make("p", { "class": "say", text: found.advice }));
    if (found.score) {
      card.append(make("p", { text: found.numbers }));
      var bar = make("div", { "class": "bar", "aria-hidden": "true" });
      SIGNS.forEach(function (sign, at) {
        var count = found.score[at + 1];
        if (!count) { return; }
        var part = make("span", { "class": sign[0], text: sign[1] + " " + count });
        part.style.flexGrow = String(count);
        bar.append(part);
      });
      card.append(bar);
    }
    found.remarks.concat(found.unmade).forEach(function (remark) {
      card.append(make("p", { "class": "remark", text: remark }));
    });
    if (item.since) { card.append(compared(item)); }
    var ways = make("p", { "class": "ways" });
    if (found.files.page) {
      ways.append(make("a", { "class": "lead", href: found.files.page, target: "_blank", rel: "noopener",
        text: "看体检页", "aria-label": "看体检页：" + item.name }));
    }
    ways.append(make("span", { "class": "quiet", text: "下载：" }));
    DOWNLOADS.forEach(function (kind) {
      if (found.files[kind[0]]) {
        ways.append(make("a", { href: found.files[kind[0]], download: "", text: kind[1],
          "aria-label": "下载" + kind[1] + "：" + item.name }));
      }
    });
    card.append(ways);
  }
  function compared(item) {
    var said = item.since, before = items[item.earlier];
    var parts = [["mended", "✓", "改好了"], ["better", "↑", "有改进"], ["worse", "↓", "比上次差"], ["fresh", "＋", "新出现"]];
    var counts = parts.filter(function (part) { return said[part[0]].length; })
      .map(function (part) { return part[2] + " " + said[part[0]].length + " 条"; });
    counts.push(said.left ? "还有 " + said.left + " 条没有变" : "上次的都改到了");
    if (counts.length === 1 && said.left) { counts = ["没有变化，还是 " + said.left + " 条"]; }
    var block = make("div", { "class": "since" }, [
      make("h4", { text: "与上一稿相比：" + counts.join("，") })
    ]);
    if (before && before.found && (before.found.issuer !== item.found.issuer || before.found.year !== item.found.year)) {
      block.append(make("p", { text: "请留意：上一稿是" + (before.found.issuer || "单位未见的") +
        (before.found.year ? before.found.year + "年度" : "") + "的，与这一稿不同。" }));
    }
    parts.forEach(function (part) {
      if (!said[part[0]].length) { return; }
      block.append(make("h5", { text: part[2] }));
      block.append(make("ul", {}, said[part[0]].map(function (text) {
        return make("li", { text: text, "data-sign": part[1] });
      })));
    });
    block.append(make("p", { "class": "apart" }, [
      before && before.found && before.found.files.page ? make("a", { href: before.found.files.page, target: "_blank",
        rel: "noopener", text: "看上一稿的体检页（" + before.name + "）" }) : null,
      button("不是上一稿", function () {
        post("/api/files/" + item.number + "/part").then(look, function () { return null; });
      }, item.name)
    ]));
    return block;
  }
  function acts(card, item) {
    var row = make("div", { "class": "acts" });
    if (item.number > 0) {
      var picker = make("input", { type: "file", "class": "vh", tabindex: "-1", "aria-hidden": "true",
        accept: about.suffixes.join(",") });
      picker.addEventListener("change", function () {
        var chosen = Object.assign(options(), item.options, { earlier: item.number });
        chosen.year = item.options.year || "";
        take(Array.prototype.slice.call(picker.files), chosen);
        picker.value = "";
      });
      row.append(button("改好后再检一次", function () { picker.click(); }, item.name), picker);
      var turn = make("div", { "class": "turn" }), toggle;
      turn.hidden = true;
      toggle = button("改年度或清单", function () {
        if (!turn.firstChild) { other(turn, item); }
        turn.hidden = !turn.hidden;
        toggle.setAttribute("aria-expanded", String(!turn.hidden));
        if (!turn.hidden) { turn.querySelector("input").focus(); }
      }, item.name);
      toggle.setAttribute("aria-expanded", "false");
      if (item.found || item.options.checklist) { row.append(toggle); }
      card.append(row, turn);
    } else { card.append(row); }
    row.append(button("移除", function () { removed(item); }, item.name));
  }
  function other(turn, item) {
    var number = item.number;
    var year = make("input", { id: "y" + number, inputmode: "numeric", maxlength: "4", size: "6", autocomplete: "off",
      placeholder: "自动" });
    var select = make("select", { id: "c" + number });
    var layout = make("input", { type: "checkbox", id: "l" + number });
    fill(select, item.options.checklist);
    year.value = item.options.year || (item.found && item.found.year) || "";
    layout.checked = item.options.layout;
    turn.append(
      make("p", {}, [make("label", { "for": "y" + number, text: "报告年度" }), year]),
      make("p", {}, [make("label", { "for": "c" + number, text: "清单" }), select]),
      make("p", {}, [make("label", { "class": "tick" }, [layout, "连版式一起查（只对 Word 文件）"])]),
      button("按此重新核对", function () {
        if (yearIsWrong(year)) { return; }
        cards[number].querySelector("h3").focus();
        post("/api/files/" + number + "/again" + query({
          checklist: select.value, year: year.value.trim(), layout: layout.checked
        })).then(look, function () { return null; });
      })
    );
  }
  function removed(item) {
    var asked = item.number > 0 ? post("/api/files/" + item.number + "/remove") : Promise.resolve();
    asked.then(function () {
      drop(item.number);
      show([]);
      id(shownItems().length ? "results" : "choose").focus();
      if (item.number > 0) { look(); }
    }, function () { return null; });
  }
  function summary() {
    var all = shownItems();
    var done = all.filter(function (item) { return item.state === "done"; }).length;
    var failed = all.filter(function (item) { return item.state === "failed"; }).length;
    var others = all.filter(function (item) { return item.found && !item.found.recognised; }).length;
    var total = all.length + pending.length;
    id("results").hidden = !total;
    id("count").textContent = total ? total + " 份" : "";
    var text = done + failed < total ? "正在核对：已完成 " + (done + failed) + " 份，共 " + total + " 份。"
      : failed + others ? "核对完了：" + [["读到", done], ["核对", done - others], ["不是这类报告", others], ["没有读成", failed]]
        .filter(function (part, at) { return part[1] || at < 2; })  // as lint/render/counted.py
        .map(function (part) { return part[0] + " " + part[1] + " 份"; }).join("、") + "。"
        : "核对完了：" + done + " 份都有结果。";
    if (text !== spoken) { id("said").textContent = spoken = text; }
    id("bar").hidden = done + failed >= total || total < 2;
    id("bar").max = total || 1;
    id("bar").value = done + failed;
    id("matrix").hidden = done < 2 || done + failed < total;
  }

  // --- what the user does -------------------------------------------------------------------------------------------
  id("choose").addEventListener("click", function () { id("files").click(); });
  id("files").addEventListener("change", function () {
    take(Array.prototype.slice.call(id("files").files));
    id("files").value = "";
  });
  ["dragenter", "dragover"].forEach(function (kind) {
    doc.addEventListener(kind, function (event) { event.preventDefault(); id("drop").classList.add("over"); });
  });
  doc.addEventListener("dragleave", function (event) {
    if (!event.relatedTarget) { id("drop").classList.remove("over"); }
  });
  doc.addEventListener("drop", function (event) {
    event.preventDefault();
    id("drop").classList.remove("over");
    if (about && !over) { fromDrop(event.dataTransfer).then(function (files) { take(files); }); }
  });
  function shut() { if (id("sure").open) { id("sure").close(); } }
  function close() {
    shut();
    post("/api/close").then(function () {
      gone("");
      id("results").hidden = true;
      id("list").textContent = "";
      id("over").hidden = false;
      id("h-over").focus();
    }, function () { return null; });
  }
  id("close").addEventListener("click", function () {
    var count = shownItems().length + pending.length;
    if (!count) { close(); return; }  // nothing would be lost
    id("p-sure").textContent = "放入的 " + count + " 份文件和核对结果都会清除，不能恢复；要留的请先下载。";
    id("sure").showModal();
  });
  id("stay").addEventListener("click", shut);
  id("leave").addEventListener("click", close);
  window.addEventListener("pagehide", function () {
    if (key && !over) {
      fetch("/api/bye?tab=" + tab, { method: "POST", keepalive: true, headers: { "x-qingdan-key": key } })
        .catch(function () { return null; });
    }
  });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { tab = named(); look(); } });
  doc.addEventListener("visibilitychange", function () { if (!doc.hidden) { look(); } });
  window.addEventListener("hashchange", function () { if (location.hash.length > 20) { enter(); } });
  enter();
})();
