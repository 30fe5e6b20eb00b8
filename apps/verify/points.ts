import { type Checkpoint, codeOfHash } from "@qiaoliang/ballot"
import type { Shown } from "./card.ts"
import { h } from "./element.ts"
import { words } from "./settings.ts"

const most = 20

/** The codes of the box at every height, as the hall screen and other delegates' phones show them. */
export function points({ card, verified }: Shown): HTMLElement {
  const t = words()
  const { checkpoints } = verified
  const answer = h("div", { "aria-live": "polite" })
  const look = () => {
    const found = sought(checkpoints, card.point)
    answer.replaceChildren(
      found.length === 0 ? h("p", { class: "bad" }, t.pointMissing) : table(found.slice(0, most)),
    )
  }
  look()
  const input = h("input", {
    type: "search",
    value: card.point,
    autocomplete: "off",
    spellcheck: "false",
    oninput: () => {
      card.point = input.value
      look()
    },
  })
  return h(
    "section",
    { class: "part" },
    h("h3", {}, t.points),
    h("p", {}, t.pointsMore),
    h("label", { class: "field no-print" }, h("span", {}, t.pointFind), input),
    answer,
  )
}

/** By height or by the beginning of a code; with nothing sought the turning points of the vote. */
function sought(checkpoints: readonly Checkpoint[], typed: string): readonly Checkpoint[] {
  const text = typed.trim()
  if (text === "") return turningPoints(checkpoints)
  if (/^\d{1,3}$|^[1-9]\d{0,6}$/.test(text)) return checkpoints.filter((c) => c.height === Number(text))
  const letters = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, "")
  return checkpoints.filter((c) => letters(codeOfHash(c.hash)).startsWith(letters(text)))
}

/** The first and the last event, the last ballot, and all that are no ballots. */
const turningPoints = (all: readonly Checkpoint[]): readonly Checkpoint[] =>
  all.filter((c, i) => c.type !== "Ballot" || all[i + 1]?.type !== "Ballot")

function table(found: readonly Checkpoint[]): HTMLElement {
  const t = words()
  const head = (name: string) => h("th", { scope: "col" }, name)
  return h(
    "table",
    { class: "codes" },
    h("thead", {}, h("tr", {}, head(t.height), head(t.code), head(t.event))),
    h(
      "tbody",
      {},
      found.map((c) =>
        h(
          "tr",
          {},
          h("td", {}, `${c.height}`),
          h("td", {}, h("code", { translate: "no", title: c.hash }, codeOfHash(c.hash))),
          h("td", {}, t.events[c.type]),
        ),
      ),
    ),
  )
}
