import type { Shown } from "./card.ts"
import { h } from "./element.ts"
import type { BoxBallot } from "./report.ts"
import { words } from "./settings.ts"

const most = 20

/** “My ballot is in”: trackers, searched. */
export function own({ card, report, verified }: Shown): HTMLElement {
  const t = words()
  const status = (b: BoxBallot) =>
    b.replaced ? t.replaced : verified.counted === undefined ? t.inBoxOpen : t.inBox
  const line = (b: BoxBallot) =>
    h(
      "li",
      {},
      h("code", { translate: "no" }, b.tracker),
      h(
        "span",
        { class: b.replaced ? "muted" : "" },
        `${t.height} ${b.height}${verified.ok ? ` · ${status(b)}` : ""}`,
      ),
    )
  const answer = h("div", { "aria-live": "polite" })
  const look = () => {
    const text = card.sought.trim().replace(/=+$/, "")
    const found = text ? report.ballots.filter((b) => b.tracker.startsWith(text)) : []
    answer.replaceChildren(
      ...(text
        ? [
            h(
              "p",
              { class: found.length > 0 ? "good" : "bad" },
              found.length > 0 ? t.found(found.length) : t.missing,
            ),
            h("ul", { class: "trackers" }, found.slice(0, most).map(line)),
          ]
        : []),
    )
  }
  look()
  const input = h("input", {
    type: "search",
    value: card.sought,
    autocomplete: "off",
    spellcheck: "false",
    oninput: () => {
      card.sought = input.value
      look()
    },
  })
  return h(
    "section",
    { class: "part" },
    h("h3", {}, t.mine),
    h("p", { class: "no-print" }, t.mineMore),
    h("label", { class: "field no-print" }, h("span", {}, t.tracker), input),
    answer,
    all(report.ballots, line),
  )
}

/** Drawn when it is opened: there may be thousands. */
function all(ballots: readonly BoxBallot[], line: (b: BoxBallot) => HTMLElement): HTMLElement {
  const details = h(
    "details",
    {
      ontoggle: () => {
        if (details.open && details.children.length === 1)
          details.append(h("ul", { class: "trackers" }, ballots.map(line)))
      },
    },
    h("summary", {}, words().all(ballots.length)),
  )
  return details
}
