import {
  codeOfHash,
  codeOfKey,
  contradict,
  isSigned,
  readCheckpoints,
  type ShownCheckpoint,
  type Verified,
} from "@qiaoliang/ballot"
import type { Shown } from "./card.ts"
import { h } from "./element.ts"
import { words } from "./settings.ts"

interface Judged extends ShownCheckpoint {
  readonly signed: boolean
}

/** Checkpoints the university signed, pasted: the signature, and whether this archive continues them. */
export function signed({ card, verified }: Shown): HTMLElement {
  const t = words()
  const answer = h("div", { "aria-live": "polite" })
  const look = async () => {
    const found = readCheckpoints(card.pasted)
    const judged = await Promise.all(
      found.map(async (each) => ({ ...each, signed: await isSigned(each.checkpoint, each.key) })),
    )
    answer.replaceChildren(
      ...(found.length === 0
        ? [h("p", { class: "bad" }, t.signedNone)]
        : judged.map((each) => line(each, verified))),
      ...contradictions(judged),
    )
  }
  if (card.pasted) void look()
  const input = h("textarea", {
    rows: "5",
    spellcheck: "false",
    oninput: () => {
      card.pasted = input.value
    },
  })
  input.value = card.pasted
  return h(
    "section",
    { class: "part no-print" },
    h("h3", {}, t.signed),
    h("label", { class: "field" }, h("span", {}, t.signedMore), input),
    h("button", { type: "button", class: "button", onclick: () => void look() }, t.signedCheck),
    answer,
  )
}

function line({ checkpoint: c, key, signed }: Judged, verified: Verified): HTMLElement {
  const t = words()
  const here = verified.checkpoints[c.height]
  const [good, place] =
    verified.election && c.election !== verified.election.uuid
      ? [false, t.signedOther]
      : here === undefined
        ? [false, t.signedAhead]
        : here.hash === c.hash
          ? [true, t.signedIn]
          : [false, t.signedNot]
  return h(
    "dl",
    { class: "facts judged" },
    h("dt", {}, `${t.height} ${c.height}`),
    h("dd", {}, h("code", { translate: "no" }, codeOfHash(c.hash))),
    h("dt", { class: "unseen" }, t.signed),
    h(
      "dd",
      {},
      h(
        "p",
        { class: signed ? "good" : "bad" },
        key === "" ? t.signedNoKey : signed ? t.signedKey(codeOfKey(bare(key))) : t.signedBad,
      ),
      h("p", { class: good ? "good" : "bad" }, place),
    ),
  )
}

/** A key without the lines around it, so that it has one code however it was pasted. */
const bare = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s/g, "")

/** Only what is signed proves anything, and by one key. */
function contradictions(judged: readonly Judged[]): HTMLElement[] {
  const valid = judged.filter((each) => each.signed)
  const heights = valid.flatMap((a, i) =>
    valid.slice(i + 1).some((b) => bare(a.key) === bare(b.key) && contradict(a.checkpoint, b.checkpoint))
      ? [a.checkpoint.height]
      : [],
  )
  return [...new Set(heights)].map((height) => h("p", { class: "problem" }, words().signedTwo(height)))
}
